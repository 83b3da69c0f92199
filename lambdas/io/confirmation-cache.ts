import { later, type Duration } from "../../domain/base/time.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Clock } from "./ports/time.ts";

/**
 * The maximum number of stored results: far more than the concurrent users of one role, and no more memory than a page.
 */
const mostKept = 1000;

/**
 * Caches confirmations of a query. Repeats the query after a "no", after a "yes" older than `keptFor`, or about another
 * (`as`) or unknown (undefined) state. A failed query stores nothing.
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
