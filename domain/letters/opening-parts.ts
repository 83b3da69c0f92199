import type { PartyId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";

/** The parties from one id up to another, which it leaves out; without a bound, all on that side. */
export interface PartyRange {
  readonly from?: PartyId | undefined;
  readonly before?: PartyId | undefined;
}

/**
 * Parties for which one message plans the letters of a group's start. Planning takes a tenth of a second for each, and
 * the function of timers ends after 30 seconds.
 */
const partiesPerOpening = 50;

export const isInRange = ({ from, before }: PartyRange, party: PartyId): boolean =>
  (from === undefined || party >= from) && (before === undefined || party < before);

/**
 * Returns the part of a group's opening that begins with a party, or with the first one: at most `partiesPerOpening`
 * parties of its reviews. Parts have no gap between them, so a party that joins a review meanwhile is in one of them.
 * `before` is the first party of the next part; undefined for the last part.
 */
export const partOfOpening = (reviews: readonly Review[], from: PartyId | undefined): PartyRange => {
  const parties = [
    ...new Set(reviews.flatMap(({ party, seats }) => [party, ...Object.values(seats).map((seat) => seat.party)])),
  ]
    .filter((party) => isInRange({ from }, party))
    .toSorted((one, other) => (one < other ? -1 : 1));
  return { from, before: parties[partiesPerOpening] };
};
