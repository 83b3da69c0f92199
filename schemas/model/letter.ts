import * as z from "zod";
import { AddresseeReason } from "./audience.ts";
import {
  BulletinId,
  GroupId,
  LetterId,
  MandateId,
  ObligationId,
  PartyId,
  PhaseId,
  ReviewId,
  UserId,
} from "../base/ids.ts";
import { OfferLetter } from "./mandate-offer.ts";
import { AdditionalPart, Consultation, ObligationKind } from "./review.ts";
import { StatedVersion } from "./stated-version.ts";
import { PersonDetail } from "./user.ts";
import { CalendarDate, EmailAddress, Instant, Language, Office, Reason } from "../base/values.ts";

export const LetterState = z
  .enum([
    "planned",
    "claimed",
    "unknown",
    "accepted",
    "delivered",
    "bounced",
    "complained",
    "skipped",
    "failed",
    "settled",
  ])
  .meta({ id: "LetterState" });
export type LetterState = z.infer<typeof LetterState>;

export const SkipReason = z
  .enum([
    "done",
    "delayed",
    "replaced",
    "suppressed",
    "no-address",
    "access-closed",
    "duplicate",
    "cancelled",
    "digest",
  ])
  .meta({ id: "SkipReason" });
export type SkipReason = z.infer<typeof SkipReason>;

/**
 * How it ended that nobody knew whether a letter had left: a person found out that it had, or nobody needs to know any
 * more, because what it speaks of is over.
 */
export const SettledReason = z.enum(["went-out", "superseded"]);
export type SettledReason = z.infer<typeof SettledReason>;

/** What a person says of a letter of which nobody knows whether it left: it did, or it is to be sent again. */
export const SettlementOutcome = z.enum(["went-out", "send-again"]).meta({ id: "SettlementOutcome" });
export type SettlementOutcome = z.infer<typeof SettlementOutcome>;

/** That a person said so, and why. */
const Settlement = z.object({ outcome: SettlementOutcome, by: UserId, at: Instant, reason: Reason.optional() });
export type Settlement = z.infer<typeof Settlement>;

/** Which address of a mission a letter goes to; a person has one. `former`: one that another took the place of. */
export const Contact = z.enum(["first", "second", "former"]).meta({ id: "ContactAddress" });
export type Contact = z.infer<typeof Contact>;

/** The number of a change of address: the letter goes to the address that was given up then. Left out: to the address of now. */
const BeforeChange = { beforeChange: z.int().min(1).optional() };

/** Those found through parties and mandates: missions and persons. */
export const PartyRecipient = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mission"), party: PartyId, ...BeforeChange }),
  z.object({ kind: z.literal("user"), user: UserId, ...BeforeChange }),
]);
export type PartyRecipient = z.infer<typeof PartyRecipient>;

/** Whom a letter is for; the address is looked up when it is composed. */
export const Recipient = z.discriminatedUnion("kind", [
  ...PartyRecipient.options,
  z.object({ kind: z.literal("office"), office: Office }),
]);
export type Recipient = z.infer<typeof Recipient>;

/**
 * The obligations that one reminder speaks of: those of one party, of one kind, due at one instant and of one
 * generation. A nomination reminder is one letter for all reviews of a group; every other names its review.
 */
export const ReminderSubject = z.object({
  kind: ObligationKind,
  party: PartyId,
  group: GroupId,
  review: ReviewId.optional(),
  dueAt: Instant,
  generation: z.int().min(1),
  /** When whoever owes it set this date, or is told of it by another letter: reminders of moments before would tell nothing new. */
  datedAt: Instant.optional(),
});
export type ReminderSubject = z.infer<typeof ReminderSubject>;

/** What was done to the access of a user of the secretariat. */
export const AccessChange = z.enum(["registered", "closed", "reopened", "readdressed"]).meta({ id: "AccessChange" });
export type AccessChange = z.infer<typeof AccessChange>;

/** A step of the reminder schedule, named by its distance from the date: start, d-7, d+0, d+28. */
export const StepName = z.string().regex(/^(start|d[+-]\d{1,6})$/);

