import { defined } from "../../../schemas/base/defined.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { ObligationId, PartyId } from "../../../schemas/base/ids.ts";
import type { Delay as RecordedDelay } from "../../../schemas/model/delay.ts";
import type { Obligation, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, DelayReason, Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, type Refused, refuse, noChange } from "../../base/decision.ts";
import { dueAgainAt } from "../due-dates.ts";
import { evolveReview } from "../evolve.ts";
import { delayInForce } from "../obligations.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { inForce } from "../../base/settings.ts";
import { delayWithin, periodOn } from "../../policy/reviews.ts";
import { addDays, dayAfter, dayOf, dueAfter, endOfDay, startOfDay } from "../../base/time.ts";

/** The days between which a date can lie, both among them. */
interface DateRange {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

/** Returns the refusal of a day outside of a span, with the limit that it passes; undefined for one inside. */
const refuseOutside = ({ earliest, latest }: DateRange, day: CalendarDate): Refused | undefined => {
  if (day < earliest) return refuse("date-too-early", { earliest });
  return day > latest ? refuse("date-too-late", { latest }) : undefined;
};

export interface Delay {
  readonly obligation: ObligationId;
  readonly dueOn: CalendarDate;
  readonly reason: DelayReason;
  /** The reason in the words of the party; it stays in the journal, as other reasons do. */
  readonly explanation?: string | undefined;
}

/** Returns the grounds of a delay, as its facts state them. */
const groundsOf = ({ reason, explanation }: Pick<Delay, "reason" | "explanation">) => ({
  reason,
  ...defined({ explanation }),
});

/** Returns whether a delay has the reason and the words of the one in force. */
const hasSameGrounds = (delay: Delay, inForceNow: RecordedDelay | undefined): boolean =>
  delay.reason === inForceNow?.reason && delay.explanation === inForceNow.explanation;

/**
 * Returns the end of the six months that the rules give for answers and for feedback (paragraphs 30 and 33); undefined
 * for other obligations.
 */
const limitOf = (review: Review, { kind, originalDueAt }: Obligation): Instant | undefined => {
  switch (kind) {
    case "questionnaire": {
      const from = review.consultation?.clockStartsOn;
      return from === undefined ? originalDueAt : dueAfter(from, periodOn(kind, from));
    }
    case "feedback":
      return originalDueAt;
    case "focal-point":
    case "experts":
    case "clarification":
    case "agreement":
      return undefined;
  }
};

/** Returns whether an obligation that is due on a day exceeds the six months of the rules. */
const isBeyondRules = (review: Review, obligation: Obligation, dueOn: CalendarDate): boolean => {
  const limit = limitOf(review, obligation);
  return limit !== undefined && endOfDay(dueOn) > limit;
};

/** Returns the party of an obligation. */
const partyOfObligation = (review: Review, id: ObligationId): PartyId | undefined => review.obligations[id]?.party;

/**
 * Returns the days between which a delay can lie: after today and the original date, to which an earlier delay may be
 * brought back.
 */
const spanOf = ({ dueAt, originalDueAt }: Obligation, now: Instant): DateRange => {
  const today = dayOf(now);
  const [due, original] = [dayOf(dueAt), dayOf(originalDueAt)];
  const after = due > original ? original : due;
  const [from, farthest] = [after > today ? after : today, original > today ? original : today];
  return { earliest: addDays(from, 1), latest: dayAfter(farthest, inForce(delayWithin, today)) };
};

/**
 * Records that an obligation is delayed to a new day, later than today and than the original date, which stays. Another
 * delay replaces one that was notified before, also with an earlier day. A delay past the six months of the rules is
 * marked. Nominations are not delayed. The same day for the same reason in the same words returns no fact.
 */
export const recordDelay = (review: Review, delay: Delay, now: Instant): Decision => {
  const obligation = review.obligations[delay.obligation];
  if (obligation === undefined) return refuse("unknown-obligation", { obligation: delay.obligation });
  if (obligation.kind === "focal-point" || obligation.kind === "experts") return refuse("no-delay-for-nominations");
  if (obligation.state !== "open") return refuse("not-owed");
  const dueAt = endOfDay(delay.dueOn);
  const isSameDay = dueAt === obligation.dueAt && obligation.datedAt !== undefined;
  if (isSameDay && hasSameGrounds(delay, delayInForce(obligation))) return noChange;
  const outside = refuseOutside(spanOf(obligation, now), delay.dueOn);
  if (outside !== undefined) return outside;
  return accept([
    {
      kind: "delay-notified",
      happenedAt: now,
      review: review.id,
      obligation: obligation.id,
      generation: obligation.generation + 1,
      dueAt,
      ...groundsOf(delay),
      beyondRules: isBeyondRules(review, obligation, delay.dueOn),
    },
  ]);
};

/**
 * Notifies a delay, by the party of the obligation, with a reason and a new day (paragraph 33). The date may have
 * passed, and no approval is needed.
 */
export const notifyDelay = (review: Review, by: Actor, delay: Delay, now: Instant): Decision => {
  const denied = deniedTo(by, "delay.notify", { review, party: partyOfObligation(review, delay.obligation) }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("delay.notify", review);
  if (place !== undefined) return place;
  const obligation = review.obligations[delay.obligation];
  const acted = actedAt(by, now, obligation === undefined ? undefined : startOfDay(obligation.openedOn));
  return acted.ok ? recordDelay(review, delay, acted.at) : acted;
};

/** Returns the obligation and its delay in force; a refusal where it has none, or no longer exists. */
const delayedIn = (
  review: Review,
  id: ObligationId,
): Refused | { readonly ok: true; readonly obligation: Obligation; readonly delay: RecordedDelay } => {
  const obligation = review.obligations[id];
  if (obligation === undefined) return refuse("unknown-obligation", { obligation: id });
  const delay = delayInForce(obligation);
  return delay === undefined || obligation.state === "void"
    ? refuse("nothing-to-reverse", { obligation: id })
    : { ok: true, obligation, delay };
};

/**
 * Returns the date that applies without the delay in force: that of the delay before it, else the one that the rules
 * give.
 */
const dueWithoutDelay = ({ delays = [], originalDueAt, openedOn, reopened }: Obligation): Instant =>
  delays.at(-2)?.dueAt ?? (reopened === true ? dueAgainAt(originalDueAt, openedOn) : originalDueAt);

/** Returns the fact that reverses a delay. */
const reversalOf = (
  review: Review,
  obligation: Obligation,
  { generation: delay, at: notifiedAt }: RecordedDelay,
  more: { readonly happenedAt: Instant; readonly reason: string; readonly instead?: ObligationId },
): FactOf<"delay-reversed"> => ({
  kind: "delay-reversed",
  review: review.id,
  obligation: obligation.id,
  generation: obligation.generation + 1,
  dueAt: dueWithoutDelay(obligation),
  delay,
  notifiedAt,
  ...more,
});

export interface DelayReversal {
  readonly obligation: ObligationId;
  readonly reason: string;
}

/**
 * Reverses the last delay of an obligation, which was recorded or notified by mistake: the date before it applies again,
 * also where the obligation was met meanwhile. By the party that has the obligation, or by the secretariat with the
 * reason. Refused where no delay is in force.
 */
export const reverseDelay = (
  review: Review,
  by: Actor,
  { obligation, reason }: DelayReversal,
  now: Instant,
): Decision => {
  const party = partyOfObligation(review, obligation);
  const denied = deniedTo(by, "delay.reverse", { review, party }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("delay.reverse", review);
  if (place !== undefined) return place;
  if (by.recordsFor !== undefined && by.recordsFor.party !== party) return refuse("not-yours");
  const found = delayedIn(review, obligation);
  if (!found.ok) return found;
  const acted = actedAt(by, now, found.delay.at);
  if (!acted.ok) return acted;
  return accept([reversalOf(review, found.obligation, found.delay, { happenedAt: acted.at, reason })]);
};

export interface DelayCorrection {
  readonly obligation: ObligationId;
  /** The right new date; as it was recorded where left out. */
  readonly to?: CalendarDate | undefined;
  /** The obligation that was in fact delayed, where the delay was recorded for another one. */
  readonly instead?: ObligationId | undefined;
  readonly reason: string;
}

/**
 * Corrects a delay that the secretariat recorded with a wrong date, or for the wrong obligation: that one gets its date
 * back, and the right one the delay, as of the day on which it was notified. The limits are those of a delay on that
 * day; for the original date the delay is reversed. Without a difference it is no fact.
 */
export const correctDelay = (review: Review, by: Actor, correction: DelayCorrection, now: Instant): Decision => {
  const denied = deniedTo(by, "date.correct", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("date.correct", review);
  if (place !== undefined) return place;
  const { obligation: id, instead, reason } = correction;
  const found = delayedIn(review, id);
  if (!found.ok) return found.refusal === "nothing-to-reverse" ? refuse("nothing-to-correct", found.details) : found;
  const { obligation, delay } = found;
  const dueOn = correction.to ?? dayOf(delay.dueAt);
  if (instead !== undefined && instead !== id) {
    const reversed = reversalOf(review, obligation, delay, { happenedAt: now, reason, instead });
    const right = { obligation: instead, dueOn, ...groundsOf(delay) };
    const opened = review.obligations[instead]?.openedOn;
    if (opened !== undefined && dayOf(delay.at) < opened) return refuse("date-too-early", { earliest: opened });
    const recorded = recordDelay(evolveReview(review, reversed), right, delay.at);
    return recorded.ok ? accept([reversed, ...recorded.facts]) : recorded;
  }
  const dueAt = endOfDay(dueOn);
  if (dueAt === delay.dueAt) return noChange;
  const outside = refuseOutside(spanOf(obligation, delay.at), dueOn);
  if (outside !== undefined) return outside;
  return accept([
    {
      kind: "delay-corrected",
      happenedAt: now,
      review: review.id,
      obligation: id,
      generation: obligation.generation + 1,
      dueAt,
      beyondRules: isBeyondRules(review, obligation, dueOn),
      delay: delay.generation,
      notifiedAt: delay.at,
      reason,
    },
  ]);
};
