import type { FactOf } from "../../schemas/model/fact.ts";
import type { ObligationId } from "../../schemas/base/ids.ts";
import type { Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { dayOf } from "../base/time.ts";
import type { EvolveByKind } from "./review-facts.ts";

/** A review with one of its duties as it is now. */
const withObligation = (review: Review, obligation: Obligation): Review => ({
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
  { beyondRules: _beyond, delayExplanation: _explanation, ...duty }: Obligation,
  fact: FactOf<"delay-notified" | "delay-approved">,
): Obligation => ({
  ...withoutDelay(duty),
  generation: fact.generation,
  dueAt: fact.dueAt,
  datedAt: fact.happenedAt,
  delayReason: fact.reason,
  ...(fact.explanation === undefined ? {} : { delayExplanation: fact.explanation }),
  ...(fact.beyondRules ? { beyondRules: true } : {}),
});

/** Throws on a generation that does not follow the one before. */
const refuseOtherGeneration = (
  { obligations }: Review,
  { obligation, generation }: FactOf<"obligation-opened" | "obligation-redated">,
) => {
  const before = obligations[obligation]?.generation ?? 0;
  if (generation !== before + 1)
    throw new Error(`${obligation} of generation ${generation} cannot follow ${before === 0 ? "none" : before}`);
};

const newObligation = (review: Review, fact: FactOf<"obligation-opened">): Obligation => {
  refuseOtherGeneration(review, fact);
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
    ...(fact.datedAt === undefined ? {} : { datedAt: fact.datedAt }),
  };
};

/**
 * Where the date itself is as before, whoever owes it has been told of it. A delay that waits for approval waits on as
 * long as it is one. Throws where there is no such obligation.
 */
const redateObligation = (review: Review, fact: FactOf<"obligation-redated">): Obligation => {
  const obligation = review.obligations[fact.obligation];
  if (obligation === undefined) throw new Error(`${review.id} has no ${fact.obligation}`);
  refuseOtherGeneration(review, fact);
  const { datedAt: _before, delayAsked, ...kept } = obligation;
  const datedSince = fact.datedAt ?? (fact.dueAt === obligation.dueAt ? fact.happenedAt : undefined);
  return {
    ...kept,
    ...(delayAsked !== undefined && delayAsked.dueOn > dayOf(fact.originalDueAt) ? { delayAsked } : {}),
    generation: fact.generation,
    openedOn: fact.openedOn,
    dueAt: fact.dueAt,
    originalDueAt: fact.originalDueAt,
    ...(datedSince === undefined ? {} : { datedAt: datedSince }),
  };
};

const meetObligation = (
  review: Review,
  { obligation, generation, happenedAt }: FactOf<"obligation-met">,
): Obligation => ({
  ...withoutDelay(openDuty(review, obligation, generation)),
  state: "met",
  settledAt: happenedAt,
});

const voidObligation = (review: Review, fact: FactOf<"obligation-voided">): Obligation => ({
  ...withoutDelay(openDuty(review, fact.obligation, fact.generation)),
  state: "void",
  generation: generationAfterVoiding(fact),
  settledAt: fact.happenedAt,
});

const askDelay = (review: Review, fact: FactOf<"delay-asked">): Obligation => ({
  ...withoutDelay(openDuty(review, fact.obligation, fact.generation)),
  delayAsked: {
    dueOn: fact.dueOn,
    reason: fact.reason,
    ...(fact.explanation === undefined ? {} : { explanation: fact.explanation }),
    at: fact.happenedAt,
  },
});

const approveDelay = (review: Review, fact: FactOf<"delay-approved">): Obligation =>
  delayObligation(waitingDuty(review, fact.obligation, fact.generation - 1, dayOf(fact.dueAt)), fact);

const refuseDelay = (review: Review, fact: FactOf<"delay-refused">): Obligation => {
  const { obligation, generation, dueOn, reason, happenedAt: at } = fact;
  return { ...withoutDelay(waitingDuty(review, obligation, generation, dueOn)), delayRefused: { dueOn, reason, at } };
};

/** What facts about duties do to a review: opened, met, void, delayed, counted anew. */
export const evolveObligations: EvolveByKind<
  | "obligation-opened"
  | "obligation-met"
  | "obligation-voided"
  | "obligation-redated"
  | "delay-notified"
  | "delay-asked"
  | "delay-approved"
  | "delay-refused"
  | "delay-withdrawn"
> = {
  "obligation-opened": (review, fact) => withObligation(review, newObligation(review, fact)),
  "obligation-met": (review, fact) => withObligation(review, meetObligation(review, fact)),
  "obligation-voided": (review, fact) => withObligation(review, voidObligation(review, fact)),
  "obligation-redated": (review, fact) => withObligation(review, redateObligation(review, fact)),
  "delay-notified": (review, fact) =>
    withObligation(review, delayObligation(openDuty(review, fact.obligation, fact.generation - 1), fact)),
  "delay-asked": (review, fact) => withObligation(review, askDelay(review, fact)),
  "delay-approved": (review, fact) => withObligation(review, approveDelay(review, fact)),
  "delay-refused": (review, fact) => withObligation(review, refuseDelay(review, fact)),
  "delay-withdrawn": (review, { obligation, generation, dueOn }) =>
    withObligation(review, withoutDelay(waitingDuty(review, obligation, generation, dueOn))),
};
