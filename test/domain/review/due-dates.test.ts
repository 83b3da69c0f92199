import { describe, expect, test } from "vitest";
import { agreementDueAt, dueAgainAt, questionnaireDueAt, receivedBy } from "../../../domain/review/due-dates.ts";
import { openObligation } from "../../../domain/review/obligations.ts";
import { momentOf, stepsOf } from "../../../domain/reminders/schedule.ts";
import { dueAfter, later } from "../../../domain/base/time.ts";
import { ObligationKind, type Review } from "../../../schemas/model/review.ts";
import { at, day, party } from "../../fixtures/changes.ts";

// All dates are worked out manually. Vienna is an hour ahead of UTC. It is two hours ahead from the last Sunday of
// March (2021-03-28, 2022-03-27, 2023-03-26, 2024-03-31) to the last of October (2021-10-31, 2022-10-30, 2023-10-29).
// So a day ends at 22:59:59.999Z in winter and at 21:59:59.999Z in summer. On the days of the changes, the time in
// which the day ends counts.
const winter = "22:59:59.999Z";
const summer = "21:59:59.999Z";

/** Returns a review that has only the values on which dates depend. */
const review = (parts: Partial<Review> = {}): Review => ({ obligations: {}, ...parts }) as Review;

type Row = readonly [opened: string, due: string, end: string, why: string];
const sixMonths: readonly Row[] = [
  ["2020-12-01", "2021-06-01", summer, "from winter into summer"],
  ["2021-06-01", "2021-12-01", winter, "from summer into winter"],
  ["2021-08-31", "2022-02-28", winter, "February has no 31st"],
  ["2021-08-29", "2022-02-28", winter, "nor a 29th, but in leap years"],
  ["2021-08-28", "2022-02-28", winter, "its last day alone"],
  ["2023-08-31", "2024-02-29", winter, "a leap year"],
  ["2023-08-30", "2024-02-29", winter, "a leap year has no 30 February either"],
  ["2023-08-29", "2024-02-29", winter, "the leap day alone"],
  ["2027-08-31", "2028-02-29", winter, "the next leap year"],
  ["2024-02-29", "2024-08-29", summer, "from a leap day, not to the end of the month"],
  ["2021-02-28", "2021-08-28", summer, "the end of February is not kept as an end"],
  ["2021-03-31", "2021-09-30", summer, "September has 30 days"],
  ["2021-05-31", "2021-11-30", winter, "November has 30 days"],
  ["2021-10-31", "2022-04-30", summer, "April has 30 days; from the day of 25 hours"],
  ["2021-12-31", "2022-06-30", summer, "June has 30 days; over the new year"],
  ["2021-09-26", "2022-03-26", winter, "the day before the clocks go forward"],
  ["2021-09-27", "2022-03-27", summer, "the day of 23 hours"],
  ["2021-09-28", "2022-03-28", summer, "the day after"],
  ["2022-04-29", "2022-10-29", summer, "the day before the clocks go back"],
  ["2022-04-30", "2022-10-30", winter, "the day of 25 hours"],
  ["2022-05-01", "2022-11-01", winter, "two days after"],
];
const twoWeeks: readonly Row[] = [
  ["2020-12-01", "2020-12-15", winter, "the first group"],
  ["2021-11-01", "2021-11-15", winter, "the second group"],
  ["2022-11-01", "2022-11-15", winter, "the third group"],
  ["2021-03-14", "2021-03-28", summer, "to the day of 23 hours"],
  ["2021-03-13", "2021-03-27", winter, "to the day before it"],
  ["2021-10-17", "2021-10-31", winter, "to the day of 25 hours"],
  ["2024-02-15", "2024-02-29", winter, "to a leap day"],
  ["2023-02-15", "2023-03-01", winter, "past the end of February"],
  ["2021-12-25", "2022-01-08", winter, "over the new year"],
];
const fourWeeks: readonly Row[] = [
  ["2020-12-01", "2020-12-29", winter, "the first group"],
  ["2021-02-28", "2021-03-28", summer, "to the day of 23 hours"],
  ["2021-02-27", "2021-03-27", winter, "to the day before it"],
  ["2021-10-03", "2021-10-31", winter, "to the day of 25 hours"],
  ["2021-10-02", "2021-10-30", summer, "to the day before it"],
  ["2024-02-01", "2024-02-29", winter, "to a leap day"],
  ["2023-02-01", "2023-03-01", winter, "a whole February, which is four weeks"],
  ["2024-02-02", "2024-03-01", winter, "over a leap day"],
  ["2021-12-10", "2022-01-07", winter, "over the new year"],
];
const threeMonths: readonly Row[] = [
  ["2022-11-30", "2023-02-28", winter, "February has no 30th"],
  ["2023-11-30", "2024-02-29", winter, "a leap year"],
  ["2023-12-31", "2024-03-31", summer, "the day of 23 hours"],
  ["2023-12-30", "2024-03-30", winter, "the day before it"],
  ["2022-07-30", "2022-10-30", winter, "the day of 25 hours"],
  ["2022-07-29", "2022-10-29", summer, "the day before it"],
  ["2023-01-31", "2023-04-30", summer, "April has 30 days"],
];
const tables: { readonly [K in ObligationKind]: readonly Row[] } = {
  "focal-point": twoWeeks,
  experts: fourWeeks,
  questionnaire: sixMonths,
  feedback: sixMonths,
  clarification: fourWeeks,
  agreement: threeMonths,
};

