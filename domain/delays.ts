import type { ObligationId, PartyId } from "../schemas/ids.ts";
import type { Obligation, Review } from "../schemas/review.ts";
import type { CalendarDate, DelayReason, Instant } from "../schemas/values.ts";
import type { Actor } from "./actor.ts";
import { type Decision, decided, refuse, unchanged } from "./decision.ts";
import { deniedTo, misplaced } from "./permissions.ts";
import { periodOn } from "./policy.ts";
import { addDays, dayOf, dueAfter, endOfDay } from "./time.ts";

export interface Delay {
  readonly obligation: ObligationId;
  readonly dueOn: CalendarDate;
  readonly reason: DelayReason;
}

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

/** Whose duty an obligation is. */
const owedBy = (review: Review, id: ObligationId): PartyId | undefined => review.obligations[id]?.party;

/**
 * That a duty is delayed to a new day: later than today and than the current one. The original date stays, and past the
 * six months of the rules the delay is marked. Nominations are not delayed. The same day again is no fact.
 */
export const delayed = (review: Review, delay: Delay, now: Instant): Decision => {
  const duty = review.obligations[delay.obligation];
  if (duty === undefined) return refuse("unknown-obligation", { obligation: delay.obligation });
  if (duty.kind === "focal-point" || duty.kind === "experts") return refuse("no-delay-for-nominations");
  if (duty.state !== "open") return refuse("not-owed");
  const dueAt = endOfDay(delay.dueOn);
  if (dueAt === duty.dueAt && duty.datedAt !== undefined) return unchanged;
  const dueDay = dayOf(duty.dueAt);
  const latest = dueDay > dayOf(now) ? dueDay : dayOf(now);
  if (delay.dueOn <= latest) return refuse("date-too-early", { earliest: addDays(latest, 1) });
  const limit = limitOf(review, duty);
  return decided([
    {
      kind: "delay-notified",
      happenedAt: now,
      review: review.id,
      obligation: duty.id,
      generation: duty.generation + 1,
      dueAt,
      reason: delay.reason,
      beyondRules: limit !== undefined && dueAt > limit,
    },
  ]);
};

/**
 * A delay, told by the party that owes the duty, with a reason and a new day (paragraph 33). It may be told after the
 * date has passed.
 */
export const notifyDelay = (review: Review, by: Actor, delay: Delay, now: Instant): Decision => {
  const denied = deniedTo(by, "delay.notify", { review, party: owedBy(review, delay.obligation) }, now);
  if (denied !== undefined) return denied;
  return misplaced("delay.notify", review) ?? delayed(review, delay, now);
};
