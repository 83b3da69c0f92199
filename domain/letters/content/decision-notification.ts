import type { DispensableKind } from "../../../schemas/model/review.ts";
import { byDecision, type NamedDecision } from "./decision-wording.ts";
import { markup } from "./html.ts";
import { paragraph } from "./layout.ts";
import { dutyWords } from "./obligation-wording.ts";
import { type About, because, noticePage } from "./review-notifications.ts";
import { type LetterStatement, reviewOf, underCluster } from "./salutation.ts";
import { inSentence, withClusters } from "./wording.ts";

/** To all parties: the review goes on without what one of them owes. */
export interface DecisionRecorded extends About {
  readonly kind: "decision-recorded";
  readonly decision: NamedDecision;
}

const sequels: { readonly [K in DispensableKind]: string } = {
  questionnaire:
    "The answers are awaited no more. The written feedback of the reviewing parties follows; its period counts from the day of the decision, and each reviewing party is written to about its date.",
  feedback:
    "This feedback is awaited no more, and the feedback of every other reviewing party counts as before. The list of observations is prepared once none is awaited any more.",
  agreement:
    "This agreement is awaited no more. The list of observations and its summary are published once every other party has agreed to one version.",
};

const subjects: { readonly [K in DispensableKind]: string } = {
  questionnaire: "the answers to the questionnaire",
  feedback: "the written feedback of one party",
  agreement: "the agreement of one party",
};

const decisionRecorded = (letter: DecisionRecorded): LetterStatement => {
  const { decision, review } = letter;
  const { kind, party } = decision;
  return {
    subject: withClusters(`The review goes on without ${subjects[kind]}`, [review.id]),
    that: markup`that ${byDecision(decision)}, ${reviewOf(review)} ${underCluster(review)} goes on without ${dutyWords[kind].what(inSentence(party))}.`,
    blocks: [
      paragraph(markup`${sequels[kind]}`),
      paragraph(markup`The decision is shown with the review, and with what is published of it.`),
    ],
    because: because(letter),
  };
};
export const decisionPage = noticePage(decisionRecorded, ({ decision }) => `${decision.party.id}/${decision.kind}`);
