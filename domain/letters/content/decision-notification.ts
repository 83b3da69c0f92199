import { obligationIdOf } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { aboutReview, becauseOfPart, type Statement } from "./frame-statement.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { type NamedDecision, nameDecision } from "./named-decision.ts";
import { byDecision, phrase, withClusters } from "./phrases.ts";
import { type About, namesObligation, reviewPage, type ReviewSeen } from "./review-letter.ts";

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
      obligation: phrase(`obligation.${kind}`, { party }),
    }),
    blocks: [paragraph(say(`decision-recorded.next.${kind}`)), paragraph(say("decision-recorded.shown"))],
    because: becauseOfPart(letter),
  };
};

const gatherDecision = (
  { obligation }: ContentOf<"decision-recorded">,
  { review, about, named }: ReviewSeen,
): Gathered<DecisionRecorded> => {
  const decision = review.decisions?.find(({ party, kind }) => obligationIdOf(kind, party) === obligation);
  if (decision === undefined) return skip("replaced");
  return gathered({ ...about, kind: "decision-recorded", decision: nameDecision(decision, named) });
};

export const decisionPage: KindPage<ContentOf<"decision-recorded">, DecisionRecorded> = reviewPage(
  gatherDecision,
  decisionRecorded,
  { detail: ({ decision }) => `${decision.party.id}/${decision.kind}`, statesDateOf: namesObligation },
);
