import type { PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { Seat } from "../../schemas/model/review.ts";
import { startOfDay } from "../base/time.ts";
import type { Span } from "./spans.ts";

/** A seat that a party held, with its instruments of that time. */
export interface SeatSpan extends Span, Seat {}

/** Seats that changed at an instant: those of `ended` ended, and `seats` begin. */
interface SeatChange {
  readonly at: Instant;
  readonly ended: readonly PartyId[];
  readonly seats: readonly Seat[];
  /** The party that took the seat for which lots were drawn again. */
  readonly by?: PartyId;
  /** Lots were drawn for it in the review before, and hold here. */
  readonly isCarried?: boolean;
}

const changeOf = (fact: Fact): readonly SeatChange[] => {
  const { happenedAt: at } = fact;
  switch (fact.kind) {
    case "review-drawn":
      return [{ at, ended: [], seats: fact.seats }];
    case "seat-redrawn": {
      const { from, seat, additional = [], narrowed = [], leaving = [], carriedFrom } = fact;
      const ended = [from, ...leaving, ...narrowed.map(({ party }) => party)];
      return [
        { at, ended, seats: [seat, ...additional, ...narrowed], by: seat.party, isCarried: carriedFrom !== undefined },
      ];
    }
    case "instruments-added": {
      const { widened, drawn = [] } = fact;
      return [{ at, ended: widened.map(({ party }) => party), seats: [...widened, ...drawn] }];
    }
    default:
      return [];
  }
};

/**
 * Returns the drawings on their right days: a correction of the day of one concerns the last that gave its party the
 * seat.
 */
const seatChanges = (facts: readonly Fact[]): readonly SeatChange[] => {
  const changes: SeatChange[] = [];
  for (const fact of facts) {
    changes.push(...changeOf(fact));
    if (fact.kind !== "date-corrected" || fact.what !== "redraw") continue;
    const place = changes.findLastIndex(({ by }) => by !== undefined && by === fact.party);
    const change = changes[place];
    if (change !== undefined) changes[place] = { ...change, at: startOfDay(fact.to) };
  }
  return changes.toSorted((one, other) => one.at.localeCompare(other.at));
};

/** A redraw of a seat, and the party that took it. */
export interface Redraw {
  readonly at: Instant;
  readonly by: PartyId;
}

/** Returns when seats of a review were redrawn, in order; a redraw of the review before that holds here is included. */
export const redrawsIn = (facts: readonly Fact[]): readonly Redraw[] =>
  seatChanges(facts).flatMap(({ at, by, isCarried }) => (by === undefined || isCarried === true ? [] : [{ at, by }]));

/** Returns the holders of the seats of a review, and when. */
export const seatSpans = (facts: readonly Fact[]): readonly SeatSpan[] => {
  const ended: SeatSpan[] = [];
  const held = new Map<PartyId, SeatSpan>();
  for (const { at, ended: gone, seats } of seatChanges(facts)) {
    for (const party of gone) {
      const seat = held.get(party);
      if (seat !== undefined && seat.from < at) ended.push({ ...seat, to: at });
      held.delete(party);
    }
    for (const seat of seats) held.set(seat.party, { ...seat, from: at });
  }
  return [...ended, ...held.values()];
};
