import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { accept, type Decision, noChange, refuse } from "../../base/decision.ts";
import { inForce } from "../../base/settings.ts";
import { dayOf } from "../../base/time.ts";
import { reviewingSeats } from "../../lots/seats.ts";
import { lotsLimits } from "../../policy/lots.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";

/**
 * Waives, by the party under review, the limit of four reviewers (procedures and rules 28 (c)), so that a redraw may
 * bring a fifth. A waiver that already exists returns no fact.
 */
export const waiveReviewerLimit = (review: Review, by: Actor, now: Instant): Decision => {
  const { party } = review;
  const refused =
    deniedTo(by, "reviewer-limit.waive", { review, party }, now) ?? refuseWrongStage("reviewer-limit.waive", review);
  if (refused !== undefined) return refused;
  if (review.reviewerLimitWaivedAt !== undefined) return noChange;
  const acted = actedAt(by, now);
  if (!acted.ok) return acted;
  return accept([{ kind: "reviewer-limit-waived", happenedAt: acted.at, review: review.id, party }]);
};

/** Returns the most parties that may review another on the day of an instant, by the rules. */
const mostReviewers = (now: Instant): number => inForce(lotsLimits, dayOf(now)).mostReviewers;

/** Returns whether more parties review than the rules allow without a waiver. */
export const isWaiverUsed = (review: Review, now: Instant): boolean =>
  reviewingSeats(review).length > mostReviewers(now);

/**
 * Withdraws the waiver of the party under review, as long as no more parties review than the rule allows. Refused where
 * there is no waiver, and where a fifth reviewer depends on it.
 */
export const withdrawReviewerLimitWaiver = (review: Review, by: Actor, now: Instant): Decision => {
  const { party, reviewerLimitWaivedAt } = review;
  const refused =
    deniedTo(by, "reviewer-limit.withdraw-waiver", { review, party }, now) ??
    refuseWrongStage("reviewer-limit.withdraw-waiver", review);
  if (refused !== undefined) return refused;
  if (reviewerLimitWaivedAt === undefined) return refuse("nothing-to-withdraw");
  if (isWaiverUsed(review, now)) return refuse("waiver-used", { most: mostReviewers(now) });
  const acted = actedAt(by, now, reviewerLimitWaivedAt);
  if (!acted.ok) return acted;
  return accept([{ kind: "reviewer-limit-waiver-withdrawn", happenedAt: acted.at, review: review.id, party }]);
};
