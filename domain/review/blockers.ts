import type * as z from "zod";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { BlockerView } from "../../schemas/views/core.ts";
import { blocksStage } from "./blocking-obligations.ts";
import { partiesWithoutFocalPoint } from "./mandates.ts";
import { obligationIdOf, openObligations } from "./obligations.ts";
import { consultationTarget, inForce } from "../base/policy.ts";
import { dayOf, dueAfter, dueDate } from "../base/time.ts";

type Blocker = z.infer<typeof BlockerView>;

/** Whether a review is to come to an end yet: it has neither concluded nor gone no further. */
export const isLive = ({ stage, discontinued }: Review): boolean => stage !== "concluded" && discontinued === undefined;

/** Whether anything is awaited in a review: it has started, and neither concluded nor gone no further. */
export const isInProgress = (review: Review): boolean => review.stage !== "scheduled" && isLive(review);

/** By when a consultation without an outcome is to come to one; undefined for any other review. */
export const consultationTargetAt = (review: Review): Instant | undefined => {
  if (review.stage !== "consultation" || review.consultation?.concludedOn !== undefined || !isInProgress(review))
    return undefined;
  const began = dayOf(review.stageSince);
  return dueAfter(began, inForce(consultationTarget, began));
};

/** Until when a consultation without an outcome should have come to one; undefined before that day is over. */
export const consultationMissedAt = (review: Review, now: Instant): Instant | undefined => {
  const dueAt = consultationTargetAt(review);
  return dueAt !== undefined && dueAt < now ? dueAt : undefined;
};

/** Since when every party has agreed to a list that the secretariat has not published (paragraph 35); undefined without one. */
export const publicationAwaitedSince = ({ stage, observations }: Review): Instant | undefined =>
  stage === "observations" && observations?.publishedAt === undefined ? observations?.agreedAt : undefined;

const ofConsultation = (review: Review, now: Instant): Blocker[] => {
  const dueAt = consultationMissedAt(review, now);
  return dueAt === undefined ? [] : [{ party: review.party, kind: "consultation", ...dueDate(dueAt), overdue: true }];
};

const ofPublication = (review: Review): Blocker[] =>
  publicationAwaitedSince(review) === undefined ? [] : [{ kind: "publication", overdue: false }];

/**
 * What keeps a review from going on, party by party: missing focal points in every stage (paragraph 15), the open
 * duties of the stage, a consultation past its target, and a list that the secretariat has to publish. Missing experts
 * do not.
 */
export const blockersOf = (review: Review, now: Instant): Blocker[] => {
  if (!isInProgress(review)) return [];
  // Once all have agreed, nobody's leaving keeps the list from being published.
  const missing = publicationAwaitedSince(review) === undefined ? partiesWithoutFocalPoint(review, now) : [];
  const vacant = missing.map((party) => {
    const dueAt = review.obligations[obligationIdOf("focal-point", party)]?.dueAt;
    const kind = "focal-point" as const;
    return dueAt === undefined
      ? { party, kind, overdue: false }
      : { party, kind, ...dueDate(dueAt), overdue: dueAt < now };
  });
  const open = openObligations(review)
    .filter(({ kind }) => blocksStage(review.stage, kind))
    .map(({ party, kind, dueAt }) => ({ party, kind, ...dueDate(dueAt), overdue: dueAt < now }));
  return [...vacant, ...open, ...ofConsultation(review, now), ...ofPublication(review)];
};
