import { expect, test } from "vitest";
import { takePhaseOver } from "../../../domain/imports/phases.ts";
import type { Row, Sheets } from "../../fixtures/take-over.ts";
import { takeOver } from "../../fixtures/take-over.ts";
import { pairing } from "../lots/few-parties.ts";
import { all, order, planOf, withRows } from "./small-plan.ts";

const [first] = pairing();
/** The group of AA, AB and AC in the fourth cluster, which follows the first: of those one of three was concluded by 2023. */
const fourth = takeOver([
  {
    cluster: 4,
    group: 1,
    startedOn: "2023-01-10",
    reviews: (first?.reviews ?? [])
      .filter(({ party }) => ["AA", "AB", "AC"].includes(party))
      .map((paired) => ({ paired, stage: "consultation" as const })),
  },
]);
const both = withRows(
  withRows(all, "pairings", ...(fourth["pairings"]?.rows ?? [])),
  "people",
  ...(fourth["people"]?.rows ?? []),
);
const decision = { body: "conference", document: "CTOC/COP/2022/9", decided_on: "2022-10-21" };
const opening: Row = { cluster: 4, opened_on: "2023-01-05", ...decision };
const withPhase = (cells: Row = {}): Sheets => withRows(both, "phases", { ...opening, ...cells });
const found = (sheets: Sheets, there?: Parameters<typeof planOf>[1]) =>
  planOf(sheets, there).errors.map(({ sheet, row, column, message }) => [sheet, row, column, message]);
const firstOfFourth = (all["pairings"]?.rows.length ?? 0) + 1;

test("a later cluster comes with the day on which its phase was opened, and the decision before the gate was reached", () => {
  const { errors, phases } = planOf(withPhase());
  expect(errors).toEqual([]);
  expect(phases).toMatchObject([{ id: "c4", openedOn: "2023-01-05", gate: { concluded: 1, of: 3, needed: 3 } }]);
  const [phase] = phases;
  const facts = phase === undefined ? undefined : takePhaseOver(phase, order.id, order.orderedAt);
  expect(facts).toMatchObject({
    ok: true,
    facts: [
      {
        kind: "phase-opened",
        happenedAt: "2023-01-04T23:00:00.000Z",
        follows: "c1",
        import: order.id,
        decision: { decidedOn: "2022-10-21" },
        groups: [{ group: "c4-g1", follows: "c1-g1", reviews: ["c4-AA", "c4-AB", "c4-AC"] }],
      },
      { kind: "phase-opening-completed", happenedAt: order.orderedAt, parties: [] },
    ],
  });
  expect(planOf(all).phases).toEqual([]);
});

test("a later cluster without the day of its phase, or before any group of the cluster before, is refused", () => {
  expect(found(both)).toEqual([
    [
      "pairings",
      firstOfFourth,
      "cluster",
      "is a later cluster; say in the sheet phases on which day its phase was opened",
    ],
  ]);
  expect(found(withRows(fourth, "phases", opening)).find(([, , column]) => column === "cluster")).toEqual([
    "pairings",
    1,
    "cluster",
    "comes after cluster 1, of which there is no group; import that first or with this",
  ]);
});

test("a gate that was not reached then needs a decision, which is named whole and lies before", () => {
  const none = { body: "", document: "", decided_on: "" };
  expect(found(withPhase(none))).toEqual([
    ["phases", 1, "opened_on", "is a day on which 1 of 3 reviews were concluded, and not 3; name the decision"],
  ]);
  expect(found(withPhase({ document: "" })).map(([, , column]) => column)).toEqual(["document", "opened_on"]);
  expect(found(withPhase({ decided_on: "2023-01-06" })).map(([, , column]) => column)).toEqual(["decided_on"]);
});

test("a group that started before its phase, a second opening and a phase without groups are refused", () => {
  expect(found(withPhase({ opened_on: "2023-02-01" })).map(([sheet, , column]) => [sheet, column])).toEqual([
    ["pairings", "started_on"],
  ]);
  expect(found(withRows(withPhase(), "phases", opening))).toEqual([
    ["phases", 2, "cluster", "stands in row 1 already; leave one of them out"],
  ]);
  expect(found(withRows(all, "phases", opening)).map(([sheet, , column]) => [sheet, column])).toEqual([
    ["phases", "cluster"],
  ]);
  const open = { id: "c4", openedAt: "2022-12-31T23:00:00.000Z" } as never;
  expect(found(withPhase(), { phases: [open] })).toEqual([
    ["phases", 1, "opened_on", "must be 2023-01-01, on which the phase was opened here"],
  ]);
  expect(planOf(both, { phases: [open] })).toMatchObject({ errors: [], phases: [] });
});

test("a phase that was opened before the preceding cluster's phase is refused, whichever row or record states it", () => {
  const second = takeOver([
    {
      cluster: 2,
      group: 1,
      startedOn: "2023-03-01",
      reviews: (first?.reviews ?? [])
        .filter(({ party }) => ["AA", "AB", "AC"].includes(party))
        .map((paired) => ({ paired, stage: "nomination" as const })),
    },
  ]);
  const three = withRows(withPhase(), "pairings", ...(second["pairings"]?.rows ?? []));
  const withSecond = (day: string) => withRows(three, "phases", { ...opening, cluster: 2, opened_on: day });
  expect(found(withSecond("2023-01-05"))).toEqual([]);
  expect(found(withSecond("2023-01-04"))).toEqual([
    ["phases", 2, "opened_on", "lies before the opening of cluster 4, which precedes it: 2023-01-05, in row 1"],
  ]);
  const open = { id: "c4", openedAt: "2023-01-09T23:00:00.000Z" } as never;
  const later = withRows(three, "phases", { ...opening, cluster: 2, opened_on: "2023-01-09" });
  expect(
    found({ ...later, phases: { rows: [{ ...opening, cluster: 2, opened_on: "2023-01-09" }] } }, { phases: [open] }),
  ).toEqual([["phases", 1, "opened_on", "lies before the opening of cluster 4, which precedes it: 2023-01-10, here"]]);
});
