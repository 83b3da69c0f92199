import type { Fact, SubjectKind } from "../../../schemas/fact.ts";
import { GroupId, Hash, LetterId, ObligationId, TextId } from "../../../schemas/ids.ts";
import { at, bulletinId, day, mandateId, party, reviewId, userId } from "../../support/changes.ts";

/**
 * Facts of every kind, one subject after the other, as a journal could hold them: what the test of the fold's version
 * folds. Facts may be added at the end of a list; those that stand here stay as they are.
 */
export interface RecordedFacts {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly facts: readonly Fact[];
}

const when = (text: string) => at(`${text}T10:00:00.000Z`);
const hash = (digit: string): Hash => Hash.parse(digit.repeat(64));
const group = GroupId.parse("c1-g1");
const review = reviewId("FR");
const duty = (id: string): ObligationId => ObligationId.parse(id);
const text = TextId.parse("presidents-reminder");
const letter = LetterId.parse("1".repeat(40));

const opened = (
  obligation: string,
  of: { readonly kind: "focal-point" | "questionnaire" | "feedback"; readonly party: string; readonly on: string },
  more: { readonly generation?: number; readonly dueAt: string; readonly originalDueAt?: string },
): Fact => ({
  kind: "obligation-opened",
  happenedAt: when(of.on),
  review,
  obligation: duty(obligation),
  obligationKind: of.kind,
  party: party(of.party),
  generation: more.generation ?? 1,
  openedOn: day(of.on),
  dueAt: when(more.dueAt),
  ...(more.originalDueAt === undefined ? {} : { originalDueAt: when(more.originalDueAt) }),
});

