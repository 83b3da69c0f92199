import { expect, test } from "vitest";
import { correctPhase, type OpenedPhase } from "../../../domain/parties/correct-phase.ts";
import { evolvePhase } from "../../../domain/parties/phases.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Phase } from "../../../schemas/model/phase.ts";
import { at, day, factsOf } from "../../fixtures/changes.ts";
import { ofPhase } from "../audit/recorded/phase-facts.ts";

/** A phase that was opened on 20 October 2024 by a decision of the 18th, at 40 of 62. */
const phase = ofPhase.slice(0, 2).reduce<Phase | undefined>(evolvePhase, undefined);
if (phase === undefined) throw new Error("No phase");
const { decision } = phase;
const now = at("2024-11-20T12:00:00.000Z");
const started = { id: "c1-g1", state: "started", startedOn: day("2020-12-01") } as Group;
const planned = { id: "c4-g1", state: "planned" } as Group;
const opened: OpenedPhase = {
  phase,
  recordedOn: day("2024-10-20"),
  groups: [planned],
  before: [started],
  concludedOn: [],
};
const correct = (openedOn: string, by: typeof decision, more: Partial<OpenedPhase> = {}) =>
  correctPhase({ ...opened, ...more }, { openedOn: day(openedOn), decision: by, reason: "A slip." }, now);
const outcomeOf = (decided: ReturnType<typeof correct>) =>
  decided.ok ? decided.facts.length : { refusal: decided.refusal, ...decided.details };

test("the opening of a phase moves to the right day and decision, and its plan stays", () => {
  const right = { body: "working-group", document: "CTOC/COP/WG.10/2024/3", decidedOn: day("2024-10-17") } as const;
  const after = factsOf(correct("2024-10-18", right)).reduce<Phase | undefined>(evolvePhase, phase);
  expect(after).toMatchObject({
    openedAt: "2024-10-17T22:00:00.000Z",
    decision: right,
    corrected: { from: "2024-10-20", reason: "A slip." },
    groups: phase.groups,
  });
});

test("a correction to the recorded values is no fact", () => {
  expect(correct("2024-10-20", decision)).toEqual({ ok: true, facts: [] });
});

test("without a decision it keeps a day on which the gate was reached", () => {
  const concludedOn = Array.from({ length: 44 }, (_, place) => day(place < 43 ? "2024-09-01" : "2024-10-19"));
  expect(outcomeOf(correct("2024-10-19", undefined, { concludedOn }))).toBe(1);
  expect(outcomeOf(correct("2024-10-18", undefined, { concludedOn }))).toMatchObject({
    refusal: "gate-not-reached",
    concluded: 43,
    needed: 44,
  });
});

test("a day that something contradicts is refused, and whatever comes once a group has started", () => {
  const ahead = { ...planned, state: "started", startedOn: day("2024-11-01") } as Group;
  expect(
    [
      correct("2024-11-21", decision),
      correct("2024-10-21", decision),
      correct("2024-10-17", decision),
      correct("2020-11-30", decision),
      correct("2024-10-19", decision, { groups: [ahead] }),
      correct("2024-10-19", decision, { phase: { ...phase, state: "opening" } }),
    ].map(outcomeOf),
  ).toMatchObject([
    { refusal: "date-in-the-future" },
    { refusal: "date-too-late", latest: "2024-10-20", contradicts: "opening" },
    { refusal: "date-too-early", earliest: "2024-10-18", contradicts: "decision" },
    { refusal: "date-too-early", earliest: "2020-12-01" },
    { refusal: "phase-has-started", group: "c4-g1", startedOn: "2024-11-01" },
    { refusal: "phase-not-open" },
  ]);
});
