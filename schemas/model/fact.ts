import * as z from "zod";
import {
  BulletinId,
  GroupId,
  Hash,
  ImportId,
  LetterId,
  MandateId,
  PartyId,
  PhaseId,
  RegisterEntryId,
  ReviewId,
  StatusPaperId,
  TextId,
  UserId,
} from "../base/ids.ts";
import {
  CalendarDate,
  ClusterNumber,
  GroupNumber,
  Instant,
  Language,
  Reason,
  RegionalGroup,
  ShortText,
} from "../base/values.ts";
import { BounceCount, BulletinRound } from "./bulletin.ts";
import { denunciationFacts } from "./denunciation-facts.ts";
import { fact } from "./fact-shape.ts";
import { offerFacts } from "./offer-facts.ts";
import { reviewFacts } from "./review-facts.ts";
import { Source } from "./source.ts";
import { ContactOutcome, ContactWay } from "./follow-up.ts";
import { UncoveredReview } from "./group.ts";
import { ImportRefused } from "./import.ts";
import { SettlementOutcome } from "./letter.ts";
import { DocumentSymbol, RecordedDecision } from "./review.ts";
import { Digest, JoiningDates, NoteVerbale, PartyKind } from "./party.ts";
import { GateCount, PhaseDecision, PhaseDrawing, PhaseGroup } from "./phase.ts";
import { RegisterContent } from "./register.ts";
import { KeptTexts, PaperDocument } from "./status-paper.ts";
import { TextUsed, TextVersion } from "./stored-text.ts";
import { ClosingReason, CorrectedDetails, CountedDetails, ErasureReason, ErasureSource, UserRole } from "./user.ts";

const PartyFacts = {
  name: ShortText,
  regionalGroup: RegionalGroup.nullable(),
  joined: JoiningDates,
  participation: z.enum(["takes-part", "unassigned", "not-taking-part"]),
};

/** On whose word a user of the secretariat has access; absent for all others, and where the operator gave it. */
const Sponsors = { sponsors: z.array(UserId).min(1).optional() };

