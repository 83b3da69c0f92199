import { expect, test } from "vitest";
import type { Row, Sheets } from "../../fixtures/take-over.ts";
import { all, changed, planOf, rowOf, withRows } from "./small-plan.ts";

/** A step of c1-AA, which started on 2020-12-01 and is concluded. */
const isStep =
  (step: string, party?: string) =>
  (row: Row): boolean =>
    row["review"] === "c1-AA" && row["step"] === step && (party === undefined || row["party"] === party);
const dayOfStep = (step: string, day: string): Sheets => changed("steps", isStep(step), { day });
const placesOf = (sheets: Sheets) => planOf(sheets).errors.map(({ sheet, row, column }) => [sheet, row, column]);

test.each<[step: string, day: string]>([
  ["meeting", "2020-12-05"],
  ["outcome", "2021-01-10"],
  ["answers", "2021-01-20"],
  ["published", "2022-03-20"],
])("%s on a day before what it follows is named by its row and day", (step, day) => {
  expect(placesOf(dayOfStep(step, day))).toContainEqual(["steps", rowOf("steps", isStep(step)), "day"]);
});

test.each<[step: string, party: string, day: string]>([
  ["feedback", "AB", "2021-07-01"],
  ["agreement", "AB", "2022-02-20"],
])("%s of a party on a day before what it follows is named by its row and day", (step, party, day) => {
  const sheets = changed("steps", isStep(step, party), { day });
  expect(placesOf(sheets)).toEqual([["steps", rowOf("steps", isStep(step, party)), "day"]]);
});

test.each<[what: string, cells: Row, column: string]>([
  ["from which the clock starts", { clock_starts_on: "2020-11-01" }, "clock_starts_on"],
  ["by which answers are due", { clock_starts_on: "2021-02-01", answers_due_on: "2022-02-01" }, "answers_due_on"],
])("a day %s that cannot be is named by its column", (_what, cells, column) => {
  expect(placesOf(changed("steps", isStep("outcome"), cells))).toEqual([
    ["steps", rowOf("steps", isStep("outcome")), column],
  ]);
});

test.each<[what: string, cells: Row, column: string]>([
  ["reported before the obligation was pending", { told_on: "2020-12-20", due_on: "2021-09-01" }, "told_on"],
  ["reported on a future day", { told_on: "2023-06-10", due_on: "2023-09-01" }, "told_on"],
  ["to a day before the one that it delays", { told_on: "2021-07-10", due_on: "2021-07-12" }, "due_on"],
])("a delay %s is named by its column", (_what, cells, column) => {
  const delay = { review: "c1-AA", party: "AA", duty: "questionnaire", reason: "translation", ...cells };
  expect(placesOf(withRows(all, "delays", delay))).toEqual([["delays", 1, column]]);
});

test("a mandate that ends before it began, and a draw after the start, are named by their columns", () => {
  const isOfWD = (row: Row): boolean => row["party"] === "WD" && String(row["reviews"]).includes("c1-WD");
  expect(placesOf(changed("people", isOfWD, { until: "2021-11-02" }))).toContainEqual([
    "people",
    rowOf("people", isOfWD),
    "until",
  ]);
  const isOfAA = (row: Row): boolean => row["review_of"] === "AA";
  expect(placesOf(changed("pairings", isOfAA, { drawn_on: "2020-12-02" }))).toEqual([
    ["pairings", rowOf("pairings", isOfAA), "drawn_on"],
  ]);
});

test("all that is wrong in one review is named, and nothing that only follows from it", () => {
  const tooEarly = dayOfStep("meeting", "2020-12-05");
  const alsoAhead = {
    ...tooEarly,
    steps: {
      rows: (tooEarly["steps"]?.rows ?? []).map((row) =>
        isStep("published")(row) ? { ...row, day: "2023-07-01" } : row,
      ),
    },
  };
  const foreign = { review: "c1-AA", step: "consent", day: "2023-05-01", party: "WD", reason: "answers" };
  // Without its meeting the review would reach no later stage, and neither outcome nor answers say so.
  expect(placesOf(withRows(alsoAhead, "steps", foreign))).toEqual([
    ["steps", (all["steps"]?.rows.length ?? 0) + 1, "party"],
    ["steps", rowOf("steps", isStep("published")), "day"],
  ]);
  expect(placesOf(alsoAhead)).toEqual([
    ["steps", rowOf("steps", isStep("meeting")), "day"],
    ["steps", rowOf("steps", isStep("published")), "day"],
  ]);
});

test("rows that cannot be read are named with what is wrong elsewhere, and nothing for want of them", () => {
  const unread = dayOfStep("answers", "soon");
  const places = placesOf(withRows(unread, "redraws", { party: "AA", asked: 9 }));
  expect(places).toEqual([
    ["steps", rowOf("steps", isStep("answers")), "day"],
    ["redraws", 1, "asked"],
  ]);
  const isSeat = (row: Row): boolean => row["review_of"] === "AA" && row["role"] === "under-review";
  expect(placesOf(changed("pairings", isSeat, { cluster: "first" }))).toEqual([
    ["pairings", rowOf("pairings", isSeat), "cluster"],
  ]);
});
