import type { PartyId } from "../../schemas/base/ids.ts";
import { type Instant, Instrument } from "../../schemas/base/values.ts";
import type { DivisionPart, Review } from "../../schemas/model/review.ts";
import type { Actor } from "../base/actor.ts";
import { reviewingSeats } from "../lots/seats.ts";
import { type Divided, instrumentsDue } from "./instruments-due.ts";
import { servedInstruments } from "./services.ts";

const inTableOrder = (instruments: readonly Instrument[]): Instrument[] =>
  Instrument.options.filter((instrument) => instruments.includes(instrument));

/**
 * Returns, of the instruments that a party works on, those for which a person serves; an expert may be named for some.
 */
export const instrumentsToWorkOn = (
  review: Review,
  party: PartyId,
  actor: Actor,
  now: Instant,
): readonly Instrument[] => {
  const pending = instrumentsDue(review, party);
  return servedInstruments(actor, review, now).filter((instrument) => pending.includes(instrument));
};

/** Returns the instruments under review that no party took in a division. All parties that review them work on them. */
export const undividedInstruments = ({ seats, division }: Divided, underReview: PartyId): readonly Instrument[] => {
  const taken = (division?.parts ?? []).flatMap(({ instruments }) => instruments);
  return (seats[underReview]?.instruments ?? []).filter((instrument) => !taken.includes(instrument));
};

/**
 * Returns a division for comparison and storage: a part for each reviewing party in the order of the seats, and
 * instruments in theirs.
 */
export const orderParts = (review: Pick<Review, "seats">, parts: readonly DivisionPart[]): DivisionPart[] =>
  reviewingSeats(review).flatMap(({ party }) => {
    const instruments = parts.filter((part) => part.party === party).flatMap((part) => part.instruments);
    return instruments.length === 0 ? [] : [{ party, instruments: inTableOrder(instruments) }];
  });

/**
 * Returns the parts of a division that remain once seats have changed. The instruments of a newcomer are open again,
 * and so are those of a reviewer for which the rest would leave nothing.
 */
export const partsAfter = (
  parts: readonly DivisionPart[],
  seats: Review["seats"],
  newcomers: readonly PartyId[],
): DivisionPart[] => {
  const without = (held: readonly DivisionPart[], opened: readonly Instrument[]): DivisionPart[] =>
    held.flatMap(({ party, instruments }) => {
      const kept = instruments.filter((one) => !opened.includes(one) && seats[party]?.instruments.includes(one));
      return kept.length === 0 ? [] : [{ party, instruments: kept }];
    });
  const held = without(
    parts,
    newcomers.flatMap((party) => seats[party]?.instruments ?? []),
  );
  const idle = reviewingSeats({ seats }).filter(
    ({ party }) => instrumentsDue({ seats, division: { parts: held } }, party).length === 0,
  );
  return without(
    held,
    idle.flatMap(({ instruments }) => instruments),
  );
};
