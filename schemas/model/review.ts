import * as z from "zod";
import { GroupId, Hash, ImportId, MandateId, ObligationId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber, Instant, Instrument, Language, Reason } from "../base/values.ts";
import { MandateEndReason } from "./mandate-end-reason.ts";
import { Delay } from "./delay.ts";
import { JoiningDates } from "./party.ts";
import { Source } from "./source.ts";

export const Stage = z
  .enum(["scheduled", "nomination", "consultation", "questionnaire", "feedback", "observations", "concluded"])
  .meta({ id: "Stage" });
export type Stage = z.infer<typeof Stage>;

export const SeatRole = z.enum(["under-review", "reviewing", "additional-reviewer"]).meta({ id: "SeatRole" });
export type SeatRole = z.infer<typeof SeatRole>;

/** One party's place in a review, with the instruments it is reviewed for or reviews. */
export const Seat = z.object({ party: PartyId, role: SeatRole, instruments: z.array(Instrument) });
export type Seat = z.infer<typeof Seat>;

export const MandateRole = z.enum(["focal-point", "expert", "observer"]).meta({ id: "MandateRole" });
export type MandateRole = z.infer<typeof MandateRole>;

/** A person's part in a review for a party, from an instant on, until it is ended. */
export const Mandate = z.object({
  id: MandateId,
  role: MandateRole,
  party: PartyId,
  user: UserId,
  since: Instant,
  until: Instant.optional(),
  endReason: MandateEndReason.optional(),
  /** Of an expert who is named for some of the instruments of the seat alone; for all of them where left out. */
  instruments: z.array(Instrument).optional(),
  /** The time of the party's report; absent in rows of an earlier version. */
  namedAt: Instant.optional(),
  /** The time of the secretariat's check against the note verbale. */
  checkedAt: Instant.optional(),
  /** It had ended with a denunciation that was undone: a separate letter states a later end. */
  restoredAt: Instant.optional(),
  /** It was recorded by mistake: its holder served on no day. */
  reversedAt: Instant.optional(),
});
export type Mandate = z.infer<typeof Mandate>;

export const ObligationKind = z
  .enum(["focal-point", "experts", "questionnaire", "feedback", "clarification", "agreement"])
  .meta({ id: "ObligationKind" });
export type ObligationKind = z.infer<typeof ObligationKind>;

/** Obligations to name people, which bundle over the reviews of a party; every other obligation is separate. */
export const NominationKind = ObligationKind.extract(["focal-point", "experts"]).meta({ id: "NominationKind" });
export type NominationKind = z.infer<typeof NominationKind>;

/** Filter of obligations: by status, or open and past the date. */
export const ObligationChoice = z.enum(["open", "overdue", "met", "all"]).meta({ id: "ObligationChoice" });

/** Status of an obligation: open, met, or ended without being met. */
export const ObligationState = z.enum(["open", "met", "void"]).meta({ id: "ObligationState" });

/** The letter that names an obligation as it opens: from when on, and to which recipients of its party. */
export const Announcement = z.object({ at: Instant, to: z.enum(["focal-points", "all"]) });
export type Announcement = z.infer<typeof Announcement>;

/**
 * An obligation of one party. The generation rises whenever its date is set again, which makes every alarm and letter
 * of the earlier generation a no-op. `originalDueAt` never moves: lateness is counted from it.
 */
export const Obligation = z.object({
  id: ObligationId,
  kind: ObligationKind,
  party: PartyId,
  generation: z.int().min(1),
  state: ObligationState,
  openedOn: CalendarDate,
  dueAt: Instant,
  originalDueAt: Instant,
  /** The time since which its party knows the current date; earlier reminder steps are not sent. */
  datedAt: Instant.optional(),
  /** The delays in force, in the order of their notification; the last one set the current date. */
  delays: z.array(Delay).optional(),
  /** The new date of the delay that was reversed or corrected last, as it had been recorded. */
  mistakenDueAt: Instant.optional(),
  announced: Announcement.optional(),
  /** Open again after it was met: a submission was returned, or a new version of the list needs agreement. */
  reopened: z.boolean().optional(),
  /** The time at which the obligation was met or ended, not the time of recording. */
  settledAt: Instant.optional(),
});
export type Obligation = z.infer<typeof Obligation>;

