import type { Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { earliestStart } from "../base/policy.ts";
import { dayOf, latest, startOfDay } from "../base/time.ts";

/**
 * When somebody acted: now, or where the secretariat records what a party did outside the system, on the day that its
 * source names, no earlier than what the act follows from. Refuses a day of the act or of its source that lies ahead,
 * and a day before `after`.
 */
export const actedAt = (
  { recordsFor }: Actor,
  now: Instant,
  after: Instant = startOfDay(earliestStart),
): { readonly ok: true; readonly at: Instant } | Refused => {
  if (recordsFor === undefined) return { ok: true, at: now };
  const { happenedOn, source } = recordsFor;
  const today = dayOf(now);
  if (source.date > today) return refuse("source-in-the-future", { latest: today });
  if (happenedOn > today) return refuse("date-in-the-future", { latest: today });
  const earliest = dayOf(after);
  if (happenedOn < earliest) return refuse("date-too-early", { earliest });
  return { ok: true, at: happenedOn === today ? now : latest(startOfDay(happenedOn), after) };
};
