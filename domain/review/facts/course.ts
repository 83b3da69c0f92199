import { defined } from "../../../schemas/base/defined.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Review, Stage } from "../../../schemas/model/review.ts";
import { transitions } from "../stages.ts";
import { nextTarget } from "./corrections.ts";
import type { ReviewFactRow, ReviewFactRows } from "./fact-row.ts";

/** Returns a review as its drawing begins it. */
export const newReview = (fact: FactOf<"review-drawn">): Review => ({
  id: fact.review,
  cluster: fact.cluster,
  group: fact.group,
  party: fact.party,
  stage: "scheduled",
  stageSince: fact.happenedAt,
  seats: Object.fromEntries(fact.seats.map((seat) => [seat.party, seat])),
  ...(fact.limitWaived === true ? { reviewerLimitWaivedAt: fact.happenedAt } : {}),
  ...defined({ entry: fact.entry, countedOn: fact.countedOn }),
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

/** Marks a review as imported: if it had started by then, its reminders and notifications wait for the resumption. */
const asImported = (review: Review, { import: id }: FactOf<"review-imported">): Review => {
  if (review.startedOn === undefined) return { ...review, import: id };
  const mandatesHeld = Object.values(review.mandates).map((mandate) => mandate.id);
  return { ...review, import: id, remindersPaused: true, ...(mandatesHeld.length === 0 ? {} : { mandatesHeld }) };
};

const withReminders = (
  { remindersPaused: _paused, mandatesHeld: _mandates, ...review }: Review,
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
    ...defined({ officer: fact.officer, drawnAway: fact.drawnAway, vacated: fact.vacated }),
  };
};

/** The drawing, with which a review begins: `newReview` applies it. */
export const drawnFact: Omit<ReviewFactRow<FactOf<"review-drawn">>, "evolve"> = {
  // Lots are loaded, but for those of a party that comes later, which is reviewed in later phases that are open as well, and
  // counts by days of its own; its review starts with its drawing where the group has.
  causedBy: ({ countedOn }) => (countedOn === undefined ? "no-person" : [["party.enter"]]),
  timeline: ({ party, seats }) => ({
    part: "seats",
    party,
    values: (speech) => ({
      reviewers: speech.list(seats.filter((seat) => seat.party !== party).map((seat) => speech.party(seat.party))),
    }),
  }),
};

/** Facts about the course of a review: how it came here, its start, its stages, its officer, its end without a list. */
export const courseFacts: ReviewFactRows<
  | "review-started"
  | "review-start-undone"
  | "review-discontinued"
  | "review-imported"
  | "reminders-released"
  | "officer-assigned"
  | "stage-changed"
  | "mandates-continued"
> = {
  "review-started": {
    evolve: start,
    causedBy: (_fact, review) => (review?.entry === undefined ? "no-person" : [["party.enter"]]),
    timeline: ({ startedOn: on }) => ({ part: "summary", on }),
  },
  "review-start-undone": { evolve: undoStart, causedBy: "no-person", timeline: { part: "summary" } },
  "review-discontinued": {
    evolve: (review, { leftOn, document, happenedAt: at }) => ({ ...review, discontinued: { leftOn, document, at } }),
    causedBy: ["party.approve-denunciation"],
    timeline: ({ leftOn: on }, { party }) => ({ part: "summary", party, on }),
  },
  // Functions record the content of an import.
  "review-imported": {
    evolve: asImported,
    causedBy: "no-person",
    timeline: { hidden: "it says how the review came here, and not what happened in it" },
  },
  "reminders-released": {
    evolve: withReminders,
    causedBy: "no-person",
    timeline: { hidden: "it is about letters alone" },
  },
  "officer-assigned": {
    evolve: withOfficer,
    causedBy: ["officer.assign"],
    timeline: { hidden: "whose the review is among the secretariat is known to the secretariat alone" },
  },
  "stage-changed": {
    evolve: enterStage,
    causedBy: "follows",
    timeline: ({ to }) => ({ part: "summary", values: ({ labels }) => ({ stage: labels.stages[to] }) }),
  },
  "mandates-continued": {
    evolve: continueMandates,
    causedBy: (_fact, review) => (review?.countedOn === undefined ? "no-person" : [["party.enter"]]),
    timeline: { part: "summary" },
  },
};
