import { defined } from "../../../schemas/base/defined.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { ReviewFactRows } from "./fact-row.ts";

/** Returns the value at a key. Throws where there is none. */
const known = <Value>(values: Readonly<Record<string, Value>>, id: string, review: Review): Value => {
  const value = values[id];
  if (value === undefined) throw new Error(`${review.id} has no ${id}`);
  return value;
};

const withEnds = (
  review: Review,
  { mandates, obligations }: Pick<FactOf<"review-denunciation-corrected">, "mandates" | "obligations">,
): Review => ({
  ...review,
  mandates: {
    ...review.mandates,
    ...Object.fromEntries(
      mandates.map(({ mandate, until }) => [mandate, { ...known(review.mandates, mandate, review), until }]),
    ),
  },
  obligations: {
    ...review.obligations,
    ...Object.fromEntries(
      obligations.map(({ obligation, settledAt }) => [
        obligation,
        { ...known(review.obligations, obligation, review), settledAt },
      ]),
    ),
  },
});

/** Corrects the day on which a party left, in its own review, or in one in which it reviewed. */
const correctDenunciation = (before: Review, fact: FactOf<"review-denunciation-corrected">): Review => {
  const { party, leftOn, document, happenedAt: at } = fact;
  const review = withEnds(before, fact);
  if (review.discontinued !== undefined && review.party === party)
    return { ...review, discontinued: { leftOn, document, at } };
  const { vacated = [] } = review;
  if (vacated.every((seat) => seat.party !== party)) throw new Error(`${review.id}: ${party} has not left`);
  return { ...review, vacated: vacated.map((seat) => (seat.party === party ? { party, leftOn, at } : seat)) };
};

/** Returns the review without the mark that its party left. Throws where neither the review nor the seat has one. */
const withoutDenunciation = ({ discontinued, vacated = [], ...review }: Review, party: string): Review => {
  const isOwn = discontinued !== undefined && review.party === party;
  const others = vacated.filter((seat) => seat.party !== party);
  if (!isOwn && others.length === vacated.length) throw new Error(`${review.id}: ${party} has not left`);
  return {
    ...review,
    ...(isOwn || discontinued === undefined ? {} : { discontinued }),
    ...(others.length === 0 ? {} : { vacated: others }),
  };
};

/**
 * Restores obligations with their dates: the letter about the undoing names them, and reminders cover only later steps.
 */
const obligationsAfter = (review: Review, { obligations, happenedAt: datedAt }: FactOf<"review-denunciation-undone">) =>
  Object.fromEntries(
    obligations.map(({ obligation: id, generation }) => {
      const obligation = review.obligations[id];
      if (obligation?.state !== "void" || obligation.generation + 1 !== generation)
        throw new Error(`${review.id}: ${id} cannot be open again in generation ${generation}`);
      const { settledAt: _settled, ...pending } = obligation;
      return [id, { ...pending, state: "open" as const, generation, datedAt }];
    }),
  );

const mandatesAfter = (review: Review, { mandates, happenedAt: restoredAt }: FactOf<"review-denunciation-undone">) =>
  Object.fromEntries(
    mandates.map(({ mandate: id, until }) => {
      const { until: _ended, ...served } = known(review.mandates, id, review);
      return [id, { ...served, restoredAt, ...defined({ until }) }];
    }),
  );

/**
 * Restores the state before the denunciation: the review continues or the seat is filled, with its obligations, people
 * and questions.
 */
const undoDenunciation = (review: Review, fact: FactOf<"review-denunciation-undone">): Review => {
  const reopened = new Set(fact.clarifications);
  const clarifications = review.clarifications?.map((one) => {
    const { settledAt: _settled, ...request } = one;
    return reopened.has(one.number) ? { ...request, state: "open" as const } : one;
  });
  return {
    ...withoutDenunciation(review, fact.party),
    obligations: { ...review.obligations, ...obligationsAfter(review, fact) },
    mandates: { ...review.mandates, ...mandatesAfter(review, fact) },
    ...defined({ clarifications }),
  };
};

/** Corrections of a denunciation: another day, or that there was none. */
export const denunciationFacts: ReviewFactRows<"review-denunciation-corrected" | "review-denunciation-undone"> = {
  "review-denunciation-corrected": {
    evolve: correctDenunciation,
    causedBy: ["party.denounce"],
    timeline: ({ party, leftOn }) => ({ part: "seats", party, values: ({ day }) => ({ day: day(leftOn) }) }),
  },
  "review-denunciation-undone": {
    evolve: undoDenunciation,
    causedBy: ["party.denounce"],
    generations: ({ obligations }) => obligations,
    timeline: ({ party }) => ({ part: "seats", party }),
  },
};
