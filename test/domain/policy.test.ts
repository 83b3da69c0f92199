import { expect, test } from "vitest";
import { earliestStart, inForce, periodOn, reminderLadders, type Setting } from "../../domain/policy.ts";
import { addDays } from "../../domain/time.ts";
import { ObligationKind } from "../../schemas/review.ts";
import { CalendarDate } from "../../schemas/values.ts";

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

test.each(ObligationKind.options)("the editions of the %s ladder stand in the order of time", (kind) => {
  const froms = reminderLadders[kind].map(({ effectiveFrom }) => effectiveFrom);
  expect(froms).toEqual([...new Set(froms)].toSorted());
});
