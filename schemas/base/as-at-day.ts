import { CalendarDate } from "./values.ts";

/** The day at whose end the count applies, and the last day whose records count. */
export const AsAtDay = {
  asAt: CalendarDate.optional(),
  knownOn: CalendarDate.optional(),
} as const;

/** The text of these members for descriptions. */
export const asAtDayInWords =
  "`asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day.";