describe.each(ObligationKind.options)("%s", (kind) => {
  test.each(tables[kind])("opened on %s is due on %s at %s: %s", (opened, due, end) => {
    const opening = { kind, party: party("FR"), openedOn: day(opened), at: at("2021-01-01T12:00:00.000Z") };
    expect(openObligation(review(), opening)).toMatchObject({
      generation: 1,
      openedOn: opened,
      dueAt: `${due}T${end}`,
    });
  });
});

test.each([
  ["2020-12-01", "2021-12-01", `2022-12-01T${winter}`, "two years from the start"],
  ["2020-12-01", "2022-08-31", `2022-12-01T${winter}`, "three months would end on 30 November"],
  ["2020-12-01", "2022-09-01", `2022-12-01T${winter}`, "both end on the same day"],
  ["2020-12-01", "2022-09-02", `2022-12-02T${winter}`, "three months end later"],
  ["2020-12-01", "2022-11-30", `2023-02-28T${winter}`, "clamped"],
  ["2021-11-01", "2022-01-01", `2023-11-01T${winter}`, "the second group"],
  ["2021-11-01", "2023-11-30", `2024-02-29T${winter}`, "clamped in a leap year"],
  ["2024-02-29", "2024-06-01", `2026-02-28T${winter}`, "two years from a leap day"],
  ["2021-03-28", "2021-10-31", `2023-03-28T${summer}`, "from one change of the clocks over the other"],
])("a review that started on %s and came to its list on %s must be agreed by %s: %s", (start, entered, due) => {
  expect(agreementDueAt(review({ startedOn: day(start) }), day(entered))).toBe(due);
});

test.each<[agreed: string | undefined, due: string, which: string]>([
  [undefined, `2021-06-01T${summer}`, "none"],
  ["2021-03-27", `2021-03-27T${winter}`, "the day before the clocks go forward"],
  ["2021-03-28", `2021-03-28T${summer}`, "the day on which they do"],
  ["2021-06-01", `2021-06-01T${summer}`, "the last day of the six months"],
  ["2021-06-02", `2021-06-01T${summer}`, "a day past them"],
])("answers that are pending from 2020-12-01 and agreed for %s are due at %s: %s", (agreed, due) => {
  const consultation = agreed === undefined ? {} : { answersDueOn: day(agreed) };
  expect(questionnaireDueAt(review({ consultation }), day("2020-12-01"))).toBe(due);
});

