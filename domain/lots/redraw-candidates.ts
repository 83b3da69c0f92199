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

/** A seat that is drawn again, with what the rules look at. */
interface SeatCase {
  readonly review: Review;
  readonly old: Seat;
  readonly party: Party;
  /** The days by which what parties had joined counts in the review. */
  readonly days: CountingDays;
  readonly isLimitWaived: boolean;
  /** The number of its group. */
  readonly group: number;
  /** What a newcomer reviews as far as it can: all that the party joined, or what the additional reviewer had. */
  readonly wanted: readonly Instrument[];
  /** What others of its side review beside an additional reviewer, so that nobody is drawn where a newcomer lacks it. */
  readonly covered: readonly Instrument[];
  /** The regional side from which the seat is to be filled. */
  readonly side: Side;
  readonly live: LivePairings;
}

/** Of two reviewing parties one is from the own regional group (rule 3): a seat is filled from the side that the other is not of. */
const sideToFill = (review: Review, old: Seat, party: Party, sideAt: (id: PartyId) => Side): Side => {
  const [other, ...more] = reviewingSeats(review).filter(
    (seat) => seat.role === "reviewing" && seat.party !== old.party,
  );
  if (party.regionalGroup === null) return "other";
  if (old.role !== "reviewing" || other === undefined || more.length > 0) return sideAt(old.party);
  return sideAt(other.party) === "own" ? "other" : "own";
};

/** The same instruments without those that another reviews. */
const without = (some: readonly Instrument[], others: readonly Instrument[]): Instrument[] =>
  some.filter((instrument) => !others.includes(instrument));

/** Undefined where there is no such seat, or the pairings do not know the review. */
export const seatCase = (review: Review, from: PartyId, live: LivePairings): SeatCase | undefined => {
  const old = review.seats[from];
  const paired = pairedReview(live, review.id);
  const byId = new Map(live.parties.map((each) => [each.id, each]));
  const party = byId.get(review.party);
  if (old === undefined || old.role === "under-review" || paired === undefined || party === undefined) return undefined;
  const sideAt = (id: PartyId): Side => sideOf(party, byId.get(id));
  const side = sideToFill(review, old, party, sideAt);
  // By a deviation another reviewing party may sit on the side: what that one reviews has its reviewer there.
  const others = reviewingSeats(review).filter(
    (seat) => seat.role === "reviewing" && seat.party !== from && sideAt(seat.party) === side,
  );
  const reviewed = others.flatMap((seat) => seat.instruments);
  // By a deviation an additional reviewer may sit for what others of its side review anyhow: nobody is lacking for that.
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
 * What becomes of the additional reviewers beside a seat once a newcomer reviews its instruments (rule 4): they go on
 * with what it lacks, and leave where it lacks nothing that they review. `lacking` is what nobody reviews then.
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

/** All who may be drawn for a seat or beside it: nobody who sits in the review, or was drawn away from the seat. */
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

/** A party that may be drawn for a seat, with what its draw does beside it, and how many reviewers there may be then. */
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

/** By a deviation that was accepted the party may have more than that already: nobody is added to them. */
const mayHave = ({ review, live, isLimitWaived }: SeatCase, count: number): boolean =>
  count <= Math.max(live.limits.mostReviewers, reviewingSeats(review).length) || isLimitWaived;

/**
 * The rule of four reviewers as broken by a redraw: where somebody could be drawn by all other rules, and each of them
 * would bring the party a fifth reviewer (rule 5). Empty where somebody can be drawn, and where nobody could anyhow.
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

/** A seat that was drawn again, with its lots. */
export interface Redrawing {
  readonly changes: SeatChanges;
  readonly draw: LotsDrawn;
}

/**
 * Draws a party for a seat out of all that keep the rules, each with the same chance, and then additional reviewers
 * for what it lacks. The same pairings and seed, a whole number of 32 bits, give the same. Undefined where nobody may
 * be drawn.
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
