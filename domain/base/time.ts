import { Temporal } from "temporal-polyfill";
import { type CalendarDate, Instant, ReckonedDate } from "../../schemas/base/values.ts";

/**
 * All calendar arithmetic of the system. Days are days of Vienna, where the secretariat sits; instants are UTC with
 * milliseconds, of one width, so that comparing strings compares time.
 */
const vienna = "Europe/Vienna";

/** A period as the rules count it: whole days, weeks or months of the calendar. */
export type Period = { readonly days: number } | { readonly weeks: number } | { readonly months: number };

/** A length of time as a clock counts it, the same on the days the clocks change. */
export type Duration =
  | { readonly hours: number }
  | { readonly minutes: number }
  | { readonly seconds: number }
  | { readonly milliseconds: number };

const inVienna = (instant: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(vienna);
const plain = (day: CalendarDate): Temporal.PlainDate => Temporal.PlainDate.from(day);
const calendarDate = (date: Temporal.PlainDate): CalendarDate => ReckonedDate.parse(date.toString());
const fixedWidth = (moment: Temporal.Instant): Instant => instantOf(moment.epochMilliseconds);

/** Returns a function that caches its results: calendars are costly, and a sweep needs a few days again and again. */
const memoize = <Question extends readonly (string | number)[], Answer>(workOut: (...question: Question) => Answer) => {
  const known = new Map<string | number | undefined, Answer>();
  return (...question: Question): Answer => {
    const key = question.length === 1 ? question[0] : question.join(" ");
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size === 4096) known.clear();
    const answer = workOut(...question);
    known.set(key, answer);
    return answer;
  };
};

/**
 * Returns the instant of a count of milliseconds since 1970-01-01T00:00Z, as a system clock gives it. Throws a RangeError
 * for parts of a millisecond.
 */
export const instantOf: (epochMilliseconds: number) => Instant = memoize((epochMilliseconds) => {
  if (!Number.isSafeInteger(epochMilliseconds)) throw new RangeError(`${epochMilliseconds} is no whole millisecond`);
  return Instant.parse(new Date(epochMilliseconds).toISOString());
});

/** Returns the instant that another system wrote in ISO 8601, with any fraction and offset. Throws on other texts. */
export const readInstant = (text: string): Instant => fixedWidth(Temporal.Instant.from(text));

/** Returns the latest of instants, which may be one. */
export const latest = (first: Instant, ...others: readonly Instant[]): Instant =>
  others.reduce((one, other) => (one > other ? one : other), first);

/** Returns milliseconds since 1970-01-01T00:00Z. Throws a RangeError for a stored text that is no instant. */
export const epochOf = (instant: Instant): number => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`${instant} is no instant`);
  return milliseconds;
};

type Unit = "hours" | "minutes" | "seconds" | "milliseconds";
const millisecondsOf = ({ hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Partial<Record<Unit, number>>) =>
  ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;

/** Returns the instant after a duration; earlier for a negative one. */
export const later = (instant: Instant, by: Duration): Instant => instantOf(epochOf(instant) + millisecondsOf(by));

/** Returns the instant before a duration. */
export const earlier = (instant: Instant, by: Duration): Instant => instantOf(epochOf(instant) - millisecondsOf(by));

/** Returns the day that Vienna's calendar shows at an instant. */
export const dayOf: (instant: Instant) => CalendarDate = memoize((instant) =>
  calendarDate(inVienna(instant).toPlainDate()),
);

/** Returns the first instant of a day in Vienna. */
export const startOfDay: (day: CalendarDate) => Instant = memoize((day) =>
  fixedWidth(plain(day).toZonedDateTime(vienna).toInstant()),
);

/** Returns the last millisecond of a day in Vienna: 23:59:59.999 there. */
export const endOfDay = (day: CalendarDate): Instant => later(startOfDay(addDays(day, 1)), { milliseconds: -1 });

/** Returns 09:00 of a day in Vienna, when reminders leave. */
export const morningOf: (day: CalendarDate) => Instant = memoize((day) =>
  fixedWidth(plain(day).toZonedDateTime({ timeZone: vienna, plainTime: "09:00" }).toInstant()),
);

/** Returns the first 09:00 in Vienna from an instant on, which may be that instant. */
export const nextMorning = (instant: Instant): Instant => {
  const today = morningOf(dayOf(instant));
  return today >= instant ? today : morningOf(addDays(dayOf(instant), 1));
};

/** Milliseconds of a day of the calendar, which has no zone. */
const dayLength = 86_400_000;

/** Returns the day after a number of days; earlier for a negative one. */
export const addDays: (day: CalendarDate, days: number) => CalendarDate = memoize((day, days) =>
  ReckonedDate.parse(new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)),
);