export const QuestionnaireClock = z
  .enum(["review-start", "consultation", "agreed-date"])
  .meta({ id: "QuestionnaireClock" });
export type QuestionnaireClock = z.infer<typeof QuestionnaireClock>;

/** Reason for which the languages of a review are not agreed yet (paragraph 29). */
export const LanguagesOpen = z.enum(["in-discussion", "lack-of-resources"]).meta({ id: "LanguagesOpen" });
export type LanguagesOpen = z.infer<typeof LanguagesOpen>;

/** Mode of a meeting: in one room or by video. */
export const MeetingMode = z.enum(["in-person", "video"]).meta({ id: "MeetingMode" });
export type MeetingMode = z.infer<typeof MeetingMode>;

/** Counts the meetings of a review's consultation; the first one is the meeting that figures count. */
export const RoundNumber = z.int().min(2);

/** A further meeting of the parties, after their first one or an outcome without one. */
export const ConsultationRound = z.object({
  number: RoundNumber,
  heldOn: CalendarDate,
  mode: MeetingMode,
  /** The party that logged it, or for which it was logged; absent for the secretariat's own entries. */
  by: PartyId.optional(),
  source: Source.optional(),
});
export type ConsultationRound = z.infer<typeof ConsultationRound>;

/** The agreement of the parties of a review at its beginning. Meeting and languages are two dated facts. */
export const Consultation = z.object({
  heldOn: CalendarDate.optional(),
  /** The mode of the meeting; absent in rows of an earlier version. */
  mode: MeetingMode.optional(),
  /** Further meetings, in the order in which they were logged. */
  rounds: z.array(ConsultationRound).optional(),
  /** Concluded without a meeting: an exception, recorded with its reason (footnote 9). */
  withoutMeeting: z.boolean().optional(),
  /** The reason of that exception; absent in rows of an earlier version. */
  waiver: z.string().optional(),
  concludedOn: CalendarDate.optional(),
  concludedAt: Instant.optional(),
  languages: z.array(Language).optional(),
  /** The day on which they were agreed on or left open. */
  languagesOn: CalendarDate.optional(),
  /** The reason for more than two languages, an exception; absent in rows of an earlier version. */
  exception: z.string().optional(),
  languagesOpen: LanguagesOpen.optional(),
  translationNeeded: z.array(Language).optional(),
  clock: QuestionnaireClock.optional(),
  /** The day from which the six months count. */
  clockStartsOn: CalendarDate.optional(),
  /** The day on which the answers are due, where the parties agreed on one before the six months end. */
  answersDueOn: CalendarDate.optional(),
  /** Parties drawn in later, whose confirmation of languages and division of work is pending. */
  toConfirmWith: z.array(PartyId).optional(),
});
export type Consultation = z.infer<typeof Consultation>;

/** A submission: the hash of the text for each instrument; the texts are stored separately from the review. */
const Submission = z.object({
  at: Instant,
  /** The day from which the feedback counts: when the reviewers received the answers. */
  receivedOn: CalendarDate.optional(),
  documents: z.partialRecord(Instrument, Hash),
});

/** Feedback that a reviewer had cleared when its seat was drawn again: readable, and counted no more. */
const FormerFeedback = z.object({
  party: PartyId,
  at: Instant,
  documents: z.partialRecord(Instrument, Hash),
  drawnAwayAt: Instant,
  /** The party that took the seat. */
  by: PartyId,
});

/** The instruments that a reviewing party takes. */
export const DivisionPart = z.object({ party: PartyId, instruments: z.array(Instrument) });
export type DivisionPart = z.infer<typeof DivisionPart>;

