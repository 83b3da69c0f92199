import { expect, test } from "vitest";
import { startProcess } from "../support/starting.ts";

/** The rows of one of the printed tables, cells by their column. */
const tableOf = (said: string, title: string): readonly Readonly<Record<string, string>>[] => {
  const lines = said.split("\n");
  const at = lines.findIndex((line) => line.startsWith(title));
  const [heads = "", rule = "", ...rest] = lines.slice(at + 1);
  const columns = [...rule.matchAll(/-+/gu)].map(({ index, 0: { length } }) => [index, index + length] as const);
  const cells = (line: string) => columns.map(([from, to]) => line.slice(from, to).trim());
  return rest
    .slice(0, rest.indexOf(""))
    .map((line) => Object.fromEntries(cells(line).map((cell, column) => [cells(heads)[column] ?? "", cell])));
};

const sum = (rows: readonly Readonly<Record<string, string>>[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

test("the demo plays eight weeks of all reviews of the first group, and tells how they stand", async () => {
  const { said, ended } = await startProcess(["bin/demo.ts", "--memory", "--seed", "2"], "Nothing was kept");
  expect([await ended, said()]).toEqual([0, expect.stringContaining("Seed 2; it is 2021-01-26T")]);

  const reviews = tableOf(said(), "Reviews of c1-g1 by stage");
  expect(sum(reviews, "reviews")).toBe(62);
  expect(reviews.map(({ stage }) => stage).toSorted()).toEqual(["consultation", "nomination"]);
  const [, blocked] = /\((\d+) blocked by a missing focal point\)/u.exec(said()) ?? [];
  expect(Number(blocked)).toBe(Number(reviews.find(({ stage }) => stage === "nomination")?.["reviews"]));

  const obligations = tableOf(said(), "Obligations");
  expect(obligations.map(({ kind }) => kind).toSorted()).toEqual(["experts", "focal-point"]);
  for (const row of obligations) {
    const outcomes = ["met in time", "met late", "overdue"].map((column) => Number(row[column]));
    expect(outcomes.every((count) => count > 0)).toBe(true);
    expect(outcomes.reduce((total, count) => total + count)).toBe(Number(row["all"]));
  }

  const letters = tableOf(said(), "Letters");
  expect([...new Set(letters.map(({ kind }) => kind))]).toEqual(["invitation", "nomination-reminder"]);
  expect(letters.filter(({ state }) => state === "delivered").length).toBeGreaterThan(1);
  // Nothing is left on its way.
  expect(letters.filter(({ state = "" }) => !["delivered", "skipped"].includes(state))).toEqual([]);

  expect(said().trimEnd().split("\n").at(-1)).toMatch(/^Nothing was kept\. .*npm start -- --data \.data\/demo$/u);
}, 300_000);
