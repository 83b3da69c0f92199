import { earliestStart } from "../../../domain/base/settings.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";

/** Returns why nothing can be counted as at a day: it is before the launch, or in the future. */
export const wrongDay = (day: CalendarDate | undefined, last: CalendarDate): readonly string[] =>
  day === undefined || (day >= earliestStart && day <= last) ? [] : [`must be a day from ${earliestStart} to ${last}`];

/** Returns why counts cannot be compared with those of a day: it is after the last one. */
export const futureDay = (day: CalendarDate | undefined, last: CalendarDate): readonly string[] =>
  day === undefined || day <= last ? [] : [`must be a day up to ${last}`];