/** One reminder step of one reminder subject. */
const SubjectStep = z.object({ reminderSubject: ReminderSubject, stepName: StepName });
export type SubjectStep = z.infer<typeof SubjectStep>;

/** The day on which something happened and the later one on which it was recorded: why a letter about it leaves late. */
const LateRecord = z.object({ happenedOn: CalendarDate, recordedOn: CalendarDate });

export const LetterContent = z.discriminatedUnion("kind", [
  /** To a mission; `further` holds the other steps of its nominations in the group that are due on the same morning. */
  z.object({
    kind: z.literal("nomination-reminder"),
    ...SubjectStep.shape,
    further: z.array(SubjectStep).min(1).optional(),
  }),
  z.object({ kind: z.literal("duty-reminder"), reminderSubject: ReminderSubject, stepName: StepName }),
  /** To a mission, instead of the first reminders: its group's start was recorded long after its day; named by when letters tell of it. */
  z.object({ kind: z.literal("late-start"), group: GroupId, party: PartyId, at: Instant }),
  /** To a mission or a focal point: the day of its group's start was corrected after letters told it; named by when letters tell of it. */
  z.object({ kind: z.literal("start-corrected"), group: GroupId, party: PartyId, at: Instant }),
  /** To a mission or a focal point: where the reviews of a group that was taken over stand, once their reminders are released; named by when letters tell of it. */
  z.object({
    kind: z.literal("state-of-reviews"),
    group: GroupId,
    party: PartyId,
    at: Instant,
    /** Those in which the party had a seat then. */
    reviews: z.array(ReviewId),
  }),
  /** To whoever had a letter about a start which was undone; named by when it was. */
  z.object({ kind: z.literal("start-undone"), group: GroupId, party: PartyId, at: Instant }),
  /** To a mission: the phase of a cluster was opened, in whose reviews its party takes part. */
  z.object({ kind: z.literal("phase-opened"), phase: PhaseId, party: PartyId }),
  /** To a mission that had a letter about it: its day, or the decision behind it, was another; named by when that was recorded. */
  z.object({ kind: z.literal("phase-corrected"), phase: PhaseId, party: PartyId, at: Instant }),
  z.object({ kind: z.literal("invitation"), user: UserId }),
  /** To the others of the secretariat: what was done to the access of one of them, by which entry of the journal, by whom. */
  z.object({
    kind: z.literal("access-changed"),
    user: UserId,
    change: AccessChange,
    version: z.int().min(1),
    /** The user who did it; the operator where left out. */
    by: UserId.optional(),
  }),
  /** Every focal point is named, so that the parties may consult one another. */
  z.object({ kind: z.literal("consultation-opened"), review: ReviewId }),
  /** The day by which an outcome was suggested has passed without one; told once of each target, of which the first has no number. */
  z.object({ kind: z.literal("consultation-past-target"), review: ReviewId, generation: z.int().min(2).optional() }),
  /** What the parties agreed on; named by when that was recorded, because languages may follow the outcome. */
  z.object({
    kind: z.literal("consultation-agreed"),
    review: ReviewId,
    recordedAt: Instant,
    /** None where they were not agreed on. Once others are, a letter of their own tells of them. */
    languages: z.array(Language),
    /** That it takes the place of an earlier one; with the days and the mode that it tells, of which another correction has its own. */
    corrects: Consultation.pick({
      concludedOn: true,
      heldOn: true,
      mode: true,
      clockStartsOn: true,
      answersDueOn: true,
    }).optional(),
  }),
  /** How the reviewing parties divide their work; named by its number, since another may follow. */
  z.object({ kind: z.literal("work-divided"), review: ReviewId, number: z.int().min(1) }),
  /** Answers are in and may be read; named by when they were received. */
  z.object({ kind: z.literal("answers-received"), review: ReviewId, receivedAt: Instant }),
  /** Answers went back to the party under review; named by when they did. */
  z.object({ kind: z.literal("answers-returned"), review: ReviewId, returnedAt: Instant }),
  z.object({ kind: z.literal("delay-notified"), review: ReviewId, obligation: ObligationId, generation: z.int() }),
  /** A delay was recorded by mistake, or with a wrong date; named by the generation that its reversal or correction set. */
  z.object({
    kind: z.literal("delay-reversed"),
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    /** The delay remains, with another date. */
    corrected: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal("clarification-asked"), review: ReviewId, number: z.int() }),
  z.object({ kind: z.literal("clarification-answered"), review: ReviewId, number: z.int() }),
  z.object({ kind: z.literal("feedback-complete"), review: ReviewId }),
  /** The review goes on without this obligation, by decision of the Conference or its working group. */
  z.object({ kind: z.literal("decision-recorded"), review: ReviewId, obligation: ObligationId }),
  z.object({ kind: z.literal("list-to-agree"), review: ReviewId, version: z.int() }),
  z.object({ kind: z.literal("list-published"), review: ReviewId }),
  /** A version replaced the published one by erratum. */
  z.object({ kind: z.literal("erratum-published"), review: ReviewId, version: z.int() }),
  /** To a focal point who takes over: what is open, until when, and where the documents are. */
  z.object({
    kind: z.literal("handover"),
    party: PartyId,
    mandate: MandateId,
    /** The earlier beginning, where another was told before. */
    from: Instant.optional(),
  }),
  /** Of all reviews in which it stood, or of the one whose seat went to another party by lot. */
  z.object({
    kind: z.literal("mandate-ended"),
    party: PartyId,
    mandate: MandateId,
    review: ReviewId.optional(),
    /** The earlier end, where another was told before. */
    until: Instant.optional(),
    /** The nomination was recorded by mistake. */
    reversedAt: Instant.optional(),
    /** To the mission, which must name another person: the removal was recorded on a later day. */
    late: LateRecord.optional(),
  }),
  /** To the address before: another took its place by the change with this number, and by whom, if by no operator. */
  z.object({ kind: z.literal("mission-readdressed"), party: PartyId, number: z.int().min(1), by: UserId.optional() }),
  /** To a person, and to the address before where another took its place: what was corrected of them by an entry of their journal. */
  z.object({
    kind: z.literal("person-corrected"),
    user: UserId,
    version: z.int().min(1),
    details: z.array(PersonDetail).min(1),
    /** The user who did it; the operator where left out. */
    by: UserId.optional(),
  }),
  /** To a delegate whom another party than the one that registered them named as well. */
  z.object({ kind: z.literal("further-nomination"), user: UserId, party: PartyId }),
  OfferLetter,
  z.object({
    kind: z.literal("seat-redrawn"),
    review: ReviewId,
    from: PartyId,
    to: PartyId,
    /** To an additional reviewer that was drawn with it, reviews less since, or is no longer needed. */
    additional: z.object({ party: PartyId, part: AdditionalPart }).optional(),
    late: LateRecord.optional(),
    /** The lots were drawn here, by the rules, which then are why. */
    drawnHere: z.literal(true).optional(),
  }),
  /** The review covers more instruments than before; named by when they were added. */
  z.object({ kind: z.literal("instruments-added"), review: ReviewId, addedAt: Instant }),
  /** A party takes part by a later decision, and its reviewers are drawn. */
  z.object({ kind: z.literal("review-entered"), review: ReviewId, late: LateRecord.optional() }),
  /** A party left the Convention: its reviews go no further, or its seats wait for lots; named by when that was recorded. */
  z.object({
    kind: z.literal("party-left"),
    party: PartyId,
    recordedAt: Instant,
    /** Those in which the reader's party took part with it. */
    reviews: z.array(ReviewId),
  }),
  /** To whoever had a letter about a departure that was corrected or undone; named by when it was. */
  z.object({
    kind: z.literal("departure-corrected"),
    left: PartyId,
    party: PartyId,
    at: Instant,
    reviews: z.array(ReviewId),
  }),
  /** What the secretariat wrote to an audience, in the first sending or a later one; the text stands beside the bulletin. */
  z.object({ kind: z.literal("bulletin"), bulletin: BulletinId, round: z.int().min(1), reason: AddresseeReason }),
  /** What reminders did not settle, to the secretariat; at most one a day. */
  z.object({ kind: z.literal("daily-list"), day: CalendarDate }),
  /** To a mission that asked for it: copies that were held for the week, and what is open. */
  z.object({ kind: z.literal("digest"), party: PartyId, on: CalendarDate }),
]);
export type LetterContent = z.infer<typeof LetterContent>;
export type LetterKind = LetterContent["kind"];
export const LetterKind = z.enum(LetterContent.options.map(({ shape }) => shape.kind.value)).meta({ id: "LetterKind" });