const ofReview: readonly Fact[] = [
  {
    kind: "review-drawn",
    happenedAt: when("2020-11-01"),
    review,
    cluster: 1,
    group,
    party: party("FR"),
    seats: [
      { party: party("FR"), role: "under-review", instruments: ["UNTOC", "TIP"] },
      { party: party("DE"), role: "reviewing", instruments: ["UNTOC", "TIP"] },
      { party: party("BR"), role: "reviewing", instruments: ["UNTOC"] },
    ],
  },
  { kind: "officer-assigned", happenedAt: when("2020-11-02"), review, officer: userId(1) },
  { kind: "review-started", happenedAt: when("2020-12-01"), review, startedOn: day("2020-12-02") },
  { kind: "stage-changed", happenedAt: when("2020-12-01"), review, from: "scheduled", to: "nomination" },
  opened("focal-point:FR", { kind: "focal-point", party: "FR", on: "2020-12-01" }, { dueAt: "2020-12-15" }),
  {
    kind: "date-corrected",
    happenedAt: when("2020-12-03"),
    review,
    what: "start",
    from: day("2020-12-02"),
    to: day("2020-12-01"),
    reason: "So.",
  },
  {
    kind: "obligation-redated",
    happenedAt: when("2020-12-03"),
    review,
    obligation: duty("focal-point:FR"),
    generation: 2,
    openedOn: day("2020-12-01"),
    dueAt: when("2020-12-15"),
    originalDueAt: when("2020-12-15"),
  },
  {
    kind: "mandate-began",
    happenedAt: when("2020-12-04"),
    review,
    mandate: mandateId(1),
    role: "focal-point",
    party: party("FR"),
    user: userId(2),
    since: when("2020-12-04"),
  },
  { kind: "obligation-met", happenedAt: when("2020-12-04"), review, obligation: duty("focal-point:FR"), generation: 2 },
  { kind: "nomination-checked", happenedAt: when("2020-12-05"), review, mandate: mandateId(1) },
  {
    kind: "mandate-ended",
    happenedAt: when("2020-12-06"),
    review,
    mandate: mandateId(1),
    until: when("2021-01-02"),
    successor: mandateId(2),
  },
  {
    kind: "mandate-began",
    happenedAt: when("2020-12-06"),
    review,
    mandate: mandateId(2),
    role: "focal-point",
    party: party("FR"),
    user: userId(3),
    since: when("2021-01-02"),
  },
  {
    kind: "mandate-ended",
    happenedAt: when("2020-12-07"),
    review,
    mandate: mandateId(1),
    until: when("2021-01-01"),
    successor: mandateId(2),
    insteadOf: when("2021-01-02"),
  },
  {
    kind: "mandate-advanced",
    happenedAt: when("2020-12-07"),
    review,
    mandate: mandateId(2),
    since: when("2021-01-01"),
  },
  { kind: "stage-changed", happenedAt: when("2020-12-20"), review, from: "nomination", to: "consultation" },
  { kind: "consultation-held", happenedAt: when("2021-01-04"), review, heldOn: day("2021-01-03") },
  {
    kind: "languages-left-open",
    happenedAt: when("2021-01-04"),
    review,
    why: "lack-of-resources",
    translationNeeded: ["es"],
  },
  {
    kind: "languages-agreed",
    happenedAt: when("2021-01-05"),
    review,
    languages: ["en", "fr", "es"],
    exceptional: true,
    reason: "No two suffice.",
  },
  {
    kind: "consultation-concluded",
    happenedAt: when("2021-01-11"),
    review,
    concludedOn: day("2021-01-11"),
    withoutMeeting: true,
    clock: "consultation",
    clockStartsOn: day("2021-01-11"),
    answersDueOn: day("2021-06-30"),
    reason: "No date could be found.",
  },
  { kind: "stage-changed", happenedAt: when("2021-01-11"), review, from: "consultation", to: "questionnaire" },
  opened("questionnaire:FR", { kind: "questionnaire", party: "FR", on: "2021-01-11" }, { dueAt: "2021-06-30" }),
  {
    kind: "date-corrected",
    happenedAt: when("2021-01-12"),
    review,
    what: "consultation",
    from: day("2021-01-11"),
    to: day("2021-01-10"),
    reason: "So.",
  },
  {
    kind: "delay-asked",
    happenedAt: when("2021-02-01"),
    review,
    obligation: duty("questionnaire:FR"),
    generation: 1,
    dueOn: day("2021-08-01"),
    reason: "translation",
  },
  {
    kind: "delay-refused",
    happenedAt: when("2021-02-02"),
    review,
    obligation: duty("questionnaire:FR"),
    generation: 1,
    dueOn: day("2021-08-01"),
    reason: "Too late.",
  },
  {
    kind: "delay-asked",
    happenedAt: when("2021-02-03"),
    review,
    obligation: duty("questionnaire:FR"),
    generation: 1,
    dueOn: day("2021-07-20"),
    reason: "translation",
  },
  {
    kind: "delay-approved",
    happenedAt: when("2021-02-04"),
    review,
    obligation: duty("questionnaire:FR"),
    generation: 2,
    dueAt: when("2021-07-20"),
    reason: "translation",
    beyondRules: true,
  },
  {
    kind: "delay-notified",
    happenedAt: when("2021-02-05"),
    review,
    obligation: duty("questionnaire:FR"),
    generation: 3,
    dueAt: when("2021-07-05"),
    reason: "clearance",
    beyondRules: false,
  },
  {
    kind: "obligation-met",
    happenedAt: when("2021-06-30"),
    review,
    obligation: duty("questionnaire:FR"),
    generation: 3,
  },
  {
    kind: "answers-submitted",
    happenedAt: when("2021-06-30"),
    review,
    receivedOn: day("2021-06-30"),
    documents: { UNTOC: hash("a"), TIP: hash("b") },
  },
  { kind: "stage-changed", happenedAt: when("2021-06-30"), review, from: "questionnaire", to: "feedback" },
  { kind: "answers-opened", happenedAt: when("2021-07-01"), review },
  { kind: "answers-returned", happenedAt: when("2021-07-02"), review, reason: "At the request of the party." },
  opened(
    "questionnaire:FR",
    { kind: "questionnaire", party: "FR", on: "2021-07-02" },
    { generation: 4, dueAt: "2021-07-30", originalDueAt: "2021-06-30" },
  ),
  {
    kind: "obligation-met",
    happenedAt: when("2021-07-10"),
    review,
    obligation: duty("questionnaire:FR"),
    generation: 4,
  },
  {
    kind: "answers-submitted",
    happenedAt: when("2021-07-10"),
    review,
    receivedOn: day("2021-07-10"),
    documents: { UNTOC: hash("c") },
  },
  {
    kind: "date-corrected",
    happenedAt: when("2021-07-12"),
    review,
    what: "submission",
    from: day("2021-07-10"),
    to: day("2021-07-09"),
    reason: "So.",
  },
  opened("feedback:DE", { kind: "feedback", party: "DE", on: "2021-07-09" }, { dueAt: "2022-01-09" }),
  {
    kind: "clarification-asked",
    happenedAt: when("2021-08-01"),
    review,
    number: 1,
    party: party("DE"),
    document: hash("d"),
  },
  { kind: "clarification-answered", happenedAt: when("2021-08-02"), review, number: 1, document: hash("e") },
  {
    kind: "clarification-asked",
    happenedAt: when("2021-08-03"),
    review,
    number: 2,
    party: party("DE"),
    document: hash("f"),
  },
  { kind: "clarification-closed", happenedAt: when("2021-09-04"), review, number: 2 },
  {
    kind: "feedback-cleared",
    happenedAt: when("2021-09-05"),
    review,
    party: party("BR"),
    documents: { UNTOC: hash("1") },
  },
  {
    kind: "feedback-returned",
    happenedAt: when("2021-09-06"),
    review,
    party: party("BR"),
    reason: "At the request of the party.",
  },
  {
    kind: "feedback-cleared",
    happenedAt: when("2021-09-07"),
    review,
    party: party("BR"),
    documents: { UNTOC: hash("2") },
  },
  {
    kind: "feedback-cleared",
    happenedAt: when("2021-09-07"),
    review,
    party: party("DE"),
    documents: { UNTOC: hash("3") },
  },
  { kind: "redraw-asked", happenedAt: when("2021-09-08"), review, party: party("FR"), seat: party("DE") },
  { kind: "redraw-asked", happenedAt: when("2021-09-08"), review, party: party("FR"), seat: party("BR") },
  {
    kind: "obligation-voided",
    happenedAt: when("2021-09-09"),
    review,
    obligation: duty("feedback:DE"),
    generation: 1,
    nextGeneration: 2,
  },
  {
    kind: "seat-redrawn",
    happenedAt: when("2021-09-09"),
    review,
    from: party("DE"),
    seat: { party: party("PE"), role: "reviewing", instruments: ["UNTOC"] },
    draw: { seed: 7, candidates: [party("PE"), party("KE")] },
  },
  opened("feedback:PE", { kind: "feedback", party: "PE", on: "2021-09-09" }, { dueAt: "2022-03-09" }),
  // As versions recorded it that named no next generation.
  { kind: "obligation-voided", happenedAt: when("2021-09-10"), review, obligation: duty("feedback:PE"), generation: 1 },
  { kind: "stage-changed", happenedAt: when("2021-12-01"), review, from: "feedback", to: "observations" },
  { kind: "observations-drafted", happenedAt: when("2021-12-02"), review, version: 1, document: hash("4") },
  { kind: "observations-agreed", happenedAt: when("2021-12-03"), review, party: party("FR"), version: 1 },
  { kind: "observations-drafted", happenedAt: when("2021-12-04"), review, version: 2, document: hash("5") },
  { kind: "observations-agreed", happenedAt: when("2021-12-05"), review, party: party("FR"), version: 2 },
  { kind: "observations-agreed", happenedAt: when("2021-12-05"), review, party: party("BR"), version: 2 },
  { kind: "observations-agreed", happenedAt: when("2021-12-05"), review, party: party("PE"), version: 2 },
  { kind: "observations-published", happenedAt: when("2021-12-06"), review, version: 2 },
  { kind: "stage-changed", happenedAt: when("2021-12-06"), review, from: "observations", to: "concluded" },
  { kind: "publication-consented", happenedAt: when("2021-12-07"), review, party: party("FR"), parts: ["dialogue"] },
  { kind: "publication-consented", happenedAt: when("2021-12-08"), review, party: party("FR"), parts: ["answers"] },
];