test.each([
  [`2021-06-15T${summer}`, "2021-03-10", `2021-06-15T${summer}`, "the date before is far enough"],
  [`2021-06-15T${summer}`, "2021-05-18", `2021-06-15T${summer}`, "it is four weeks ahead"],
  [`2021-06-15T${summer}`, "2021-05-19", `2021-06-16T${summer}`, "it is a day less ahead"],
  [`2021-03-20T${winter}`, "2021-03-01", `2021-03-29T${summer}`, "over the change of the clocks"],
  [`2020-12-15T${winter}`, "2024-02-01", `2024-02-29T${winter}`, "it has long passed"],
])("an obligation due at %s and reopened on %s is due at %s: %s", (before, again, due) => {
  expect(dueAgainAt(at(before), day(again))).toBe(due);
});

test.each([
  ["2021-03-01", "2021-02-27T12:00:00.000Z", "2021-03-01", "drawn before the answers came"],
  ["2021-03-01", "2021-03-01T22:30:00.000Z", "2021-03-01", "drawn in the last hour of that day"],
  ["2021-03-01", "2021-03-01T23:30:00.000Z", "2021-03-02", "drawn half an hour into the next day"],
  ["2021-06-30", "2021-06-30T22:30:00.000Z", "2021-07-01", "the same in summer, when the day ends an hour earlier"],
])("of answers received on %s, a party drawn at %s counts from %s: %s", (receivedOn, drawnAt, from) => {
  const answers = { at: at("2021-01-01T12:00:00.000Z"), receivedOn: day(receivedOn), documents: {} };
  const drawnAway = [{ party: party("PE"), by: party("IT"), at: at(drawnAt) }];
  expect(receivedBy(review({ answers, drawnAway }), party("IT"))).toBe(from);
  expect(receivedBy(review({ answers, drawnAway }), party("KE"))).toBe(receivedOn);
});

describe("reminders of work leave at 09:00 in Vienna, on either side of a change of the clocks", () => {
  const mornings = (openedOn: string, due: string) => {
    const reminderSubject = {
      kind: "feedback",
      party: party("FR"),
      group: "c1-g1",
      review: "c1-DE",
      dueAt: dueAfter(day(due), { days: 0 }),
      generation: 1,
    } as unknown as Parameters<typeof stepsOf>[0];
    return stepsOf(reminderSubject, day(openedOn), later(reminderSubject.dueAt, { hours: 400 * 24 })).map(
      ({ stepName, at: moment }) => `${stepName} ${moment.slice(0, 16)}Z`,
    );
  };

  test("forward", () => {
    expect(mornings("2020-10-20", "2021-04-20").slice(0, 7)).toEqual([
      "start 2020-10-20T07:00Z",
      "d-28 2021-03-23T08:00Z",
      "d-7 2021-04-13T07:00Z",
      "d-1 2021-04-19T07:00Z",
      "d+1 2021-04-21T07:00Z",
      "d+14 2021-05-04T07:00Z",
      "d+42 2021-06-01T07:00Z",
    ]);
  });

  test("back, over a leap day, and on after a year", () => {
    const all = mornings("2023-05-15", "2023-11-15");
    expect(all.slice(0, 6)).toEqual([
      "start 2023-05-15T07:00Z",
      "d-28 2023-10-18T07:00Z",
      "d-7 2023-11-08T08:00Z",
      "d-1 2023-11-14T08:00Z",
      "d+1 2023-11-16T08:00Z",
      "d+14 2023-11-29T08:00Z",
    ]);
    expect(all.slice(-3)).toEqual(["d+350 2024-10-30T08:00Z", "d+378 2024-11-27T08:00Z", "d+406 2024-12-25T08:00Z"]);
    expect(momentOf("d+106", day("2023-05-15"), at(`2023-11-15T${winter}`))).toBe("2024-02-29T08:00:00.000Z");
  });
});
