import type { Period } from "../base/time.ts";
import { type Setting, sinceLaunch } from "../base/settings.ts";

/**
 * The number of recipients that the bulletins of one officer may have in a day of Vienna's calendar without a second
 * person [D]: fewer than there are missions, so that no officer writes to all of them alone, neither at once nor in
 * parts.
 */
export const recipientsPerDay: Setting<number> = sinceLaunch(["D"], 100);

/** The largest number of recipients of a bulletin [D]: every party with all its people, several times over. */
export const mostRecipients: Setting<number> = sinceLaunch(["D"], 5_000);

/** The longest time ahead for the order of a bulletin [D]: its recipients are settled when it is ordered. */
export const bulletinAhead: Setting<Period> = sinceLaunch(["D"], { months: 3 });

/** For how long after its last sending a bulletin's letters are compared with its recipients each night [D]. */
export const bulletinCompared: Setting<Period> = sinceLaunch(["D"], { months: 12 });

/**
 * The breaker of bulletins: the share of lasting bounces at which one is stopped, and the number of results after which
 * it is checked [D]. The mail service reviews an account at 5 per cent, and then no deadline letter would leave either.
 */
export const breaker: Setting<{ readonly share: number; readonly after: number }> = sinceLaunch(["D"], {
  share: 0.05,
  after: 50,
});