/** An obligation that a letter speaks of, in the generation it was planned for. */
export const ObligationRef = z.object({ review: ReviewId, obligation: ObligationId, generation: z.int() });
export type ObligationRef = z.infer<typeof ObligationRef>;

/** What a letter says, as it is handed to the mail service, with the dates that go with it as a calendar file. */
export const LetterText = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  calendar: z.string().optional(),
});
export type LetterText = z.infer<typeof LetterText>;

/** A letter is a row: planned before anything is sent, and ending in a state that says why. */
export const Letter = z.object({
  schema: z.literal(1),
  id: LetterId,
  state: LetterState,
  recipient: Recipient,
  party: PartyId.optional(),
  content: LetterContent,
  attempt: z.int().min(1),
  /** Which rule and which moment made it (for the explanation). */
  plannedAt: Instant,
  plannedFor: Instant,
  rule: z.string(),
  /** It was written as soon as what it speaks of was recorded: no moment was waited for, and `plannedFor` may lie before. */
  onOpening: z.boolean().optional(),
  /** Rows in a state that is not final are looked at again after this instant. */
  attentionAt: Instant,
  changedAt: Instant,
  /** Rises with every change of the row; a change names the revision it was decided on. */
  revision: z.int().min(1),
  lease: Instant.optional(),
  /** How often a claim was made; the mail may be handed over again once after `unknown`. */
  claims: z.int().min(0),
  resentAfterUnknown: z.boolean().optional(),
  obligationRefs: z.array(ObligationRef).optional(),
  ...StatedVersion,
  /** The phases of the reviews that it names, of a letter of which that is decided as it is written. */
  phases: z.array(PhaseId).optional(),
  address: EmailAddress.optional(),
  /** Whom that address is of, as the letter names them; it is erased with the address. */
  recipientName: z.string().optional(),
  /** What it says stands beside it, as it was handed to the mail service. Rows of old have no text beside them. */
  textKept: z.boolean().optional(),
  /** When the address was erased, and what the letter said. */
  addressErasedAt: Instant.optional(),
  textErasedAt: Instant.optional(),
  /** Which of the recipient's addresses that is; rows of old do not say, and went to the first. */
  contact: Contact.optional(),
  language: Language.optional(),
  /** Of a bulletin: which languages come before that one for its reader, and had no text. */
  languagesTried: z.array(Language).optional(),
  subjectLine: z.string().optional(),
  reference: z.string().optional(),
  messageId: z.string().optional(),
  reason: z.string().optional(),
  /** What a person said when nobody knew whether it had left; it stays when the mail service reports something else later. */
  settlement: Settlement.optional(),
  /** When a person released it, which was held because tables had been restored. */
  released: Instant.optional(),
  /** A person asked for it, because nobody knew whether the letter before had left. */
  requested: z.boolean().optional(),
  /** The digest that tells of it: it was a copy, and was skipped for that. */
  digest: LetterId.optional(),
  /** The letter that names its obligations with others: it was skipped as a duplicate. */
  coveredBy: LetterId.optional(),
  /** The bounce may be no more than an answer of somebody out of office, or a mailbox that was full for days. */
  bounceIsTransient: z.boolean().optional(),
  history: z.array(z.object({ at: Instant, state: LetterState, why: z.string().optional() })),
});
export type Letter = z.infer<typeof Letter>;
