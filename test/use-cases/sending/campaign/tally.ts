/** Returns a function that is true once in every n calls, the first time halfway. */
export const onceInEvery = (n: number): (() => boolean) => {
  let count = Math.floor(n / 2);
  return () => {
    count = (count + 1) % n;
    return count === 0;
  };
};

/** The time that senders take to learn the rate and to have all their letters available, in milliseconds. */
const startingUp = 1500;

/**
 * Returns the share of a permitted rate that mails used, by the moments at which they were taken in milliseconds: from
 * the end of the senders' start to the last. Throws if there are too few mails.
 */
export const shareOf = (moments: readonly number[], perSecond: number): number => {
  const [begin = 0] = moments;
  const steady = moments.filter((moment) => moment >= begin + startingUp);
  const [first = 0] = steady;
  const last = steady.at(-1) ?? 0;
  if (last <= first) throw new RangeError("There are too few mails to compute a rate");
  return (steady.length - 1) / ((last - first) / 1000) / perSecond;
};