const ofParty: readonly Fact[] = [
  {
    kind: "party-registered",
    happenedAt: when("2020-11-01"),
    party: party("FR"),
    partyKind: "STATE",
    alpha3: "FRA",
    numeric: "250",
    name: "France",
    regionalGroup: "WEOG",
    joined: { UNTOC: day("2002-10-29") },
    participation: "unassigned",
  },
  {
    kind: "party-corrected",
    happenedAt: when("2020-11-02"),
    party: party("FR"),
    reason: "So.",
    change: { participation: "takes-part" },
  },
  { kind: "mission-contacts-set", happenedAt: when("2020-11-03"), party: party("FR"), digest: "weekly" },
  { kind: "address-released", happenedAt: when("2020-11-04"), party: party("FR"), letter },
  {
    kind: "contact-recorded",
    happenedAt: when("2020-11-05"),
    party: party("FR"),
    number: 1,
    way: "call",
    contactedOn: day("2020-11-05"),
    officer: userId(1),
    outcome: "informed",
  },
  { kind: "redraw-counted", happenedAt: when("2021-09-08"), party: party("FR"), review, number: 1 },
];

const ofUser: readonly Fact[] = [
  {
    kind: "user-registered",
    happenedAt: when("2020-11-01"),
    user: userId(2),
    role: "delegate",
    party: party("FR"),
    gender: "female",
  },
  { kind: "account-created", happenedAt: when("2020-11-02"), user: userId(2), sub: "sub-2" },
  { kind: "invitations-asked-again", happenedAt: when("2020-12-02"), users: [userId(2)], waiting: true },
  { kind: "invitation-resent", happenedAt: when("2020-12-02"), user: userId(2), attempt: 2 },
  { kind: "user-first-seen", happenedAt: when("2020-12-03"), user: userId(2) },
  { kind: "person-updated", happenedAt: when("2020-12-04"), user: userId(2) },
];

