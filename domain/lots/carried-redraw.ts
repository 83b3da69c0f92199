import type { Review } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { eligibleFor } from "./eligibility.ts";
import { seatCase, settleAdditional } from "./redraw-candidates.ts";
import type { LivePairings } from "./redraw-rules.ts";
import { areSameSeats, type SeatChanges } from "./seats.ts";

/**
 * Returns the changes of a redraw for the seats of the review that follows, unchanged if its seats are equal. Otherwise
 * the drawn parties get the instruments that they have joined by the days that count there, and the additional
 * reviewers of the seat follow. Undefined if the seat is different there, or an instrument would have no reviewer.
 */
export const carryChanges = (
  before: Review,
  changes: SeatChanges,
  next: Review,
  live: LivePairings,
): SeatChanges | undefined => {
  if (areSameSeats(Object.values(before.seats), Object.values(next.seats))) return changes;
  const one = seatCase(next, changes.from, live);
  const ableOf = (party: string, wanted: readonly Instrument[]): Instrument[] => {
    const known = live.parties.find(({ id }) => id === party);
    if (one === undefined || known === undefined || next.seats[known.id] !== undefined) return [];
    return [...eligibleFor(wanted, known, one.days).able];
  };
  if (one?.old.role !== changes.seat.role) return undefined;
  const instruments = ableOf(changes.seat.party, one.wanted);
  if (instruments.length === 0) return undefined;
  const { lacking, ...settled } = settleAdditional(one, instruments);
  let left = lacking;
  const additional = changes.additional.flatMap((seat) => {
    const able = ableOf(seat.party, left);
    left = left.filter((instrument) => !able.includes(instrument));
    return able.length === 0 ? [] : [{ ...seat, instruments: able }];
  });
  if (left.length > 0) return undefined;
  return { from: changes.from, seat: { ...changes.seat, instruments }, additional, ...settled };
};
