import type { Instant } from "../../schemas/base/values.ts";
import type { OutsideDay, Source } from "../../schemas/model/source.ts";
import type { Actor } from "../base/actor.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { earliestStart } from "../base/settings.ts";
import { dayOf, latest, startOfDay } from "../base/time.ts";

/**
 * Returns why an act that the secretariat records cannot be on record yet: its source or its day lies ahead. Undefined
 * for one that can, and for callers who act themselves.
 */
export const refuseActAhead = ({ recordsFor }: Pick<Actor, "recordsFor">, now: Instant): Refused | undefined =>
  recordsFor === undefined ? undefined : refuseOutsideAhead(recordsFor, now);

const refuseOutsideAhead = ({ source, happenedOn }: OutsideDay, now: Instant): Refused | undefined => {
  const latestDay = dayOf(now);
  if (source.date > latestDay) return refuse("source-in-the-future", { latest: latestDay });
  return happenedOn > latestDay ? refuse("date-in-the-future", { latest: latestDay }) : undefined;
};

/**
 * Returns when an act happened: now, or for an act outside the system on the day that its source names, no earlier than
 * what the act follows from. Refuses a day of the act or of its source that lies ahead, and a day before `after`.
 */
export const happenedAt = (
  outside: OutsideDay | undefined,
  now: Instant,
  after: Instant = startOfDay(earliestStart),
): { readonly ok: true; readonly at: Instant } | Refused => {
  if (outside === undefined) return { ok: true, at: now };
  const ahead = refuseOutsideAhead(outside, now);
  if (ahead !== undefined) return ahead;
  const { happenedOn } = outside;
  const earliest = dayOf(after);
  if (happenedOn < earliest) return refuse("date-too-early", { earliest });
  return { ok: true, at: happenedOn === dayOf(now) ? now : latest(startOfDay(happenedOn), after) };
};

/**
 * Returns when a party acted, or where the secretariat records its act, when that happened outside the system: see
 * `happenedAt`.
 */
export const actedAt = (by: Actor, now: Instant, after?: Instant): ReturnType<typeof happenedAt> =>
  happenedAt(by.recordsFor, now, after);

/** Returns the source of an act outside the system, for the fact that records it. */
export const sourceOf = (outside: OutsideDay | undefined): { readonly source?: Source } =>
  outside === undefined ? {} : { source: outside.source };
