import { groupIdOf, GroupId, ImportId, PhaseId, reviewIdOf } from "../../../../schemas/base/ids.ts";
import type { AggregateKind, Fact } from "../../../../schemas/model/fact.ts";
import { at, day, mandateId, party, reviewId, userId } from "../../../fixtures/changes.ts";
import { obligation, hash, when } from "./review-facts.ts";

const id = ImportId.parse(`i-${"1".repeat(40)}`);
const review = reviewId("PE");
const group = GroupId.parse("c1-g2");
const user = userId(5);
const takenAt = when("2023-06-09");

const named = (number: number, on: string): Fact => ({
  kind: "mandate-began",
  happenedAt: when(on),
  review: reviewId("IE"),
  mandate: mandateId(number),
  role: "expert",
  party: party("IE"),
  user,
  since: when(on),
});

const ofImport: readonly Fact[] = [
  {
    kind: "import-ordered",
    happenedAt: takenAt,
    import: id,
    orderedBy: userId(1),
    pages: 1,
    reviews: [review],
    groups: [group],
    people: 1,
  },
  {
    kind: "import-completed",
    happenedAt: takenAt,
    import: id,
    refused: [{ about: "review#c1-FR", refusal: "has its review of this cluster already" }],
  },
];

const ofReview: readonly Fact[] = [
  {
    kind: "review-drawn",
    happenedAt: when("2021-10-01"),
    review,
    cluster: 1,
    group,
    party: party("PE"),
    seats: [{ party: party("PE"), role: "under-review", instruments: ["UNTOC"] }],
  },
  { kind: "review-started", happenedAt: when("2021-11-01"), review, startedOn: day("2021-11-01") },
  { kind: "stage-changed", happenedAt: when("2021-11-01"), review, from: "scheduled", to: "nomination" },
  {
    kind: "obligation-opened",
    happenedAt: when("2021-11-01"),
    review,
    obligation: obligation("experts:PE"),
    obligationKind: "experts",
    party: party("PE"),
    generation: 1,
    openedOn: day("2021-11-01"),
    dueAt: at("2021-11-29T22:59:59.999Z"),
  },
  { kind: "review-imported", happenedAt: takenAt, review, import: id, orderedBy: userId(1) },
  { kind: "reminders-released", happenedAt: when("2023-07-01"), review, lettersAt: when("2023-07-02") },
];

const ofGroup: readonly Fact[] = [
  {
    kind: "group-planned",
    happenedAt: takenAt,
    group,
    cluster: 1,
    number: 2,
    plannedFor: day("2021-11-01"),
    reviews: [review],
    import: id,
  },
  { kind: "group-started", happenedAt: when("2021-11-01"), group, startedOn: day("2021-11-01"), held: true },
  { kind: "group-start-completed", happenedAt: when("2021-11-01"), group, reviews: 1 },
  {
    kind: "group-reminders-released",
    happenedAt: when("2023-07-01"),
    group,
    preview: hash("4"),
    lettersAt: when("2023-07-02"),
    releasedBy: userId(1),
    toNotify: [],
  },
  { kind: "group-release-completed", happenedAt: when("2023-07-01"), group, reviews: 1 },
];

const ofParty: readonly Fact[] = [
  {
    kind: "party-registered",
    happenedAt: takenAt,
    party: party("PE"),
    partyKind: "STATE",
    alpha3: "PER",
    numeric: "604",
    name: "Peru",
    regionalGroup: "GRULAC",
    joined: { UNTOC: day("2003-09-29") },
    participation: "takes-part",
  },
  { kind: "redraw-count-imported", happenedAt: takenAt, party: party("PE"), number: 2 },
];

const ofUser: readonly Fact[] = [
  { kind: "user-registered", happenedAt: takenAt, user, role: "delegate", party: party("PE"), import: id },
  { kind: "user-invitation-released", happenedAt: when("2023-07-01"), user },
];

const pausedReview = reviewId("IE");

/** A paused review, with one person named elsewhere and one named here. */
const ofPausedReview: readonly Fact[] = [
  {
    kind: "review-drawn",
    happenedAt: when("2021-10-01"),
    review: pausedReview,
    cluster: 1,
    group,
    party: party("IE"),
    seats: [{ party: party("IE"), role: "under-review", instruments: ["UNTOC"] }],
  },
  { kind: "review-started", happenedAt: when("2021-11-01"), review: pausedReview, startedOn: day("2021-11-01") },
  { kind: "stage-changed", happenedAt: when("2021-11-01"), review: pausedReview, from: "scheduled", to: "nomination" },
  named(901, "2021-11-20"),
  { kind: "review-imported", happenedAt: takenAt, review: pausedReview, import: id, orderedBy: userId(1) },
  named(902, "2023-06-20"),
];

const phase = PhaseId.parse("c2");

/** The phase of a later cluster, which comes with its groups. */
const ofPhase: readonly Fact[] = [
  {
    kind: "phase-opened",
    happenedAt: when("2026-11-01"),
    phase,
    cluster: 2,
    follows: PhaseId.parse("c4"),
    gate: { concluded: 1, of: 1, needed: 1 },
    groups: [
      {
        group: groupIdOf(2, 1),
        number: 1,
        follows: groupIdOf(4, 1),
        plannedFor: day("2026-12-01"),
        reviews: [reviewIdOf(2, party("PE"))],
      },
    ],
    drawings: [],
    import: id,
  },
  { kind: "phase-opening-completed", happenedAt: when("2026-11-10"), phase, reviews: 1, parties: [] },
];

/** Facts of what an import took over, and of its resumption, by subject. */
export const importedFacts: readonly {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly facts: readonly Fact[];
}[] = [
  { kind: "import", id, facts: ofImport },
  { kind: "review", id: review, facts: ofReview },
  { kind: "review", id: pausedReview, facts: ofPausedReview },
  { kind: "group", id: group, facts: ofGroup },
  { kind: "phase", id: phase, facts: ofPhase },
  { kind: "party", id: "PE", facts: ofParty },
  { kind: "user", id: user, facts: ofUser },
];
