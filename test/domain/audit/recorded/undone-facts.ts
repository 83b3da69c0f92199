import type { Fact } from "../../../../schemas/model/fact.ts";
import { day, party, reviewId } from "../../../fixtures/changes.ts";
import { obligation, group, when } from "./review-facts.ts";

const undone = reviewId("JP");

/** Facts of a review whose start was undone, with a nomination that had been met before. */
export const ofUndoneReview: readonly Fact[] = [
  {
    kind: "review-drawn",
    happenedAt: when("2020-11-01"),
    review: undone,
    cluster: 1,
    group,
    party: party("JP"),
    seats: [{ party: party("JP"), role: "under-review", instruments: ["UNTOC"] }],
  },
  { kind: "review-started", happenedAt: when("2020-12-01"), review: undone, startedOn: day("2020-12-01") },
  { kind: "stage-changed", happenedAt: when("2020-12-01"), review: undone, from: "scheduled", to: "nomination" },
  ...(["focal-point", "experts"] as const).map((kind): Fact => ({
    kind: "obligation-opened",
    happenedAt: when("2020-12-01"),
    review: undone,
    obligation: obligation(`${kind}:JP`),
    obligationKind: kind,
    party: party("JP"),
    generation: 1,
    openedOn: day("2020-12-01"),
    dueAt: when("2020-12-15"),
    datedAt: when("2020-12-02"),
  })),
  {
    kind: "obligation-met",
    happenedAt: when("2020-12-01"),
    review: undone,
    obligation: obligation("focal-point:JP"),
    generation: 1,
  },
  {
    kind: "obligation-voided",
    happenedAt: when("2020-12-02"),
    review: undone,
    obligation: obligation("experts:JP"),
    generation: 1,
    nextGeneration: 2,
  },
  { kind: "review-start-undone", happenedAt: when("2020-12-02"), review: undone },
  { kind: "stage-changed", happenedAt: when("2020-12-02"), review: undone, from: "nomination", to: "scheduled" },
];
