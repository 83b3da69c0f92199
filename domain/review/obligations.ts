import { defined } from "../../schemas/base/defined.ts";
import type { FactOf } from "../../schemas/model/fact.ts";
import { ObligationId, type PartyId } from "../../schemas/base/ids.ts";
import type { Delay } from "../../schemas/model/delay.ts";
import type { Announcement, MandateRole, Obligation, ObligationKind, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { dueAgainAt } from "./due-dates.ts";
import { periodOn } from "../policy/reviews.ts";
import { dayOf, dueAfter, nextMorning } from "../base/time.ts";

/**
 * Returns the id of a party's obligation of a kind in a review. A clarification is numbered: see `clarificationIdOf`.
 */
export const obligationIdOf = (kind: ObligationKind, party: PartyId): ObligationId =>
  ObligationId.parse(`${kind}:${party}`);

/** Returns the id of the obligation to answer a numbered clarification. */
export const clarificationIdOf = (number: number, party: PartyId): ObligationId =>
  ObligationId.parse(`clarification-${number}:${party}`);

/**
 * Returns the number of the request for clarification that an obligation is about; undefined of every other obligation.
 */
export const numberOfClarification = (id: ObligationId): number | undefined => {
  const [, number] = /^clarification-(\d+):/u.exec(id) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** Returns the delay that set the current date of an obligation; undefined where none did. */
export const delayInForce = ({ delays }: Pick<Obligation, "delays">): Delay | undefined => delays?.at(-1);

/** Returns true for an open obligation after its current date. */
export const isOverdue = ({ state, dueAt }: Pick<Obligation, "state" | "dueAt">, now: Instant): boolean =>
  state === "open" && dueAt < now;

/**
 * Refuses an act that met an obligation before the day on which its delay in force was notified: no party notifies the
 * delay of what it has done, so that one of the two is on record by mistake.
 */
export const refuseBeforeDelay = ({ delays }: Obligation, at: Instant): Refused | undefined => {
  const notifiedAt = delays?.at(-1)?.at;
  return notifiedAt !== undefined && dayOf(at) < dayOf(notifiedAt)
    ? refuse("date-too-early", { earliest: dayOf(notifiedAt), contradicts: "delay" })
    : undefined;
};

/** The obligation that a nomination to a role meets. */
export const obligationOfRole = {
  "focal-point": "focal-point",
  expert: "experts",
  observer: undefined,
} as const satisfies Record<MandateRole, ObligationKind | undefined>;

/** Returns obligations that are still open, earliest due first. */
export const openObligations = (review: Review): readonly Obligation[] =>
  Object.values(review.obligations)
    .filter(({ state }) => state === "open")
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt) || one.id.localeCompare(other.id));

/** Returns a party's obligation of a kind while it is open. */
export const openObligationOf = (review: Review, kind: ObligationKind, party: PartyId): Obligation | undefined => {
  const obligation = review.obligations[obligationIdOf(kind, party)];
  return obligation?.state === "open" ? obligation : undefined;
};

export interface ObligationOpening {
  readonly kind: ObligationKind;
  readonly party: PartyId;
  /** The kind's own id where left out. */
  readonly id?: ObligationId;
  readonly openedOn: CalendarDate;
  /** The end of the kind's period in Vienna where left out. */
  readonly dueAt?: Instant;
  readonly originalDueAt?: Instant;
  /** The instant at which a letter other than the reminders names it. */
  readonly datedAt?: Instant | undefined;
  /** The letter about what opens it that names it. */
  readonly announced?: Announcement | undefined;
  readonly at: Instant;
}

/**
 * Returns when the letter about an event of a day leaves that names the obligations it opens: at once, or at the next
 * 09:00 where it was recorded on a later day.
 */
export const lettersAbout = (day: CalendarDate, now: Instant): Announcement => ({
  at: day < dayOf(now) ? nextMorning(now) : now,
  to: "all",
});

/**
 * Returns the fact that an obligation opened, in the generation after the last; counted by its period where no date is
 * given.
 */
export const openObligation = (review: Review, opening: ObligationOpening): FactOf<"obligation-opened"> => {
  const { kind, party, openedOn, at, originalDueAt, datedAt, announced } = opening;
  const obligation = opening.id ?? obligationIdOf(kind, party);
  return {
    kind: "obligation-opened",
    happenedAt: at,
    review: review.id,
    obligation,
    obligationKind: kind,
    party,
    generation: (review.obligations[obligation]?.generation ?? 0) + 1,
    openedOn,
    dueAt: opening.dueAt ?? dueAfter(openedOn, periodOn(kind, openedOn)),
    ...defined({ originalDueAt, datedAt, announced }),
  };
};

/**
 * Returns the fact that a met obligation is open again from a day on. Its date is the previous one, or later, so that
 * there is time for it. Its original date stays, because lateness is counted from it.
 */
export const reopenObligation = (
  review: Review,
  obligation: Obligation,
  at: Instant,
  announced?: Announcement,
): FactOf<"obligation-opened"> => {
  const today = dayOf(at);
  return openObligation(review, {
    kind: obligation.kind,
    party: obligation.party,
    id: obligation.id,
    openedOn: today,
    dueAt: dueAgainAt(obligation.dueAt, today),
    originalDueAt: obligation.originalDueAt,
    announced,
    at,
  });
};

/** Returns the fact that an open obligation was met. */
export const meetObligation = (
  review: Review,
  { id, generation }: Obligation,
  at: Instant,
): FactOf<"obligation-met"> => ({
  kind: "obligation-met",
  happenedAt: at,
  review: review.id,
  obligation: id,
  generation,
});

/**
 * Returns the facts that open obligations ended: each is void in its next generation, which makes its armed timers a
 * no-op.
 */
export const voidObligations = (
  review: Review,
  obligations: readonly Obligation[],
  at: Instant,
): readonly FactOf<"obligation-voided">[] =>
  obligations
    .filter(({ state }) => state === "open")
    .map(({ id, generation }) => ({
      kind: "obligation-voided",
      happenedAt: at,
      review: review.id,
      obligation: id,
      generation,
      nextGeneration: generation + 1,
    }));
