import { later, type Duration } from "../../domain/base/time.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Clock } from "./ports/time.ts";

/** So many answers are kept: far more than people of one role work at a time, and no more memory than a page. */
const mostKept = 1000;

/**
 * The same question, asked again where the answer was no, or yes longer ago than `keptFor`, or about another state of
 * what it is about (`as`), or about an unknown one (undefined). A question that failed keeps nothing.
 */
export const keepConfirmations = (
  clock: Clock,
  keptFor: Duration,
  request: (about: string) => Promise<boolean>,
): ((about: string, as: string | undefined) => Promise<boolean>) => {
  const confirmed = new Map<string, { readonly as: string; readonly until: Instant }>();
  return async (about, as) => {
    const known = confirmed.get(about);
    if (known !== undefined && known.as === as && clock.now() < known.until) return true;
    confirmed.delete(about);
    if (!(await request(about))) return false;
    if (as === undefined) return true;
    if (confirmed.size >= mostKept) confirmed.clear();
    confirmed.set(about, { as, until: later(clock.now(), keptFor) });
    return true;
  };
};
