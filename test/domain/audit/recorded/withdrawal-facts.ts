import type { Fact } from "../../../../schemas/model/fact.ts";
import { day, party } from "../../../fixtures/changes.ts";
import { duty, hash, opened, review, when } from "./review-facts.ts";

/** What parties took back, and what was decided without one that stays silent, after all else of the review. */
export const withdrawalFacts: readonly Fact[] = [
  { kind: "consent-withdrawn", happenedAt: when("2021-12-09"), review, party: party("FR"), parts: ["dialogue"] },
  { kind: "redraw-asked", happenedAt: when("2021-12-10"), review, party: party("FR"), seat: party("PE") },
  { kind: "redraw-withdrawn", happenedAt: when("2021-12-11"), review, party: party("FR"), seat: party("PE") },
  { kind: "reviewer-limit-waived", happenedAt: when("2021-12-11"), review, party: party("FR") },
  { kind: "reviewer-limit-waiver-withdrawn", happenedAt: when("2021-12-11"), review, party: party("FR") },
  { kind: "reviewer-limit-waived", happenedAt: when("2021-12-12"), review, party: party("FR") },
  {
    kind: "clarification-asked",
    happenedAt: when("2021-12-12"),
    review,
    number: 3,
    party: party("BR"),
    document: hash("6"),
  },
  opened("clarification-3:FR", { kind: "clarification", party: "FR", on: "2021-12-12" }, { dueAt: "2022-01-09" }),
  {
    kind: "delay-asked",
    happenedAt: when("2021-12-13"),
    review,
    obligation: duty("clarification-3:FR"),
    generation: 1,
    dueOn: day("2022-02-01"),
    reason: "coordination",
  },
  {
    kind: "delay-withdrawn",
    happenedAt: when("2021-12-14"),
    review,
    obligation: duty("clarification-3:FR"),
    generation: 1,
    dueOn: day("2022-02-01"),
  },
  { kind: "clarification-withdrawn", happenedAt: when("2021-12-15"), review, number: 3 },
  {
    kind: "decision-recorded",
    happenedAt: when("2021-12-16"),
    review,
    party: party("BR"),
    obligationKind: "agreement",
    body: "working-group",
    document: "CTOC/COP/WG.10/2021/4",
    decidedOn: day("2021-12-16"),
  },
];
