import { defined } from "../../../schemas/base/defined.ts";
import type { Action } from "../../../schemas/base/actions.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { MandateId } from "../../../schemas/base/ids.ts";
import type { Mandate, Review } from "../../../schemas/model/review.ts";
import type { Cause, ReviewFactRows } from "./fact-row.ts";
import { aboutMandate } from "./timeline-sentence.ts";

const withMandate = (review: Review, mandate: Mandate): Review => ({
  ...review,
  mandates: { ...review.mandates, [mandate.id]: mandate },
});

/** Returns a mandate of the review. Throws where it has none of this id. */
const mandateIn = (review: Review, id: MandateId): Mandate => {
  const mandate = review.mandates[id];
  if (mandate === undefined) throw new Error(`${review.id} has no mandate ${id}`);
  return mandate;
};

const newMandate = (review: Review, fact: FactOf<"mandate-began">): Mandate => {
  const { mandate: id, role, party, user, since, instruments, happenedAt } = fact;
  if (review.mandates[id] !== undefined) throw new Error(`The mandate ${id} began in ${review.id} before`);
  if (review.seats[party] === undefined) throw new Error(`${party} holds no seat in ${review.id}`);
  const some = instruments === undefined ? {} : { instruments };
  return { id, role, party, user, since, ...some, namedAt: happenedAt };
};

/**
 * Reverses a mandate whose holder served on no day: it ends as it began, the persons whom it replaced serve on, and its
 * obligation is open again.
 */
const reverseMandate = (review: Review, fact: FactOf<"mandate-reversed">): Review => {
  const reversed = mandateIn(review, fact.mandate);
  const restored = fact.mandates.map((id) => {
    const { until: _ended, endReason: _reason, ...served } = mandateIn(review, id);
    return { ...served, restoredAt: fact.happenedAt };
  });
  const reopened = fact.obligations.map(({ obligation: id, generation }) => {
    const obligation = review.obligations[id];
    if (obligation?.state !== "met" || obligation.generation + 1 !== generation)
      throw new Error(`${review.id}: ${id} cannot be open again in generation ${generation}`);
    const { settledAt: _met, ...open } = obligation;
    return { ...open, state: "open" as const, generation };
  });
  const after = [{ ...reversed, until: reversed.since, reversedAt: fact.happenedAt }, ...restored].reduce(
    withMandate,
    review,
  );
  return {
    ...after,
    obligations: {
      ...review.obligations,
      ...Object.fromEntries(reopened.map((obligation) => [obligation.id, obligation])),
    },
  };
};

/** Returns the cause of a fact about a mandate: actions for the party of that mandate. */
const byParty =
  (...actions: readonly Action[]) =>
  ({ mandate }: { readonly mandate: MandateId }, review: Review | undefined): Cause => [
    actions,
    { party: review?.mandates[mandate]?.party },
  ];

/** Facts about mandates: begun, compared with the note verbale, ended, advanced, reversed. */
export const mandateFacts: ReviewFactRows<
  "mandate-began" | "nomination-checked" | "mandate-ended" | "mandate-advanced" | "mandate-reversed"
> = {
  "mandate-began": {
    evolve: (review, fact) => withMandate(review, newMandate(review, fact)),
    // A person of another party begins by their own acceptance.
    causedBy: ({ role, party, user }) => [
      [`${role}.name`, "mandate.replace", "mandate-offer.answer"],
      { party, person: user },
    ],
    effects: ["invite-nominees"],
    timeline: ({ mandate, since }, review) => aboutMandate(review, mandate, since),
  },
  "nomination-checked": {
    evolve: (review, { mandate, happenedAt }) =>
      withMandate(review, { ...mandateIn(review, mandate), checkedAt: happenedAt }),
    causedBy: ["nomination.check"],
    timeline: { hidden: "it is work of the secretariat that changes nothing" },
  },
  "mandate-ended": {
    evolve: (review, { mandate, until, reason: endReason }) =>
      withMandate(review, {
        ...mandateIn(review, mandate),
        until,
        // An earlier day for an end keeps the reason that was stated with the later one.
        ...defined({ endReason }),
      }),
    causedBy: byParty("mandate.replace", "mandate.remove", "redraw.carry-out", "party.approve-denunciation"),
    timeline: ({ mandate, until }, review) => aboutMandate(review, mandate, until),
  },
  "mandate-reversed": {
    evolve: reverseMandate,
    causedBy: byParty("mandate.reverse"),
    generations: ({ obligations }) => obligations,
    timeline: ({ mandate, happenedAt }, review) => aboutMandate(review, mandate, happenedAt),
  },
  "mandate-advanced": {
    evolve: (review, { mandate, since }) => withMandate(review, { ...mandateIn(review, mandate), since }),
    causedBy: byParty("mandate.replace", "mandate.remove"),
    timeline: ({ mandate, since }, review) => aboutMandate(review, mandate, since),
  },
};
