import { expect, test } from "vitest";
import { earliestStart, inForce, type Setting } from "../../../domain/base/settings.ts";
import { reminderSchedules } from "../../../domain/policy/reminders.ts";
import { periodOn } from "../../../domain/policy/reviews.ts";
import { addDays } from "../../../domain/base/time.ts";
import { ObligationKind } from "../../../schemas/model/review.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";

const setting: Setting<string> = [
  { effectiveFrom: CalendarDate.parse("2020-10-16"), sources: ["G5"], value: "first" },
  { effectiveFrom: CalendarDate.parse("2022-01-01"), sources: ["D"], value: "second" },
];

test("a setting is what its edition in force that day says", () => {
  expect(inForce(setting, CalendarDate.parse("2021-12-31"))).toBe("first");
  expect(inForce(setting, CalendarDate.parse("2022-01-01"))).toBe("second");
  expect(() => inForce(setting, CalendarDate.parse("2020-10-15"))).toThrow(RangeError);
});

test("focal points are named within two weeks, experts within four", () => {
  expect(periodOn("focal-point", CalendarDate.parse("2020-12-01"))).toEqual({ weeks: 2 });
  expect(periodOn("experts", CalendarDate.parse("2020-12-01"))).toEqual({ weeks: 4 });
});

test("nothing has a period before the launch", () => {
  expect(() => periodOn("experts", addDays(earliestStart, -1))).toThrow(RangeError);
});

test.each(ObligationKind.options)("the editions of the %s reminder schedule are in the order of time", (kind) => {
  const froms = reminderSchedules[kind].map(({ effectiveFrom }) => effectiveFrom);
  expect(froms).toEqual([...new Set(froms)].toSorted());
});

// Process, "Obligations and reminders": the schedules by kind, and reminders that continue until the obligation is met.
const nominations = { offsets: [-7, -1, 1, 8, 22], every: 28 };
const work = { offsets: [-28, -7, -1, 1, 14], every: 28 };
const schedules = {
  "focal-point": nominations,
  experts: nominations,
  questionnaire: work,
  feedback: work,
  clarification: work,
  agreement: work,
} as const satisfies Record<ObligationKind, typeof work>;

test.each(ObligationKind.options)("the %s reminder schedule is the one of the process, from the launch on", (kind) => {
  const { every, offsets } = schedules[kind];
  expect(reminderSchedules[kind]).toEqual([
    {
      effectiveFrom: earliestStart,
      sources: ["D"],
      value: { opening: true, offsets, thenEvery: { days: every, afterYear: every } },
    },
  ]);
});

test.each(ObligationKind.options)("no edition of the %s reminder schedule falls silent", (kind) => {
  for (const { value } of reminderSchedules[kind]) {
    expect(value.thenEvery.days).toBeGreaterThan(0);
    expect(value.thenEvery.afterYear).toBeGreaterThan(0);
    expect(Math.max(...value.offsets)).toBeGreaterThan(0);
  }
});
