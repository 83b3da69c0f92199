import type { NamedDecision } from "./named-decision.ts";
import { aboutReview, becauseOfPart, type Statement } from "./frame-statement.ts";
import { paragraph } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { byDecision, phrase, withClusters } from "./phrases.ts";
import { type About, statementPage } from "./review-notifications.ts";

/** A decision, to all parties, that the review proceeds without the contribution of one of them. */
export interface DecisionRecorded extends About {
  readonly kind: "decision-recorded";
  readonly decision: NamedDecision;
}

const decisionRecorded = (letter: DecisionRecorded, { say }: LetterWriter): Statement => {
  const { decision, review } = letter;
  const { kind, party } = decision;
  return {
    subject: withClusters(phrase(`decision-recorded.subject.${kind}`), [review.id]),
    that: say("decision-recorded.that", {
      ...aboutReview(review),
      decision: byDecision(decision),
      obligation: phrase(`duty.${kind}`, { party }),
    }),
    blocks: [paragraph(say(`decision-recorded.next.${kind}`)), paragraph(say("decision-recorded.shown"))],
    because: becauseOfPart(letter),
  };
};
export const decisionPage = statementPage(decisionRecorded, ({ decision }) => `${decision.party.id}/${decision.kind}`);
