import type { CalendarDate } from "../../schemas/base/values.ts";
import { type Refused, refuse } from "./decision.ts";

/** The days between which a date can lie, both among them. */
export interface DateRange {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

/** Returns the refusal of a day outside of a span, with the limit that it passes; undefined for one inside. */
export const refuseOutside = ({ earliest, latest }: DateRange, day: CalendarDate): Refused | undefined => {
  if (day < earliest) return refuse("date-too-early", { earliest });
  return day > latest ? refuse("date-too-late", { latest }) : undefined;
};
