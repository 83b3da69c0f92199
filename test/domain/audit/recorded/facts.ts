import type { Fact, AggregateKind } from "../../../../schemas/model/fact.ts";
import { LetterId, TextId } from "../../../../schemas/base/ids.ts";
import { bulletinId, day, party, userId } from "../../../fixtures/changes.ts";
import { group, hash, ofReview, review, when } from "./review-facts.ts";
import { correctionFacts } from "./correction-facts.ts";
import { ofContinuedReview, ofPhase, phase } from "./phase-facts.ts";
import { beforeErasure } from "./erasure-facts.ts";
import { offersOfParty, offersToPerson } from "./offer-facts.ts";
import { importedFacts } from "./import-facts.ts";
import { recordedPaper } from "./paper-facts.ts";
import { ofRegisters } from "./register-facts.ts";
import { ofUndoneReview } from "./undone-facts.ts";
import {
  deferralOfParty,
  denunciationCorrectionFacts,
  denunciationFacts,
  correctedDenunciationOfParty,
  entered,
  enteredFacts,
  entryOfParty,
  laterFacts,
  reviewOfEntry,
} from "./later-facts.ts";
import { withdrawalFacts } from "./withdrawal-facts.ts";

/**
 * Facts of every kind, by subject, as a journal could contain them. The test of the fold's version folds them. Add
 * facts at the end of a list only; the existing facts stay unchanged.
 */
export interface RecordedFacts {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly facts: readonly Fact[];
}

const text = TextId.parse("presidents-reminder");
const letter = LetterId.parse("1".repeat(40));

const contact: Fact = {
  kind: "contact-recorded",
  happenedAt: when("2020-11-05"),
  party: party("FR"),
  number: 1,
  way: "call",
  contactedOn: day("2020-11-05"),
  officer: userId(1),
  outcome: "informed",
};

/** After all others: counts of recorded facts are compared by how many were known. */
const officeOfParty: readonly Fact[] = (["public", "withdrawn"] as const).map((office) => ({
  kind: "mission-contacts-set",
  happenedAt: when("2024-11-05"),
  party: party("FR"),
  office,
}));

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
  { kind: "mission-readdressed", happenedAt: when("2020-11-03"), party: party("FR"), number: 1 },
  { kind: "mission-readdressed", happenedAt: when("2020-11-04"), party: party("FR"), number: 2 },
  { kind: "mission-readdressed", happenedAt: when("2020-11-05"), party: party("FR"), number: 3, back: true },
  { kind: "mission-readdressed", happenedAt: when("2020-11-06"), party: party("FR"), number: 4 },
  {
    kind: "mission-address-confirmed",
    happenedAt: when("2020-11-07"),
    party: party("FR"),
    note: { number: "12/2020", date: day("2020-11-06") },
  },
  { kind: "mission-readdressed", happenedAt: when("2020-11-08"), party: party("FR"), number: 5 },
  { kind: "address-released", happenedAt: when("2020-11-04"), party: party("FR"), letter },
  contact,
  { kind: "redraw-counted", happenedAt: when("2021-09-08"), party: party("FR"), review, number: 1 },
  { kind: "mandates-confirmed", happenedAt: when("2024-10-21"), party: party("FR"), phase },
  { kind: "redraw-count-lowered", happenedAt: when("2021-09-09"), party: party("FR"), review, number: 0 },
];

const ofContactLog: readonly Fact[] = [contact];

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
  { kind: "invitations-requested-again", happenedAt: when("2020-12-02"), users: [userId(2)], waiting: true },
  { kind: "invitation-resent", happenedAt: when("2020-12-02"), user: userId(2), attempt: 2 },
  { kind: "user-first-seen", happenedAt: when("2020-12-03"), user: userId(2) },
  { kind: "second-factor-found", happenedAt: when("2020-12-03"), user: userId(2) },
  { kind: "second-factor-missed", happenedAt: when("2020-12-04"), user: userId(2) },
  { kind: "second-factor-found", happenedAt: when("2020-12-05"), user: userId(2) },
  { kind: "account-created", happenedAt: when("2020-12-06"), user: userId(2), sub: "sub-2b" },
  { kind: "person-updated", happenedAt: when("2020-12-04"), user: userId(2), details: ["phone"] },
  { kind: "user-party-added", happenedAt: when("2020-12-07"), user: userId(2), party: party("IE") },
  {
    kind: "person-updated",
    happenedAt: when("2020-12-08"),
    user: userId(2),
    details: ["gender"],
    gender: "female",
  },
  {
    kind: "user-readdressed",
    happenedAt: when("2020-12-09"),
    user: userId(2),
    formerSub: "sub-2b",
    number: 1,
    party: party("FR"),
  },
  {
    kind: "person-updated",
    happenedAt: when("2020-12-10"),
    user: userId(2),
    details: ["institutionKind"],
    institutionKind: "interior",
  },
  { kind: "calendar-link-issued", happenedAt: when("2020-12-11"), user: userId(2), link: hash("c") },
  { kind: "calendar-link-revoked", happenedAt: when("2020-12-12"), user: userId(2) },
  ...offersToPerson,
];

/** Another delegate, with all that is counted of a person. */
const ofExpert: readonly Fact[] = [
  {
    kind: "user-registered",
    happenedAt: when("2020-11-01"),
    user: userId(9),
    role: "delegate",
    party: party("IE"),
    gender: "male",
    institutionKind: "justice",
  },
];

