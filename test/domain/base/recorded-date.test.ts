import { describe, expect, test } from "vitest";
import { resolveRecordedDate } from "../../../domain/base/recorded-date.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";

const day = (text: string) => CalendarDate.parse(text);
/** 00:30 of 2 July in Vienna, while it is still 1 July in UTC. */
const now = Instant.parse("2021-07-01T22:30:00.000Z");

describe("the moment of what is recorded now", () => {
  test("is now where no day is given, and on the day that has begun in Vienna", () => {
    const today = { ok: true, day: "2021-07-02", at: now };
    expect(resolveRecordedDate(undefined, now)).toEqual(today);
    expect(resolveRecordedDate(day("2021-07-02"), now)).toEqual(today);
  });

  test("is the first instant of an earlier day in Vienna", () => {
    const before = { ok: true, day: "2021-07-01", at: "2021-06-30T22:00:00.000Z" };
    expect(resolveRecordedDate(day("2021-07-01"), now)).toEqual(before);
  });

  test("is refused for a day that has not come", () => {
    const refused = { ok: false, refusal: "date-in-the-future", details: { latest: "2021-07-02" } };
    expect(resolveRecordedDate(day("2021-07-03"), now)).toEqual(refused);
  });

  test("is refused for a day before the earliest", () => {
    const earliest = day("2021-06-30");
    expect(resolveRecordedDate(earliest, now, earliest)).toMatchObject({ ok: true });
    const refused = { ok: false, refusal: "date-too-early", details: { earliest } };
    expect(resolveRecordedDate(day("2021-06-29"), now, earliest)).toEqual(refused);
  });
});
