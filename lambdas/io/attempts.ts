/** Repeats an attempt until it returns a result, up to a maximum number. Returns undefined if it never did. */
export const attemptUpTo = async <Outcome>(
  times: number,
  attempt: () => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> => {
  for (let left = times; left > 0; left--) {
    const outcome = await attempt();
    if (outcome !== undefined) return outcome;
  }
  return undefined;
};
