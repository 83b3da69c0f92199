import type { PartyId } from "../../schemas/base/ids.ts";
import type { PairedReview } from "../../schemas/model/data-files.ts";
import type { Review, Seat } from "../../schemas/model/review.ts";

/** Returns every seat except that of the party under review, including additional reviewers. */
export const reviewingSeats = ({ seats }: { readonly seats: Review["seats"] | readonly Seat[] }): readonly Seat[] =>
  Object.values(seats).filter(({ role }) => role !== "under-review");

const seatKey = ({ party, role, instruments }: Seat): string => [party, role, ...instruments.toSorted()].join();

/** Returns whether two sets of seats have equal parties, seats and instruments. */
export const areSameSeats = (some: readonly Seat[], others: readonly Seat[]): boolean =>
  some.map(seatKey).toSorted().join(" ") === others.map(seatKey).toSorted().join(" ");

/** Returns a review as the pairings of another cluster need it: its party and its seats. */
export const pairingElsewhere = ({ id, party, seats }: Review): Pick<PairedReview, "id" | "party" | "seats"> => ({
  id,
  party,
  seats: Object.values(seats),
});

/** The changes of a redraw to the seats of a review. */
export interface SeatChanges {
  /** The party whose seat is redrawn. */
  readonly from: PartyId;
  /** The seat as it was drawn. */
  readonly seat: Seat;
  /** Additional reviewers drawn with it, for what the newcomer lacks. */
  readonly additional: readonly Seat[];
  /** Additional reviewers that continue with fewer instruments, because the newcomer reviews the others. */
  readonly narrowed: readonly Seat[];
  /** Additional reviewers that are no longer needed. */
  readonly leaving: readonly PartyId[];
}

/** The changes in the form of a fact: an empty list may be left out. */
type SeatsRedrawn = Pick<SeatChanges, "from" | "seat"> & {
  readonly [Part in "additional" | "narrowed" | "leaving"]?: SeatChanges[Part] | undefined;
};

/**
 * Returns the seats of a review after a redraw: the remaining ones with their new instruments, and then the drawn ones.
 */
export const seatsAfter = (
  seats: readonly Seat[],
  { from, seat, additional = [], narrowed = [], leaving = [] }: SeatsRedrawn,
): readonly Seat[] => [
  ...seats
    .filter(({ party }) => party !== from && !leaving.includes(party))
    .map((each) => narrowed.find(({ party }) => party === each.party) ?? each),
  seat,
  ...additional,
];
