import type { PairedGroup, PairedReview } from "../../schemas/model/data-files.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { LotsRule } from "../../schemas/model/lots.ts";
import type { Review, Seat } from "../../schemas/model/review.ts";
import type { ReviewElsewhere } from "./eligibility.ts";
import type { CountingDays } from "./instruments.ts";
import { type Violation, violations } from "./rules.ts";
import { type SeatChanges, seatsAfter } from "./seats.ts";
import type { LotsLimits } from "../policy/lots.ts";

/** The pairings as they live, with all that the rules of lots are checked against. */
export interface LivePairings {
  readonly groups: readonly PairedGroup[];
  readonly parties: readonly Party[];
  readonly limits: LotsLimits;
  /** Current reviews in other clusters of the cycle: no two parties review each other across them; none if left out. */
  readonly elsewhere?: readonly ReviewElsewhere[] | undefined;
  /** Parties that are not drawn for reviews of the group in which they are reviewed themselves; none if left out. */
  readonly deferring?: ReadonlySet<PartyId> | undefined;
}

/** Returns whether a party may be drawn for a review of a group with regard to serving in its own year (rule 7). */
export const servesInYear = ({ groups, deferring }: LivePairings, party: PartyId, group: number | undefined): boolean =>
  deferring?.has(party) !== true ||
  groups.every(({ number, reviews }) => number !== group || reviews.every((review) => review.party !== party));

/** A review as its live pairing has it, with what counts for it. */
interface PairingFound {
  readonly pairing: PairedReview;
  /** The number of its group. */
  readonly group: number;
  readonly days: CountingDays;
  readonly isLimitWaived: boolean;
}

/** Returns the pairing of a review with its group; undefined if the pairings do not contain the review. */
export const pairedReview = ({ groups }: LivePairings, id: ReviewId): PairingFound | undefined => {
  for (const { number: group, plannedFor: day, reviews } of groups) {
    const pairing = reviews.find((review) => review.id === id);
    if (pairing === undefined) continue;
    const { countedOn, limitWaived } = pairing;
    return { pairing, group, days: { day, countedOn }, isLimitWaived: limitWaived === true };
  }
  return undefined;
};

/** Returns the pairings with a changed one; a new one is added to the group with a number. */
const withPairing = (groups: readonly PairedGroup[], after: PairedReview, number?: number): readonly PairedGroup[] =>
  groups.map((group) => ({
    ...group,
    reviews: [
      ...group.reviews.map((review) => (review.id === after.id ? after : review)),
      ...(group.number === number && group.reviews.every(({ id }) => id !== after.id) ? [after] : []),
    ],
  }));

/** Returns the parties that gave up a seat, in order, with its present holder: none of them is drawn for it again. */
export const rejectedFrom = ({ drawnAway = [] }: Pick<Review, "drawnAway">, holder: PartyId): readonly PartyId[] => {
  const last = drawnAway.findLastIndex(({ by }) => by === holder);
  const before = drawnAway[last];
  return before === undefined
    ? [holder]
    : [holder, ...rejectedFrom({ drawnAway: drawnAway.slice(0, last) }, before.party)];
};

/**
 * Returns a test for the pairings in which parties can break a rule: that of the review, and those in which the parties
 * have a seat.
 */
const concerns = (review: ReviewId, parties: readonly PartyId[]) => (paired: PairedReview) =>
  paired.id === review || paired.seats.some((seat) => parties.includes(seat.party));

const violationKey = ({ rule, party, review, detail }: Violation): string => [rule, party, review, detail].join("|");

/** Returns the rules of lots that a pairing alone breaks, whatever the other pairings are. */
const brokenIn = (paired: PairedReview, { groups, parties, limits }: LivePairings): readonly Violation[] =>
  violations(
    groups.map((group) => ({ ...group, reviews: group.reviews.filter(({ id }) => id === paired.id) })),
    parties,
    limits,
  );

/**
 * Returns the rules of lots that a changed pairing would break and that hold without the change, over all live pairings
 * (procedures and rules 28). Earlier violations, such as an accepted deviation, are excluded. `drawn` are the new
 * reviewers; `number` is the group of a review that is new to the pairings.
 */
export const brokenByPairing = (
  after: PairedReview,
  drawn: readonly PartyId[],
  { groups, parties, limits, elsewhere }: LivePairings,
  number?: number,
): readonly Violation[] => {
  const concerned = groups.map((group) => ({ ...group, reviews: group.reviews.filter(concerns(after.id, drawn)) }));
  const before = new Set(violations(concerned, parties, limits, elsewhere).map(violationKey));
  return violations(withPairing(concerned, after, number), parties, limits, elsewhere).filter(
    (violation) => !before.has(violationKey(violation)),
  );
};

/** Rules that the instruments of an additional reviewer's seat can break, whichever party holds it. */
const rulesOfSeat: ReadonlySet<LotsRule> = new Set(["additional-where-lacking", "one-from-each-side"]);

/**
 * Returns a test whether a redraw leaves an accepted deviation unchanged. The seat of an additional reviewer breaks an
 * equal rule with the old and the new party, and has no more instruments than before. The party has no more reviewers
 * than before.
 */
const deviationTest = (
  before: readonly Seat[],
  { from, seat }: SeatChanges,
  after: readonly Seat[],
  wereBroken: readonly Violation[],
): ((violation: Violation) => boolean) => {
  const old = before.find(({ party }) => party === from);
  const isSameSeat =
    seat.role === "additional-reviewer" && seat.instruments.every((one) => old?.instruments.includes(one) === true);
  const keys = new Set(
    wereBroken
      .filter(({ rule }) => isSameSeat && rulesOfSeat.has(rule))
      .map(({ detail, ...violation }) =>
        violationKey({ ...violation, detail: detail.replace(`has ${from} `, `has ${seat.party} `) }),
      ),
  );
  const hadTooMany = wereBroken.some(({ rule }) => rule === "most-reviewers") && after.length <= before.length;
  return (violation) => keys.has(violationKey(violation)) || (hadTooMany && violation.rule === "most-reviewers");
};

/**
 * Returns the rules of lots that a redraw would break and that hold without it, over all live pairings (procedures and
 * rules 28). A rejected reviewer may not be drawn for the seat again, nor as an additional reviewer next to it. Earlier
 * violations, such as an accepted deviation, are excluded, and so is the lower load of those who leave. A seat that is
 * a deviation remains one, whichever party is drawn for it.
 */
export const brokenByRedraw = (review: Review, changes: SeatChanges, live: LivePairings): readonly Violation[] => {
  const drawn = [changes.seat, ...changes.additional].map(({ party }) => party);
  const rejected = rejectedFrom(review, changes.from);
  const again = drawn
    .filter((party) => rejected.includes(party))
    .map((party): Violation => {
      const detail = `has drawn ${party} away from this seat`;
      return { rule: "not-drawn-again", party: review.party, review: review.id, detail };
    });
  const paired = pairedReview(live, review.id)?.pairing;
  if (paired === undefined) return again;
  const after = { ...paired, seats: [...seatsAfter(paired.seats, changes)] };
  const gone = [changes.from, ...changes.leaving];
  const wereBroken = brokenIn(paired, live).filter((violation) => violation.review === paired.id);
  const isAccepted = deviationTest(paired.seats, changes, after.seats, wereBroken);
  return [
    ...again,
    ...brokenByPairing(after, drawn, live)
      .filter(({ rule, party }) => rule !== "load" || !gone.includes(party))
      .filter((violation) => violation.review !== paired.id || !isAccepted(violation)),
  ];
};
