import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Review, Stage } from "../../schemas/model/review.ts";
import { evolveConsultation } from "./facts/consultation.ts";
import { evolveCorrections, nextTarget } from "./facts/corrections.ts";
import { evolveDepartures } from "./facts/departures.ts";
import { evolveMandates } from "./facts/mandates.ts";
import { evolveObligations } from "./facts/obligations.ts";
import { evolveSeats } from "./facts/seats.ts";
import { evolveTexts } from "./facts/texts.ts";
import type { Evolve, EvolveByKind, ReviewFactKind } from "./facts/fact-row.ts";
import { transitions } from "./stages.ts";

const newReview = (fact: FactOf<"review-drawn">): Review => ({
  id: fact.review,
  cluster: fact.cluster,
  group: fact.group,
  party: fact.party,
  stage: "scheduled",
  stageSince: fact.happenedAt,
  seats: Object.fromEntries(fact.seats.map((seat) => [seat.party, seat])),
  ...(fact.limitWaived === true ? { reviewerLimitWaivedAt: fact.happenedAt } : {}),
  ...(fact.entry === undefined ? {} : { entry: fact.entry }),
  ...(fact.countedOn === undefined ? {} : { countedOn: fact.countedOn }),
  mandates: {},
  obligations: {},
});

const start = (review: Review, { startedOn }: FactOf<"review-started">): Review => {
  if (review.startedOn !== undefined) throw new Error(`${review.id} has started on ${review.startedOn}`);
  return { ...review, startedOn };
};

/**
 * Undoes the start. Nominations that were met by people named before remain; their obligations are removed. A
 * consultation that had begun is to begin again, with another target.
 */
const undoStart = ({ startedOn: _day, ...review }: Review, { happenedAt }: FactOf<"review-start-undone">): Review => ({
  ...review,
  ...(review.stage === "consultation" ? nextTarget(review) : {}),
  obligations: Object.fromEntries(
    Object.entries(review.obligations).map(([id, obligation]) => [
      id,
      obligation.state === "met" ? { ...obligation, state: "void" as const, settledAt: happenedAt } : obligation,
    ]),
  ),
});

const enterStage = (review: Review, { from, to, happenedAt }: FactOf<"stage-changed">): Review => {
  const ways: readonly Stage[] = Object.values(transitions[from]);
  if (review.stage !== from || !ways.includes(to)) throw new Error(`No way from ${review.stage} by ${from} to ${to}`);
  return { ...review, stage: to, stageSince: happenedAt };
};

/** Marks a review as imported: if it had started by then, its reminders and notifications wait for the release. */
const asImported = (review: Review, { import: id }: FactOf<"review-imported">): Review => {
  if (review.startedOn === undefined) return { ...review, import: id };
  const mandatesHeld = Object.values(review.mandates).map((mandate) => mandate.id);
  return { ...review, import: id, remindersHeld: true, ...(mandatesHeld.length === 0 ? {} : { mandatesHeld }) };
};

const withReminders = (
  { remindersHeld: _held, mandatesHeld: _mandates, ...review }: Review,
  { lettersAt }: FactOf<"reminders-released">,
): Review => ({
  ...review,
  remindersSince: lettersAt,
  obligations: Object.fromEntries(
    Object.entries(review.obligations).map(([id, obligation]) => [
      id,
      obligation.state === "open" ? { ...obligation, datedAt: lettersAt } : obligation,
    ]),
  ),
});

const withOfficer = ({ officer: _before, ...review }: Review, { officer }: FactOf<"officer-assigned">): Review =>
  officer === undefined ? review : { ...review, officer };

/** Takes over the people of the review before, only in a review without an act of a party. */
const continueMandates = (review: Review, fact: FactOf<"mandates-continued">): Review => {
  if (Object.keys(review.mandates).length > 0) throw new Error(`${review.id} has mandates already`);
  return {
    ...review,
    follows: fact.from,
    mandates: Object.fromEntries(fact.mandates.map((mandate) => [mandate.id, mandate])),
    ...(fact.officer === undefined ? {} : { officer: fact.officer }),
    ...(fact.drawnAway === undefined ? {} : { drawnAway: fact.drawnAway }),
    ...(fact.vacated === undefined ? {} : { vacated: fact.vacated }),
  };
};

/** The effect of each fact on a review after it was drawn. */
const reviewFacts: EvolveByKind<ReviewFactKind> = {
  "review-started": start,
  "review-start-undone": undoStart,
  "review-discontinued": (review, { leftOn, document, happenedAt: at }) => ({
    ...review,
    discontinued: { leftOn, document, at },
  }),
  "review-imported": asImported,
  "reminders-released": withReminders,
  "officer-assigned": withOfficer,
  "stage-changed": enterStage,
  "mandates-continued": continueMandates,
  ...evolveCorrections,
  ...evolveDepartures,
  ...evolveMandates,
  ...evolveSeats,
  ...evolveConsultation,
  ...evolveObligations,
  ...evolveTexts,
};

/** The effects of facts of all aggregates: no row applies facts of the others. */
const allFacts: { readonly [K in Fact["kind"]]?: Evolve<FactOf<K>> } = reviewFacts;

/** Applies a fact of its journal to a review. Throws on a fact that cannot follow. */
export const evolveReview = (review: Review | undefined, fact: Fact): Review => {
  if (fact.kind === "review-drawn" && review === undefined) return newReview(fact);
  if (review === undefined) throw new Error(`A review cannot begin with the fact ${fact.kind}`);
  const evolve: Evolve<Fact> | undefined = allFacts[fact.kind];
  if (evolve === undefined) throw new Error(`A review cannot take in the fact ${fact.kind}`);
  return evolve(review, fact);
};
