import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { dayOf, longDate } from "../base/time.ts";
import { escapeHtml, printable } from "../letters/content/html.ts";

/** Words as HTML on one line, with nothing invisible in them. */
export const text = (words: string): string => escapeHtml(printable(words));

/** A day in English, as HTML. */
export const onDay = (date: CalendarDate): string => text(longDate(date, "en"));

/** The day of an instant in Vienna, in English, as HTML. */
export const dayAt = (instant: Instant): string => onDay(dayOf(instant));

/** A count with its noun: 1 party, 2 parties. */
export const countInWords = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** A label within a sentence. */
export const decapitalize = (label: string): string => `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
