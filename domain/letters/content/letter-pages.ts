import type { Recipient } from "../../../schemas/model/letter.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { type AccessChanged, accessChanged, accessChangedReference } from "./access-notifications.ts";
import { bulletinPage, bulletinReference, type Bulletin } from "./bulletin.ts";
import { type ConsultationLetter, consultationPages } from "./consultation-notifications.ts";
import { type DecisionRecorded, decisionPage } from "./decision-notification.ts";
import { type DailyList, dailyList, dailyListReference } from "./daily-list.ts";
import { type Digest, digest, digestReference } from "./digest.ts";
import { entryPage, type ReviewEntered } from "./entry-notification.ts";
import { type ErratumPublished, erratumPage } from "./erratum-notification.ts";
import { type GatheredContent, inReview, type ContentContext, type ReviewContent } from "./gather-content.ts";
import {
  gatherConsultationAgreed,
  gatherConsultationOpened,
  gatherConsultationPastTarget,
  gatherWorkDivided,
} from "./gather-consultation.ts";
import { gatherEnded, gatherHandover, gatherRedraw } from "./gather-mandate-letters.ts";
import {
  gatherAnswersReceived,
  gatherAnswersReturned,
  gatherClarificationAnswered,
  gatherClarificationAsked,
  gatherDecision,
  gatherDelayNotified,
  gatherDelayReversed,
  gatherErratum,
  gatherFeedbackComplete,
  gatherListPublished,
  gatherListToAgree,
} from "./gather-notifications.ts";
import { gatherReminder } from "./gather-reminder.ts";
import { type FurtherNomination, furtherNomination, furtherNominationReference } from "./further-nomination.ts";
import { type DepartureCorrected, departureCorrected } from "./departure-corrected.ts";
import { departurePage, type PartyLeft } from "./departure-notification.ts";
import { gatherInstrumentsAdded, gatherPartyLeft, gatherReviewEntered } from "./gather-later-reviews.ts";
import { type InstrumentsAdded, instrumentsPage } from "./instruments-notification.ts";
import { type Invitation, invitation, invitationReference } from "./invitation.ts";
import { mandateOffer, type MandateOfferLetter, mandateOfferReference } from "./mandate-offer.ts";
import { type LateStart, lateStart, startReference } from "./late-start.ts";
import { type StartCorrected, startCorrected } from "./start-corrected.ts";
import { type StateOfReviews, stateOfReviews } from "./state-of-reviews.ts";
import { type StartUndone, startUndone } from "./start-undone.ts";
import type { LetterPage, LetterPages } from "./letter-page.ts";
import { type ChangeLetter, changePages } from "./mandate-notifications.ts";
import { type MissionReaddressed, missionReaddressed, readdressedReference } from "./mission-readdressed.ts";
import { type NominationReminder, nominationReminder } from "./nomination-reminder.ts";
import { namesSeveral, reminderReference, severalNominations } from "./several-nominations.ts";
import { type ObligationReminder, obligationReference, obligationReminder } from "./obligation-reminder.ts";
import { type PhaseCorrected, phaseCorrected } from "./phase-corrected.ts";
import { type PhaseOpened, phaseOpened, phaseReference } from "./phase-opened.ts";
import { type PersonCorrected, personCorrected, personCorrectedReference } from "./person-corrected.ts";
import { type Notice, noticePages } from "./review-notifications.ts";

/** The content of a letter, read when it is sent: current dates, and only what is still pending. */
export type LetterInput =
  | NominationReminder
  | LateStart
  | StartCorrected
  | StateOfReviews
  | StartUndone
  | PhaseOpened
  | PhaseCorrected
  | ObligationReminder
  | Invitation
  | AccessChanged
  | MissionReaddressed
  | PersonCorrected
  | FurtherNomination
  | MandateOfferLetter
  | Notice
  | ConsultationLetter
  | DecisionRecorded
  | ErratumPublished
  | InstrumentsAdded
  | ReviewEntered
  | PartyLeft
  | DepartureCorrected
  | ChangeLetter
  | Bulletin
  | DailyList
  | Digest;

/** A letter about reviews, with its current content when it is sent. */
interface ReviewLetterPage<Content, Input> extends LetterPage<Input> {
  gather(content: Content, recipient: Recipient, context: ContentContext): GatheredContent;
}

const reviewIn = ({ review }: { readonly review: string }): string => review;

