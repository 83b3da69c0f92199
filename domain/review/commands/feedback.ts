import type { Fact } from "../../../schemas/model/fact.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, refuse } from "../../base/decision.ts";
import { receivedAt } from "../due-dates.ts";
import {
  meetObligation,
  obligationIdOf,
  openObligationOf,
  refuseBeforeDelay,
  reopenObligation,
} from "../obligations.ts";
import { instrumentsDue } from "../instruments-due.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { goesOnWithout } from "../missing-acts.ts";
import { withSteps } from "../stage-progress.ts";
import { clearedBefore, type Documents, documentsFor } from "./questionnaire.ts";

export interface Feedback {
  readonly party: PartyId;
  /** One text for each instrument that the party reviews, but for those that another took. */
  readonly documents: Documents;
}

/**
 * Clears a reviewing party's written feedback (paragraph 33), by its own focal point and for itself alone: the party
 * then has no open obligation. With the last feedback, and no clarification open, the list of observations comes up,
 * and the agreement of every party is due. Feedback that is in is not cleared twice: the same texts return no fact,
 * other texts are refused.
 */
export const clearFeedback = (review: Review, by: Actor, { party, documents }: Feedback, now: Instant): Decision => {
  const denied = deniedTo(by, "feedback.clear", { review, party }, now);
  if (denied !== undefined) return denied;
  const feedback = review.feedback?.[party];
  if (feedback !== undefined) return clearedBefore(feedback, documents);
  const place = refuseWrongStage("feedback.clear", review);
  if (place !== undefined) return place;
  if (review.answers === undefined && !goesOnWithout(review, "questionnaire", review.party))
    return refuse("answers-missing");
  const obligation = openObligationOf(review, "feedback", party);
  const seat = review.seats[party];
  if (obligation === undefined || seat === undefined) return refuse("not-owed");
  const complete = documentsFor(instrumentsDue(review, party), documents);
  if (!complete.ok) return complete;
  const acted = actedAt(by, now, receivedAt(review));
  if (!acted.ok) return acted;
  const { at } = acted;
  const tooEarly = refuseBeforeDelay(obligation, at);
  if (tooEarly !== undefined) return tooEarly;
  const cleared: Fact = {
    kind: "feedback-cleared",
    happenedAt: at,
    review: review.id,
    party,
    documents: complete.documents,
  };
  return withSteps(review, [cleared, meetObligation(review, obligation, at)], now);
};

/**
 * Returns a party's feedback at its request, recorded by the secretariat, while no party has agreed to the list. It is
 * due again within the stage that follows, and the list waits for it.
 */
export const returnFeedback = (
  review: Review,
  by: Actor,
  { party, reason }: { readonly party: PartyId; readonly reason: string },
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "feedback.return", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("feedback.return", review);
  if (place !== undefined) return place;
  const obligation = review.obligations[obligationIdOf("feedback", party)];
  if (review.feedback?.[party] === undefined || obligation?.state !== "met") return refuse("not-owed");
  const agreed = Object.keys(review.observations?.agreed ?? {});
  if (agreed.length > 0) return refuse("agreement-begun", { parties: agreed });
  return accept([
    { kind: "feedback-returned", happenedAt: now, review: review.id, party, reason },
    reopenObligation(review, obligation, now),
  ]);
};
