import type { Fact } from "../../../../schemas/model/fact.ts";
import { groupIdOf, Hash, reviewIdOf } from "../../../../schemas/base/ids.ts";
import { day, party, userId } from "../../../fixtures/changes.ts";
import { review, when } from "./review-facts.ts";

/** Facts about later additions to a review after the drawing of lots, recorded last. */
export const laterFacts: readonly Fact[] = [
  {
    kind: "instruments-added",
    happenedAt: when("2022-01-10"),
    review,
    instruments: ["FP"],
    countedOn: day("2022-01-10"),
    agreements: ["FR", "BR"].map((code) => ({
      party: party(code),
      happenedOn: day("2022-01-07"),
      source: { kind: "note-verbale", number: `NV ${code}`, date: day("2022-01-08") },
    })),
    widened: [{ party: party("FR"), role: "under-review", instruments: ["UNTOC", "FP"] }],
    drawn: [{ party: party("GH"), role: "additional-reviewer", instruments: ["FP"] }],
    draw: {
      seed: 7,
      turns: [{ instruments: ["FP"], candidates: [party("GH"), party("ML")] }],
      limitWaived: true,
    },
  },
];

/** Parties of a review that left. */
export const denunciationFacts: readonly Fact[] = [
  { kind: "seat-vacated", happenedAt: when("2022-02-01"), review, party: party("BR"), leftOn: day("2022-02-01") },
  {
    kind: "review-discontinued",
    happenedAt: when("2022-03-01"),
    review,
    leftOn: day("2022-03-01"),
    document: "C.N.55.2021",
  },
];
/** The one party left on another day, and the other had not left. */
export const denunciationCorrectionFacts: readonly Fact[] = [
  {
    kind: "review-denunciation-corrected",
    happenedAt: when("2022-03-03"),
    review,
    party: party("FR"),
    leftOn: day("2022-03-03"),
    document: "C.N.56.2021",
    mandates: [],
    obligations: [],
  },
  {
    kind: "review-denunciation-undone",
    happenedAt: when("2022-03-04"),
    review,
    party: party("BR"),
    obligations: [],
    mandates: [],
    clarifications: [],
  },
];
export const deferralOfParty: Fact = {
  kind: "serving-deferral-set",
  happenedAt: when("2024-11-01"),
  party: party("FR"),
  defers: true,
  source: { kind: "call", date: day("2024-11-01") },
};
const leftParty: Fact = {
  kind: "party-left",
  happenedAt: when("2024-12-01"),
  party: party("FR"),
  leftOn: day("2024-12-01"),
  document: "C.N.55.2023",
  notified: [{ party: party("PE"), reviews: [review] }],
};

const ofCorrection = { party: party("FR"), reason: "A slip.", recordedAt: when("2024-12-01"), reviews: [review] };
const denunciationOfParty: Fact = {
  kind: "denunciation-ordered",
  happenedAt: when("2024-12-01"),
  party: party("FR"),
  leftOn: day("2024-12-01"),
  document: "C.N.55.2023",
  preview: Hash.parse("ab".repeat(32)),
  orderedBy: userId(1),
};

/** Its day was another, and then there had been none; at last it left all the same. */
export const correctedDenunciationOfParty: readonly Fact[] = [
  denunciationOfParty,
  {
    kind: "denunciation-order-withdrawn",
    happenedAt: when("2024-12-01"),
    party: party("FR"),
    reason: "Another document was meant.",
  },
  denunciationOfParty,
  { kind: "denunciation-approved", happenedAt: when("2024-12-01"), party: party("FR"), approvedBy: userId(2) },
  leftParty,
  {
    kind: "denunciation-corrected",
    happenedAt: when("2024-12-02"),
    ...ofCorrection,
    from: day("2024-12-01"),
    to: day("2024-11-30"),
    document: "C.N.56.2023",
  },
  { kind: "denunciation-undone", happenedAt: when("2024-12-03"), ...ofCorrection, leftOn: day("2024-11-30") },
  leftParty,
];

/** A party that came after the lots of its group were drawn. */
export const entered = reviewIdOf(1, party("BT"));
const decision = { body: "conference", document: "CTOC/COP/2024/5", decidedOn: day("2024-10-18") } as const;
export const enteredFacts: readonly Fact[] = [
  {
    kind: "review-drawn",
    happenedAt: when("2024-11-04"),
    review: entered,
    cluster: 1,
    group: groupIdOf(1, 2),
    party: party("BT"),
    seats: [
      { party: party("BT"), role: "under-review", instruments: ["UNTOC"] },
      { party: party("IN"), role: "reviewing", instruments: ["UNTOC"] },
      { party: party("EE"), role: "reviewing", instruments: ["UNTOC"] },
    ],
    entry: decision,
    countedOn: { UNTOC: day("2024-11-04") },
    draw: { seed: 7, turns: [{ instruments: ["UNTOC"], candidates: [party("IN"), party("NP")] }] },
  },
];
export const entryOfParty: Fact = {
  kind: "party-entered",
  happenedAt: when("2024-10-18"),
  party: party("FR"),
  review: entered,
  group: groupIdOf(1, 2),
  ...decision,
};
export const reviewOfEntry: Fact = {
  kind: "group-review-added",
  happenedAt: when("2024-11-04"),
  group: groupIdOf(1, 1),
  review: entered,
};
