import { expect, test } from "vitest";
import type { Row } from "../../fixtures/take-over.ts";
import { all, planOf } from "./small-plan.ts";

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
  ["redraws", { party: "AA", asked: 12_345 }, "asked", "is more than a party may ask for, 4"],
])("a cell of %s that can hold other values is told which", (sheet, cells, column, message) => {
  const [first] = all[sheet]?.rows ?? [];
  expect(found({ ...all, [sheet]: { rows: [{ ...first, ...cells }] } })).toContainEqual([column, message]);
});
