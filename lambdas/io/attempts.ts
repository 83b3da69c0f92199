/** Attempts something until it comes to an outcome, so many times at most. Returns undefined where it never did. */
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