const ofMission: readonly Fact[] = [
  {
    kind: "user-registered",
    happenedAt: when("2020-11-01"),
    user: userId(3),
    role: "permanent-mission",
    party: party("FR"),
  },
  { kind: "account-created", happenedAt: when("2020-11-02"), user: userId(3), sub: "sub-3" },
  { kind: "user-readdressed", happenedAt: when("2020-11-03"), user: userId(3), formerSub: "sub-3" },
  { kind: "account-created", happenedAt: when("2020-11-03"), user: userId(3), sub: "sub-3b" },
  { kind: "user-closed", happenedAt: when("2020-11-04"), user: userId(3), reason: "compromised" },
  { kind: "user-reopened", happenedAt: when("2020-11-05"), user: userId(3) },
  { kind: "user-closed", happenedAt: when("2020-11-06"), user: userId(3), reason: "left-service" },
  ...beforeErasure,
  { kind: "user-erased", happenedAt: when("2020-11-07"), user: userId(3), reason: "asked-by-person", source: "letter" },
];

const ofOfficer: readonly Fact[] = [
  {
    kind: "user-registered",
    happenedAt: when("2020-11-01"),
    user: userId(4),
    role: "secretariat",
    sponsors: [userId(5)],
  },
  { kind: "user-confirmed", happenedAt: when("2020-11-02"), user: userId(4), confirmedBy: userId(6) },
  {
    kind: "user-readdressed",
    happenedAt: when("2020-11-03"),
    user: userId(4),
    number: 1,
    sponsors: [userId(6), userId(5)],
  },
  { kind: "user-confirmed", happenedAt: when("2020-11-04"), user: userId(4) },
  { kind: "user-closed", happenedAt: when("2020-11-05"), user: userId(4), reason: "registered-by-mistake" },
  { kind: "user-reopened", happenedAt: when("2020-11-06"), user: userId(4), sponsors: [userId(5)] },
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
  {
    kind: "group-start-ordered",
    happenedAt: when("2021-12-01"),
    group,
    startedOn: day("2020-12-02"),
    preview: hash("4"),
    orderedBy: userId(1),
  },
  { kind: "group-start-withdrawn", happenedAt: when("2021-12-01"), group, reason: "Another day was meant." },
  {
    kind: "group-start-ordered",
    happenedAt: when("2021-12-01"),
    group,
    startedOn: day("2020-12-01"),
    preview: hash("5"),
    orderedBy: userId(1),
  },
  { kind: "group-start-approved", happenedAt: when("2021-12-01"), group, approvedBy: userId(2) },
  {
    kind: "group-started",
    happenedAt: when("2020-12-01"),
    group,
    startedOn: day("2020-12-01"),
    lettersAt: when("2021-12-01"),
  },
  { kind: "group-start-completed", happenedAt: when("2020-12-01"), group, reviews: 1 },
  {
    kind: "group-start-correction-ordered",
    happenedAt: when("2021-12-01"),
    group,
    startedOn: day("2020-11-02"),
    reason: "The day of the plenary was recorded.",
    orderedBy: userId(1),
  },
  {
    kind: "group-start-corrected",
    happenedAt: when("2021-12-01"),
    group,
    from: day("2020-12-01"),
    to: day("2020-11-02"),
    reason: "The day of the plenary was recorded.",
    lettersAt: when("2021-12-02"),
    reportedDay: day("2020-12-01"),
  },
  { kind: "group-start-correction-completed", happenedAt: when("2021-12-01"), group, reviews: 1 },
  { kind: "group-start-check-begun", happenedAt: when("2021-12-01"), group },
  { kind: "group-start-check-ended", happenedAt: when("2021-12-01"), group },
  { kind: "group-start-check-begun", happenedAt: when("2021-12-01"), group },
  {
    kind: "group-start-undone",
    happenedAt: when("2021-12-01"),
    group,
    startedOn: day("2020-11-02"),
    reason: "Another day was meant.",
  },
  { kind: "group-start-undo-completed", happenedAt: when("2021-12-01"), group, reviews: 1 },
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
  { kind: "bulletin-settled", happenedAt: when("2021-03-06"), bulletin, outcome: "went-out", letters: 1 },
];
const cancelled = bulletinId(2);

export const recordedFacts: readonly RecordedFacts[] = [
  {
    kind: "review",
    id: review,
    facts: [
      ...ofReview,
      ...withdrawalFacts,
      ...correctionFacts,
      ...laterFacts,
      ...denunciationFacts,
      ...denunciationCorrectionFacts,
    ],
  },
  { kind: "review", id: "c1-JP", facts: ofUndoneReview },
  { kind: "review", id: entered, facts: enteredFacts },
  {
    kind: "party",
    id: "FR",
    facts: [
      ...ofParty,
      entryOfParty,
      deferralOfParty,
      ...correctedDenunciationOfParty,
      ...officeOfParty,
      ...offersOfParty,
    ],
  },
  { kind: "contact-log", id: "FR", facts: ofContactLog },
  { kind: "phase", id: phase, facts: ofPhase },
  { kind: "review", id: "c4-FR", facts: ofContinuedReview },
  { kind: "user", id: userId(2), facts: ofUser },
  { kind: "user", id: userId(3), facts: ofMission },
  { kind: "user", id: userId(4), facts: ofOfficer },
  { kind: "group", id: group, facts: [...ofGroup, reviewOfEntry] },
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
  ...importedFacts,
  { kind: "user", id: userId(9), facts: ofExpert },
  ...ofRegisters,
  recordedPaper,
];
