import type { PartyId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";

/** The parties from one id up to another, which it leaves out; without a bound, all on that side. */
export interface PartyRange {
  readonly from?: PartyId | undefined;
  readonly before?: PartyId | undefined;
}

/**
 * How many parties one message plans the letters of a group's start for: planning takes a tenth of a second for each, and the
 * function of timers ends after 30 seconds.
 */
const partiesPerOpening = 50;

export const isInRange = ({ from, before }: PartyRange, party: PartyId): boolean =>
  (from === undefined || party >= from) && (before === undefined || party < before);

/**
 * Splits the parties of some reviews that are in a range into ranges of at most `partiesPerOpening` parties each, without a
 * gap: a party that joins a review meanwhile is in one of them. Returns the range alone where it has no more than these.
 */
export const splitOpening = (reviews: readonly Review[], range: PartyRange): readonly PartyRange[] => {
  const parties = [
    ...new Set(reviews.flatMap(({ party, seats }) => [party, ...Object.values(seats).map((seat) => seat.party)])),
  ]
    .filter((party) => isInRange(range, party))
    .toSorted((one, other) => (one < other ? -1 : 1));
  const starts = parties.filter((_, place) => place > 0 && place % partiesPerOpening === 0);
  return [range.from, ...starts].map((from, place) => ({ from, before: starts[place] ?? range.before }));
};
