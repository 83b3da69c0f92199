import { expect, test } from "vitest";
import type { Row } from "../../fixtures/take-over.ts";
import { all, changed, planOf, rowOf, withRows } from "./small-plan.ts";

const isStep =
  (step: string) =>
  (row: Row): boolean =>
    row["review"] === "c1-AA" && row["step"] === step;
const found = (...args: Parameters<typeof planOf>) =>
  planOf(...args).errors.map(({ column, message }) => [column, message]);

test.each<[sheet: string, cells: Row, column: string, message: string]>([
  ["people", { role: "boss" }, "role", "must be one of focal-point, expert, observer"],
  ["people", { language: "de" }, "language", "must be one of ar, en, es, fr, ru, zh"],
  ["pairings", { cluster: 5 }, "cluster", "must be at most 4"],
  ["pairings", { cluster: "first" }, "cluster", "must be a whole number from 1 on"],
  ["pairings", { instruments: "UNTOC TOC" }, "instruments", "must be one of UNTOC, TIP, SOM, FP"],
  ["redraws", { party: "AA", asked: -1 }, "asked", "must be a whole number from 0 on"],
  ["redraws", { party: "AA", asked: 1.5 }, "asked", "must be a whole number from 0 on"],
  ["redraws", { party: "AA", asked: 12_345 }, "asked", "is more than a party may request, 4"],
])("a cell of %s that can contain other values is refused with those values", (sheet, cells, column, message) => {
  const [first] = all[sheet]?.rows ?? [];
  expect(found({ ...all, [sheet]: { rows: [{ ...first, ...cells }] } })).toContainEqual([column, message]);
});

test("a reason that is one of some codes is refused with those codes", () => {
  const open = { step: "languages-open", languages: "", reason: "unknown" };
  expect(found(changed("steps", isStep("languages"), open))).toContainEqual([
    "reason",
    "must be one of in-discussion, lack-of-resources",
  ]);
});

test.each<[step: string, cells: Row, column: string]>([
  ["meeting", { text: "Minutes." }, "text"],
  ["meeting", { reason: "Requested." }, "reason"],
  ["languages", { mode: "video" }, "mode"],
  ["outcome", { languages: "en" }, "languages"],
  ["answers", { text: "Answers.", instrument: "UNTOC", summary: "Summary." }, "summary"],
  ["published", { reference: "Note verbale 1/2021" }, "reference"],
])("%s with a cell that it does not use is refused by the column", (step, cells, column) => {
  expect(found(changed("steps", isStep(step), cells))).toEqual([
    [column, `must be empty where the step is ${step}, which does not use it`],
  ]);
});

test.each<[step: string, cells: Row, column: string, filled: string]>([
  ["list", { text: "Observations." }, "summary", "text"],
  ["list", { summary: "Summary." }, "text", "summary"],
  ["answers", { text: "Answers." }, "instrument", "text"],
  ["answers", { instrument: "UNTOC" }, "text", "instrument"],
])("%s with one half of what belongs together is refused by the other", (step, cells, column, filled) => {
  expect(found(changed("steps", isStep(step), cells))).toEqual([
    [column, `must not be empty where ${filled} is given`],
  ]);
});

test("a reason for a draw is for a party that holds a seat of that cluster in the import", () => {
  const reason = { cluster: 1, party: "AA", rule: "load", reason: "So drawn." };
  expect(rowOf("pairings", (row) => row["party"] === "AA")).toBeGreaterThan(0);
  expect(found(withRows(all, "deviations", reason))).toEqual([]);
  expect(found(withRows(all, "deviations", { ...reason, party: "ZZ" }))).toEqual([
    ["party", "is no registered party; add it to the sheet parties"],
  ]);
  expect(found(withRows(all, "deviations", { ...reason, cluster: 4 }))).toEqual([
    ["party", "holds no seat of cluster 4 in this import"],
  ]);
});