const reviewLetterPages: {
  readonly [K in ReviewContent["kind"]]: ReviewLetterPage<ContentOf<K>, Extract<LetterInput, { readonly kind: K }>>;
} = {
  "duty-reminder": {
    gather: inReview(({ reminderSubject }) => reminderSubject.review, gatherReminder),
    reference: ({ reminderSubject }) => obligationReference(reminderSubject),
    page: obligationReminder,
  },
  "consultation-opened": {
    gather: inReview(reviewIn, gatherConsultationOpened),
    ...consultationPages["consultation-opened"],
  },
  "consultation-past-target": {
    gather: inReview(reviewIn, gatherConsultationPastTarget),
    ...consultationPages["consultation-past-target"],
  },
  "consultation-agreed": {
    gather: inReview(reviewIn, gatherConsultationAgreed),
    ...consultationPages["consultation-agreed"],
  },
  "work-divided": { gather: inReview(reviewIn, gatherWorkDivided), ...consultationPages["work-divided"] },
  "answers-received": { gather: inReview(reviewIn, gatherAnswersReceived), ...noticePages["answers-received"] },
  "answers-returned": { gather: inReview(reviewIn, gatherAnswersReturned), ...noticePages["answers-returned"] },
  "delay-notified": { gather: inReview(reviewIn, gatherDelayNotified), ...noticePages["delay-notified"] },
  "delay-reversed": {
    gather: inReview(reviewIn, gatherDelayReversed, { toThoseWhoLeft: true }),
    ...noticePages["delay-reversed"],
  },
  "clarification-asked": {
    gather: inReview(reviewIn, gatherClarificationAsked),
    ...noticePages["clarification-asked"],
  },
  "clarification-answered": {
    gather: inReview(reviewIn, gatherClarificationAnswered),
    ...noticePages["clarification-answered"],
  },
  "decision-recorded": { gather: inReview(reviewIn, gatherDecision), ...decisionPage },
  "feedback-complete": { gather: inReview(reviewIn, gatherFeedbackComplete), ...noticePages["feedback-complete"] },
  "list-to-agree": { gather: inReview(reviewIn, gatherListToAgree), ...noticePages["list-to-agree"] },
  "erratum-published": { gather: inReview(reviewIn, gatherErratum), ...erratumPage },
  "list-published": { gather: inReview(reviewIn, gatherListPublished), ...noticePages["list-published"] },
  "instruments-added": { gather: inReview(reviewIn, gatherInstrumentsAdded), ...instrumentsPage },
  "review-entered": { gather: inReview(reviewIn, gatherReviewEntered), ...entryPage },
  "party-left": { gather: gatherPartyLeft, ...departurePage },
  handover: { gather: gatherHandover, ...changePages.handover },
  "mandate-ended": { gather: gatherEnded, ...changePages["mandate-ended"] },
  "seat-redrawn": {
    gather: inReview(reviewIn, gatherRedraw, { toThoseWhoLeft: true }),
    ...changePages["seat-redrawn"],
  },
};

/** One row for each kind of letter; its other properties are in letters/letter-kinds.ts. */
const letterPages: LetterPages<LetterInput> = {
  ...reviewLetterPages,
  "nomination-reminder": {
    reference: reminderReference,
    page: (letter, reference, writer) =>
      (namesSeveral(letter) ? severalNominations : nominationReminder)(letter, reference, writer),
  },
  "late-start": { reference: startReference, page: lateStart },
  "start-corrected": { reference: startReference, page: startCorrected },
  "state-of-reviews": { reference: ({ group, party }) => `RM/${group}/${party.id}/state`, page: stateOfReviews },
  "start-undone": { reference: startReference, page: startUndone },
  "departure-corrected": {
    reference: ({ left, party }) => `RM/${left.id}/${party.id}/departure`,
    page: departureCorrected,
  },
  "phase-corrected": { reference: ({ phase, party }) => `RM/${phase}/${party.id}/opening`, page: phaseCorrected },
  "phase-opened": { reference: phaseReference, page: phaseOpened },
  invitation: { reference: ({ user }) => invitationReference(user), page: invitation },
  "access-changed": { reference: accessChangedReference, page: accessChanged },
  "mission-readdressed": { reference: readdressedReference, page: missionReaddressed },
  "person-corrected": { reference: personCorrectedReference, page: personCorrected },
  "mandate-offer": { reference: mandateOfferReference, page: mandateOffer },
  "further-nomination": { reference: furtherNominationReference, page: furtherNomination },
  bulletin: { reference: (letter) => bulletinReference(letter.bulletin), page: bulletinPage },
  "daily-list": { reference: dailyListReference, page: dailyList },
  digest: { reference: digestReference, page: digest },
};

/** Returns how a letter of its kind is written. */
export const letterPageOf = ({ kind }: LetterInput): LetterPage<LetterInput> => letterPages[kind];

/**
 * Returns the current content of a letter, or the reason why it is obsolete. Its matter was then met or superseded, or
 * its reader no longer serves. Dates are current, and only open obligations are included.
 */
export const gather = (content: ReviewContent, recipient: Recipient, context: ContentContext): GatheredContent => {
  const row: ReviewLetterPage<ReviewContent, never> = reviewLetterPages[content.kind];
  return row.gather(content, recipient, context);
};
