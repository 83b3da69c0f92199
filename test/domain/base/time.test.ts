import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dayAfter,
  dayOf,
  daysBetween,
  dueAfter,
  earlier,
  endOfDay,
  epochOf,
  instantOf,
  later,
  longDate,
  monthOf,
  monthsFrom,
  morningOf,
  type Period,
  startOfDay,
} from "../../../domain/base/time.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";

const day = (text: string) => CalendarDate.parse(text);
const at = (text: string) => Instant.parse(text);

describe("due is the end of the last day of the period, in Vienna", () => {
  // Worked out manually: Vienna is UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October.
  const table: readonly [from: string, period: Period, due: string, why: string][] = [
    ["2020-12-01", { weeks: 2 }, "2020-12-15T22:59:59.999Z", "focal points of the first group"],
    ["2020-12-01", { weeks: 4 }, "2020-12-29T22:59:59.999Z", "experts of the first group"],
    ["2021-11-01", { weeks: 2 }, "2021-11-15T22:59:59.999Z", "focal points of the second group"],
    ["2022-11-01", { weeks: 4 }, "2022-11-29T22:59:59.999Z", "experts of the third group"],
    ["2021-07-01", { weeks: 2 }, "2021-07-15T21:59:59.999Z", "in summer"],
    ["2020-12-18", { weeks: 2 }, "2021-01-01T22:59:59.999Z", "over the new year"],
    ["2021-03-13", { weeks: 2 }, "2021-03-27T22:59:59.999Z", "the day before the clocks go forward"],
    ["2021-03-14", { weeks: 2 }, "2021-03-28T21:59:59.999Z", "the day the clocks go forward"],
    ["2021-03-15", { weeks: 2 }, "2021-03-29T21:59:59.999Z", "the day after the clocks went forward"],
    ["2021-10-16", { weeks: 2 }, "2021-10-30T21:59:59.999Z", "the day before the clocks go back"],
    ["2021-10-17", { weeks: 2 }, "2021-10-31T22:59:59.999Z", "the day the clocks go back"],
    ["2021-10-18", { weeks: 2 }, "2021-11-01T22:59:59.999Z", "the day after the clocks went back"],
    ["2020-08-31", { months: 6 }, "2021-02-28T22:59:59.999Z", "a month without a 31st"],
    ["2023-08-31", { months: 6 }, "2024-02-29T22:59:59.999Z", "the same in a leap year"],
    ["2023-08-29", { months: 6 }, "2024-02-29T22:59:59.999Z", "29 February exists"],
    ["2022-08-29", { months: 6 }, "2023-02-28T22:59:59.999Z", "29 February does not exist"],
    ["2020-10-31", { months: 6 }, "2021-04-30T21:59:59.999Z", "a 30-day month, from winter into summer"],
    ["2021-02-28", { months: 6 }, "2021-08-28T21:59:59.999Z", "the end of a month is not kept as such"],
    ["2024-02-29", { months: 12 }, "2025-02-28T22:59:59.999Z", "a year after a leap day"],
    ["2024-02-28", { days: 1 }, "2024-02-29T22:59:59.999Z", "a day into a leap day"],
    ["2021-10-30", { days: 1 }, "2021-10-31T22:59:59.999Z", "a day into the long day"],
  ];
  test.each(table)("%s and %o give %s: %s", (from, period, due) => {
    expect(dueAfter(day(from), period)).toBe(due);
  });
});

test.each([
  ["2020-12-15", "2020-12-14T23:00:00.000Z", "2020-12-15T08:00:00.000Z", "2020-12-15T22:59:59.999Z", 24],
  ["2021-03-28", "2021-03-27T23:00:00.000Z", "2021-03-28T07:00:00.000Z", "2021-03-28T21:59:59.999Z", 23],
  ["2021-10-31", "2021-10-30T22:00:00.000Z", "2021-10-31T08:00:00.000Z", "2021-10-31T22:59:59.999Z", 25],
  ["2024-02-29", "2024-02-28T23:00:00.000Z", "2024-02-29T08:00:00.000Z", "2024-02-29T22:59:59.999Z", 24],
])("the day %s starts, has its morning and ends in Vienna", (date, start, morning, end, hours) => {
  expect(startOfDay(day(date))).toBe(start);
  expect(morningOf(day(date))).toBe(morning);
  expect(endOfDay(day(date))).toBe(end);
  expect(epochOf(endOfDay(day(date))) + 1 - epochOf(startOfDay(day(date)))).toBe(hours * 3_600_000);
});

