import type { PartyId } from "../../schemas/base/ids.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import type { DivisionPart, Review } from "../../schemas/model/review.ts";

/** The data that assigns instruments to parties: the seats, and the parts that were taken. */
export interface Divided extends Pick<Review, "seats"> {
  readonly division?: { readonly parts: readonly DivisionPart[] } | undefined;
}

/**
 * Returns, for the seat of a reviewing party, the instruments that it took in the division, and those that no party
 * took. Undefined where the work was not divided, or the party does not review.
 */
export const dividedWork = (
  { seats, division }: Divided,
  party: PartyId,
): { readonly taken: readonly Instrument[]; readonly open: readonly Instrument[] } | undefined => {
  const seat = seats[party];
  if (seat === undefined || seat.role === "under-review" || division === undefined) return undefined;
  const takenBy = (parts: readonly DivisionPart[]) => parts.flatMap(({ instruments }) => instruments);
  const own = takenBy(division.parts.filter((part) => part.party === party));
  const all = takenBy(division.parts);
  return {
    taken: seat.instruments.filter((instrument) => own.includes(instrument)),
    open: seat.instruments.filter((instrument) => !all.includes(instrument)),
  };
};

/**
 * Returns the instruments that a party works on: those of its seat; for a reviewing party, without those that only
 * others took. Every reviewer works on an instrument that no party took. None where it holds no seat.
 */
export const instrumentsDue = (review: Divided, party: PartyId): readonly Instrument[] => {
  const held = review.seats[party]?.instruments ?? [];
  const work = dividedWork(review, party);
  return work === undefined ? held : held.filter((one) => work.taken.includes(one) || work.open.includes(one));
};
