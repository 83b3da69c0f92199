import * as z from "zod";
import { BounceCount, BulletinRound } from "./bulletin.ts";
import { ContactOutcome, ContactWay } from "./follow-up.ts";
import {
  BulletinId,
  GroupId,
  Hash,
  LetterId,
  MandateId,
  ObligationId,
  PartyId,
  ReviewId,
  TextId,
  UserId,
} from "../base/ids.ts";
import { SettlementOutcome } from "./letter.ts";
import { Digest, JoiningDates, NoteVerbale, PartyKind } from "./party.ts";
import {
  LanguagesOpen,
  MandateRole,
  ObligationKind,
  PublishedPart,
  QuestionnaireClock,
  Seat,
  Stage,
} from "./review.ts";
import { TextUsed, TextVersion } from "./stored-text.ts";
import { ClosingReason, ErasureReason, ErasureSource, UserRole } from "./user.ts";
import {
  CalendarDate,
  ClusterNumber,
  DelayReason,
  Gender,
  GroupNumber,
  Instant,
  Instrument,
  Language,
  Reason,
  RegionalGroup,
  ShortText,
} from "../base/values.ts";

/**
 * What happened. Facts hold ids and what counters need, never a person's name, contact data or the text of a
 * document: people and documents stay correctable and erasable, the chain does not change.
 * `happenedAt` is when it happened; when it was recorded stands on the journal entry.
 */
const fact = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), happenedAt: Instant, ...shape });

const PartyFacts = {
  name: ShortText,
  regionalGroup: RegionalGroup.nullable(),
  joined: JoiningDates,
  participation: z.enum(["takes-part", "unassigned", "not-taking-part"]),
};

/** On whose word a user of the secretariat has access; absent for all others, and where the operator gave it. */
const Sponsors = { sponsors: z.array(UserId).min(1).optional() };

/** The hash of the text for each instrument; never the text. */
const Documents = z.partialRecord(Instrument, Hash);

export const CorrectableDate = z.enum(["start", "consultation", "submission"]).meta({ id: "CorrectableDate" });
export type CorrectableDate = z.infer<typeof CorrectableDate>;

