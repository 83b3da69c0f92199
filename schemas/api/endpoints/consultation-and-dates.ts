import * as z from "zod";
import { CorrectableDate } from "../../model/correctable-date.ts";
import { endpoint } from "../endpoint.ts";
import { commandRefusals, forParty, outsideRefusals, partyCommand, secretariatCommand } from "../review-command.ts";
import { MandateId, ObligationId, PartyId, ReviewId } from "../../base/ids.ts";
import { LanguagesOpen, MeetingMode, PublishedPart, RoundNumber } from "../../model/review.ts";
import { CalendarDate, DelayExplanation, DelayReason, Instrument, Language, Reason } from "../../base/values.ts";

/** Checked in the domain, which says which languages are none of the six. */
const Languages = z.array(z.string().max(35)).min(1).max(20);

const Agreement = {
  languages: Languages,
  /** Reason for the use of three languages, an exception (paragraph 50 of the rules). */
  exception: Reason.optional(),
};

/** The day on which languages were agreed on or left open: today where left out. */
const agreedOn = { agreedOn: CalendarDate.optional() } as const;

const LanguagesAgreed = z.strictObject({ ...Agreement, ...agreedOn }).meta({ id: "LanguagesAgreed" });

const LeftOpen = z
  .strictObject({ why: LanguagesOpen, translationNeeded: z.array(Language).max(6).default([]), ...agreedOn })
  .meta({ id: "OpenLanguages" });

export const RecordMeeting = endpoint({
  ...partyCommand,
  id: "recordMeeting",
  path: "/v1/reviews/{reviewId}/consultation/meetings",
  tag: "Consultation",
  action: "consultation.record",
  summary: "Record on which day the parties met, in person or by video",
  description:
    "`meeting` says whether it is the `first` one, whose day figures count, or a `further` one. The first one is recorded until the outcome. A further one is recorded also after the outcome, and was not held before the first one; after an outcome without a meeting (`withoutMeeting`) it needs no first one, and was not held before the outcome. A repeated request with an equal meeting changes nothing. `correctReview` corrects the day and how the parties met.",
  body: z
    .discriminatedUnion("meeting", [
      z
        .strictObject({ meeting: z.literal("first"), heldOn: CalendarDate, mode: MeetingMode.optional(), ...forParty })
        .meta({ id: "FirstMeeting" }),
      z
        .strictObject({ meeting: z.literal("further"), heldOn: CalendarDate, mode: MeetingMode, ...forParty })
        .meta({ id: "FurtherMeeting" }),
    ])
    .meta({ id: "Meeting" }),
  refusals: [
    ...commandRefusals,
    "consultation-concluded",
    "first-meeting-missing",
    "date-too-late",
    ...outsideRefusals,
  ],
});

export const RecordLanguages = endpoint({
  ...partyCommand,
  id: "recordLanguages",
  path: "/v1/reviews/{reviewId}/consultation/languages",
  tag: "Consultation",
  action: "languages.record",
  summary: "Record the languages of a review, or why they are still open",
  description:
    "One or two of the six working languages; three by an exception with its reason. They may follow later than the meeting.",
  body: z
    .union([
      z.strictObject({ ...Agreement, ...agreedOn, ...forParty }).meta({ id: "LanguagesAgreedByParties" }),
      z.strictObject({ open: LeftOpen, ...forParty }).meta({ id: "LanguagesLeftOpen" }),
    ])
    .meta({ id: "LanguagesOfReview" }),
  refusals: [...commandRefusals, "unknown-language", "too-many-languages", "languages-missing", ...outsideRefusals],
});