const ofGroup: readonly Fact[] = [
  {
    kind: "group-planned",
    happenedAt: when("2020-11-01"),
    group,
    cluster: 1,
    number: 1,
    plannedFor: day("2020-12-01"),
    reviews: [review],
  },
  { kind: "group-started", happenedAt: when("2020-12-01"), group, startedOn: day("2020-12-01") },
  { kind: "group-start-completed", happenedAt: when("2020-12-01"), group, reviews: 1 },
];

const bulletin = bulletinId(1);
const ordered: Fact = {
  kind: "bulletin-ordered",
  happenedAt: when("2021-03-01"),
  bulletin,
  preview: hash("6"),
  text: hash("7"),
  recipients: 20,
  pages: 1,
  sendAt: when("2021-03-02"),
  orderedBy: userId(1),
  needsApproval: true,
};
const ofBulletin: readonly Fact[] = [
  ordered,
  { kind: "bulletin-approved", happenedAt: when("2021-03-01"), bulletin, approvedBy: userId(4) },
  { kind: "bulletin-released", happenedAt: when("2021-03-02"), bulletin },
  { kind: "bulletin-stopped", happenedAt: when("2021-03-02"), bulletin, results: 10, bounced: 3 },
  { kind: "bulletin-resumed", happenedAt: when("2021-03-03"), bulletin, results: 10, bounced: 3 },
  { kind: "bulletin-resent", happenedAt: when("2021-03-04"), bulletin, round: 2, recipients: 3, pages: 1 },
  { kind: "bulletin-completed", happenedAt: when("2021-03-05"), bulletin, round: 2 },
];
const cancelled = bulletinId(2);

export const recordedFacts: readonly RecordedFacts[] = [
  { kind: "review", id: review, facts: ofReview },
  { kind: "party", id: "FR", facts: ofParty },
  { kind: "user", id: userId(2), facts: ofUser },
  { kind: "group", id: group, facts: ofGroup },
  { kind: "bulletin", id: bulletin, facts: ofBulletin },
  {
    kind: "bulletin",
    id: cancelled,
    facts: [
      { ...ordered, bulletin: cancelled, needsApproval: false, stored: { id: text, version: 1 } },
      { kind: "bulletin-cancelled", happenedAt: when("2021-03-02"), bulletin: cancelled },
    ],
  },
  {
    kind: "text",
    id: text,
    facts: [
      { kind: "text-stored", happenedAt: when("2021-02-01"), text, version: 1, hash: hash("8"), writtenBy: userId(1) },
      { kind: "text-stored", happenedAt: when("2021-02-02"), text, version: 2, hash: hash("9"), writtenBy: userId(1) },
    ],
  },
];
