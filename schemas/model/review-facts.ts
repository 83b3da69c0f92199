import * as z from "zod";
import { GroupId, Hash, ImportId, MandateId, ObligationId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber, DelayReason, Instant, Instrument, Language, Reason } from "../base/values.ts";
import { MandateEndReason } from "./mandate-end-reason.ts";
import { DateSubject } from "./correctable-date.ts";
import { AttachedText } from "./draft.ts";
import { fact } from "./fact-shape.ts";
import { LotsDeviation, LotsDrawn, LotsInTurn } from "./lots.ts";
import { JoiningDates } from "./party.ts";
import { OutsideAct, Source } from "./source.ts";
import { ObservationItemsIfAny } from "./observation-items.ts";
import {
  Announcement,
  DecisionBody,
  DispensableKind,
  DivisionPart,
  DocumentSymbol,
  RecordedDecision,
  LanguagesOpen,
  Mandate,
  MandateRole,
  MeetingMode,
  ObligationKind,
  PublishedPart,
  QuestionnaireClock,
  Review,
  RoundNumber,
  Seat,
  Stage,
} from "./review.ts";

/** The agreement of a party to an erratum, with its day and its source. */
export const ErratumAgreement = z.strictObject(OutsideAct.shape).meta({ id: "ErratumAgreement" });

/** The hash of the text for each instrument; never the text. */
const Documents = z.partialRecord(Instrument, Hash);

