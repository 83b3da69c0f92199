import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { ObligationId } from "../../schemas/base/ids.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { dayOf } from "../base/time.ts";

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

/** A duty about whose delay nothing is open: none waits, and none was refused. */
const withoutDelay = ({ delayAsked: _asked, delayRefused: _refused, ...duty }: Obligation): Obligation => duty;

/** The open obligation of this generation of which a delay to this day waits for approval. Throws where none does. */
const waitingDuty = (review: Review, id: ObligationId, generation: number, dueOn: CalendarDate): Obligation => {
  const duty = openDuty(review, id, generation);
  if (duty.delayAsked?.dueOn !== dueOn) throw new Error(`${review.id}: no delay of ${id} to ${dueOn} waits`);
  return duty;
};

/**
 * The generation in which a duty stands void: the one after that which fell away. Facts of earlier versions do not name
 * it. Throws where a fact names another.
 */
const generationAfterVoiding = ({ obligation, generation, nextGeneration }: FactOf<"obligation-voided">): number => {
  const next = generation + 1;
  if (nextGeneration !== undefined && nextGeneration !== next)
    throw new Error(`${obligation} of generation ${generation} cannot become void in ${nextGeneration}`);
  return next;
};

/** With a new date, in a new generation. */
const delayObligation = (
  { beyondRules: _before, ...duty }: Obligation,
  fact: FactOf<"delay-notified" | "delay-approved">,
): Obligation => ({
  ...withoutDelay(duty),
  generation: fact.generation,
  dueAt: fact.dueAt,
  datedAt: fact.happenedAt,
  delayReason: fact.reason,
  ...(fact.beyondRules ? { beyondRules: true } : {}),
});

/**
 * What facts about duties do to a review: opened, met, void, delayed, counted anew. Undefined for a fact of another
 * sort. Throws on one that cannot follow.
 */
export const evolveObligations = (review: Review, fact: Fact): Review | undefined => {
  switch (fact.kind) {
    case "obligation-opened":
      return withObligation(review, openedObligation(review, fact));
    case "obligation-met":
      return withObligation(review, {
        ...withoutDelay(openDuty(review, fact.obligation, fact.generation)),
        state: "met",
        settledAt: fact.happenedAt,
      });
    case "obligation-voided":
      return withObligation(review, {
        ...withoutDelay(openDuty(review, fact.obligation, fact.generation)),
        state: "void",
        generation: generationAfterVoiding(fact),
        settledAt: fact.happenedAt,
      });
    case "delay-notified":
      return withObligation(review, delayObligation(openDuty(review, fact.obligation, fact.generation - 1), fact));
    case "delay-asked":
      return withObligation(review, {
        ...withoutDelay(openDuty(review, fact.obligation, fact.generation)),
        delayAsked: { dueOn: fact.dueOn, reason: fact.reason, at: fact.happenedAt },
      });
    case "delay-approved": {
      const { obligation, generation, dueAt } = fact;
      return withObligation(
        review,
        delayObligation(waitingDuty(review, obligation, generation - 1, dayOf(dueAt)), fact),
      );
    }
    case "delay-refused": {
      const { obligation, generation, dueOn, reason, happenedAt: at } = fact;
      return withObligation(review, {
        ...withoutDelay(waitingDuty(review, obligation, generation, dueOn)),
        delayRefused: { dueOn, reason, at },
      });
    }
    case "obligation-redated": {
      const obligation = review.obligations[fact.obligation];
      if (obligation === undefined) throw new Error(`${review.id} has no ${fact.obligation}`);
      follows(review, fact);
      return withObligation(review, redateObligation(obligation, fact));
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

const openedObligation = (review: Review, fact: FactOf<"obligation-opened">): Obligation => {
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

/**
 * Where the date itself is as before, whoever owes it has been told of it. A delay that waits for approval waits on as
 * long as it is one.
 */
const redateObligation = (obligation: Obligation, fact: FactOf<"obligation-redated">): Obligation => {
  const { datedAt: _told, delayAsked, ...kept } = obligation;
  return {
    ...kept,
    ...(delayAsked !== undefined && delayAsked.dueOn > dayOf(fact.originalDueAt) ? { delayAsked } : {}),
    generation: fact.generation,
    openedOn: fact.openedOn,
    dueAt: fact.dueAt,
    originalDueAt: fact.originalDueAt,
    ...(fact.dueAt === obligation.dueAt ? { datedAt: fact.happenedAt } : {}),
  };
};