export const Fact = z.discriminatedUnion("kind", [
  fact("party-registered", {
    party: PartyId,
    partyKind: PartyKind,
    alpha3: z.string().optional(),
    numeric: z.string().optional(),
    ...PartyFacts,
  }),
  fact("party-corrected", { party: PartyId, reason: Reason, change: z.object(PartyFacts).partial() }),
  /** A party requested one of its four redraws; counted on the party (paragraph 6). */
  fact("redraw-counted", { party: PartyId, review: ReviewId, number: z.int() }),
  /** The number of redraws that a party had requested, as an import takes it over. */
  fact("redraw-count-imported", { party: PartyId, number: z.int().min(0) }),
  /** A party took back a request for a redraw: `number` of its four remain counted. */
  fact("redraw-count-lowered", { party: PartyId, review: ReviewId, number: z.int().min(0) }),
  fact("mission-contacts-set", {
    party: PartyId,
    digest: Digest.optional(),
    /** The party consented to the publication of an office, or took that back; the office is stored elsewhere. */
    office: z.enum(["public", "withdrawn"]).optional(),
  }),
  /**
   * Another address replaced that of a party's mission; the first unconfirmed change, unless one is pending already.
   * `back`: the address before all unconfirmed ones returned. Former addresses are stored separately from the journal.
   */
  fact("mission-readdressed", { party: PartyId, number: z.int().min(1), back: z.literal(true).optional() }),
  /** The address of a party's mission is the right one: its account was used there, or a note verbale says so. */
  fact("mission-address-confirmed", { party: PartyId, user: UserId.optional(), note: NoteVerbale.optional() }),
  /** The secretariat followed up by other means than letters; the note is stored separately from the journal. */
  fact("contact-recorded", {
    party: PartyId,
    number: z.int(),
    review: ReviewId.optional(),
    way: ContactWay,
    contactedOn: CalendarDate,
    officer: UserId,
    outcome: ContactOutcome,
    nextOn: CalendarDate.optional(),
    follows: z.int().optional(),
  }),
  /** By a decision of the Conference the party takes part, with its review in a group whose lots were drawn before. */
  fact("party-entered", { party: PartyId, review: ReviewId, group: GroupId, ...RecordedDecision.shape }),
  /** The party requested not to serve as a reviewer in its own year, or withdrew that request; with the source. */
  fact("serving-deferral-set", { party: PartyId, defers: z.boolean(), source: Source }),
  /** The party left the Convention, as the document says, with effect from a day. */
  fact("party-left", {
    party: PartyId,
    leftOn: CalendarDate,
    document: DocumentSymbol,
    /** The parties whose missions are notified by one letter each, with the reviews that the letter is about. */
    notified: z.array(z.object({ party: PartyId, reviews: z.array(ReviewId) })),
  }),
  ...denunciationFacts,
  ...offerFacts,
  /** The review of a party that came later belongs to the group from then on. */
  fact("group-review-added", { group: GroupId, review: ReviewId }),
  fact("group-planned", {
    group: GroupId,
    cluster: ClusterNumber,
    number: GroupNumber,
    plannedFor: CalendarDate,
    reviews: z.array(ReviewId),
    /** The import that took it over. */
    import: ImportId.optional(),
  }),
  /** The start of a group was ordered on a day off its plan, and waits for a second person of the secretariat. */
  fact("group-start-ordered", {
    group: GroupId,
    startedOn: CalendarDate,
    preview: Hash,
    orderedBy: UserId,
    uncovered: z.array(UncoveredReview).optional(),
  }),
  /** A second person agreed to the start that waited, or to the correction of its day. */
  fact("group-start-approved", { group: GroupId, approvedBy: UserId }),
  /** A start that waited, or a correction of its day, was given up. */
  fact("group-start-withdrawn", { group: GroupId, reason: Reason }),
  /**
   * Letters about it leave from `lettersAt` on; it has none where it is paused. `late`: the start was recorded so long
   * after its day that each party gets one letter about it; see the policy `lateStart`.
   */
  fact("group-started", {
    group: GroupId,
    startedOn: CalendarDate,
    lettersAt: Instant.optional(),
    late: z.literal(true).optional(),
    /** Reviews that started without something that their party had joined by then, and why. */
    uncovered: z.array(UncoveredReview).optional(),
    /** An import recorded that it had started: no letter mentions it until reminders are resumed. */
    held: z.literal(true).optional(),
  }),
  /**
   * The reminders of an imported group begin: its reviews follow one by one. From `lettersAt` on, letters give each
   * party the status of its reviews.
   */
  fact("group-reminders-released", {
    group: GroupId,
    preview: Hash,
    lettersAt: Instant,
    releasedBy: UserId,
    /** Experts and observers who were invited before, and who receive the same letter. */
    toNotify: z.array(UserId),
  }),
  fact("group-release-completed", { group: GroupId, reviews: z.int() }),
  /**
   * The reviews of a group that has started are read, since its start is to be undone or corrected. What is recorded in
   * them meanwhile ends that, and they are read again.
   */
  fact("group-start-check-begun", { group: GroupId }),
  fact("group-start-check-ended", { group: GroupId }),
  /** The start was taken back before any party had acted; its reviews follow one by one. */
  fact("group-start-undone", {
    group: GroupId,
    startedOn: CalendarDate,
    /** The day in the last letters, if it differs: a correction was not notified yet. */
    reportedDay: CalendarDate.optional(),
    reason: Reason,
  }),
  fact("group-start-undo-completed", { group: GroupId, reviews: z.int() }),
  fact("group-start-completed", { group: GroupId, reviews: z.int() }),
  /** A correction of the day of a group's start to one off the plan was ordered, and waits for a second person. */
  fact("group-start-correction-ordered", {
    group: GroupId,
    startedOn: CalendarDate,
    reason: Reason,
    orderedBy: UserId,
  }),
  /**
   * The day of a group's start was recorded wrongly; its reviews follow one by one. Letters state it from `lettersAt`
   * on: those of the start, `late` as of a start recorded now, or, if these have left, one that corrects `reportedDay`.
   */
  fact("group-start-corrected", {
    group: GroupId,
    from: CalendarDate,
    to: CalendarDate,
    reason: Reason,
    lettersAt: Instant,
    late: z.literal(true).optional(),
    reportedDay: CalendarDate.optional(),
  }),
  fact("group-start-correction-completed", { group: GroupId, reviews: z.int() }),
  /** The phase of a cluster was opened: its reviews are set up one by one, then its groups. */
  fact("phase-opened", {
    phase: PhaseId,
    cluster: ClusterNumber,
    follows: PhaseId,
    gate: GateCount,
    decision: PhaseDecision.optional(),
    groups: z.array(PhaseGroup),
    drawings: z.array(PhaseDrawing),
    /** The import that took it over: what the phase holds came with that, and nothing is set up for it here. */
    import: ImportId.optional(),
  }),
  /** All its reviews and groups are set up; a letter notifies the parties that take part in any of them. */
  fact("phase-opening-completed", { phase: PhaseId, reviews: z.int(), parties: z.array(PartyId) }),
  /** The day of the opening, or the decision behind it, was recorded wrongly; `decision` is the right one, if any. */
  fact("phase-corrected", {
    phase: PhaseId,
    from: CalendarDate,
    to: CalendarDate,
    decision: PhaseDecision.optional(),
    reason: Reason,
  }),
  /** A party confirmed for a phase the people who serve it. */
  fact("mandates-confirmed", { party: PartyId, phase: PhaseId }),
  ...reviewFacts,
  /** An invited user made the first request to the API. */
  fact("user-first-seen", { user: UserId }),
  /** The account of a user whose role needs a second factor was seen to have one, or to have it no more. */
  fact("second-factor-found", { user: UserId }),
  fact("second-factor-missed", { user: UserId }),
  /** An officer wants invitations that were not used to be sent again. */
  /** `waiting`: users who were invited in the meantime are left out. */
  fact("invitations-requested-again", { users: z.array(UserId), waiting: z.literal(true).optional() }),
  /** The next invitation of a user: an officer requested it, or settled the previous one as to be sent again. */
  fact("invitation-resent", { user: UserId, attempt: z.int() }),
  /** The secretariat has compared a nomination with the note verbale. */
  fact("nomination-checked", { review: ReviewId, mandate: MandateId }),
  fact("user-registered", {
    user: UserId,
    role: UserRole,
    party: PartyId.optional(),
    ...CountedDetails.shape,
    /** Present where the account existed before: no account is created and no invitation sent. */
    sub: z.string().optional(),
    /** The import that recorded the mandates: there is no account and no invitation until its resumption. */
    import: ImportId.optional(),
    ...Sponsors,
  }),
  /** A user whom an import registered is invited when the reminders of a review in which they serve are resumed. */
  fact("user-invitation-released", { user: UserId }),
  /** A delegate who was registered for another party serves this one as well: they accepted, or an import said so. */
  fact("user-party-added", { user: UserId, party: PartyId }),
  /** Data of a person were replaced or corrected. */
  fact("person-updated", { user: UserId, ...CorrectedDetails }),
  /** From the next request on this user reads and writes nothing, and gets no letters. */
  fact("user-closed", { user: UserId, reason: ClosingReason }),
  fact("user-reopened", { user: UserId, ...Sponsors }),
  /** From the next request on, until this instant, the user reads and writes nothing. */
  fact("user-suspended", { user: UserId, until: Instant }),
  /**
   * An officer ordered that a person be erased; a second person approves it, in one entry with the erasure, or it is
   * withdrawn.
   */
  fact("user-erasure-ordered", { user: UserId, orderedBy: UserId, reason: ErasureReason, source: ErasureSource }),
  fact("user-erasure-approved", { user: UserId, approvedBy: UserId }),
  fact("user-erasure-withdrawn", { user: UserId }),
  /** The id identifies no person any more: name, addresses, letters, notes and account are erased. */
  fact("user-erased", { user: UserId, reason: ErasureReason, source: ErasureSource }),
  /** Another address took the place of the user's: the account of the old one, with this subject, is worth nothing. */
  /** Changes are counted; facts of an earlier version count only those of the secretariat. */
  fact("user-readdressed", {
    user: UserId,
    formerSub: z.string().optional(),
    number: z.int().min(1).optional(),
    /** For which party a delegate's was corrected. */
    party: PartyId.optional(),
    ...Sponsors,
  }),
  /** A calendar link was created, identified by the hash of its secret; an earlier link becomes invalid. */
  /** A permanent mission's is to the calendar of this party. */
  fact("calendar-link-issued", { user: UserId, party: PartyId.optional(), link: Hash }),
  fact("calendar-link-revoked", { user: UserId, party: PartyId.optional() }),
  /** Another user of the secretariat, or the operator if no user is named, confirms the identity of this one. */
  fact("user-confirmed", { user: UserId, confirmedBy: UserId.optional() }),
  fact("account-created", { user: UserId, sub: z.string() }),
  /** Letters go again to an address of the party's mission, or of the user, at which this letter failed. */
  fact("address-released", { party: PartyId.optional(), user: UserId.optional(), letter: LetterId }),
  /** A bulletin to the recipients of a preview; recipients and text are stored separately. */
  fact("bulletin-ordered", {
    bulletin: BulletinId,
    preview: Hash,
    text: Hash,
    /** The stored text that it says, where it is one. */
    stored: TextUsed.optional(),
    ...BulletinRound.omit({ at: true }).shape,
    sendAt: Instant,
    orderedBy: UserId,
    needsApproval: z.boolean(),
  }),
  fact("bulletin-approved", { bulletin: BulletinId, approvedBy: UserId }),
  /** Its time has come: from now on its letters are planned. */
  fact("bulletin-released", { bulletin: BulletinId }),
  /** The breaker: too many of its letters bounced. */
  fact("bulletin-stopped", { bulletin: BulletinId, ...BounceCount.shape }),
  fact("bulletin-resumed", { bulletin: BulletinId, ...BounceCount.shape }),
  fact("bulletin-cancelled", { bulletin: BulletinId }),
  /** Every letter of the last sending is finished, or waits for a person; the number of the latter is included. */
  fact("bulletin-completed", { bulletin: BulletinId, round: z.int(), toSettle: z.int().optional() }),
  /** A person settles all letters whose delivery is unknown together; the number of them is included. */
  fact("bulletin-settled", { bulletin: BulletinId, outcome: SettlementOutcome, letters: z.int().min(1) }),
  /** Ordered once more, to the recipients not reached. */
  fact("bulletin-resent", { bulletin: BulletinId, round: z.int().min(2), ...BulletinRound.omit({ at: true }).shape }),
  /** Earlier data are to be imported; the rows are stored with the import until that is done. */
  fact("import-ordered", {
    import: ImportId,
    orderedBy: UserId,
    pages: z.int(),
    reviews: z.array(ReviewId),
    groups: z.array(GroupId),
    people: z.int(),
  }),
  /** All of it was applied, but for what others had changed meanwhile. */
  fact("import-completed", { import: ImportId, refused: z.array(ImportRefused) }),
  /** Something that the status paper counts besides the reviews was recorded; it happened on the day that it names. */
  fact("register-entry-recorded", { entry: RegisterEntryId, content: RegisterContent }),
  /** The content of an entry was wrong: this content replaces it, and counts for every day. */
  fact("register-entry-corrected", { entry: RegisterEntryId, content: RegisterContent, reason: Reason }),
  /** An entry should not be there: it counts for no day. */
  fact("register-entry-withdrawn", { entry: RegisterEntryId, reason: Reason }),
  /** A status paper is to be written, as at a day and as known now; `previous` is the last published one. */
  fact("status-paper-ordered", {
    paper: StatusPaperId,
    asAt: CalendarDate,
    orderedBy: UserId,
    previous: StatusPaperId.optional(),
    languages: z.array(Language),
    /** Texts that a person had added to the previous paper, of that day or as the order names it. */
    texts: KeptTexts.optional(),
  }),
  /** A person added texts: all formats of words are written again, from unchanged numbers. */
  fact("status-paper-completed", { paper: StatusPaperId, texts: KeptTexts }),
  /** The paper was written in a format; its content is stored separately. */
  fact("status-paper-written", { paper: StatusPaperId, ...PaperDocument.shape, pages: z.int().min(1) }),
  fact("status-paper-publication-ordered", { paper: StatusPaperId, orderedBy: UserId }),
  /** A second person approved: it is public and stays as it is, by these hashes. */
  fact("status-paper-published", { paper: StatusPaperId, approvedBy: UserId, documents: z.array(PaperDocument) }),
  /** A version of a text that is kept to be sent; its content is stored separately. */
  fact("text-stored", { text: TextId, version: TextVersion.min(1), hash: Hash, writtenBy: UserId }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<Kind extends Fact["kind"]> = Extract<Fact, { kind: Kind }>;

export { AggregateKind } from "./aggregate-kind.ts";
