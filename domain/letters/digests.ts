import type { LetterId, PartyId } from "../../schemas/base/ids.ts";
import type { Letter, LetterContent, Recipient } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { mandatesOf } from "../review/mandates.ts";
import { openObligations } from "../review/obligations.ts";
import { digestClosing, digestDay, inForce } from "../base/policy.ts";
import { isToFormerAddress, letterIdOf } from "./letter-id.ts";
import { reviewCopied } from "./letter-kinds.ts";
import { dayOf, firstWeekday, later, morningOf } from "../base/time.ts";

/** A letter to a mission that may be a copy: whose, and about which review. */
export interface Copy {
  readonly party: PartyId;
  readonly review: string;
}

/**
 * What a mission's letter copies, if its focal points may have the same one. A letter that is written anew, because it
 * failed at another address, one to an address before, and one that may have left already are no copies to hold.
 */
export const copyOf = ({ recipient, content, state, attempt }: Letter): Copy | undefined => {
  const review = isToFormerAddress(recipient) ? undefined : reviewCopied(content);
  return recipient.kind !== "mission" || review === undefined || state !== "planned" || attempt > 1
    ? undefined
    : { party: recipient.party, review };
};

/**
 * Letters as they are planned, one batch after the other: those to persons, then those to missions. The row of a copy then
 * says that the row of its original stands, also to a sender that is faster than whoever plans.
 */
export const planningBatches = <L extends { readonly letter: { readonly recipient: Recipient } }>(
  letters: readonly L[],
): readonly (readonly L[])[] => [
  letters.filter(({ letter: { recipient } }) => recipient.kind !== "mission"),
  letters.filter(({ letter: { recipient } }) => recipient.kind === "mission"),
];

/** The same letter to a focal point of the party who serves in the review, by its id. */
export interface Original {
  readonly recipient: Extract<Recipient, { kind: "user" }>;
  readonly id: LetterId;
}

/** The letters to focal points of which a mission's letter would be the copy, if they were planned. */
export const originalsOf = ({ content }: Letter, review: Review, party: PartyId, now: Instant): readonly Original[] =>
  mandatesOf(review, party, "focal-point", now).map(({ user }) => {
    const recipient = { kind: "user", user } as const;
    return { recipient, id: letterIdOf(content, recipient, 1) };
  });

/** Whether an original reaches its focal point, as far as anybody knows: it waits, or was not seen to fail. */
export const mayArrive = ({ state }: Letter): boolean =>
  state !== "skipped" && state !== "failed" && state !== "bounced" && state !== "complained";

/** Whether anything that a party owes in any of its reviews, as reviewed or as reviewer, is past its date. */
export const isAnythingOverdue = (reviews: readonly Review[], party: PartyId, now: Instant): boolean =>
  reviews.some((review) =>
    openObligations(review).some(
      (obligation) => obligation.party === party && review.stage !== "scheduled" && obligation.dueAt < now,
    ),
  );

/** The day of the digest that takes in what is held now: the next one that is not about to leave. */
export const digestDayAfter = (now: Instant): CalendarDate => {
  const from = dayOf(later(now, digestClosing));
  const weekday = inForce(digestDay, from);
  const first = firstWeekday(weekday, from);
  return morningOf(first) >= later(now, digestClosing) ? first : firstWeekday(weekday, from, "after");
};

/** The digest to a mission that takes in what is held now: one row for the week, whatever makes it. It waits for its day. */
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
      rule: "Copies of letters to focal points go to the mission in one letter a week, as it asked, while nothing is overdue.",
    },
    now,
  );
};

/** The copies that a digest tells of, the first held first. A digest that is written anew tells of the same. */
export const digestHolding = (
  { party, on }: Extract<LetterContent, { kind: "digest" }>,
  letters: readonly Letter[],
): readonly Letter[] => {
  const digest = letterIdOf({ kind: "digest", party, on }, { kind: "mission", party }, 1);
  return letters
    .filter((letter) => letter.digest === digest)
    .toSorted((one, other) => one.changedAt.localeCompare(other.changedAt) || one.id.localeCompare(other.id));
};
