import { expect, test } from "vitest";
import { daysIn } from "../../bin/verify/calendar.ts";
import { addDays, longDate } from "../../domain/base/time.ts";
import { CalendarDate, Language } from "../../schemas/base/values.ts";

/** A leap year, so every day that there is. */
const year = Array.from({ length: 366 }, (_, place) => addDays(CalendarDate.parse("2024-01-01"), place));

test.each(Language.options)("finds every day of a year as it is written in %s", (language) => {
  const found = year.map((day) => daysIn(`(${longDate(day, language)})`, language));
  expect(found).toEqual(year.map((day) => [day]));
});
