import type { LetterId, PartyId } from "../../schemas/base/ids.ts";
import type { Letter, LetterContent, Recipient } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { mandatesOf } from "../review/mandates.ts";
import { openObligations } from "../review/obligations.ts";
import { inForce } from "../base/settings.ts";
import { digestClosing, digestDay } from "../policy/reminders.ts";
import { isToFormerAddress, letterIdOf } from "./letter-id.ts";
import { reviewCopied } from "./letter-kinds.ts";
import { dayOf, firstWeekday, later, morningOf } from "../base/time.ts";

/** A letter to a mission that may be a copy, with its party and its review. */
export interface Copy {
  readonly party: PartyId;
  readonly review: string;
}

/**
 * Returns the copy that a mission's letter is, if its focal points may have the original. A letter sent again after a
 * failure at another address is no copy. Neither is one to a former address or one that may have left.
 */
export const copyOf = ({ recipient, content, state, attempt }: Letter): Copy | undefined => {
  const review = isToFormerAddress(recipient) ? undefined : reviewCopied(content);
  return recipient.kind !== "mission" || review === undefined || state !== "planned" || attempt > 1
    ? undefined
    : { party: recipient.party, review };
};

/**
 * Returns letters in batches to plan in order: those to persons, then those to missions. The row of a copy then states
 * that the row of its original exists, even to a sender that is faster than the planner.
 */
export const planningBatches = <L extends { readonly letter: { readonly recipient: Recipient } }>(
  letters: readonly L[],
): readonly (readonly L[])[] => [
  letters.filter(({ letter: { recipient } }) => recipient.kind !== "mission"),
  letters.filter(({ letter: { recipient } }) => recipient.kind === "mission"),
];

/** The original of a copy, by its id: the letter to a focal point of the party who serves in the review. */
export interface Original {
  readonly recipient: Extract<Recipient, { kind: "user" }>;
  readonly id: LetterId;
}

/** Returns the letters to focal points, if they were planned, of which a mission's letter would be the copy. */
export const originalsOf = ({ content }: Letter, review: Review, party: PartyId, now: Instant): readonly Original[] =>
  mandatesOf(review, party, "focal-point", now).map(({ user }) => {
    const recipient = { kind: "user", user } as const;
    return { recipient, id: letterIdOf(content, recipient, 1) };
  });

/** Returns whether an original is expected to reach its focal point: it waits, or is not known to have failed. */
export const mayArrive = ({ state }: Letter): boolean =>
  state !== "skipped" && state !== "failed" && state !== "bounced" && state !== "complained";

/**
 * Returns whether any obligation of a party in its reviews, as party under review or as reviewing party, is overdue.
 */
export const isAnythingOverdue = (reviews: readonly Review[], party: PartyId, now: Instant): boolean =>
  reviews.some((review) =>
    openObligations(review).some(
      (obligation) => obligation.party === party && review.stage !== "scheduled" && obligation.dueAt < now,
    ),
  );

/** Returns the day of the digest that includes the copies paused now: the next one that is not about to leave. */
export const digestDayAfter = (now: Instant): CalendarDate => {
  const from = dayOf(later(now, digestClosing));
  const weekday = inForce(digestDay, from);
  const first = firstWeekday(weekday, from);
  return morningOf(first) >= later(now, digestClosing) ? first : firstWeekday(weekday, from, "after");
};

/**
 * Returns the digest to a mission that includes the copies paused now: one row per week, whatever creates it. It waits
 * for its day.
 */
export const digestFor = (party: PartyId, now: Instant): Letter => {
  const on = digestDayAfter(now);
  const plannedFor = morningOf(on);
  return plannedLetter(
    {
      content: { kind: "digest", party, on },
      recipient: { kind: "mission", party },
      party,
      plannedFor,
      notBefore: plannedFor,
      rule: "Copies of letters to focal points go to the mission in one letter a week, at its request, while nothing is overdue.",
    },
    now,
  );
};

/** Returns the copies of a digest, the earliest first. A digest that is sent again has the copies of the first one. */
export const copiesInDigest = (
  { party, on }: Extract<LetterContent, { kind: "digest" }>,
  letters: readonly Letter[],
): readonly Letter[] => {
  const digest = letterIdOf({ kind: "digest", party, on }, { kind: "mission", party }, 1);
  return letters
    .filter((letter) => letter.digest === digest)
    .toSorted((one, other) => one.changedAt.localeCompare(other.changedAt) || one.id.localeCompare(other.id));
};
