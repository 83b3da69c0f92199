import type { LetterContent } from "../../../schemas/model/letter.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { accessChangedPage } from "./access-notifications.ts";
import { answersReceivedPage } from "./answers-received.ts";
import { answersReturnedPage } from "./answers-returned.ts";
import type { Bulletin } from "./bulletin.ts";
import { clarificationAnsweredPage, clarificationAskedPage } from "./clarifications.ts";
import {
  consultationAgreedPage,
  consultationOpenedPage,
  consultationPastTargetPage,
  workDividedPage,
} from "./consultation-notifications.ts";
import { dailyListPage } from "./daily-list.ts";
import { decisionPage } from "./decision-notification.ts";
import { delayNotifiedPage, delayReversedPage } from "./delays.ts";
import { denunciationCorrectedPage } from "./denunciation-corrected.ts";
import { denunciationPage } from "./denunciation-notification.ts";
import { digestPage } from "./digest.ts";
import { entryPage } from "./entry-notification.ts";
import { erratumPage } from "./erratum-notification.ts";
import { feedbackCompletePage } from "./feedback-complete.ts";
import { furtherNominationPage } from "./further-nomination.ts";
import { handoverPage } from "./handover.ts";
import { instrumentsPage } from "./instruments-notification.ts";
import { invitationPage } from "./invitation.ts";
import { lateStartPage } from "./late-start.ts";
import type { KindPage } from "./letter-page.ts";
import { listPublishedPage, listToAgreePage } from "./list-of-observations.ts";
import { mandateEndedPage } from "./mandate-ended.ts";
import { mandateOfferPage } from "./mandate-offer.ts";
import { missionReaddressedPage } from "./mission-readdressed.ts";
import { obligationReminderPage } from "./obligation-reminder.ts";
import { personCorrectedPage } from "./person-corrected.ts";
import { phaseCorrectedPage } from "./phase-corrected.ts";
import { phaseOpenedPage } from "./phase-opened.ts";
import { seatRedrawnPage } from "./seat-redrawn.ts";
import { nominationReminderPage } from "./several-nominations.ts";
import { startCorrectedPage } from "./start-corrected.ts";
import { startUndonePage } from "./start-undone.ts";
import { stateOfReviewsPage } from "./state-of-reviews.ts";

/** Letters that are written from stored data. The text of a bulletin is the user's own. */
export type GatheredContent = Exclude<LetterContent, { kind: "bulletin" }>;

/**
 * One row for each kind of letter that is written from stored data: its needs, its content and its wording. The other
 * properties of a kind are in letters/letter-kinds.ts, because functions that write no letter load only those.
 */
const kindPages = {
  "nomination-reminder": nominationReminderPage,
  "duty-reminder": obligationReminderPage,
  "late-start": lateStartPage,
  "start-corrected": startCorrectedPage,
  "start-undone": startUndonePage,
  "state-of-reviews": stateOfReviewsPage,
  "phase-opened": phaseOpenedPage,
  "phase-corrected": phaseCorrectedPage,
  invitation: invitationPage,
  "access-changed": accessChangedPage,
  "mission-readdressed": missionReaddressedPage,
  "person-corrected": personCorrectedPage,
  "mandate-offer": mandateOfferPage,
  "further-nomination": furtherNominationPage,
  "consultation-opened": consultationOpenedPage,
  "consultation-past-target": consultationPastTargetPage,
  "consultation-agreed": consultationAgreedPage,
  "work-divided": workDividedPage,
  "answers-received": answersReceivedPage,
  "answers-returned": answersReturnedPage,
  "delay-notified": delayNotifiedPage,
  "delay-reversed": delayReversedPage,
  "clarification-asked": clarificationAskedPage,
  "clarification-answered": clarificationAnsweredPage,
  "decision-recorded": decisionPage,
  "feedback-complete": feedbackCompletePage,
  "list-to-agree": listToAgreePage,
  "list-published": listPublishedPage,
  "erratum-published": erratumPage,
  "instruments-added": instrumentsPage,
  "review-entered": entryPage,
  "party-left": denunciationPage,
  "departure-corrected": denunciationCorrectedPage,
  handover: handoverPage,
  "mandate-ended": mandateEndedPage,
  "seat-redrawn": seatRedrawnPage,
  "daily-list": dailyListPage,
  digest: digestPage,
} as const satisfies {
  readonly [K in GatheredContent["kind"]]: KindPage<ContentOf<K>, { readonly kind: K }>;
};

type InputOf<K extends keyof typeof kindPages> = Parameters<(typeof kindPages)[K]["page"]>[0];

/** The content of a letter, read when it is sent: current dates, and only what is still pending. */
export type LetterInput = { [K in keyof typeof kindPages]: InputOf<K> }[keyof typeof kindPages] | Bulletin;

/** Returns the row of a letter's kind. */
export const kindPageOf = ({ kind }: Pick<GatheredContent, "kind">): KindPage<GatheredContent, LetterInput> =>
  kindPages[kind];
