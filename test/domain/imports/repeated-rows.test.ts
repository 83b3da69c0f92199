import { expect, test } from "vitest";
import type { Row, Sheets } from "../../fixtures/take-over.ts";
import { all, changed, planOf, rowOf, withRows } from "./small-plan.ts";

/** A step of c1-AA, which is concluded. */
const isStep =
  (step: string, party?: string) =>
  (row: Row): boolean =>
    row["review"] === "c1-AA" && row["step"] === step && (party === undefined || row["party"] === party);
const cellsOf = (sheet: string, picks: (row: Row) => boolean): Row => {
  const row = all[sheet]?.rows.find(picks);
  if (row === undefined) throw new Error(`No row of ${sheet} is picked`);
  return row;
};
const found = (sheets: Sheets) =>
  planOf(sheets).errors.map(({ sheet, row, column, message }) => [sheet, row, column, message]);
const differs = (row: number) => `differs from row ${row}, which tells of the same; leave one of them out`;
const current = (row: number) => `stands in row ${row} already; leave one of them out`;

const mission = { party: "AA", address: "mission@aa.example.org", language: "en", place: "Vienna" };
const delay = {
  review: "c1-AC",
  party: "AA",
  duty: "feedback",
  told_on: "2021-09-01",
  due_on: "2022-03-01",
  reason: "clearance",
};
const consent = { review: "c1-AA", step: "consent", day: "2022-06-01", reason: "answers dialogue" };
const round = { review: "c1-AA", step: "round", day: "2021-03-01", mode: "video" };

test.each<[step: string, party: string | undefined, cells: Row, column: string]>([
  ["meeting", undefined, { mode: "in-person" }, "mode"],
  ["meeting", undefined, { day: "2021-01-16" }, "day"],
  ["languages", undefined, { languages: "es" }, "languages"],
  ["languages", undefined, { step: "languages-open", languages: "", reason: "in-discussion" }, "step"],
  ["outcome", undefined, { day: "2021-01-31" }, "day"],
  ["answers", undefined, { day: "2021-07-21" }, "day"],
  ["answers", undefined, { instrument: "UNTOC", text: "Answers." }, "instrument"],
  ["feedback", "AB", { day: "2022-01-06" }, "day"],
  ["list", undefined, { day: "2022-02-25" }, "day"],
  ["agreement", "AB", { day: "2022-03-27" }, "day"],
  ["published", undefined, { day: "2022-04-16" }, "day"],
])("a second %s that says otherwise than the first is refused where it does", (step, party, cells, column) => {
  const picks = isStep(step, party);
  const sheets = withRows(all, "steps", { ...cellsOf("steps", picks), ...cells });
  const earlier = rowOf("steps", picks);
  const row = all["steps"]?.rows.length ?? 0;
  expect(found(sheets)).toEqual([["steps", row + 1, column, differs(earlier)]]);
});

test.each<[sheet: string, cells: Row, other: Row, column: string]>([
  ["missions", mission, { place: "Geneva" }, "place"],
  ["redraws", { party: "AA", asked: 1 }, { asked: 2 }, "asked"],
  ["delays", delay, { due_on: "2022-04-01" }, "due_on"],
  ["steps", consent, { reason: "answers" }, "reason"],
  ["steps", round, { mode: "in-person" }, "mode"],
  ["deviations", { cluster: 1, party: "AA", rule: "load", reason: "So drawn." }, { reason: "Requested." }, "reason"],
])("two rows of %s about the same are refused at the later one", (sheet, cells, other, column) => {
  const once = all[sheet]?.rows.length ?? 0;
  expect(found(withRows(all, sheet, cells))).toEqual([]);
  expect(found(withRows(all, sheet, cells, { ...cells, ...other }))).toEqual([
    [sheet, once + 2, column, differs(once + 1)],
  ]);
});

test.each<[sheet: string, cells: Row, column: string]>([
  ["missions", mission, "party"],
  ["redraws", { party: "AA", asked: 1 }, "party"],
  ["delays", delay, "duty"],
  ["steps", round, "step"],
  ["deviations", { cluster: 1, party: "AA", rule: "load", reason: "So drawn." }, "rule"],
  ["people", { ...cellsOf("people", (row) => row["party"] === "WD"), role: "expert" }, "email"],
])("a duplicate row of %s is refused as well, cell by cell", (sheet, cells, column) => {
  const once = all[sheet]?.rows.length ?? 0;
  expect(found(withRows(all, sheet, cells, cells))).toEqual([[sheet, once + 2, column, current(once + 1)]]);
});

test("a duplicate seat is refused, and so is a person who is named twice on one day for one review", () => {
  const isSeat = (row: Row): boolean => row["review_of"] === "AB" && row["party"] === "AC";
  const seats = all["pairings"]?.rows.length ?? 0;
  expect(found(withRows(all, "pairings", cellsOf("pairings", isSeat)))).toEqual([
    ["pairings", seats + 1, "party", current(rowOf("pairings", isSeat))],
  ]);
  const isOfWD = (row: Row): boolean => row["party"] === "WD" && String(row["reviews"]).includes(" ");
  const { reviews, ...others } = cellsOf("people", isOfWD);
  const [one = ""] = String(reviews).split(" ");
  const people = all["people"]?.rows.length ?? 0;
  for (const again of [{ ...others, reviews: one }, others])
    expect(found(withRows(all, "people", again))).toEqual([
      ["people", people + 1, "reviews", differs(rowOf("people", isOfWD))],
    ]);
});

test("texts of one submission are given together, each instrument once, all on one day", () => {
  const answers = cellsOf("steps", isStep("answers"));
  const [first = "", ...others] = String(
    cellsOf("pairings", (row) => row["review_of"] === "AA" && row["party"] === "AA")["instruments"],
  ).split(" ");
  const [second = ""] = others;
  const texts = changed("steps", isStep("answers"), { instrument: first, text: "Answers." });
  const at = all["steps"]?.rows.length ?? 0;
  const more = (instrument: string, cells: Row = {}) =>
    found(withRows(texts, "steps", { ...answers, instrument, text: "Answers.", ...cells }));
  expect(more(second, { reference: "Note verbale 1/2021" })).toEqual([]);
  expect(more(second, { day: "2021-07-21" })).toEqual([
    ["steps", at + 1, "day", differs(rowOf("steps", isStep("answers")))],
  ]);
  expect(more(first, { text: "Others." })).toEqual([
    ["steps", at + 1, "text", differs(rowOf("steps", isStep("answers")))],
  ]);
});