/** The division of work. An instrument in no part belongs to all parties that review it. */
const Division = z.object({
  /** Counts the divisions of a review. */
  number: z.int().min(1),
  parts: z.array(DivisionPart),
  at: Instant,
  /** The party that recorded it, or for which it was recorded from the source. */
  by: PartyId,
  source: Source.optional(),
  /** Parties drawn in later, whose instruments are open again until the work is divided with them. */
  toConfirmWith: z.array(PartyId).optional(),
});

/** Status of a request for clarification. */
export const ClarificationStatus = z
  .enum(["open", "answered", "closed", "withdrawn"])
  .meta({ id: "ClarificationStatus" });

/** Number of a question of a review, as it is in a path. */
export const ClarificationNumber = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, "must be a number up to 999")
  .transform(Number)
  .meta({ override: { type: "integer", minimum: 1, maximum: 999 } });

/** A question of a reviewing party to the party under review, as an obligation of the latter. */
export const Clarification = z.object({
  number: z.int().min(1),
  askedBy: PartyId,
  askedAt: Instant,
  /** The instruments that it is about. */
  instruments: z.array(Instrument),
  question: Hash,
  answer: Hash.optional(),
  state: ClarificationStatus,
  settledAt: Instant.optional(),
});
export type Clarification = z.infer<typeof Clarification>;

/** A version of the list that an erratum replaced: it stays readable, marked so. */
const ReplacedVersion = z.object({
  version: z.int().min(1),
  document: Hash,
  /** The time of the agreement of the parties to it. */
  agreedAt: Instant.optional(),
  publishedAt: Instant,
  replacedAt: Instant,
  /** The reason of the replacement. */
  reason: Reason,
});

/** The list of observations with its summary: the version on the table, and which version each party agreed to. */
export const Observations = z.object({
  version: z.int().min(1),
  document: Hash,
  /** The time at which this version was drafted. */
  draftedAt: Instant,
  agreed: z.partialRecord(PartyId, z.int()),
  /** The time of the last agreement to this version, among those recorded so far. */
  latestAgreementAt: Instant.optional(),
  agreedAt: Instant.optional(),
  publishedAt: Instant.optional(),
  /** In the order of the errata. */
  replaced: z.array(ReplacedVersion).optional(),
  /** The times at which earlier versions were drafted. */
  formerDrafts: z.array(z.object({ version: z.int().min(1), draftedAt: Instant })).optional(),
});
export type Observations = z.infer<typeof Observations>;

/** Parts that a party may publish after conclusion: answers, dialogue, or both (paragraphs 32 and 41 of the rules). */
export const PublishedPart = z.enum(["answers", "dialogue"]).meta({ id: "PublishedPart" });
export type PublishedPart = z.infer<typeof PublishedPart>;

/** The body that decided that a review proceeds without a silent party. */
export const DecisionBody = z.enum(["conference", "working-group"]).meta({ id: "DecisionBody" });
export type DecisionBody = z.infer<typeof DecisionBody>;

/** Obligations without which a review can proceed; a nomination of a focal point is never one of them. */
export const DispensableKind = z.enum(["questionnaire", "feedback", "agreement"]).meta({ id: "DispensableKind" });
export type DispensableKind = z.infer<typeof DispensableKind>;

/** The symbol of a document of the Conference or its working group. */
export const DocumentSymbol = z
  .string()
  .regex(/^[A-Z0-9][A-Za-z0-9 ./-]{2,79}$/u, "must be the symbol of a document, such as CTOC/COP/2022/9");

/** A decision of the Conference or its working group, as it is recorded with what it decides. */
export const RecordedDecision = z.object({ body: DecisionBody, document: DocumentSymbol, decidedOn: CalendarDate });
export type RecordedDecision = z.infer<typeof RecordedDecision>;

/** A decision that the review proceeds without a pending act of a party. */
const DecisionOnSilence = z.object({
  party: PartyId,
  kind: DispensableKind,
  ...RecordedDecision.shape,
  at: Instant,
});

/** Effect of a redraw on an additional reviewer of the seat. */
export const AdditionalPart = z.enum(["drawn", "narrowed", "leaving"]);
export type AdditionalPart = z.infer<typeof AdditionalPart>;

