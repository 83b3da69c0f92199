/**
 * Returns whether a moment is at or after the upgrade to the version whose rules these are. Facts that were recorded
 * before it, and letters that were planned before it, follow the rules of an earlier version.
 */
export const isJudged = (at: string, { judgedFrom = "" }: { readonly judgedFrom?: string }): boolean =>
  at >= judgedFrom;