export const ConcludeConsultation = endpoint({
  ...partyCommand,
  id: "concludeConsultation",
  path: "/v1/reviews/{reviewId}/consultation/outcome",
  tag: "Consultation",
  action: "consultation.record",
  summary: "Record the outcome of the consultation; the answers are due from then on",
  description:
    "Takes a meeting and languages, recorded before or given here. `withoutMeeting` is the exception of footnote 9, with its reason, and recorded by the secretariat only. The six months count from the setting, or from `clockStartsOn` where the parties agreed on a day; `answersDueOn` is an earlier day that they agreed on. A recorded outcome is final; a repeated request with an equal outcome is answered as done.",
  body: z
    .strictObject({
      concludedOn: CalendarDate.optional(),
      heldOn: CalendarDate.optional(),
      mode: MeetingMode.optional(),
      languages: LanguagesAgreed.optional(),
      languagesOpen: LeftOpen.optional(),
      withoutMeeting: Reason.optional(),
      clockStartsOn: CalendarDate.optional(),
      answersDueOn: CalendarDate.optional(),
      ...forParty,
    })
    .refine(({ heldOn, mode }) => mode === undefined || heldOn !== undefined, {
      path: ["mode"],
      error: "is said of the meeting that `heldOn` names",
    })
    .meta({ id: "ConsultationOutcome" }),
  refusals: [
    ...commandRefusals,
    "consultation-concluded",
    "meeting-missing",
    "meeting-recorded",
    "languages-missing",
    "unknown-language",
    "too-many-languages",
    "clock-missing",
    "date-too-late",
    ...outsideRefusals,
  ],
});

export const DivideWork = endpoint({
  ...partyCommand,
  id: "divideWork",
  path: "/v1/reviews/{reviewId}/division",
  tag: "Consultation",
  action: "work.divide",
  summary: "Record which reviewing party takes which instruments",
  body: z
    .strictObject({
      parts: z
        .array(
          z
            .strictObject({ party: PartyId, instruments: z.array(Instrument).min(1).max(4) })
            .meta({ id: "DivisionPartGiven" }),
        )
        .min(1)
        .max(10),
      ...forParty,
    })
    .meta({ id: "DivisionOfWork" }),
  refusals: [
    ...commandRefusals,
    "not-a-reviewer",
    "instrument-not-reviewed",
    "instruments-unassigned",
    "reviewer-without-instruments",
    "work-cleared",
    ...outsideRefusals,
  ],
});

export const NotifyDelay = endpoint({
  ...partyCommand,
  id: "notifyDelay",
  path: "/v1/reviews/{reviewId}/obligations/{obligationId}/delay",
  tag: "Reviews",
  action: "delay.notify",
  summary: "Notify a delay, with its reason and the new day",
  description:
    "Notified by the party with the obligation, also after its date has passed. The original date stays; all parties of the review are notified. Nominations are not delayed, and no approval is needed.",
  params: z.strictObject({ reviewId: ReviewId, obligationId: ObligationId }),
  body: z
    .strictObject({
      dueOn: CalendarDate,
      reason: DelayReason,
      explanation: DelayExplanation.optional(),
      ...forParty,
    })
    .meta({ id: "Delay" }),
  refusals: [
    ...commandRefusals,
    "unknown-obligation",
    "no-delay-for-nominations",
    "not-owed",
    "date-too-late",
    ...outsideRefusals,
  ],
});

export const ReverseDelay = endpoint({
  ...partyCommand,
  id: "reverseDelay",
  path: "/v1/reviews/{reviewId}/obligations/{obligationId}/delay/reversal",
  tag: "Reviews",
  action: "delay.reverse",
  summary: "Reverse a delay that was recorded or notified by mistake",
  description:
    "The date before the delay applies again, and every recipient of its letter is notified. Of several delays the last one is reversed. `onBehalfOf` gives the source where the party requested it. A delay that was recorded with a wrong date, or for the wrong obligation, is corrected by `correctReview`.",
  params: z.strictObject({ reviewId: ReviewId, obligationId: ObligationId }),
  body: z.strictObject({ reason: Reason, ...forParty }).meta({ id: "DelayReversal" }),
  refusals: [...commandRefusals, "unknown-obligation", "nothing-to-reverse", ...outsideRefusals],
});

const correction = { to: CalendarDate, reason: Reason } as const;