/** A party's request for a redraw of a seat; open until the draw. */
const RedrawRequest = z.object({ by: PartyId, seat: PartyId, at: Instant });

export const Review = z.object({
  id: ReviewId,
  cluster: ClusterNumber,
  group: GroupId,
  party: PartyId,
  stage: Stage,
  stageSince: Instant,
  startedOn: CalendarDate.optional(),
  /** The review of the same party in the cluster before, whose people it took over. */
  follows: ReviewId.optional(),
  /** The generation of the consultation target after a corrected day; absent for the first one. */
  targetGeneration: z.int().min(2).optional(),
  /** The import that took it over. */
  import: ImportId.optional(),
  /** It was imported, and its reminders are not resumed: no letter leaves about its obligations. */
  remindersPaused: z.literal(true).optional(),
  /** Its imported mandates, which no letter names until then; a person named later is notified of it. */
  mandatesHeld: z.array(MandateId).optional(),
  /** The time from which letters mention it, if it was imported: earlier letters are not written. */
  remindersSince: Instant.optional(),
  /** The responsible officer of the secretariat. */
  officer: UserId.optional(),
  seats: z.record(PartyId, Seat),
  mandates: z.record(MandateId, Mandate),
  obligations: z.record(ObligationId, Obligation),
  consultation: Consultation.optional(),
  answers: Submission.optional(),
  division: Division.optional(),
  feedback: z.partialRecord(PartyId, Submission).optional(),
  /** In the order of the drawings. */
  formerFeedback: z.array(FormerFeedback).optional(),
  clarifications: z.array(Clarification).optional(),
  observations: Observations.optional(),
  /** The secretariat opened the answers to all participating parties (paragraph 40 of the rules). */
  answersOpenedAt: Instant.optional(),
  consents: z.array(PublishedPart).optional(),
  /** The time of the party's consent to publish each of these parts. */
  consentedAt: z.partialRecord(PublishedPart, Instant).optional(),
  /** Pending acts without which the review proceeds, by decision of the Conference or its working group. */
  decisions: z.array(DecisionOnSilence).optional(),
  /** The time at which the party under review waived the limit of four reviewers; absent without a waiver. */
  reviewerLimitWaivedAt: Instant.optional(),
  /** Requested redraws that were not carried out yet. */
  redrawsAsked: z.array(RedrawRequest).optional(),
  /** Parties that held a seat and were drawn away, with the one that took it: they are not drawn for it again. */
  drawnAway: z.array(z.object({ party: PartyId, by: PartyId, at: Instant })).optional(),
  /** The time of the first request for the last drawing to a party. */
  redrawAskedAt: z.partialRecord(PartyId, Instant).optional(),
  /** The party under review left the Convention: nothing is done in the review any more. */
  discontinued: z.object({ leftOn: CalendarDate, document: DocumentSymbol, at: Instant }).optional(),
  /** Seats whose parties left the Convention, since when; lots are to be drawn for them. */
  vacated: z.array(z.object({ party: PartyId, leftOn: CalendarDate, at: Instant })).optional(),
  /** The review came after the lots of its group, by this decision. */
  entry: RecordedDecision.optional(),
  /** The days by which what parties had joined counts here, where they are not the planned day of the group. */
  countedOn: JoiningDates.optional(),
  /** Instruments that the review took in since its drawing, with the reviewers drawn for them. */
  additions: z
    .array(
      z.object({
        instruments: z.array(Instrument),
        at: Instant,
        drawn: z.array(PartyId),
        /** The review had not started, so that no agreement was needed. */
        beforeStart: z.literal(true).optional(),
      }),
    )
    .optional(),
  /** Effects of a redraw on additional reviewers, with the parties drawn for the seat. */
  additionalTurns: z.array(z.object({ party: PartyId, part: AdditionalPart, with: PartyId, at: Instant })).optional(),
});
export type Review = z.infer<typeof Review>;
