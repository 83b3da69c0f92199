import type { PartyId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { inForce } from "../base/settings.ts";
import { againPeriod, agreementLimit, periodOn } from "../policy/reviews.ts";
import { cameByLot } from "./seat-turns.ts";
import { dayAfter, dayOf, dueAfter, endOfDay, latest, startOfDay } from "../base/time.ts";

/**
 * Returns when the answers are due: six months from the day the clock starts (paragraph 30), or the earlier day that
 * the parties agreed on; at the end of the day in Vienna.
 */
export const questionnaireDueAt = (review: Review, clockStartsOn: CalendarDate): Instant => {
  const limit = dueAfter(clockStartsOn, periodOn("questionnaire", clockStartsOn));
  const agreed = review.consultation?.answersDueOn;
  return agreed !== undefined && endOfDay(agreed) < limit ? endOfDay(agreed) : limit;
};

/** Returns the last day of the six months for the answers, counted from a day. */
export const questionnaireLimitDay = (clockStartsOn: CalendarDate): CalendarDate =>
  dayAfter(clockStartsOn, periodOn("questionnaire", clockStartsOn));

/**
 * Returns when the last act was done for which the list of observations waits: cleared feedback, settled questions and
 * decisions; undefined where there is none.
 */
export const feedbackEndedAt = ({ feedback = {}, clarifications = [], decisions = [] }: Review): Instant | undefined =>
  [
    ...Object.values(feedback).flatMap((cleared) => cleared?.at ?? []),
    ...clarifications.flatMap(({ settledAt }) => settledAt ?? []),
    ...decisions.filter(({ kind }) => kind !== "agreement").map(({ at }) => at),
  ]
    .toSorted()
    .at(-1);

/**
 * Returns when a party's agreement to the list is due: two years from the start of the review, with which its group
 * starts (paragraphs 21 and 24), or three months from the day the list comes up where that is later.
 */
export const agreementDueAt = (review: Review, enteredOn: CalendarDate): Instant => {
  const least = dueAfter(enteredOn, periodOn("agreement", enteredOn));
  const { startedOn } = review;
  return startedOn === undefined ? least : latest(dueAfter(startedOn, inForce(agreementLimit, startedOn)), least);
};

/**
 * Returns the day on which a reviewing party received the answers, from which its feedback counts (paragraph 33): for a
 * party that was drawn in later the day it was drawn. Undefined while the answers are not in.
 */
export const receivedBy = (review: Review, party: PartyId): CalendarDate | undefined => {
  const receivedOn = review.answers?.receivedOn;
  const drawnAt = cameByLot(review, party);
  const drawnOn = drawnAt === undefined ? undefined : dayOf(drawnAt);
  return receivedOn !== undefined && drawnOn !== undefined && drawnOn > receivedOn ? drawnOn : receivedOn;
};

/** Returns when a met obligation is due again: on its previous date, or later, so that there is time for it. */
export const dueAgainAt = (before: Instant, again: CalendarDate): Instant =>
  latest(before, dueAfter(again, inForce(againPeriod, again)));

/** Returns since when there is a subject for feedback and questions: the receipt, on the recorded day. */
export const receivedAt = ({ answers, stageSince }: Review): Instant => {
  if (answers === undefined) return stageSince;
  const { at, receivedOn = dayOf(at) } = answers;
  return receivedOn === dayOf(at) ? at : startOfDay(receivedOn);
};
