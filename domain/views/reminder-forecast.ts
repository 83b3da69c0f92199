import { defined } from "../../schemas/base/defined.ts";
import type { ReminderAhead, PlannedObligation, ReminderPlanView } from "../../schemas/views/presidents-list.ts";
import type { ObligationId } from "../../schemas/base/ids.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { recordDelay } from "../review/commands/delays.ts";
import { delayInForce } from "../review/obligations.ts";
import { logicalRecipient } from "../letters/letter-id.ts";
import { remindersForecast } from "../policy/reminders.ts";
import { notificationsFor } from "../letters/notifications.ts";
import { isNomination, reminderSubjectOf, stepsOf } from "../reminders/schedule.ts";
import { reminderRecipients } from "../letters/reminder-letters.ts";
import { evolveReview } from "../review/evolve.ts";
import { dayAfter, dayOf, dueDate, endOfDay } from "../base/time.ts";
import { recipientView } from "./named.ts";
import { obligationsFor } from "./reviews.ts";

/** Returns the last moment of a plan made now. */
const horizonOf = (now: Instant): Instant => endOfDay(dayAfter(dayOf(now), remindersForecast));

/**
 * Returns the reminders of one obligation that are still to leave within the year, by its present reminder schedule and
 * mandates.
 */
const remindersAhead = (review: Review, obligation: Obligation, now: Instant): ReminderAhead[] => {
  const reminderSubject = reminderSubjectOf(review, obligation);
  return stepsOf(reminderSubject, obligation.openedOn, horizonOf(now))
    .filter(({ at }) => at > now && at <= horizonOf(now))
    .map((step) => ({
      rung: step.stepName,
      leavesAt: step.at,
      to: reminderRecipients(review, obligation, step).map(recipientView),
    }));
};

const plannedObligation = (review: Review, obligation: Obligation, now: Instant): PlannedObligation => ({
  obligation: obligation.id,
  kind: obligation.kind,
  party: obligation.party,
  ...dueDate(obligation.dueAt),
  generation: obligation.generation,
  overdue: obligation.dueAt < now,
  oneLetterFor: isNomination(obligation.kind) ? "group" : "review",
  reminders: remindersAhead(review, obligation, now),
});

const readersOf = ({ to }: ReminderAhead): string => to.map(logicalRecipient).join();

/** Returns the reminders that have no counterpart among others: another moment, or other recipients. */
const without = (some: readonly ReminderAhead[], others: readonly ReminderAhead[]): ReminderAhead[] =>
  some.filter((one) => !others.some((other) => other.leavesAt === one.leavesAt && readersOf(other) === readersOf(one)));

/**
 * Returns the changes that a delay to a day would make in the reminders of an obligation: the review is continued as if
 * the delay had been notified now.
 */
const changeBy = (
  review: Review,
  obligation: ObligationId,
  newDate: CalendarDate,
  now: Instant,
): Refused | NonNullable<ReminderPlanView["change"]> => {
  const decision = recordDelay(review, { obligation, dueOn: newDate, reason: "other" }, now);
  if (!decision.ok) return decision;
  const after = decision.facts.reduce(evolveReview, review);
  const [before, then] = [review.obligations[obligation], after.obligations[obligation]];
  if (before === undefined || then === undefined) return refuse("unknown-obligation", { obligation });
  const [leaving, reminders] = [remindersAhead(review, before, now), remindersAhead(after, then, now)];
  return {
    obligation,
    newDate,
    ...dueDate(then.dueAt),
    generation: then.generation,
    beyondRules: delayInForce(then)?.beyondRules === true,
    told: decision.facts.flatMap((fact) =>
      notificationsFor(fact, after, now).map(({ recipient }) => recipientView(recipient)),
    ),
    reminders,
    falls: without(leaving, reminders),
    comes: without(reminders, leaving),
  };
};

/** The question to a forecast: one obligation, and a new date for it; a date without an obligation changes nothing. */
export interface ForecastQuestion {
  readonly obligation?: ObligationId | undefined;
  readonly newDate?: CalendarDate | undefined;
}

/**
 * Returns the reminders of the coming year of the obligations that a user may see in a review, and the difference that
 * a new date would make. Refused like the delay itself where that could not be notified. An obligation that the user
 * may not see does not exist.
 */
export const reminderForecast = (
  review: Review,
  actor: Actor,
  { obligation, newDate }: ForecastQuestion,
  now: Instant,
): Refused | ReminderPlanView => {
  const seen = new Set(obligationsFor(review, actor, now).map(({ id }) => id));
  if (obligation !== undefined && !seen.has(obligation)) return refuse("unknown-obligation", { obligation });
  const change =
    obligation === undefined || newDate === undefined ? undefined : changeBy(review, obligation, newDate, now);
  if (change !== undefined && "refusal" in change) return change;
  return {
    review: review.id,
    asOf: now,
    until: horizonOf(now),
    obligations: Object.values(review.obligations)
      .filter(({ id, state }) => state === "open" && seen.has(id) && (obligation === undefined || id === obligation))
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt) || one.id.localeCompare(other.id))
      .map((open) => plannedObligation(review, open, now)),
    ...defined({ change }),
  };
};
