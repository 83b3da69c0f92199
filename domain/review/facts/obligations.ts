import { defined } from "../../../schemas/base/defined.ts";
import type { Action } from "../../../schemas/base/actions.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { ObligationId } from "../../../schemas/base/ids.ts";
import type { Obligation, Review } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import type { Cause, ReviewFactRows } from "./fact-row.ts";
import { aboutDueDate, aboutObligation } from "./timeline-sentence.ts";

/** Returns a review with one of its obligations replaced. */
const withObligation = (review: Review, obligation: Obligation): Review => ({
  ...review,
  obligations: { ...review.obligations, [obligation.id]: obligation },
});

/** Returns the open obligation of this generation. Throws where there is none. */
const openObligation = (review: Review, id: ObligationId, generation: number): Obligation => {
  const obligation = review.obligations[id];
  if (obligation?.state !== "open" || obligation.generation !== generation)
    throw new Error(`${review.id} has no open ${id} of generation ${generation}`);
  return obligation;
};

/** Returns the generation in which an obligation is void: the next one. Throws where a fact names another. */
const generationAfterVoiding = ({ obligation, generation, nextGeneration }: FactOf<"obligation-voided">): number => {
  const next = generation + 1;
  if (nextGeneration !== next)
    throw new Error(`${obligation} of generation ${generation} cannot become void in ${nextGeneration}`);
  return next;
};

/** Sets a new date, in a new generation. */
const delayObligation = (
  { delays = [], ...obligation }: Obligation,
  { generation, happenedAt: at, dueAt, reason, explanation, beyondRules }: FactOf<"delay-notified">,
): Obligation => ({
  ...obligation,
  generation,
  dueAt,
  datedAt: at,
  delays: [
    ...delays,
    {
      generation,
      at,
      dueAt,
      reason,
      ...defined({ explanation }),
      ...(beyondRules ? { beyondRules } : {}),
    },
  ],
});

/** Returns the obligation and its delay in force. Throws where that is another delay than a fact names. */
const withItsDelay = (review: Review, fact: FactOf<"delay-reversed" | "delay-corrected">) => {
  refuseOtherGeneration(review, fact);
  const { delays = [], ...obligation } = review.obligations[fact.obligation] ?? {};
  const delay = delays.at(-1);
  if (!("id" in obligation) || delay?.generation !== fact.delay)
    throw new Error(`${review.id}: ${fact.obligation} has no delay of generation ${fact.delay} in force`);
  return { obligation, delay, earlier: delays.slice(0, -1) };
};

/** Its recipients are notified of the date that applies: they are reminded only of what comes after that. */
const reverseDelay = (review: Review, fact: FactOf<"delay-reversed">): Obligation => {
  const { obligation, delay, earlier } = withItsDelay(review, fact);
  const { generation, dueAt, happenedAt: datedAt } = fact;
  const mistakenDueAt = delay.dueAt;
  return {
    ...obligation,
    generation,
    dueAt,
    datedAt,
    mistakenDueAt,
    ...(earlier.length === 0 ? {} : { delays: earlier }),
  };
};

const correctDelay = (review: Review, fact: FactOf<"delay-corrected">): Obligation => {
  const { obligation, delay, earlier } = withItsDelay(review, fact);
  const { generation, dueAt, beyondRules, happenedAt: datedAt } = fact;
  const { beyondRules: _mark, ...kept } = delay;
  const corrected = { ...kept, dueAt, ...(beyondRules ? { beyondRules } : {}) };
  return { ...obligation, generation, dueAt, datedAt, mistakenDueAt: delay.dueAt, delays: [...earlier, corrected] };
};

/** Throws on a generation that does not follow the one before. */
const refuseOtherGeneration = (
  { obligations }: Review,
  { obligation, generation }: FactOf<"obligation-opened" | "obligation-redated" | "delay-reversed" | "delay-corrected">,
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
    ...defined({ datedAt: fact.datedAt, announced: fact.announced }),
  };
};

