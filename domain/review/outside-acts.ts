import type { Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { earliestStart } from "../base/policy.ts";
import { dayOf, latest, startOfDay } from "../base/time.ts";

/**
 * Why an act that the secretariat records cannot be on record yet: its source or its day lies ahead. Undefined for one
 * that can, and for whoever acts themselves.
 */
export const refuseActAhead = ({ recordsFor }: Actor, now: Instant): Refused | undefined => {
  const latestDay = dayOf(now);
  if (recordsFor === undefined) return undefined;
  if (recordsFor.source.date > latestDay) return refuse("source-in-the-future", { latest: latestDay });
  return recordsFor.happenedOn > latestDay ? refuse("date-in-the-future", { latest: latestDay }) : undefined;
};

/**
 * When somebody acted: now, or where the secretariat records what a party did outside the system, on the day that its
 * source names, no earlier than what the act follows from. Refuses a day of the act or of its source that lies ahead,
 * and a day before `after`.
 */
export const actedAt = (
  by: Actor,
  now: Instant,
  after: Instant = startOfDay(earliestStart),
): { readonly ok: true; readonly at: Instant } | Refused => {
  if (by.recordsFor === undefined) return { ok: true, at: now };
  const ahead = refuseActAhead(by, now);
  if (ahead !== undefined) return ahead;
  const { happenedOn } = by.recordsFor;
  const earliest = dayOf(after);
  if (happenedOn < earliest) return refuse("date-too-early", { earliest });
  return { ok: true, at: happenedOn === dayOf(now) ? now : latest(startOfDay(happenedOn), after) };
};
