import { earliestStart } from "../../../domain/base/policy.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";

/** Why nothing can be counted as at a day: nothing was there before the launch, and nobody knows what is ahead. */
export const wrongDay = (day: CalendarDate | undefined, last: CalendarDate): readonly string[] =>
  day === undefined || (day >= earliestStart && day <= last) ? [] : [`must be a day from ${earliestStart} to ${last}`];

/** Returns why counts cannot be compared with those of a day: it is after the last one. */
export const futureDay = (day: CalendarDate | undefined, last: CalendarDate): readonly string[] =>
  day === undefined || day <= last ? [] : [`must be a day up to ${last}`];
