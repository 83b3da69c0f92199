import type { PairedGroup, PairedReview } from "../../schemas/model/data-files.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review, Seat } from "../../schemas/model/review.ts";
import { boxFor } from "./box.ts";
import { joinedBy } from "./instruments.ts";
import { type Violation, violations } from "./rules.ts";
import type { LotsLimits } from "./settings.ts";

/** The pairings as they live, with all that the rules of lots are checked against. */
export interface LivePairings {
  readonly groups: readonly PairedGroup[];
  readonly parties: readonly Party[];
  readonly limits: LotsLimits;
}

const withReplacement = (
  groups: readonly PairedGroup[],
  id: ReviewId,
  from: PartyId,
  seat: Seat,
): readonly PairedGroup[] =>
  groups.map((group) => ({
    ...group,
    reviews: group.reviews.map((review) =>
      review.id === id ? { ...review, seats: review.seats.map((each) => (each.party === from ? seat : each)) } : review,
    ),
  }));

/** Those that gave up a seat, one after the other, with the one that holds it: none of them is drawn for it again. */
const rejectedFrom = (drawnAway: NonNullable<Review["drawnAway"]>, holder: PartyId): readonly PartyId[] => {
  const last = drawnAway.findLastIndex(({ by }) => by === holder);
  const before = drawnAway[last];
  return before === undefined ? [holder] : [holder, ...rejectedFrom(drawnAway.slice(0, last), before.party)];
};

/** The pairings that a party's part in a review can break a rule with: that one, its own, and those it reviews. */
const concerns = (review: ReviewId, party: PartyId) => (paired: PairedReview) =>
  paired.id === review || paired.seats.some((seat) => seat.party === party);

const violationKey = ({ rule, party, review, detail }: Violation): string => [rule, party, review, detail].join("|");

/**
 * The rules of lots that giving a seat to another party would break and that hold without it: over all live pairings
 * (procedures and rules 28), and that a rejected reviewer is not drawn for the seat again. What was broken before, as
 * an accepted deviation, is not told, nor that the old reviewer serves less.
 */
export const brokenByRedraw = (
  review: Review,
  from: PartyId,
  seat: Seat,
  { groups, parties, limits }: LivePairings,
): readonly Violation[] => {
  const again: Violation[] = rejectedFrom(review.drawnAway ?? [], from).includes(seat.party)
    ? [
        {
          rule: "not-drawn-again",
          party: review.party,
          review: review.id,
          detail: `has drawn ${seat.party} away from this seat`,
        },
      ]
    : [];
  const concerned = groups.map((group) => ({
    ...group,
    reviews: group.reviews.filter(concerns(review.id, seat.party)),
  }));
  const before = new Set(violations(concerned, parties, limits).map(violationKey));
  const after = violations(withReplacement(concerned, review.id, from, seat), parties, limits);
  return [
    ...again,
    ...after
      .filter((violation) => !before.has(violationKey(violation)))
      .filter(({ rule, party }) => rule !== "load" || party !== from),
  ];
};

/** The seat as a party would hold it: a regular reviewer takes all that both have joined, an additional one what is asked. */
const seatFor = (review: Review, old: Seat, party: Party, day: PairedGroup["plannedFor"]): Seat => {
  const wanted = old.role === "reviewing" ? (review.seats[review.party]?.instruments ?? []) : old.instruments;
  const joined = joinedBy(party, day);
  return { party: party.id, role: old.role, instruments: wanted.filter((instrument) => joined.includes(instrument)) };
};

/** The day by which a party's instruments count in the group of a review. */
const plannedDay = (review: Review, { groups }: LivePairings): PairedGroup["plannedFor"] | undefined =>
  groups.find(({ reviews }) => reviews.some(({ id }) => id === review.id))?.plannedFor;

/** A seat as a party drawn outside would hold it; undefined where there is no such seat or no such party. */
export const seatToFill = (review: Review, from: PartyId, to: PartyId, live: LivePairings): Seat | undefined => {
  const old = review.seats[from];
  const day = plannedDay(review, live);
  const party = live.parties.find(({ id }) => id === to);
  return old === undefined || day === undefined || party === undefined ? undefined : seatFor(review, old, party, day);
};

/** Everybody whom the rules allow to be drawn for a seat, by code; empty where the draw is impossible. */
export const redrawCandidates = (review: Review, from: PartyId, live: LivePairings): readonly Seat[] => {
  const old = review.seats[from];
  const day = plannedDay(review, live);
  if (old === undefined || day === undefined) return [];
  return live.parties
    .filter(({ id, participation }) => participation === "takes-part" && review.seats[id] === undefined)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((party) => seatFor(review, old, party, day))
    .filter((seat) => seat.instruments.length > 0 && brokenByRedraw(review, from, seat, live).length === 0);
};

/**
 * Draws a party for a seat out of all that the rules allow, each with the same chance. The same pairings and seed, a
 * whole number of 32 bits, give the same party. Undefined where nobody may be drawn.
 */
export const drawAgain = (review: Review, from: PartyId, live: LivePairings, seed: number): Seat | undefined =>
  boxFor(seed).oneOf(redrawCandidates(review, from, live));
