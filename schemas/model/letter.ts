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

/** End of an unknown delivery: a person found that the letter had left, or its subject is over. */
export const SettledReason = z.enum(["went-out", "superseded"]);
export type SettledReason = z.infer<typeof SettledReason>;

/** Decision of a person about a letter whose delivery is unknown: it left, or it is to be sent again. */
export const SettlementOutcome = z.enum(["went-out", "send-again"]).meta({ id: "SettlementOutcome" });
export type SettlementOutcome = z.infer<typeof SettlementOutcome>;

/** The decision of a person, and the reason. */
const Settlement = z.object({ outcome: SettlementOutcome, by: UserId, at: Instant, reason: Reason.optional() });
export type Settlement = z.infer<typeof Settlement>;

/** The address of a mission to which a letter goes. `former`: an address that another replaced. */
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

/** Recipient of a letter; the address is resolved when the letter is composed. */
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
  /** The time since which the party knows this date; earlier reminder steps are not sent. */
  datedAt: Instant.optional(),
});
export type ReminderSubject = z.infer<typeof ReminderSubject>;

/** Change of the access of a user of the secretariat. */
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
  /** To a mission, instead of first reminders: the start was recorded late. Key: the time of these letters. */
  z.object({ kind: z.literal("late-start"), group: GroupId, party: PartyId, at: Instant }),
  /** To a mission or focal point: the day of the start was corrected. Key: the time of these letters. */
  z.object({ kind: z.literal("start-corrected"), group: GroupId, party: PartyId, at: Instant }),
  /** To a mission or focal point: the status of imported reviews. Key: the time of these letters. */
  z.object({
    kind: z.literal("state-of-reviews"),
    group: GroupId,
    party: PartyId,
    at: Instant,
    /** Those in which the party had a seat then. */
    reviews: z.array(ReviewId),
  }),
  /** To each recipient of a letter about a start that was undone. The key is the time of the undoing. */
  z.object({ kind: z.literal("start-undone"), group: GroupId, party: PartyId, at: Instant }),
  /** To a mission: the phase of a cluster was opened, in whose reviews its party takes part. */
  z.object({ kind: z.literal("phase-opened"), phase: PhaseId, party: PartyId }),
  /** To a mission that had a letter about it: its day, or the decision behind it, was another; named by when that was recorded. */
  z.object({ kind: z.literal("phase-corrected"), phase: PhaseId, party: PartyId, at: Instant }),
  z.object({ kind: z.literal("invitation"), user: UserId }),
  /** To the others of the secretariat: the change of a user's access, with the entry of the journal and the author. */
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
  /** The target day for an outcome has passed; notified once per target. The first has no number. */
  z.object({ kind: z.literal("consultation-past-target"), review: ReviewId, generation: z.int().min(2).optional() }),
  /** The agreement of the parties. The key is the time of recording, because languages may follow the outcome. */
  z.object({
    kind: z.literal("consultation-agreed"),
    review: ReviewId,
    recordedAt: Instant,
    /** Absent until languages are agreed on. A separate letter states later ones. */
    languages: z.array(Language),
    /** It replaces an earlier letter; with its days and its mode, since each correction has its own. */
    corrects: Consultation.pick({
      concludedOn: true,
      heldOn: true,
      mode: true,
      clockStartsOn: true,
      answersDueOn: true,
    }).optional(),
  }),
  /** The division of work among the reviewing parties; named by its number, since another may follow. */
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
  /** The review proceeds without this obligation, by decision of the Conference or its working group. */
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
    /** The earlier beginning, if another was notified before. */
    from: Instant.optional(),
  }),
  /** For all reviews of the mandate, or for the one whose seat went to another party by lot. */
  z.object({
    kind: z.literal("mandate-ended"),
    party: PartyId,
    mandate: MandateId,
    review: ReviewId.optional(),
    /** The earlier end, if another was notified before. */
    until: Instant.optional(),
    /** The nomination was recorded by mistake. */
    reversedAt: Instant.optional(),
    /** To the mission, which must name another person: the removal was recorded on a later day. */
    late: LateRecord.optional(),
  }),
  /** To the previous address: the number of the change, and its author unless it was an operator. */
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
  /** To a delegate, about a nomination by a further party than the one that registered them. */
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
  /** To each recipient of a letter about a denunciation that was changed. Key: the time of the change. */
  z.object({
    kind: z.literal("departure-corrected"),
    left: PartyId,
    party: PartyId,
    at: Instant,
    reviews: z.array(ReviewId),
  }),
  /** A letter of the secretariat to an audience; the text is stored with the bulletin. */
  z.object({ kind: z.literal("bulletin"), bulletin: BulletinId, round: z.int().min(1), reason: AddresseeReason }),
  /** To the secretariat: obligations that reminders did not settle; at most one letter a day. */
  z.object({ kind: z.literal("daily-list"), day: CalendarDate }),
  /** To a mission with a weekly digest: copies of the week, and pending obligations. */
  z.object({ kind: z.literal("digest"), party: PartyId, on: CalendarDate }),
]);
export type LetterContent = z.infer<typeof LetterContent>;
export type LetterKind = LetterContent["kind"];
export const LetterKind = z.enum(LetterContent.options.map(({ shape }) => shape.kind.value)).meta({ id: "LetterKind" });

/** An obligation that a letter speaks of, in the generation it was planned for. */
export const ObligationRef = z.object({ review: ReviewId, obligation: ObligationId, generation: z.int() });
export type ObligationRef = z.infer<typeof ObligationRef>;

/** The text of a letter as passed to the mail service, with its dates as a calendar file. */
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
  /** The time of the rule that planned it, for the explanation. */
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
  /** The number of claims; after `unknown`, the mail may be passed to the service once more. */
  claims: z.int().min(0),
  resentAfterUnknown: z.boolean().optional(),
  obligationRefs: z.array(ObligationRef).optional(),
  ...StatedVersion,
  /** The phases of the reviews that it names, of a letter of which that is decided as it is written. */
  phases: z.array(PhaseId).optional(),
  address: EmailAddress.optional(),
  /** The name in the letter of the person with that address; it is erased with the address. */
  recipientName: z.string().optional(),
  /** The text as passed to the mail service is stored separately. Rows of an earlier version have no such text. */
  textKept: z.boolean().optional(),
  /** The time at which the address and the text of the letter were erased. */
  addressErasedAt: Instant.optional(),
  textErasedAt: Instant.optional(),
  /** The recipient's address that was used; absent in rows of an earlier version, whose letters went to the first. */
  contact: Contact.optional(),
  language: Language.optional(),
  /** Of a bulletin: which languages come before that one for its reader, and had no text. */
  languagesTried: z.array(Language).optional(),
  subjectLine: z.string().optional(),
  reference: z.string().optional(),
  messageId: z.string().optional(),
  reason: z.string().optional(),
  /** The decision of a person when delivery was unknown; it stays when the mail service reports otherwise later. */
  settlement: Settlement.optional(),
  /** The time at which a person resumed it after a pause because of restored tables. */
  resumedAt: Instant.optional(),
  /** A person requested it, because the delivery of the previous letter was unknown. */
  requested: z.boolean().optional(),
  /** The digest that lists it: it was a copy, and was skipped for that digest. */
  digest: LetterId.optional(),
  /** The letter that names its obligations with others: it was skipped as a duplicate. */
  coveredBy: LetterId.optional(),
  /** The bounce may be only an absence notice, or a mailbox that was full for days. */
  bounceIsTransient: z.boolean().optional(),
  history: z.array(z.object({ at: Instant, state: LetterState, why: z.string().optional() })),
});
export type Letter = z.infer<typeof Letter>;
