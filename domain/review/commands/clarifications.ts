import type { Fact } from "../../../schemas/model/fact.ts";
import type { Hash, PartyId } from "../../../schemas/base/ids.ts";
import type { Clarification, Obligation, Review } from "../../../schemas/model/review.ts";
import { type Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, type Refused, refuse, noChange } from "../../base/decision.ts";
import {
  clarificationIdOf,
  meetObligation,
  refuseBeforeDelay,
  openObligation,
  openObligationOf,
  voidObligations,
} from "../obligations.ts";
import { receivedAt } from "../due-dates.ts";
import { actedAt } from "../outside-acts.ts";
import { instrumentsToWorkOn } from "../division.ts";
import { decisionWithout } from "../decisions.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { seesClarification } from "../visibility.ts";
import { withSteps } from "../stage-progress.ts";
import { inForce } from "../../base/settings.ts";
import { clarificationCap } from "../../policy/limits.ts";
import { dayOf, dueDate } from "../../base/time.ts";

export interface ClarificationRequest {
  readonly party: PartyId;
  readonly question: Hash;
  /** The instruments of the question; all instruments for which the party has to give feedback where left out. */
  readonly instruments?: readonly Instrument[] | undefined;
}

/**
 * Returns requests, by a reviewing party, that the party under review clarify its answers about instruments for which
 * the requester gives feedback. This is possible as long as the review is in feedback, also after the requester has
 * cleared its own. The question becomes an obligation of the party under review, with a target of four weeks; feedback
 * does not end while it is open.
 */
export const askClarification = (
  review: Review,
  by: Actor,
  { party, question, instruments }: ClarificationRequest,
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "clarification.ask", { review, party }, now);
  if (denied !== undefined) return denied;
  const earlier = review.clarifications ?? [];
  const own = instrumentsToWorkOn(review, party, by, now);
  const foreign = (instruments ?? []).filter((each) => !own.includes(each));
  if (foreign.length > 0) return refuse("instrument-not-reviewed", { instruments: foreign });
  const about = Instrument.options.filter((each) => (instruments ?? own).includes(each));
  const isSame = (one: Clarification) =>
    one.askedBy === party && one.question === question && about.join() === one.instruments.join();
  if (earlier.some((one) => one.state === "open" && isSame(one))) return noChange;
  const place = refuseWrongStage("clarification.ask", review);
  if (place !== undefined) return place;
  if (review.answers === undefined)
    return refuse(decisionWithout(review, "questionnaire") === undefined ? "answers-missing" : "not-owed");
  if (openObligationOf(review, "feedback", party) === undefined && review.feedback?.[party] === undefined)
    return refuse("not-owed");
  const most = inForce(clarificationCap, dayOf(now));
  if (earlier.filter(({ askedBy }) => askedBy === party).length >= most)
    return refuse("clarifications-used-up", { most });
  const acted = actedAt(by, now, receivedAt(review));
  if (!acted.ok) return acted;
  const { at } = acted;
  const number = earlier.length + 1;
  const request: Fact = {
    kind: "clarification-asked",
    happenedAt: at,
    review: review.id,
    number,
    party,
    document: question,
    instruments: about,
  };
  const id = clarificationIdOf(number, review.party);
  const opened = openObligation(review, {
    kind: "clarification",
    party: review.party,
    id,
    openedOn: dayOf(at),
    announced: { at: now, to: "focal-points" },
    at,
  });
  return accept([request, opened]);
};

interface Found {
  readonly ok: true;
  readonly clarification: Clarification;
  readonly obligation: Obligation;
}

const findClarification = (review: Review, number: number): Found | Refused => {
  const clarification = review.clarifications?.find((one) => one.number === number);
  const obligation = review.obligations[clarificationIdOf(number, review.party)];
  return clarification === undefined || obligation === undefined
    ? refuse("unknown-clarification", { number })
    : { ok: true, clarification, obligation };
};

/**
 * Answers a request for clarification, cleared by the focal point of the party under review. An answer is final: the
 * same text returns no fact, another text is refused.
 */
export const answerClarification = (
  review: Review,
  by: Actor,
  { number, answer }: { readonly number: number; readonly answer: Hash },
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "clarification.answer", { review, party: review.party }, now);
  if (denied !== undefined) return denied;
  const target = findClarification(review, number);
  if (target.ok && target.clarification.answer === answer) return noChange;
  const place = refuseWrongStage("clarification.answer", review);
  if (place !== undefined) return place;
  if (!target.ok) return target;
  const { state } = target.clarification;
  if (state === "closed" || state === "withdrawn") return refuse("not-owed");
  if (state === "answered") return refuse("already-cleared", { clearedAt: target.clarification.settledAt });
  const acted = actedAt(by, now, target.clarification.askedAt);
  if (!acted.ok) return acted;
  const { at } = acted;
  const tooEarly = refuseBeforeDelay(target.obligation, at);
  if (tooEarly !== undefined) return tooEarly;
  const answered: Fact = {
    kind: "clarification-answered",
    happenedAt: at,
    review: review.id,
    number,
    document: answer,
  };
  return withSteps(review, [answered, meetObligation(review, target.obligation, at)], now);
};

/**
 * Closes a clarification that was not answered, by a reviewing party's focal point, once its current date has passed.
 * It no longer blocks the feedback, and its obligation ends.
 */
export const closeClarification = (
  review: Review,
  by: Actor,
  { number }: { readonly number: number },
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "clarification.close", { review }, now);
  if (denied !== undefined) return denied;
  const target = findClarification(review, number);
  if (target.ok && !seesClarification(target.clarification, review, by, now))
    return refuse("unknown-clarification", { number });
  if (target.ok && target.clarification.state === "closed") return noChange;
  const place = refuseWrongStage("clarification.close", review);
  if (place !== undefined) return place;
  if (!target.ok) return target;
  if (target.clarification.state !== "open") return refuse("not-owed");
  const acted = actedAt(by, now, target.clarification.askedAt);
  if (!acted.ok) return acted;
  const { at } = acted;
  if (at <= target.obligation.dueAt) return refuse("not-yet-due", { ...dueDate(target.obligation.dueAt) });
  const closed: Fact = { kind: "clarification-closed", happenedAt: at, review: review.id, number };
  return withSteps(review, [closed, ...voidObligations(review, [target.obligation], at)], now);
};
