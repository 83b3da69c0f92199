import type { ObligationId, PartyId } from "../../../schemas/base/ids.ts";
import type { Obligation, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, DelayReason, Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, type Refused, refuse, noChange } from "../../base/decision.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { delayApproval, delayWithin, inForce, periodOn, type Setting } from "../../base/policy.ts";
import { refuseOutside, type DateRange } from "../../base/date-range.ts";
import { refuseNewcomer } from "../../parties/second-person.ts";
import { addDays, dayAfter, dayOf, dueAfter, endOfDay, startOfDay } from "../../base/time.ts";

export interface Delay {
  readonly obligation: ObligationId;
  readonly dueOn: CalendarDate;
  readonly reason: DelayReason;
  /** The reason in the words of the party; it stays in the journal, as other reasons do. */
  readonly explanation?: string | undefined;
}

/** Why a delay is told of, as the facts of it say. */
const groundsOf = ({ reason, explanation }: Delay) => ({
  reason,
  ...(explanation === undefined ? {} : { explanation }),
});

/** Whether a delay is told of for the same reason, in the same words, as one before. */
const hasSameGrounds = (delay: Delay, reason: DelayReason | undefined, explanation: string | undefined): boolean =>
  delay.reason === reason && delay.explanation === explanation;

/**
 * The end of the six months that the rules give for answers and for feedback (paragraphs 30 and 33); undefined for
 * what the rules give no such time.
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

/** Whether a duty that is due on a day goes past the six months of the rules. */
export const isBeyondRules = (review: Review, duty: Obligation, dueOn: CalendarDate): boolean => {
  const limit = limitOf(review, duty);
  return limit !== undefined && endOfDay(dueOn) > limit;
};

/** Whose duty an obligation is. */
const owedBy = (review: Review, id: ObligationId): PartyId | undefined => review.obligations[id]?.party;

/** Between which days a delay can lie: after today and the original date, which one told of before may be brought back to. */
const spanOf = ({ dueAt, originalDueAt }: Obligation, now: Instant): DateRange => {
  const today = dayOf(now);
  const [due, original] = [dayOf(dueAt), dayOf(originalDueAt)];
  const after = due > original ? original : due;
  const [from, farthest] = [after > today ? after : today, original > today ? original : today];
  return { earliest: addDays(from, 1), latest: dayAfter(farthest, inForce(delayWithin, today)) };
};

/**
 * That a duty is delayed to a new day, later than today and than the original date, which stays; a delay that was told of
 * before is set anew by another, also to an earlier day. Past the six months of the rules the delay is marked.
 * Nominations are not delayed. The same day again, for the same reason in the same words, is no fact.
 */
export const recordDelay = (
  review: Review,
  delay: Delay,
  now: Instant,
  kind: "delay-notified" | "delay-approved" = "delay-notified",
): Decision => {
  const duty = review.obligations[delay.obligation];
  if (duty === undefined) return refuse("unknown-obligation", { obligation: delay.obligation });
  if (duty.kind === "focal-point" || duty.kind === "experts") return refuse("no-delay-for-nominations");
  if (duty.state !== "open") return refuse("not-owed");
  const dueAt = endOfDay(delay.dueOn);
  const isSameDay = dueAt === duty.dueAt && duty.datedAt !== undefined;
  if (isSameDay && hasSameGrounds(delay, duty.delayReason, duty.delayExplanation)) return noChange;
  const outside = refuseOutside(spanOf(duty, now), delay.dueOn);
  if (outside !== undefined) return outside;
  return accept([
    {
      kind,
      happenedAt: now,
      review: review.id,
      obligation: duty.id,
      generation: duty.generation + 1,
      dueAt,
      ...groundsOf(delay),
      beyondRules: isBeyondRules(review, duty, delay.dueOn),
    },
  ]);
};

/**
 * A delay, told by the party that owes the duty, with a reason and a new day (paragraph 33). It may be told after the
 * date has passed. Where the policy of the day wants the secretariat's approval, it waits for that in the place of one
 * that waited before, and the date stays; the same once more is no fact.
 */
export const notifyDelay = (
  review: Review,
  by: Actor,
  delay: Delay,
  now: Instant,
  approval: Setting<boolean> = delayApproval,
): Decision => {
  const denied = deniedTo(by, "delay.notify", { review, party: owedBy(review, delay.obligation) }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("delay.notify", review);
  if (place !== undefined) return place;
  const duty = review.obligations[delay.obligation];
  const acted = actedAt(by, now, duty === undefined ? undefined : startOfDay(duty.openedOn));
  if (!acted.ok) return acted;
  const { at } = acted;
  const decision = recordDelay(review, delay, at);
  if (!decision.ok || decision.facts.length === 0 || duty === undefined || !inForce(approval, dayOf(at)))
    return decision;
  const { dueOn } = delay;
  const { id: obligation, generation, delayAsked } = duty;
  if (delayAsked?.dueOn === dueOn && hasSameGrounds(delay, delayAsked.reason, delayAsked.explanation)) return noChange;
  return accept([
    { kind: "delay-asked", happenedAt: at, review: review.id, obligation, generation, dueOn, ...groundsOf(delay) },
  ]);
};

/** A delay that waits for approval, by the day that was read: another may have been told of meanwhile. */
export interface WaitingDelay {
  readonly obligation: ObligationId;
  readonly dueOn: CalendarDate;
}

/** The duty and the delay of it that waits; a refusal to whoever may not rule on it, or where no such delay waits. */
const waitingIn = (
  review: Review,
  by: Actor,
  action: "delay.approve" | "delay.refuse",
  { obligation, dueOn }: WaitingDelay,
  now: Instant,
): Refused | { readonly ok: true; readonly duty: Obligation; readonly delay: Delay } => {
  const refused = deniedTo(by, action, { review }, now) ?? refuseWrongStage(action, review);
  if (refused !== undefined) return refused;
  const duty = review.obligations[obligation];
  if (duty === undefined) return refuse("unknown-obligation", { obligation });
  const { delayAsked } = duty;
  if (delayAsked === undefined) return refuse("no-delay-waiting", { obligation });
  if (delayAsked.dueOn !== dueOn) return refuse("no-delay-waiting", { obligation, waiting: delayAsked.dueOn });
  return { ok: true, duty, delay: { obligation, ...delayAsked } };
};

/**
 * The secretariat approves a delay that waits: the date moves, as long as the day still lies ahead and is later than
 * the original one. Whoever is new to the secretariat approves nothing yet.
 */
export const approveDelay = (review: Review, by: Actor, pendingDelay: WaitingDelay, now: Instant): Decision => {
  const found = waitingIn(review, by, "delay.approve", pendingDelay, now);
  if (!found.ok) return found;
  return refuseNewcomer(by, now) ?? recordDelay(review, found.delay, now, "delay-approved");
};

/** The secretariat refuses a delay that waits, with the reason: the date stays, and another may be told of. */
export const refuseDelay = (
  review: Review,
  by: Actor,
  { reason, ...pendingDelay }: WaitingDelay & { readonly reason: string },
  now: Instant,
): Decision => {
  const found = waitingIn(review, by, "delay.refuse", pendingDelay, now);
  if (!found.ok) return found;
  const { id: obligation, generation } = found.duty;
  return accept([
    {
      kind: "delay-refused",
      happenedAt: now,
      review: review.id,
      obligation,
      generation,
      dueOn: pendingDelay.dueOn,
      reason,
    },
  ]);
};