/**
 * Sets the new date; where the date itself is as before, the party has been notified of it. Throws where there is no
 * such obligation.
 */
const redateObligation = (review: Review, fact: FactOf<"obligation-redated">): Obligation => {
  const obligation = review.obligations[fact.obligation];
  if (obligation === undefined) throw new Error(`${review.id} has no ${fact.obligation}`);
  refuseOtherGeneration(review, fact);
  const { datedAt: _before, ...kept } = obligation;
  const datedSince = fact.datedAt ?? (fact.dueAt === obligation.dueAt ? fact.happenedAt : undefined);
  return {
    ...kept,
    generation: fact.generation,
    openedOn: fact.openedOn,
    dueAt: fact.dueAt,
    originalDueAt: fact.originalDueAt,
    ...defined({ datedAt: datedSince }),
  };
};

const meetObligation = (
  review: Review,
  { obligation, generation, happenedAt }: FactOf<"obligation-met">,
): Obligation => ({
  ...openObligation(review, obligation, generation),
  state: "met",
  settledAt: happenedAt,
});

const voidObligation = (review: Review, fact: FactOf<"obligation-voided">): Obligation => ({
  ...openObligation(review, fact.obligation, fact.generation),
  state: "void",
  generation: generationAfterVoiding(fact),
  settledAt: fact.happenedAt,
});

const itself = <F>(fact: F): readonly [F] => [fact];

/** Returns the cause of a fact about a delay: actions for the party of the obligation. */
const byParty =
  (action: Action) =>
  ({ obligation }: { readonly obligation: ObligationId }, review: Review | undefined): Cause => [
    [action, "date.correct"],
    { party: review?.obligations[obligation]?.party },
  ];

/** Facts about obligations: opened, met, void, delayed, recalculated. */
export const obligationFacts: ReviewFactRows<
  | "obligation-opened"
  | "obligation-met"
  | "obligation-voided"
  | "obligation-redated"
  | "delay-notified"
  | "delay-reversed"
  | "delay-corrected"
> = {
  "obligation-opened": {
    evolve: (review, fact) => withObligation(review, newObligation(review, fact)),
    causedBy: "follows",
    generations: itself,
    timeline: aboutDueDate,
  },
  "obligation-met": {
    evolve: (review, fact) => withObligation(review, meetObligation(review, fact)),
    causedBy: "follows",
    timeline: ({ obligation }, review) => aboutObligation(review, obligation),
  },
  "obligation-voided": {
    evolve: (review, fact) => withObligation(review, voidObligation(review, fact)),
    causedBy: "follows",
    generations: ({ obligation, nextGeneration }) => [{ obligation, generation: nextGeneration }],
    timeline: ({ obligation }, review) => aboutObligation(review, obligation),
  },
  "obligation-redated": {
    evolve: (review, fact) => withObligation(review, redateObligation(review, fact)),
    causedBy: "follows",
    generations: itself,
    timeline: aboutDueDate,
  },
  "delay-notified": {
    evolve: (review, fact) =>
      withObligation(review, delayObligation(openObligation(review, fact.obligation, fact.generation - 1), fact)),
    causedBy: byParty("delay.notify"),
    generations: itself,
    // The reason by its code; explanations are texts of the party.
    timeline: ({ obligation, reason, dueAt }, review) =>
      aboutObligation(review, obligation, ({ labels, day }) => ({
        day: day(dayOf(dueAt)),
        reason: labels.delayReasons[reason],
      })),
  },
  "delay-reversed": {
    evolve: (review, fact) => withObligation(review, reverseDelay(review, fact)),
    causedBy: byParty("delay.reverse"),
    generations: itself,
    timeline: aboutDueDate,
  },
  "delay-corrected": {
    evolve: (review, fact) => withObligation(review, correctDelay(review, fact)),
    causedBy: ["date.correct"],
    generations: itself,
    timeline: aboutDueDate,
  },
};
