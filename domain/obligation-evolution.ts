import type { Fact, FactOf } from "../schemas/fact.ts";
import type { ObligationId } from "../schemas/ids.ts";
import type { Obligation, Review } from "../schemas/review.ts";

/** A review with one of its duties as it is now. */
export const withObligation = (review: Review, obligation: Obligation): Review => ({
  ...review,
  obligations: { ...review.obligations, [obligation.id]: obligation },
});

/** The open obligation of this generation. Throws where there is none. */
const openDuty = (review: Review, id: ObligationId, generation: number): Obligation => {
  const obligation = review.obligations[id];
  if (obligation?.state !== "open" || obligation.generation !== generation)
    throw new Error(`${review.id} has no open ${id} of generation ${generation}`);
  return obligation;
};

/**
 * What facts about duties do to a review: opened, met, void, delayed, counted anew. Undefined for a fact of another
 * sort. Throws on one that cannot follow.
 */
export const inDuties = (review: Review, fact: Fact): Review | undefined => {
  switch (fact.kind) {
    case "obligation-opened":
      return withObligation(review, opened(review, fact));
    case "obligation-met":
      return withObligation(review, {
        ...openDuty(review, fact.obligation, fact.generation),
        state: "met",
        settledAt: fact.happenedAt,
      });
    case "obligation-voided":
      return withObligation(review, {
        ...openDuty(review, fact.obligation, fact.generation),
        state: "void",
        generation: fact.generation + 1,
        settledAt: fact.happenedAt,
      });
    case "delay-notified":
      return withObligation(review, {
        ...openDuty(review, fact.obligation, fact.generation - 1),
        generation: fact.generation,
        dueAt: fact.dueAt,
        datedAt: fact.happenedAt,
        delayReason: fact.reason,
        ...(fact.beyondRules ? { beyondRules: true } : {}),
      });
    case "obligation-redated": {
      const obligation = review.obligations[fact.obligation];
      if (obligation === undefined) throw new Error(`${review.id} has no ${fact.obligation}`);
      follows(review, fact);
      return withObligation(review, redated(obligation, fact));
    }
    default:
      return undefined;
  }
};

/** Throws on a generation that does not follow the one before. */
const follows = (
  { obligations }: Review,
  { obligation, generation }: FactOf<"obligation-opened" | "obligation-redated">,
) => {
  const before = obligations[obligation]?.generation ?? 0;
  if (generation !== before + 1)
    throw new Error(`${obligation} of generation ${generation} cannot follow ${before === 0 ? "none" : before}`);
};

const opened = (review: Review, fact: FactOf<"obligation-opened">): Obligation => {
  follows(review, fact);
  return {
    id: fact.obligation,
    kind: fact.obligationKind,
    party: fact.party,
    generation: fact.generation,
    state: "open",
    openedOn: fact.openedOn,
    dueAt: fact.dueAt,
    originalDueAt: fact.originalDueAt ?? fact.dueAt,
    ...(fact.originalDueAt === undefined ? {} : { reopened: true }),
  };
};

/** Where the date itself is as before, whoever owes it has been told of it. */
const redated = (obligation: Obligation, fact: FactOf<"obligation-redated">): Obligation => {
  const { datedAt: _told, ...kept } = obligation;
  return {
    ...kept,
    generation: fact.generation,
    openedOn: fact.openedOn,
    dueAt: fact.dueAt,
    originalDueAt: fact.originalDueAt,
    ...(fact.dueAt === obligation.dueAt ? { datedAt: fact.happenedAt } : {}),
  };
};
