import type { Fact } from "../../../../schemas/model/fact.ts";
import { PhaseId, ReviewId, groupIdOf } from "../../../../schemas/base/ids.ts";
import type { PhaseDrawing } from "../../../../schemas/model/phase.ts";
import { day, mandateId, party, reviewId, userId } from "../../../fixtures/changes.ts";
import { when } from "./review-facts.ts";

export const phase = PhaseId.parse("c4");
const continued = ReviewId.parse("c4-FR");

const drawing: PhaseDrawing = {
  party: party("FR"),
  seats: [
    { party: party("FR"), role: "under-review", instruments: ["UNTOC", "FP"] },
    { party: party("PE"), role: "reviewing", instruments: ["UNTOC"] },
    { party: party("IE"), role: "additional-reviewer", instruments: ["FP"] },
  ],
  seatsBefore: [{ party: party("FR"), role: "under-review", instruments: ["UNTOC"] }],
  draw: { seed: 7, turns: [{ instruments: ["FP"], candidates: [party("IE"), party("SE")] }] },
};

/** Facts of a phase that was opened by a decision before its gate was reached. */
export const ofPhase: readonly Fact[] = [
  {
    kind: "phase-opened",
    happenedAt: when("2024-10-20"),
    phase,
    cluster: 4,
    follows: PhaseId.parse("c1"),
    gate: { concluded: 40, of: 62, needed: 44 },
    decision: { body: "conference", document: "CTOC/COP/2024/9", decidedOn: day("2024-10-18") },
    groups: [
      {
        group: groupIdOf(4, 1),
        number: 1,
        follows: groupIdOf(1, 1),
        plannedFor: day("2024-10-20"),
        reviews: [continued],
      },
    ],
    drawings: [drawing],
  },
  {
    kind: "phase-opening-completed",
    happenedAt: when("2024-10-20"),
    phase,
    reviews: 1,
    parties: [party("FR"), party("IE"), party("PE")],
  },
  {
    kind: "phase-corrected",
    happenedAt: when("2024-10-21"),
    phase,
    from: day("2024-10-20"),
    to: day("2024-10-19"),
    decision: { body: "conference", document: "CTOC/COP/2024/9", decidedOn: day("2024-10-19") },
    reason: "A slip.",
  },
];

/** Facts of a review that continues from the review of the previous cluster. */
export const ofContinuedReview: readonly Fact[] = [
  {
    kind: "review-drawn",
    happenedAt: when("2024-10-20"),
    review: continued,
    cluster: 4,
    group: groupIdOf(4, 1),
    party: party("FR"),
    seats: drawing.seats,
  },
  {
    kind: "mandates-continued",
    happenedAt: when("2024-10-20"),
    review: continued,
    from: reviewId("FR"),
    mandates: [
      {
        id: mandateId(1),
        role: "focal-point",
        party: party("FR"),
        user: userId(2),
        since: when("2020-12-02"),
        namedAt: when("2020-12-02"),
        checkedAt: when("2020-12-03"),
      },
      {
        id: mandateId(2),
        role: "expert",
        party: party("PE"),
        user: userId(3),
        since: when("2020-12-04"),
        until: when("2024-12-31"),
        instruments: ["UNTOC"],
      },
    ],
    officer: userId(4),
    drawnAway: [{ party: party("SE"), by: party("PE"), at: when("2021-09-08") }],
  },
];
