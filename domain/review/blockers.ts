import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { inForce } from "../base/settings.ts";
import { consultationTarget } from "../policy/reviews.ts";
import { dayOf, dueAfter } from "../base/time.ts";

/** Returns whether a review is still to conclude: it is neither concluded nor discontinued. */
export const isLive = ({ stage, discontinued }: Review): boolean => stage !== "concluded" && discontinued === undefined;

/** Returns whether a review is in progress: it has started, and is neither concluded nor discontinued. */
export const isInProgress = (review: Review): boolean => review.stage !== "scheduled" && isLive(review);

/** Returns the target of a consultation that could begin on a day. */
export const consultationTargetOf = (began: CalendarDate): Instant =>
  dueAfter(began, inForce(consultationTarget, began));

/** Returns the target of a consultation without an outcome; undefined for any other review. */
export const consultationTargetAt = (review: Review): Instant | undefined => {
  if (review.stage !== "consultation" || review.consultation?.concludedOn !== undefined || !isInProgress(review))
    return undefined;
  return consultationTargetOf(dayOf(review.stageSince));
};

/**
 * Returns since when every party has agreed to a list that the secretariat has not published (paragraph 35); undefined
 * without one.
 */
export const publicationAwaitedSince = ({ stage, observations }: Review): Instant | undefined =>
  stage === "observations" && observations?.publishedAt === undefined ? observations?.agreedAt : undefined;
