import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { type LivePairings, pairedReview } from "../../lots/redraw-rules.ts";
import { reviewingSeats } from "../../lots/seats.ts";
import { takeInstruments } from "./add-instruments.ts";

/** The seed for a review to which an addition is carried: no party is drawn there, so that no seed decides anything. */
const noSeed = 0;

/**
 * Returns the instruments that a review took in as they hold in the review that follows it and has not started.
 * Pairings hold for all clusters unless they are redrawn [S6]: the same parties review, without lots of their own, and
 * no party is notified twice. Empty where the later review already covers them, where another party would have to be
 * drawn, and where a rule there would break. What it does not cover is then among what its party has joined since.
 */
export const carryInstruments = (
  before: Review,
  { happenedAt, instruments: taken, countedOn, drawn = [] }: FactOf<"instruments-added">,
  next: Review,
  live: LivePairings,
): readonly FactOf<"instruments-added">[] => {
  const covered = next.seats[next.party]?.instruments ?? [];
  const instruments = taken.filter((each) => !covered.includes(each));
  // While its phase is being opened, a review may exist before its group does, and is in no pairing yet.
  if (instruments.length === 0 || pairedReview(live, next.id) === undefined) return [];
  const newcomers = drawn.filter(({ party }) => next.seats[party] === undefined);
  const reviewers = [...reviewingSeats(next), ...newcomers];
  const addition = { happenedAt, instruments, countedOn, agreements: [], carriedFrom: before.id, reviewers };
  const carried = takeInstruments(next, addition, live, noSeed);
  return carried.ok && carried.added.draw === undefined ? [carried.added] : [];
};
