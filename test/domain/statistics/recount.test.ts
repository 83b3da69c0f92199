import { expect, test } from "vitest";
import type { CountedSpan } from "../../../domain/statistics/counted-spans.ts";
import { changedRow, type CountedRow, type CountedSource, recount } from "../../../domain/statistics/recount.ts";
import { groupIdOf } from "../../../schemas/base/ids.ts";
import { day } from "../../fixtures/changes.ts";

const span = (from: string): CountedSpan => ({
  measure: "parties-in-reviews",
  key: "FR",
  from: day(from),
  group: groupIdOf(1, 1),
  regionalGroup: "WEOG",
  instruments: ["UNTOC"],
  values: {},
});

/** Returns a counted review, with its addition to the counts of France. */
const review = (id: string, basis: string, ...spans: readonly CountedSpan[]): CountedSource => ({
  id: `review#${id}`,
  basis,
  spans: new Map(spans.length === 0 ? [] : [["party#FR", spans]]),
});

const counted = (rows: ReadonlyMap<string, CountedRow>, ...sources: readonly CountedSource[]) => {
  const { rows: changes } = recount(sources, rows);
  return new Map([...rows, ...[...changes].map(([id, one]) => [id, changedRow(rows.get(id), one)] as const)]);
};

const before = counted(new Map(), review("c1-FR", "1", span("2020-11-02")), review("c2-FR", "1", span("2021-11-02")));

test("a batch states of a party in many reviews what the recounted reviews say, and nothing of the others", () => {
  const { rows } = recount(
    [review("c1-FR", "2", span("2020-12-02")), review("c2-FR", "1", span("2021-11-02"))],
    before,
  );
  expect([...rows.keys()].toSorted()).toEqual(["party#FR", "review#c1-FR"]);
  expect(rows.get("party#FR")).toEqual({ sources: new Map([["review#c1-FR", [span("2020-12-02")]]]) });
});

test("a batch takes from a party what a review no longer says of it", () => {
  const rows = counted(before, review("c1-FR", "2"));
  expect([...(rows.get("party#FR")?.sources.keys() ?? [])]).toEqual(["review#c2-FR"]);
  expect(rows.get("review#c1-FR")?.counted).toEqual({ basis: "2", owners: [] });
});

test("a row that has what a batch changes in it is equal after a second run of the batch", () => {
  const batch = recount([review("c1-FR", "2"), review("c3-FR", "1", span("2022-11-02"))], before);
  for (const [id, change] of batch.rows) {
    const once = changedRow(before.get(id), change);
    expect(changedRow(once, change)).toEqual(once);
  }
});
