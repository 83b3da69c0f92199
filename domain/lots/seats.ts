import type { PartyId } from "../../schemas/base/ids.ts";
import type { PairedReview } from "../../schemas/model/data-files.ts";
import type { Review, Seat } from "../../schemas/model/review.ts";

/** Every seat but that of the party under review; additional reviewers too. */
export const reviewingSeats = ({ seats }: Pick<Review, "seats">): readonly Seat[] =>
  Object.values(seats).filter(({ role }) => role !== "under-review");

const seatKey = ({ party, role, instruments }: Seat): string => [party, role, ...instruments.toSorted()].join();

/** Whether the same parties hold the same seats for the same instruments. */
export const areSameSeats = (some: readonly Seat[], others: readonly Seat[]): boolean =>
  some.map(seatKey).toSorted().join(" ") === others.map(seatKey).toSorted().join(" ");

/** A review as the pairings of another cluster look at it: who reviews whom. */
export const pairingElsewhere = ({ id, party, seats }: Review): Pick<PairedReview, "id" | "party" | "seats"> => ({
  id,
  party,
  seats: Object.values(seats),
});

/** What a redraw does to the seats of a review. */
export interface SeatChanges {
  /** The party whose seat is drawn again. */
  readonly from: PartyId;
  /** The seat as it was drawn. */
  readonly seat: Seat;
  /** Additional reviewers drawn with it, for what the newcomer lacks. */
  readonly additional: readonly Seat[];
  /** Additional reviewers that go on with fewer instruments, since the newcomer reviews the others. */
  readonly narrowed: readonly Seat[];
  /** Additional reviewers that are no longer needed. */
  readonly leaving: readonly PartyId[];
}

/** The same as a fact tells it: what is empty may be left out. */
type SeatsRedrawn = Pick<SeatChanges, "from" | "seat"> & {
  readonly [Part in "additional" | "narrowed" | "leaving"]?: SeatChanges[Part] | undefined;
};

/**
 * The seats of a review after a redraw: those that were not given up, each as it is from then on, and then those that
 * were drawn.
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