test.each([
  ["2020-12-15T22:59:59.999Z", "2020-12-15", "the last millisecond in winter"],
  ["2020-12-15T23:00:00.000Z", "2020-12-16", "midnight in winter"],
  ["2021-07-15T21:59:59.999Z", "2021-07-15", "the last millisecond in summer"],
  ["2021-07-15T22:00:00.000Z", "2021-07-16", "midnight in summer"],
  ["2021-03-28T00:59:59.999Z", "2021-03-28", "before 02:00 becomes 03:00"],
  ["2021-03-28T01:00:00.000Z", "2021-03-28", "after 02:00 became 03:00"],
  ["2021-10-31T00:30:00.000Z", "2021-10-31", "half past two, the first time"],
  ["2021-10-31T01:30:00.000Z", "2021-10-31", "half past two, the second time"],
  ["2021-10-31T22:30:00.000Z", "2021-10-31", "still the long day"],
])("%s is %s in Vienna: %s", (instant, date) => {
  expect(dayOf(at(instant))).toBe(date);
});

const days = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

test("days follow each other without a gap, over every clock change", () => {
  fc.assert(
    fc.property(days, (date) => {
      expect(later(endOfDay(date), { milliseconds: 1 })).toBe(startOfDay(addDays(date, 1)));
      for (const moment of [startOfDay(date), morningOf(date), endOfDay(date)]) expect(dayOf(moment)).toBe(date);
    }),
  );
});

test("the string order of due instants is the order of their days", () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(dueAfter(a, { weeks: 2 }) < dueAfter(b, { weeks: 2 })).toBe(a < b);
    }),
  );
});

test("days are added and counted back", () => {
  expect(addDays(day("2020-12-15"), -7)).toBe("2020-12-08");
  expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
  expect(dayAfter(day("2020-12-15"), { months: 12 })).toBe("2021-12-15");
  expect(daysBetween(day("2020-12-15"), day("2021-12-15"))).toBe(365);
  expect(daysBetween(day("2021-03-28"), day("2021-03-27"))).toBe(-1);
});

test("instants have one width, whatever the milliseconds", () => {
  expect(instantOf(0)).toBe("1970-01-01T00:00:00.000Z");
  expect(instantOf(1_607_760_000_050)).toBe("2020-12-12T08:00:00.050Z");
  expect(epochOf(at("2020-12-12T08:00:00.050Z"))).toBe(1_607_760_000_050);
  expect(() => instantOf(0.5)).toThrow(RangeError);
  expect(() => instantOf(Number.NaN)).toThrow(RangeError);
  // A stored text that was not parsed, as an audit may meet it.
  expect(() => epochOf("no instant" as Instant)).toThrow(RangeError);
  expect(later(at("2021-10-31T00:30:00.000Z"), { hours: 1 })).toBe("2021-10-31T01:30:00.000Z");
  expect(later(at("2020-12-31T23:55:00.000Z"), { minutes: 5 })).toBe("2021-01-01T00:00:00.000Z");
  expect(later(at("2020-12-31T23:59:59.500Z"), { seconds: 1 })).toBe("2021-01-01T00:00:00.500Z");
  expect(later(at("2020-12-31T23:59:59.999Z"), { milliseconds: 1 })).toBe("2021-01-01T00:00:00.000Z");
  expect(earlier(at("2021-01-01T00:00:00.000Z"), { hours: 25 })).toBe("2020-12-30T23:00:00.000Z");
});

test("months of the feed are counted in UTC", () => {
  expect(monthOf(at("2020-12-31T23:30:00.000Z"))).toBe("2020-12");
  expect(monthsFrom(at("2020-11-30T23:59:59.999Z"), at("2021-02-01T00:00:00.000Z"))).toEqual([
    "2020-11",
    "2020-12",
    "2021-01",
    "2021-02",
  ]);
  expect(monthsFrom(at("2020-12-01T00:00:00.000Z"), at("2020-12-31T00:00:00.000Z"))).toEqual(["2020-12"]);
  expect(monthsFrom(at("2021-01-01T00:00:00.000Z"), at("2020-12-31T00:00:00.000Z"))).toEqual([]);
});

test("a day is written out in full", () => {
  expect(longDate(day("2020-12-15"), "en")).toBe("15 December 2020");
  expect(longDate(day("2024-02-29"), "en")).toBe("29 February 2024");
  expect(longDate(day("2020-12-01"), "fr")).toBe("1er décembre 2020");
  expect(longDate(day("2020-12-11"), "fr")).toBe("11 décembre 2020");
  expect(longDate(day("2020-12-29"), "ru")).toBe("29 декабря 2020 года");
});
