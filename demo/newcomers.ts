import type { PartyId } from "../schemas/base/ids.ts";
import type { Instrument } from "../schemas/base/values.ts";
import { inLotsOrder } from "./chance.ts";
import type { Population, PartyView, ReviewView, SeatView } from "./population.ts";

/** Reviews in which one party reviews at most. */
const mostServed = 3;

/** For which instruments a party would hold a seat, by those that it has joined. */
const heldBy = ({ party, seats }: ReviewView, seat: SeatView, joined: readonly Instrument[]): readonly Instrument[] => {
  const reviewed = seats.find((one) => one.party === party)?.instruments ?? [];
  const wanted = seat.role === "reviewing" ? reviewed : seat.instruments;
  return wanted.filter((instrument) => joined.includes(instrument));
};

/**
 * Finds a party for a seat that is drawn again: one that has no part in the group yet, of the old reviewer's regional
 * group, that would review the same instruments, is not reviewed by the party under review, and serves less
 * than it may. None is given twice; undefined where there is none.
 */
export const newcomersFor = (
  population: Population,
  seed: number,
): ((review: ReviewView, from: PartyId) => SeatView | undefined) => {
  const taken = new Set(
    population.reviews
      .filter(({ group }) => group === population.group)
      .flatMap(({ seats }) => seats.map(({ party }) => party)),
  );
  const served = (party: PartyId): number =>
    population.reviews.filter(({ seats }) => seats.some((seat) => seat.party === party && seat.role !== "under-review"))
      .length;
  const reviewersOf = (party: PartyId): readonly PartyId[] =>
    population.reviews.find((review) => review.party === party)?.seats.map((seat) => seat.party) ?? [];
  const regionOf = (party: PartyId): PartyView["regionalGroup"] =>
    population.parties.find(({ id }) => id === party)?.regionalGroup;

  return (review, from) => {
    const seat = review.seats.find(({ party }) => party === from);
    if (seat === undefined) return undefined;
    const fitting = population.parties.filter(
      ({ id, instruments, regionalGroup, takesPart }) =>
        takesPart &&
        !taken.has(id) &&
        regionalGroup === regionOf(from) &&
        heldBy(review, seat, instruments).join() === seat.instruments.join() &&
        served(id) < mostServed &&
        !reviewersOf(id).includes(review.party),
    );
    const [drawn] = inLotsOrder(seed, fitting, ({ id }) => id);
    if (drawn === undefined) return undefined;
    taken.add(drawn.id);
    return { ...seat, party: drawn.id };
  };
};
