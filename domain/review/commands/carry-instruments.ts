import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { type LivePairings, pairedReview } from "../../lots/redraw-rules.ts";
import { reviewingSeats } from "../../lots/seats.ts";
import { takeInstruments } from "./add-instruments.ts";

/** Nobody is drawn for a review to which an addition is carried, so that no seed decides anything there. */
const noSeed = 0;

/**
 * Instruments that a review took in as they hold in the one that follows it and has not started, since pairings hold for
 * all clusters unless they are drawn again [S6]: reviewed by the same parties, without lots of its own, and nobody is told
 * twice. Empty where it covers them already, where somebody else would have to be drawn, and where that would break a rule
 * there: what it does not cover is then among what its party has joined since.
 */
export const carryInstruments = (
  before: Review,
  { happenedAt, instruments: taken, countedOn, drawn = [] }: FactOf<"instruments-added">,
  next: Review,
  live: LivePairings,
): readonly FactOf<"instruments-added">[] => {
  const covered = next.seats[next.party]?.instruments ?? [];
  const instruments = taken.filter((each) => !covered.includes(each));
  // While its phase is being opened, a review may stand before its group does, and is in no pairing yet.
  if (instruments.length === 0 || pairedReview(live, next.id) === undefined) return [];
  const newcomers = drawn.filter(({ party }) => next.seats[party] === undefined);
  const reviewers = [...reviewingSeats(next), ...newcomers];
  const addition = { happenedAt, instruments, countedOn, agreements: [], carriedFrom: before.id, reviewers };
  const carried = takeInstruments(next, addition, live, noSeed);
  return carried.ok && carried.added.draw === undefined ? [carried.added] : [];
};
