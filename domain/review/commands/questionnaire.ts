import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { type Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, type Refused, refuse, noChange } from "../../base/decision.ts";
import {
  meetObligation,
  obligationIdOf,
  openObligationOf,
  refuseBeforeDelay,
  reopenObligation,
  voidObligations,
} from "../obligations.ts";
import type { OutsideDay } from "../../../schemas/model/source.ts";
import { receivedAt } from "../due-dates.ts";
import { actedAt, happenedAt, sourceOf } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { reviewingSeats } from "../../lots/seats.ts";
import { feedbackObligations, withSteps } from "../stage-progress.ts";
import { instrumentsDue } from "../instruments-due.ts";
import { evolveReview } from "../evolve.ts";
import { dayOf, latest, startOfDay } from "../../base/time.ts";

/** The submitted documents: the hash of the text for each instrument. */
export type Documents = { readonly [I in Instrument]?: Hash | undefined };

/** Returns the hashes for the instruments that a party works on, or those of them that have none. */
export const documentsFor = (
  pending: readonly Instrument[],
  given: Documents,
): { readonly ok: true; readonly documents: FactOf<"answers-submitted">["documents"] } | Refused => {
  const missing = pending.filter((instrument) => given[instrument] === undefined);
  if (missing.length > 0) return refuse("incomplete", { missing });
  const documents: FactOf<"answers-submitted">["documents"] = {};
  for (const instrument of Instrument.options) {
    const hash = given[instrument];
    if (hash !== undefined && pending.includes(instrument)) documents[instrument] = hash;
  }
  return { ok: true, documents };
};

/** Decides on a submission that is already in: the same texts return no fact, others are refused. */
export const clearedBefore = ({ at, documents }: NonNullable<Review["answers"]>, given: Documents): Decision =>
  Instrument.options.every((instrument) => documents[instrument] === given[instrument])
    ? noChange
    : refuse("already-cleared", { clearedAt: at });

/**
 * Submits the answers of the party under review (paragraph 30), cleared by its focal point: one text for each
 * instrument it is reviewed for. The reviewers receive them now. From that day the feedback of each reviewing party is
 * due within six months (paragraph 33). Answers that are in are not submitted twice: the same texts return no fact,
 * other texts are refused.
 */
export const submitAnswers = (review: Review, by: Actor, given: Documents, now: Instant): Decision => {
  const { party } = review;
  const denied = deniedTo(by, "answers.submit", { review, party }, now);
  if (denied !== undefined) return denied;
  if (review.answers !== undefined) return clearedBefore(review.answers, given);
  const place = refuseWrongStage("answers.submit", review);
  if (place !== undefined) return place;
  const obligation = openObligationOf(review, "questionnaire", party);
  const seat = review.seats[party];
  if (obligation === undefined || seat === undefined) return refuse("not-owed");
  const complete = documentsFor(instrumentsDue(review, party), given);
  if (!complete.ok) return complete;
  // What was returned cannot have come back before it was.
  const after =
    obligation.reopened === true ? latest(review.stageSince, startOfDay(obligation.openedOn)) : review.stageSince;
  const acted = actedAt(by, now, after);
  if (!acted.ok) return acted;
  const { at } = acted;
  const tooEarly = refuseBeforeDelay(obligation, at);
  if (tooEarly !== undefined) return tooEarly;
  const submitted: Fact = {
    kind: "answers-submitted",
    happenedAt: at,
    review: review.id,
    receivedOn: dayOf(at),
    documents: complete.documents,
  };
  const facts = [submitted, meetObligation(review, obligation, at)];
  const announced = { at: now, to: "focal-points" } as const;
  const again =
    review.stage === "feedback" ? feedbackObligations(facts.reduce(evolveReview, review), at, announced) : [];
  return withSteps(review, [...facts, ...again], now);
};

/**
 * Returns the answers at the request of their party, recorded by the secretariat, while no reviewer has cleared. They
 * are due again within the stage that follows. The feedback is void until they come back, and is counted again from
 * then.
 */
export const returnAnswers = (review: Review, by: Actor, reason: string, now: Instant): Decision => {
  const denied = deniedTo(by, "answers.return", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("answers.return", review);
  if (place !== undefined) return place;
  const obligation = review.obligations[obligationIdOf("questionnaire", review.party)];
  if (review.answers === undefined || obligation === undefined) return refuse("not-owed");
  const cleared = Object.keys(review.feedback ?? {});
  if (cleared.length > 0) return refuse("feedback-begun", { parties: cleared });
  const feedback = reviewingSeats(review).flatMap(({ party }) => openObligationOf(review, "feedback", party) ?? []);
  return accept([
    { kind: "answers-returned", happenedAt: now, review: review.id, reason },
    reopenObligation(review, obligation, now),
    ...voidObligations(review, feedback, now),
  ]);
};

/**
 * Opens the submitted answers to the focal points and experts of all participating parties (paragraph 32, paragraph 40
 * of the rules): an act of the secretariat for one review, never automatic. It may have opened them outside the system,
 * on a day since their receipt.
 */
export const openAnswers = (review: Review, by: Actor, now: Instant, outside?: OutsideDay): Decision => {
  const denied = deniedTo(by, "answers.open", { review }, now);
  if (denied !== undefined) return denied;
  if (review.answersOpenedAt !== undefined) return noChange;
  const place = refuseWrongStage("answers.open", review);
  if (place !== undefined) return place;
  if (review.answers === undefined) return refuse("answers-missing");
  const opened = happenedAt(outside, now, receivedAt(review));
  if (!opened.ok) return opened;
  return accept([{ kind: "answers-opened", happenedAt: opened.at, review: review.id, ...sourceOf(outside) }]);
};
