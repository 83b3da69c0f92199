import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type Refused, refuse } from "./decision.ts";
import { earliestStart } from "./settings.ts";
import { dayOf, startOfDay } from "./time.ts";

/**
 * Returns when an event happened that is recorded now: now, or the first instant of the earlier day that is given.
 * Refuses days of Vienna's calendar that lie ahead, and those before the earliest: the launch where left out.
 */
export const resolveRecordedDate = (
  day: CalendarDate | undefined,
  now: Instant,
  earliest: CalendarDate = earliestStart,
): { readonly ok: true; readonly day: CalendarDate; readonly at: Instant } | Refused => {
  const today = dayOf(now);
  const on = day ?? today;
  if (on > today) return refuse("date-in-the-future", { latest: today });
  if (on < earliest) return refuse("date-too-early", { earliest });
  return { ok: true, day: on, at: on === today ? now : startOfDay(on) };
};
