import { Temporal } from "temporal-polyfill";

/** Days are YYYY-MM-DD of Vienna, instants are UTC with milliseconds: comparing strings compares time. */
const zone = "Europe/Vienna";

export type Period = { readonly weeks: number } | { readonly months: number } | { readonly days: number };

const instant = (moment: Temporal.Instant): string => moment.toString({ fractionalSecondDigits: 3 });

/** Calendars are costly, and a few days are requested thousands of times. */
const remember = (compute: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    known.set(text, result);
    return result;
  };
};

const atMidnight = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(zone).toInstant();

/** The day in Vienna at an instant. */
export const dayOf = remember((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString());

/** 09:00 of a day in Vienna. */
export const morningOf = remember((day) =>
  instant(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: "09:00" }).toInstant()),
);

/** The last millisecond of a day in Vienna. */
export const endOfDay = remember((day) =>
  instant(atMidnight(Temporal.PlainDate.from(day).add({ days: 1 })).subtract({ milliseconds: 1 })),
);

/** The day a period later; a month that is too short ends it. */
export const addPeriod = (day: string, period: Period): string =>
  Temporal.PlainDate.from(day).add(period, { overflow: "constrain" }).toString();

export const addDays = (day: string, days: number): string => addPeriod(day, { days });

/** Returns the instant that many minutes later. */
export const addMinutes = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** The first 09:00 in Vienna at or after an instant. */
export const nextMorning = (at: string): string => {
  const today = morningOf(dayOf(at));
  return today >= at ? today : morningOf(addDays(dayOf(at), 1));
};

/** Locales in which letters of each language write a day; in Arabic with the digits of ids. */
const locales: Readonly<Record<string, string>> = { ar: "ar-u-nu-latn", en: "en-GB" };

const pieces: Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> = {
  // French writes the first of a month as an ordinal: 1er mars.
  day: String.raw`(?<day>\d{1,2})(?:er)?`,
  year: String.raw`(?<year>\d{4})`,
};
const escapeForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Returns the pattern that finds the written days of a month in a language. */
const patternOf = (language: string, month: number): RegExp => {
  const format = new Intl.DateTimeFormat(locales[language] ?? language, { dateStyle: "long", timeZone: "UTC" });
  const parts = format.formatToParts(Date.UTC(2021, month - 1, 28));
  // Russian letters end a day in "года", where Intl has "г.".
  const pattern = parts
    .map(({ type, value }) => pieces[type] ?? escapeForPattern(value.replace(/\sг\.$/u, " года")))
    .join("");
  return new RegExp(String.raw`(?<!\d)${pattern.replaceAll(/\s/gu, String.raw`\s`)}(?!\d)`, "gu");
};

const patternsOf = new Map<string, readonly RegExp[]>();
const patternsIn = (language: string): readonly RegExp[] => {
  const known = patternsOf.get(language) ?? Array.from({ length: 12 }, (_, place) => patternOf(language, place + 1));
  patternsOf.set(language, known);
  return known;
};

/** Every day that a text writes out in a language, month by month. */
export const daysIn = (text: string, language = "en"): readonly string[] =>
  patternsIn(language).flatMap((pattern, place) =>
    [...text.matchAll(pattern)].map(
      ({ groups = {} }) =>
        `${groups["year"]}-${String(place + 1).padStart(2, "0")}-${String(groups["day"]).padStart(2, "0")}`,
    ),
  );

/** The months in UTC from one to the other, both included: 2020-12. */
export const monthsBetween = (from: string, to: string): readonly string[] => {
  const found: string[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(from);
    month.toString() <= to.slice(0, 7);
    month = month.add({ months: 1 })
  )
    found.push(month.toString());
  return found;
};
