import type { CorrectableDate } from "../../../schemas/model/review-facts.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Obligation, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, refuse, noChange } from "../../base/decision.ts";
import { agreementDueAt, questionnaireDueAt, receivedBy } from "../due-dates.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { consultationBegan } from "../mandates.ts";
import { obligationIdOf } from "../obligations.ts";
import { earliestStart, periodOn } from "../../base/policy.ts";
import { evolveReview } from "../evolve.ts";
import { refuseOutside, type DateRange } from "../../base/date-range.ts";
import { dayOf, dueAfter } from "../../base/time.ts";

export interface Correction {
  readonly what: CorrectableDate;
  readonly to: CalendarDate;
  readonly reason: string;
}

/** The date as it is recorded; undefined where nothing is. */
const recordedDate = (review: Review, what: CorrectableDate): CalendarDate | undefined =>
  ({
    start: review.startedOn,
    consultation: review.consultation?.concludedOn,
    submission: review.answers?.receivedOn,
  })[what];

/** The day on which the answers were last returned: what came back cannot have been received before. */
const returnedOn = ({ obligations, party }: Review): CalendarDate | undefined => {
  const duty = obligations[obligationIdOf("questionnaire", party)];
  return duty?.reopened === true ? duty.openedOn : undefined;
};

/** The day on which the first reviewer cleared its feedback on the answers. */
const firstClearedOn = ({ feedback = {} }: Review): CalendarDate | undefined => {
  const [first] = Object.values(feedback)
    .flatMap((cleared) => cleared?.at ?? [])
    .toSorted();
  return first === undefined ? undefined : dayOf(first);
};

/** Between which days a date can lie: the process keeps its order, and nothing happens in the future. */
const spanOf = (review: Review, what: CorrectableDate, now: Instant): DateRange => {
  const today = dayOf(now);
  const { startedOn, consultation, answers } = review;
  const start = startedOn ?? earliestStart;
  const concluded = consultation?.concludedOn;
  const returned = returnedOn(review);
  // A meeting recorded for the same day as the outcome moves with it.
  const held = consultation?.heldOn === concluded ? undefined : consultation?.heldOn;
  switch (what) {
    case "start":
      return { earliest: earliestStart, latest: consultation?.heldOn ?? concluded ?? today };
    case "consultation":
      return { earliest: held ?? consultationBegan(review) ?? start, latest: returned ?? answers?.receivedOn ?? today };
    case "submission":
      return { earliest: returned ?? concluded ?? start, latest: firstClearedOn(review) ?? today };
  }
};

/**
 * Corrects the day on which a review started, its consultation was concluded or its answers were received, with the
 * reason: nothing is erased. Duties counted from it get their dates anew, as new generations; their original dates
 * too, since those were counted from a wrong day. A later date that a party has told of stays. By the secretariat; the
 * same day is no fact.
 */
export const correctDate = (review: Review, by: Actor, { what, to, reason }: Correction, now: Instant): Decision => {
  const denied = deniedTo(by, "date.correct", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("date.correct", review);
  if (place !== undefined) return place;
  const from = recordedDate(review, what);
  if (from === undefined) return refuse("not-owed");
  if (from === to) return noChange;
  const outside = refuseOutside(spanOf(review, what, now), to);
  if (outside !== undefined) return outside;
  const corrected: Fact = { kind: "date-corrected", happenedAt: now, review: review.id, what, from, to, reason };
  return accept([corrected, ...redatings(review, evolveReview(review, corrected), what, now)]);
};

interface Dates {
  readonly openedOn: CalendarDate;
  readonly originalDueAt: Instant;
}

/** New dates for every duty, open or met, whose dates follow from the corrected one. */
const redatings = (before: Review, after: Review, what: CorrectableDate, now: Instant): readonly Fact[] =>
  Object.values(before.obligations)
    .filter(({ state }) => state !== "void")
    .flatMap((duty): Fact[] => {
      const dates = datesOf(before, after, duty, what);
      if (dates === undefined) return [];
      const { openedOn, originalDueAt } = dates;
      const isMoved = duty.dueAt > duty.originalDueAt && duty.dueAt > originalDueAt;
      const dueAt = isMoved ? duty.dueAt : originalDueAt;
      if (openedOn === duty.openedOn && originalDueAt === duty.originalDueAt && dueAt === duty.dueAt) return [];
      return [
        {
          kind: "obligation-redated",
          happenedAt: now,
          review: before.id,
          obligation: duty.id,
          generation: duty.generation + 1,
          openedOn,
          dueAt,
          originalDueAt,
        },
      ];
    });

/** The dates that a duty would have had; undefined where it does not count from the corrected date. */
const datesOf = (before: Review, after: Review, duty: Obligation, what: CorrectableDate): Dates | undefined => {
  const { kind, party, openedOn, originalDueAt } = duty;
  const from = recordedDate(before, what);
  const to = recordedDate(after, what);
  if (from === undefined || to === undefined) return undefined;
  switch (kind) {
    case "focal-point":
    case "experts": {
      const counts = what === "start" && openedOn === from && originalDueAt === dueAfter(from, periodOn(kind, from));
      return counts ? { openedOn: to, originalDueAt: dueAfter(to, periodOn(kind, to)) } : undefined;
    }
    case "questionnaire":
      return questionnaireDates(before, after, duty);
    case "feedback": {
      const was = receivedBy(before, party);
      const is = receivedBy(after, party);
      if (was === undefined || is === undefined || was === is) return undefined;
      return { openedOn: openedOn === was ? is : openedOn, originalDueAt: dueAfter(is, periodOn(kind, is)) };
    }
    case "agreement": {
      if (what !== "start") return undefined;
      const entered = enteredOn(before, duty);
      return { openedOn, originalDueAt: agreementDueAt(after, entered) };
    }
    case "clarification":
      return undefined;
  }
};

const questionnaireDates = (before: Review, after: Review, { openedOn, reopened }: Obligation): Dates | undefined => {
  const from = before.consultation?.clockStartsOn;
  const to = after.consultation?.clockStartsOn;
  if (from === undefined || to === undefined || from === to) return undefined;
  const isCounted = openedOn === from && reopened !== true;
  return { openedOn: isCounted ? to : openedOn, originalDueAt: questionnaireDueAt(after, to) };
};

/** The day from which the least time for an agreement was counted, which a later version does not move. */
const enteredOn = (review: Review, { openedOn, generation }: Obligation): CalendarDate => {
  const entered = review.stage === "observations" ? dayOf(review.stageSince) : openedOn;
  return generation === 1 ? openedOn : entered;
};
