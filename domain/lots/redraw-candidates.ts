import type { PartyId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { LotsDrawn } from "../../schemas/model/lots.ts";
import type { Review, Seat } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { drawAdditional, mostAdditional, recordLots } from "./additional-draw.ts";
import { boxFor } from "./box.ts";
import { type Eligible, type Side, sideOf } from "./eligibility.ts";
import { eligibleParties } from "./eligible-parties.ts";
import type { CountingDays } from "./instruments.ts";
import { type LivePairings, pairedReview, rejectedFrom } from "./redraw-rules.ts";
import type { Violation } from "./rules.ts";
import { reviewingSeats, type SeatChanges } from "./seats.ts";

/** A seat that is redrawn, with the data that the rules use. */
interface SeatCase {
  readonly review: Review;
  readonly old: Seat;
  readonly party: Party;
  /** The days by which what parties had joined counts in the review. */
  readonly days: CountingDays;
  readonly isLimitWaived: boolean;
  /** The number of its group. */
  readonly group: number;
  /**
   * The instruments that a newcomer reviews as far as it can: all that the party joined, or those of the additional
   * reviewer.
   */
  readonly wanted: readonly Instrument[];
  /**
   * The instruments that others of its side review next to an additional reviewer: no party is drawn if a newcomer
   * lacks one of them.
   */
  readonly covered: readonly Instrument[];
  /** The regional side from which the seat is to be filled. */
  readonly side: Side;
  readonly live: LivePairings;
}

/**
 * Returns the side from which a seat is filled. One of two reviewing parties is from the own regional group (rule 3),
 * so it is the side that the other one is not from.
 */
const sideToFill = (review: Review, old: Seat, party: Party, sideAt: (id: PartyId) => Side): Side => {
  const [other, ...more] = reviewingSeats(review).filter(
    (seat) => seat.role === "reviewing" && seat.party !== old.party,
  );
  if (party.regionalGroup === null) return "other";
  if (old.role !== "reviewing" || other === undefined || more.length > 0) return sideAt(old.party);
  return sideAt(other.party) === "own" ? "other" : "own";
};

/** Returns instruments without those that another party reviews. */
const without = (some: readonly Instrument[], others: readonly Instrument[]): Instrument[] =>
  some.filter((instrument) => !others.includes(instrument));

/** Returns the case of a seat; undefined if there is no such seat, or the pairings do not contain the review. */
export const seatCase = (review: Review, from: PartyId, live: LivePairings): SeatCase | undefined => {
  const old = review.seats[from];
  const paired = pairedReview(live, review.id);
  const byId = new Map(live.parties.map((each) => [each.id, each]));
  const party = byId.get(review.party);
  if (old === undefined || old.role === "under-review" || paired === undefined || party === undefined) return undefined;
  const sideAt = (id: PartyId): Side => sideOf(party, byId.get(id));
  const side = sideToFill(review, old, party, sideAt);
  // By a deviation another reviewing party may have a seat on the side: its instruments have a reviewer there.
  const others = reviewingSeats(review).filter(
    (seat) => seat.role === "reviewing" && seat.party !== from && sideAt(seat.party) === side,
  );
  const reviewed = others.flatMap((seat) => seat.instruments);
  // By a deviation an additional reviewer may have a seat for instruments that others of its side also review: these
  // need no reviewer.
  const covered =
    old.role === "reviewing"
      ? []
      : reviewingSeats(review)
          .filter((seat) => seat.party !== from && sideAt(seat.party) === side)
          .flatMap((seat) => seat.instruments);
  const wanted =
    old.role === "reviewing" ? without(review.seats[review.party]?.instruments ?? [], reviewed) : old.instruments;
  const { days, group, isLimitWaived } = paired;
  return { review, old, party, days, group, isLimitWaived, wanted, covered, side, live };
};

/**
 * Returns the additional reviewers of a side once a newcomer reviews its instruments (rule 4). They continue with those
 * that it lacks, and leave if it lacks none of theirs. `lacking` are the instruments that then have no reviewer.
 */
export const settleAdditional = (
  { review, old, party, wanted, covered, side, live }: SeatCase,
  instruments: readonly Instrument[],
): Pick<SeatChanges, "narrowed" | "leaving"> & { readonly lacking: readonly Instrument[] } => {
  const partyOf = (id: PartyId) => live.parties.find((each) => each.id === id);
  const companions =
    old.role === "reviewing"
      ? reviewingSeats(review).filter(
          (seat) => seat.role === "additional-reviewer" && sideOf(party, partyOf(seat.party)) === side,
        )
      : [];
  const settled = companions.map((seat) => ({ ...seat, instruments: without(seat.instruments, instruments) }));
  return {
    narrowed: settled.filter((seat, at) => {
      const before = companions[at]?.instruments.length ?? 0;
      return seat.instruments.length > 0 && seat.instruments.length < before;
    }),
    leaving: settled.filter((seat) => seat.instruments.length === 0).map((seat) => seat.party),
    lacking: without(wanted, [...instruments, ...covered, ...settled.flatMap((seat) => seat.instruments)]),
  };
};

/**
 * Returns all parties that may be drawn for a seat or next to it. None has a seat in the review, or was removed from
 * the seat by an earlier redraw.
 */
const eligibleBeside = ({ review, old, party, group, days, wanted, side, live }: SeatCase): readonly Eligible[] => {
  const rejected = rejectedFrom(review, old.party);
  const eligibleFrom = eligibleParties(
    {
      party,
      group,
      instruments: [...new Set([...(review.seats[review.party]?.instruments ?? []), ...wanted])],
      days,
      pairings: live.groups.flatMap(({ reviews }) => reviews),
      isExcluded: (id) => review.seats[id] !== undefined || rejected.includes(id),
    },
    live,
  );
  return eligibleFrom(side);
};

/**
 * A party that may be drawn for a seat, with the effects on additional reviewers, and the greatest number of reviewers
 * after it.
 */
interface Candidate extends Pick<SeatChanges, "seat" | "narrowed" | "leaving"> {
  readonly lacking: readonly Instrument[];
  readonly reviewers: number;
}

const candidatesIn = (one: SeatCase, eligible: readonly Eligible[]): readonly Candidate[] => {
  const known = new Map<string, number | undefined>();
  const additionalFor = (lacking: readonly Instrument[]): number | undefined => {
    const key = lacking.join();
    if (!known.has(key)) known.set(key, mostAdditional(lacking, eligible));
    return known.get(key);
  };
  const { old, wanted, review } = one;
  return eligible.flatMap(({ party, able }): Candidate[] => {
    const instruments = wanted.filter((instrument) => able.includes(instrument));
    const settled = settleAdditional(one, instruments);
    const additional = additionalFor(settled.lacking);
    if (instruments.length === 0 || additional === undefined) return [];
    const reviewers = reviewingSeats(review).length - settled.leaving.length + additional;
    return [{ ...settled, seat: { party, role: old.role, instruments }, reviewers }];
  });
};

/**
 * Returns whether the number of reviewers is permitted. By an accepted deviation the party may already have more, and
 * then gets no further ones unless the limit is waived.
 */
const mayHave = ({ review, live, isLimitWaived }: SeatCase, count: number): boolean =>
  count <= Math.max(live.limits.mostReviewers, reviewingSeats(review).length) || isLimitWaived;

/**
 * Returns the violation of the rule of four reviewers (rule 5) by a redraw. All other rules permit a party, but each
 * candidate would be a fifth reviewer. Empty if a party can be drawn, and if none could be drawn anyway.
 */
export const tooManyReviewers = (review: Review, from: PartyId, live: LivePairings): readonly Violation[] => {
  const one = seatCase(review, from, live);
  const candidates = one === undefined ? [] : candidatesIn(one, eligibleBeside(one));
  if (one === undefined || candidates.length === 0 || candidates.some(({ reviewers }) => mayHave(one, reviewers)))
    return [];
  const fewest = Math.min(...candidates.map(({ reviewers }) => reviewers));
  const detail = `would have ${fewest} reviewers, at most ${live.limits.mostReviewers}`;
  return [{ rule: "most-reviewers", party: review.party, review: review.id, detail }];
};

/** A seat that was redrawn, with its lots. */
export interface Redrawing {
  readonly changes: SeatChanges;
  readonly draw: LotsDrawn;
}

/**
 * Draws a party for a seat among all that the rules permit, with equal chance, and then additional reviewers for what
 * it lacks. Equal pairings and seed, a whole number of 32 bits, give an equal result. Undefined if no party may be
 * drawn.
 */
export const drawAgain = (review: Review, from: PartyId, live: LivePairings, seed: number): Redrawing | undefined => {
  const one = seatCase(review, from, live);
  if (one === undefined) return undefined;
  const eligible = eligibleBeside(one);
  const candidates = candidatesIn(one, eligible).filter(({ reviewers }) => mayHave(one, reviewers));
  const box = boxFor(seed);
  const drawn = box.oneOf(candidates);
  if (drawn === undefined) return undefined;
  const { seat, narrowed, leaving, lacking } = drawn;
  const { seats, lots } = drawAdditional(lacking, eligible, box.oneOf);
  return {
    changes: { from, seat, additional: seats, narrowed, leaving },
    draw: {
      seed,
      candidates: candidates.map((each) => each.seat.party),
      ...(lots.length === 0 ? {} : { additional: recordLots(lots) }),
      ...(one.isLimitWaived ? { limitWaived: true } : {}),
    },
  };
};