/** Returns the first day of a weekday from a day on; 1 is Monday, 7 is Sunday. */
export const firstWeekday = (weekday: number, day: CalendarDate, from: "on" | "after" = "on"): CalendarDate => {
  const start = from === "on" ? day : addDays(day, 1);
  return addDays(start, (weekday - new Date(start).getUTCDay() + 7) % 7);
};

const movedBy = memoize((day: CalendarDate, days: number, months: number) =>
  calendarDate(plain(day).add({ days, months })),
);

type PeriodUnit = "days" | "weeks" | "months";
const moved = (
  day: CalendarDate,
  { days = 0, weeks = 0, months = 0 }: Partial<Record<PeriodUnit, number>>,
  sign = 1,
): CalendarDate => movedBy(day, sign * (days + 7 * weeks), sign * months);

/**
 * Returns the day after a period. A month that has no such day ends it: 31 August and six months give 28 or 29
 * February.
 */
export const dayAfter = (day: CalendarDate, period: Period): CalendarDate => moved(day, period);

/** Returns the day before a period; the last of its month where that has no such day. */
export const dayBefore = (day: CalendarDate, period: Period): CalendarDate => moved(day, period, -1);

/** Returns the due instant of a period counted from a day: the end of the last day of the period, in Vienna. */
export const dueAfter = (day: CalendarDate, period: Period): Instant => endOfDay(dayAfter(day, period));

/** Returns a due instant with the day on whose end it falls in Vienna; an empty object where there is none. */
export function dueDate(dueAt: Instant): DueDate;
export function dueDate(dueAt: Instant | undefined): DueDate | Record<string, never>;
export function dueDate(dueAt: Instant | undefined): DueDate | Record<string, never> {
  return dueAt === undefined ? {} : { dueAt, dueOn: dayOf(dueAt) };
}
interface DueDate {
  readonly dueAt: Instant;
  readonly dueOn: CalendarDate;
}

/** Returns whole days from one day to the other; negative when the second comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(to) - Date.parse(from)) / dayLength;

/** Returns the calendar year of a day. */
export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** Returns the last day of the half of the calendar year in which a day lies. */
export const endOfHalfYear = (day: CalendarDate): CalendarDate =>
  ReckonedDate.parse(day.slice(0, 5) + (day.slice(5, 7) < "07" ? "06-30" : "12-31"));

/** Returns the month of an instant in UTC, like 2020-12: the key of the journal's feed. */
export const monthOf = (instant: Instant): string => instant.slice(0, 7);

/**
 * Returns the months in UTC from that of one instant to that of the other, both included; none when the second comes
 * first.
 */
export const monthsFrom = (from: Instant, to: Instant): string[] => {
  const months: string[] = [];
  let first = ReckonedDate.parse(`${monthOf(from)}-01`);
  for (; first.slice(0, 7) <= monthOf(to); first = movedBy(first, 0, 1)) months.push(first.slice(0, 7));
  return months;
};

/** The locale for days in each language; in Arabic with the digits that ids and instants have. */
const locales = { ar: "ar-u-nu-latn", en: "en-GB", es: "es", fr: "fr", ru: "ru", zh: "zh" } as const;

/**
 * Returns a day written out for a letter or a reply: 15 December 2020. In French the first of a month is an ordinal,
 * and in Russian "года" ends a date of the United Nations: Intl writes neither.
 */
export const longDate: (day: CalendarDate, language: keyof typeof locales) => string = memoize((day, language) => {
  const written = writingOut(language).format(Date.parse(day));
  if (language === "fr") return written.replace(/^1(?=\s)/u, "1er");
  return language === "ru" ? written.replace(/\sг\.$/u, " года") : written;
});

/** Returns a month as written below an axis: Dec 2020. */
export const shortMonth = (day: CalendarDate, language: keyof typeof locales): string =>
  new Intl.DateTimeFormat(locales[language], { month: "short", year: "numeric", timeZone: "UTC" }).format(
    Date.parse(day),
  );

const writingOut = memoize(
  (language: keyof typeof locales) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }),
);

/** Returns the time of day in Vienna, as a letter writes it: 09:05. */
export const clockTime = (instant: Instant): string => inVienna(instant).toString().slice(11, 16);

/** Returns an instant in the form of HTTP headers (RFC 9110, 5.6.7): Fri, 31 Dec 2027 23:00:00 GMT. */
export const httpDate = (instant: Instant): string => new Date(epochOf(instant)).toUTCString();

/** Later than everything: what waits until then waits for a person. */
export const endOfTime: Instant = Instant.parse("9999-12-31T23:59:59.999Z");
