import { CalendarDate } from "./values.ts";

/** The day as at whose end something is counted, and the day up to which is told what was known. */
export const AsAtDay = {
  asAt: CalendarDate.optional(),
  knownOn: CalendarDate.optional(),
} as const;

/** The same in words. */
export const asAtDayInWords =
  "`asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day.";