export const Fact = z.discriminatedUnion("kind", [
  fact("party-registered", {
    party: PartyId,
    partyKind: PartyKind,
    alpha3: z.string().optional(),
    numeric: z.string().optional(),
    ...PartyFacts,
  }),
  fact("party-corrected", { party: PartyId, reason: Reason, change: z.object(PartyFacts).partial() }),
  fact("mission-contacts-set", { party: PartyId, digest: Digest.optional() }),
  /**
   * Another address took the place of that of a party's mission, the first of which nobody has confirmed unless one waits
   * already: `back`, it is the one before all that nobody confirmed. Former addresses stand beside the party.
   */
  fact("mission-readdressed", { party: PartyId, number: z.int().min(1), back: z.literal(true).optional() }),
  /** The address of a party's mission is the right one: its account was used there, or a note verbale says so. */
  fact("mission-address-confirmed", { party: PartyId, user: UserId.optional(), note: NoteVerbale.optional() }),
  /** The secretariat followed up by other means than letters; the note stands beside the party. */
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
  fact("group-planned", {
    group: GroupId,
    cluster: ClusterNumber,
    number: GroupNumber,
    plannedFor: CalendarDate,
    reviews: z.array(ReviewId),
  }),
  /** `lettersAt`: the start was recorded so late that each party gets one letter about it, then; see the policy `lateStart`. */
  fact("group-started", { group: GroupId, startedOn: CalendarDate, lettersAt: Instant.optional() }),
  fact("group-start-completed", { group: GroupId, reviews: z.int() }),
  fact("review-drawn", {
    review: ReviewId,
    cluster: ClusterNumber,
    group: GroupId,
    party: PartyId,
    seats: z.array(Seat),
  }),
  fact("review-started", { review: ReviewId, startedOn: CalendarDate }),
  /** Whose the review is among the secretariat; nobody's where left out. */
  fact("officer-assigned", { review: ReviewId, officer: UserId.optional() }),
  fact("stage-changed", { review: ReviewId, from: Stage, to: Stage }),
  fact("obligation-opened", {
    review: ReviewId,
    obligation: ObligationId,
    obligationKind: ObligationKind,
    party: PartyId,
    generation: z.int(),
    openedOn: CalendarDate,
    dueAt: Instant,
    /** Present where a duty met before is owed again: late is counted from this date, which stays. */
    originalDueAt: Instant.optional(),
    /** When whoever owes it is told of a start that was recorded late: steps of before tell nothing new. */
    datedAt: Instant.optional(),
  }),
  fact("obligation-met", { review: ReviewId, obligation: ObligationId, generation: z.int() }),
  fact("obligation-voided", {
    review: ReviewId,
    obligation: ObligationId,
    /** The generation that fell away. */
    generation: z.int(),
    /** The generation in which the duty stands void from here on; facts of earlier versions leave it out. */
    nextGeneration: z.int().optional(),
  }),
  /** The party that owes it told of a delay: a new generation with a new date; the original date stays. */
  fact("delay-notified", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    dueAt: Instant,
    reason: DelayReason,
    beyondRules: z.boolean(),
  }),
  /** The party that owes it told of a delay that waits for the secretariat's approval: no date has moved. */
  fact("delay-asked", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    dueOn: CalendarDate,
    reason: DelayReason,
  }),
  /** The secretariat approved a delay that waited: from here on it is what one that is told of is without approval. */
  fact("delay-approved", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    dueAt: Instant,
    reason: DelayReason,
    beyondRules: z.boolean(),
  }),
  fact("delay-refused", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    dueOn: CalendarDate,
    reason: Reason,
  }),
  /** A date from which duties count was recorded wrongly; the duties follow as new generations. */
  fact("date-corrected", {
    review: ReviewId,
    what: CorrectableDate,
    from: CalendarDate,
    to: CalendarDate,
    reason: Reason,
  }),
  /** A duty's dates after a correction: both move, since the original was counted from a wrong day. */
  fact("obligation-redated", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    openedOn: CalendarDate,
    dueAt: Instant,
    originalDueAt: Instant,
  }),
  fact("consultation-held", { review: ReviewId, heldOn: CalendarDate }),
  fact("languages-agreed", {
    review: ReviewId,
    languages: z.array(Language),
    exceptional: z.boolean(),
    reason: Reason.optional(),
  }),
  fact("languages-left-open", { review: ReviewId, why: LanguagesOpen, translationNeeded: z.array(Language) }),
  fact("consultation-concluded", {
    review: ReviewId,
    concludedOn: CalendarDate,
    withoutMeeting: z.boolean(),
    clock: QuestionnaireClock,
    clockStartsOn: CalendarDate,
    answersDueOn: CalendarDate.optional(),
    /** Why there was no meeting. */
    reason: Reason.optional(),
  }),
  fact("answers-submitted", { review: ReviewId, receivedOn: CalendarDate, documents: Documents }),
  fact("answers-returned", { review: ReviewId, reason: Reason }),
  fact("answers-opened", { review: ReviewId }),
  fact("feedback-cleared", { review: ReviewId, party: PartyId, documents: Documents }),
  fact("feedback-returned", { review: ReviewId, party: PartyId, reason: Reason }),
  fact("clarification-asked", {
    review: ReviewId,
    number: z.int(),
    party: PartyId,
    document: Hash,
    /** Facts of earlier versions leave it out. */
    instruments: z.array(Instrument).optional(),
  }),
  fact("clarification-answered", { review: ReviewId, number: z.int(), document: Hash }),
  fact("clarification-closed", { review: ReviewId, number: z.int() }),
  fact("observations-drafted", { review: ReviewId, version: z.int(), document: Hash }),
  fact("observations-agreed", { review: ReviewId, party: PartyId, version: z.int() }),
  fact("observations-published", { review: ReviewId, version: z.int() }),
  fact("publication-consented", { review: ReviewId, party: PartyId, parts: z.array(PublishedPart) }),
  fact("mandate-ended", {
    review: ReviewId,
    mandate: MandateId,
    until: Instant,
    successor: MandateId.optional(),
    /** The later end that was told before, where this one takes its place. */
    insteadOf: Instant.optional(),
  }),
  /** A successor begins earlier than was told, as the mandate before ends earlier. */
  fact("mandate-advanced", { review: ReviewId, mandate: MandateId, since: Instant }),
  fact("redraw-asked", { review: ReviewId, party: PartyId, seat: PartyId }),
  fact("seat-redrawn", {
    review: ReviewId,
    from: PartyId,
    seat: Seat,
    /** How the lots were drawn here, so that anybody can draw them again; absent for a drawing held outside. */
    draw: z.object({ seed: z.int(), candidates: z.array(PartyId) }).optional(),
    /** Why a drawing held outside stands although it breaks a rule of the lots. */
    deviation: Reason.optional(),
  }),
  /** A party asked for a redraw, of which it has four; counted on the party (paragraph 6). */
  fact("redraw-counted", { party: PartyId, review: ReviewId, number: z.int() }),
  fact("mandate-began", {
    review: ReviewId,
    mandate: MandateId,
    role: MandateRole,
    party: PartyId,
    user: UserId,
    since: Instant,
  }),
  /** Somebody who was invited has asked the API for something, for the first time. */
  fact("user-first-seen", { user: UserId }),
  /** The account of a user whose role needs a second factor was seen to have one, or to have it no more. */
  fact("second-factor-found", { user: UserId }),
  fact("second-factor-missed", { user: UserId }),
  /** An officer wants invitations that were not used to be sent again. */
  /** `waiting`: whoever of them was invited meanwhile is left out. */
  fact("invitations-asked-again", { users: z.array(UserId), waiting: z.literal(true).optional() }),
  /** The next invitation of a user: an officer asked for it, or settled the one before as to be sent again. */
  fact("invitation-resent", { user: UserId, attempt: z.int() }),
  /** The secretariat has compared a nomination with the note verbale. */
  fact("nomination-checked", { review: ReviewId, mandate: MandateId }),
  fact("user-registered", {
    user: UserId,
    role: UserRole,
    party: PartyId.optional(),
    gender: Gender.optional(),
    /** Present where the account existed before: no account is created and no invitation sent. */
    sub: z.string().optional(),
    ...Sponsors,
  }),
  fact("person-updated", { user: UserId }),
  /** From the next request on this user reads and writes nothing, and gets no letters. */
  fact("user-closed", { user: UserId, reason: ClosingReason }),
  fact("user-reopened", { user: UserId, ...Sponsors }),
  /** From here on the id leads to nobody: name, addresses, letters' addresses and texts, notes and account are erased. */
  fact("user-erased", { user: UserId, reason: ErasureReason, source: ErasureSource }),
  /** Another address took the place of the user's: the account of the old one, with this subject, is worth nothing. */
  /** Of a user of the secretariat the changes are counted; the address that one took the place of stands beside the user. */
  fact("user-readdressed", {
    user: UserId,
    formerSub: z.string().optional(),
    number: z.int().min(1).optional(),
    ...Sponsors,
  }),
  /** Another user of the secretariat, or the operator, where nobody is named, says that this one is who it should be. */
  fact("user-confirmed", { user: UserId, confirmedBy: UserId.optional() }),
  fact("account-created", { user: UserId, sub: z.string() }),
  /** Letters go again to an address of the party's mission, or of the user, at which this letter failed. */
  fact("address-released", { party: PartyId.optional(), user: UserId.optional(), letter: LetterId }),
  /** A bulletin to those whom a preview listed; who they are and what it says stand beside it. */
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
  /** Every letter of the last sending has come to an end, or waits for a person, as so many of them do. */
  fact("bulletin-completed", { bulletin: BulletinId, round: z.int(), toSettle: z.int().optional() }),
  /** A person settles together the letters of which nobody knows whether they left; so many waited for it. */
  fact("bulletin-settled", { bulletin: BulletinId, outcome: SettlementOutcome, letters: z.int().min(1) }),
  /** Ordered once more, to those whom it had not reached. */
  fact("bulletin-resent", { bulletin: BulletinId, round: z.int().min(2), ...BulletinRound.omit({ at: true }).shape }),
  /** A version of a text that is kept to be sent; what it says stands beside it. */
  fact("text-stored", { text: TextId, version: TextVersion.min(1), hash: Hash, writtenBy: UserId }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<Kind extends Fact["kind"]> = Extract<Fact, { kind: Kind }>;

export { AggregateKind } from "./aggregate-kind.ts";

/** One accepted command's effect on one subject: a link of that subject's chain. */
export const JournalEntry = z.object({
  schema: z.literal(1),
  subject: z.string().regex(/^(party|group|review|user|bulletin|text|contact-log)#[A-Za-z0-9-]+$/),
  version: z.int().min(1),
  recordedAt: Instant,
  /** Who recorded it: a user's id, or the function that acted. */
  by: z.string(),
  facts: z.array(Fact).min(1),
  /** Hash of the entry before it, empty for the first. */
  previous: z.union([Hash, z.literal("")]),
  /** SHA-256 over the canonical JSON (RFC 8785) of this entry without this field. */
  hash: Hash,
});
export type JournalEntry = z.infer<typeof JournalEntry>;