/** Facts of a review, and facts of it that a party counts. */
export const reviewFacts = [
  fact("review-drawn", {
    review: ReviewId,
    cluster: ClusterNumber,
    group: GroupId,
    party: PartyId,
    seats: z.array(Seat),
    /** The party under review had waived that it has four reviewers at most. */
    limitWaived: z.literal(true).optional(),
    /** By which decision the party takes part, where it came after the lots of its group. */
    entry: RecordedDecision.optional(),
    /** The days by which what parties had joined counts, where they are not the planned day of the group. */
    countedOn: JoiningDates.optional(),
    /** The draw of a later reviewer here; absent for a drawing held outside. */
    draw: LotsInTurn.optional(),
    /** The document that records a draw held outside. */
    document: DocumentSymbol.optional(),
    /** Rules of the lots that the draw breaks for the party, with the reasons for which it remains valid. */
    deviations: z.array(LotsDeviation).optional(),
  }),
  /** A review of the next cluster takes over who serves in the one before, as they serve, and its officer. */
  fact("mandates-continued", {
    review: ReviewId,
    from: ReviewId,
    mandates: z.array(Mandate),
    officer: UserId.optional(),
    /** Parties that were drawn away from a seat, which are not drawn for it again. */
    drawnAway: Review.shape.drawnAway,
    /** Seats whose parties had left, for which lots are still to be drawn. */
    vacated: Review.shape.vacated,
  }),
  fact("review-started", { review: ReviewId, startedOn: CalendarDate }),
  /** The review was imported with the earlier members of this entry; there are no reminders yet if it had started. */
  fact("review-imported", { review: ReviewId, import: ImportId, orderedBy: UserId }),
  /** Reminders of an imported review begin: steps before `lettersAt` would give no new information. */
  fact("reminders-released", { review: ReviewId, lettersAt: Instant }),
  fact("review-start-undone", { review: ReviewId }),
  /** The officer of the secretariat for the review; no officer if left out. */
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
    /** Present if an obligation met before is open again: lateness is counted from this date, which stays. */
    originalDueAt: Instant.optional(),
    /** The notification of the party about a late start: its time, and the letter that names it. */
    datedAt: Instant.optional(),
    announced: Announcement.optional(),
  }),
  fact("obligation-met", { review: ReviewId, obligation: ObligationId, generation: z.int() }),
  fact("obligation-voided", {
    review: ReviewId,
    obligation: ObligationId,
    /** The generation that fell away. */
    generation: z.int(),
    /** The generation in which the obligation is void from now on. */
    nextGeneration: z.int(),
  }),
  /** The party with the obligation notified a delay: a new generation with a new date; the original date stays. */
  fact("delay-notified", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    dueAt: Instant,
    reason: DelayReason,
    explanation: Reason.optional(),
    beyondRules: z.boolean(),
  }),
  /** A delay was recorded or notified by mistake: the date that applied before it returns, in a new generation. */
  fact("delay-reversed", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    /** The date that applies again. */
    dueAt: Instant,
    /** The generation that the delay had set. */
    delay: z.int(),
    /** The time of the delay notification: its letters went to the parties of that time. */
    notifiedAt: Instant,
    reason: Reason,
    /** The obligation that was in fact delayed, where the delay was recorded for another one. */
    instead: ObligationId.optional(),
  }),
  /** The new date of a delay was recorded wrongly; the delay itself remains. */
  fact("delay-corrected", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    dueAt: Instant,
    beyondRules: z.boolean(),
    /** The generation that the delay had set. */
    delay: z.int(),
    notifiedAt: Instant,
    reason: Reason,
  }),
  /** A day was recorded wrongly; the obligations that count from it follow as new generations. */
  fact("date-corrected", {
    review: ReviewId,
    ...DateSubject.shape,
    from: CalendarDate,
    to: CalendarDate,
    reason: Reason,
    /** Since when the consultation that is open could begin, where a corrected start or nomination moves that. */
    consultationSince: Instant.optional(),
  }),
  /** The mode of the first meeting or of a further one was recorded wrongly. */
  fact("meeting-mode-corrected", {
    review: ReviewId,
    round: RoundNumber.optional(),
    mode: MeetingMode,
    reason: Reason,
  }),
  /** The languages were recorded wrongly; `exception` is why they are three. */
  fact("languages-corrected", {
    review: ReviewId,
    languages: z.array(Language),
    exception: Reason.optional(),
    reason: Reason,
  }),
  /** An obligation's dates after a correction: both move, since the original was counted from a wrong day. */
  fact("obligation-redated", {
    review: ReviewId,
    obligation: ObligationId,
    generation: z.int(),
    openedOn: CalendarDate,
    dueAt: Instant,
    originalDueAt: Instant,
    /** The time of another letter about the corrected start: earlier reminder steps are not sent. */
    datedAt: Instant.optional(),
  }),
  fact("consultation-held", { review: ReviewId, heldOn: CalendarDate, mode: MeetingMode.optional() }),
  /** The parties met again; by which party it was logged, and from what source where it was logged for it. */
  fact("consultation-round-held", {
    review: ReviewId,
    number: RoundNumber,
    heldOn: CalendarDate,
    mode: MeetingMode,
    party: PartyId.optional(),
    source: Source.optional(),
  }),
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
    /** The reason for the missing meeting. */
    reason: Reason.optional(),
  }),
  fact("answers-submitted", { review: ReviewId, receivedOn: CalendarDate, documents: Documents }),
  fact("answers-returned", { review: ReviewId, reason: Reason }),
  fact("answers-opened", { review: ReviewId, source: Source.optional() }),
  /** The division of instruments among the reviewing parties, with the recording party and its source. */
  fact("work-divided", {
    review: ReviewId,
    number: z.int().min(1),
    parts: z.array(DivisionPart),
    party: PartyId,
    source: Source.optional(),
  }),
  fact("feedback-cleared", { review: ReviewId, party: PartyId, documents: Documents }),
  fact("feedback-returned", { review: ReviewId, party: PartyId, reason: Reason }),
  fact("clarification-asked", {
    review: ReviewId,
    number: z.int(),
    party: PartyId,
    document: Hash,
    instruments: z.array(Instrument),
  }),
  fact("clarification-answered", { review: ReviewId, number: z.int(), document: Hash }),
  fact("clarification-closed", { review: ReviewId, number: z.int() }),
  /** The requesting party took the question back before it was answered. */
  fact("clarification-withdrawn", { review: ReviewId, number: z.int() }),
  fact("observations-drafted", {
    review: ReviewId,
    version: z.int(),
    document: Hash,
    items: ObservationItemsIfAny,
    source: Source.optional(),
  }),
  fact("observations-agreed", { review: ReviewId, party: PartyId, version: z.int() }),
  fact("observations-published", { review: ReviewId, version: z.int(), source: Source.optional() }),
  /** A corrected version took the place of the published one, agreed to by every party outside the system. */
  fact("erratum-published", {
    review: ReviewId,
    version: z.int(),
    document: Hash,
    items: ObservationItemsIfAny,
    reason: Reason,
    agreements: z.array(ErratumAgreement),
    source: Source.optional(),
  }),
  /** A text arrived after the fact that it is of: it has its source, and moves no date. */
  fact("text-attached", {
    review: ReviewId,
    of: AttachedText,
    party: PartyId.optional(),
    version: z.int().optional(),
    documents: Documents,
    document: Hash.optional(),
    items: ObservationItemsIfAny,
    source: Source,
  }),
  fact("publication-consented", { review: ReviewId, party: PartyId, parts: z.array(PublishedPart) }),
  /** The Conference or its working group decided that the review proceeds without a silent party. */
  fact("decision-recorded", {
    review: ReviewId,
    party: PartyId,
    obligationKind: DispensableKind,
    body: DecisionBody,
    document: DocumentSymbol,
    decidedOn: CalendarDate,
  }),
  /** From here on these parts are public no more. */
  fact("consent-withdrawn", { review: ReviewId, party: PartyId, parts: z.array(PublishedPart) }),
  fact("mandate-ended", {
    review: ReviewId,
    mandate: MandateId,
    until: Instant,
    successor: MandateId.optional(),
    /** The later end that was notified before, if this one replaces it. */
    insteadOf: Instant.optional(),
    reason: MandateEndReason.optional(),
  }),
  /** A nomination was recorded by mistake: it never was. What it ended runs on, and what it met is open again. */
  fact("mandate-reversed", {
    review: ReviewId,
    mandate: MandateId,
    reason: Reason,
    /** Each in the generation after that in which it was met; its dates stay. */
    obligations: z.array(z.object({ obligation: ObligationId, generation: z.int() })),
    /** The mandates that it had replaced. */
    mandates: z.array(MandateId),
  }),
  /** A successor begins earlier than notified, as the previous mandate ends earlier. */
  fact("mandate-advanced", { review: ReviewId, mandate: MandateId, since: Instant }),
  fact("redraw-requested", { review: ReviewId, party: PartyId, seat: PartyId }),
  fact("redraw-withdrawn", { review: ReviewId, party: PartyId, seat: PartyId }),
  /** The party under review waived that it has four reviewers at most (procedures and rules 28 (c)). */
  fact("reviewer-limit-waived", { review: ReviewId, party: PartyId }),
  /** It took the waiver back, before a fifth reviewer was drawn by it. */
  fact("reviewer-limit-waiver-withdrawn", { review: ReviewId, party: PartyId }),
  fact("seat-redrawn", {
    review: ReviewId,
    from: PartyId,
    seat: Seat,
    /** Additional reviewers drawn with it, for what the newcomer lacks. */
    additional: z.array(Seat).optional(),
    /** Additional reviewers that continue with these instruments alone, since the newcomer reviews the others. */
    narrowed: z.array(Seat).optional(),
    /** Additional reviewers that were no longer needed. */
    leaving: z.array(PartyId).optional(),
    /** The draw of the lots here, so that any reader can repeat it; absent for a drawing held outside. */
    draw: LotsDrawn.optional(),
    /** The document that records a drawing held outside. */
    document: DocumentSymbol.optional(),
    /** Rules of the lots that a drawing held outside breaks, although it remains valid. */
    deviations: z.array(LotsDeviation).optional(),
    /** The review that this one follows, where the lots were drawn for it and hold here since this one had not started. */
    carriedFrom: ReviewId.optional(),
  }),
  /** The review took in instruments that the party joined later: before its start, or as every party agreed to. */
  fact("instruments-added", {
    review: ReviewId,
    instruments: z.array(Instrument).min(1),
    /** The day by which parties must have joined them to review them. */
    countedOn: CalendarDate,
    /** None where the review had not started. */
    agreements: z.array(OutsideAct),
    /** Every seat that reviews more from then on, that of the party under review among them, as it is then. */
    widened: z.array(Seat),
    /** Additional reviewers for what no party of their side could review: with `pairedAs`, then by lots. */
    drawn: z.array(Seat).optional(),
    draw: LotsInTurn.optional(),
    /** The review that this one follows, where it took them in and they hold here since this one had not started. */
    carriedFrom: ReviewId.optional(),
    /** The review of the party in another cluster that covered them already, where its reviewers came to this one, too. */
    pairedAs: ReviewId.optional(),
  }),
  /** The party under review left the Convention: its review goes no further, and stays in the stage that it had reached. */
  fact("review-discontinued", { review: ReviewId, leftOn: CalendarDate, document: DocumentSymbol }),
  /** A reviewing party left the Convention: a draw for its seat follows, not counted as a redraw. */
  fact("seat-vacated", { review: ReviewId, party: PartyId, leftOn: CalendarDate }),
  fact("mandate-began", {
    review: ReviewId,
    mandate: MandateId,
    role: MandateRole,
    party: PartyId,
    user: UserId,
    since: Instant,
    /** Of an expert for some instruments alone. */
    instruments: z.array(Instrument).min(1).optional(),
  }),
] as const;