export const CorrectReview = endpoint({
  ...secretariatCommand,
  id: "correctReview",
  path: "/v1/reviews/{reviewId}/corrections",
  tag: "Reviews",
  action: "date.correct",
  summary: "Correct a day, the languages or the form of a meeting that are on record",
  description:
    "Nothing is erased: the wrong day stays in the journal, and time limits that run from it are recalculated. `what` says which day, and every recorded day of a review is one: of the start, the meeting or a further `round`, the `languages`, the outcome of the `consultation`, the `clock` from which the six months count, the day on which the answers are due, the `division` of work, the receipt of the `submission` and its `opening` to all parties, a request for `clarification` and its settlement; of the feedback or the agreement of a party; of a version of the `list`, its `publication`, an `erratum`, the `consent` to publish a part; of the `nomination` of a mandate or its `removal` without a successor; of a request for a redraw and the drawing of a seat to a party; of the waiver of the limit of reviewers, the `delay-notification` of an obligation, a `decision`. What was returned, withdrawn or replaced since is on record no more. The day of a replacement is that of the successor's nomination. A day that contradicts what else is on record is refused, and `contradicts` names it. The same day changes nothing. The last day of the six months says that no day was agreed on for the answers. With `delay`, the new date of a delay is corrected, or the delay is moved to the obligation for which it was notified (`instead`): the other one gets its date back, and the recipients of its letter are notified. With `meeting-mode`, how the parties met is corrected, of the first meeting or with `round` of a further one, also where it was not recorded. With `agreed-languages`, the languages are corrected, also where they were left open by mistake.",
  body: z
    .discriminatedUnion("what", [
      z
        .strictObject({
          what: CorrectableDate.extract([
            "start",
            "meeting",
            "languages",
            "consultation",
            "clock",
            "answers-due",
            "division",
            "submission",
            "opening",
            "publication",
            "reviewer-limit-waiver",
          ]),
          ...correction,
        })
        .meta({ id: "ReviewDateCorrection" }),
      z
        .strictObject({
          what: CorrectableDate.extract(["feedback", "agreement", "redraw"]),
          party: PartyId,
          ...correction,
        })
        .meta({ id: "PartyDateCorrection" }),
      z
        .strictObject({ what: CorrectableDate.extract(["nomination", "removal"]), mandate: MandateId, ...correction })
        .meta({ id: "NominationDateCorrection" }),
      z
        .strictObject({ what: CorrectableDate.extract(["round"]), round: RoundNumber, ...correction })
        .meta({ id: "RoundDateCorrection" }),
      z
        .strictObject({
          what: CorrectableDate.extract(["clarification", "clarification-settlement"]),
          clarification: z.int().min(1).max(999),
          ...correction,
        })
        .meta({ id: "ClarificationDateCorrection" }),
      z
        .strictObject({ what: CorrectableDate.extract(["list", "erratum"]), version: z.int().min(1), ...correction })
        .meta({ id: "VersionDateCorrection" }),
      z
        .strictObject({ what: CorrectableDate.extract(["consent"]), part: PublishedPart, ...correction })
        .meta({ id: "ConsentDateCorrection" }),
      z
        .strictObject({
          what: CorrectableDate.extract(["delay-notification", "decision"]),
          obligation: ObligationId,
          ...correction,
        })
        .meta({ id: "ObligationDateCorrection" }),
      z
        .strictObject({
          what: CorrectableDate.extract(["redraw-request"]),
          party: PartyId,
          seat: PartyId,
          ...correction,
        })
        .meta({ id: "RedrawRequestDateCorrection" }),
      z
        .strictObject({
          what: z.literal("delay"),
          obligation: ObligationId,
          /** The right new date; as it was recorded where left out. */
          to: CalendarDate.optional(),
          /** The obligation that was in fact delayed, where the delay was recorded for another one. */
          instead: ObligationId.optional(),
          reason: Reason,
        })
        .meta({ id: "DelayCorrection" }),
      z
        .strictObject({
          what: z.literal("meeting-mode"),
          /** The number of a further meeting; the first one where left out. */
          round: RoundNumber.optional(),
          to: MeetingMode,
          reason: Reason,
        })
        .meta({ id: "MeetingModeCorrection" }),
      z
        .strictObject({
          what: z.literal("agreed-languages"),
          to: Languages,
          exception: Reason.optional(),
          reason: Reason,
        })
        .meta({ id: "LanguagesCorrection" }),
    ])
    .meta({ id: "ReviewCorrection" }),
  refusals: [
    ...commandRefusals,
    "nothing-to-correct",
    "unknown-language",
    "too-many-languages",
    "languages-missing",
    "date-too-early",
    "date-too-late",
    "date-in-the-future",
    "unknown-obligation",
    "no-delay-for-nominations",
    "not-owed",
  ],
});
