import type { PartyId } from "../../schemas/base/ids.ts";
import type { PairedReview } from "../../schemas/model/data-files.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { type CountingDays, joinedBy } from "./instruments.ts";
import type { LotsLimits } from "../policy/lots.ts";

/**
 * The sides of a reviewer: the regional group of the party under review, or another one. Rule 3 requires one of each.
 */
export const sides = ["own", "other"] as const;
export type Side = (typeof sides)[number];

/** Returns the side of a reviewer; a party without a regional group has no reviewer on its own side. */
export const sideOf = (party: Party, reviewer: Party | undefined): Side =>
  party.regionalGroup !== null && reviewer?.regionalGroup === party.regionalGroup ? "own" : "other";

/**
 * The pairs of reviewers and parties under review, including additional reviewers, and the number of reviews of each
 * reviewer.
 */
export class Pairs {
  readonly #reviewed = new Map<PartyId, Set<PartyId>>();

  add(reviewer: PartyId, party: PartyId): void {
    const known = this.#reviewed.get(reviewer) ?? new Set();
    this.#reviewed.set(reviewer, known.add(party));
  }

  has(reviewer: PartyId, party: PartyId): boolean {
    return this.#reviewed.get(reviewer)?.has(party) === true;
  }

  load(reviewer: PartyId): number {
    return this.#reviewed.get(reviewer)?.size ?? 0;
  }
}

/** Returns the pairs of live pairings. */
export const pairsOf = (reviews: readonly Pick<PairedReview, "party" | "seats">[]): Pairs => {
  const pairs = new Pairs();
  for (const { party, seats } of reviews)
    for (const seat of seats) if (seat.role !== "under-review") pairs.add(seat.party, party);
  return pairs;
};

/** A review of another cluster of the cycle, with its seats. */
export type ReviewElsewhere = Pick<PairedReview, "id" | "party" | "seats">;

interface DrawnBefore extends Pick<LotsLimits, "load"> {
  readonly pairs: Pairs;
  /** The pairs in the other clusters; none if left out. */
  readonly elsewhere?: Pairs | undefined;
}

/**
 * Returns whether one party may be drawn to review another from a side, whatever it has joined. It takes part, is not
 * the party itself, and neither reviews it already nor is reviewed by it in any cluster (rule 1). It serves in fewer
 * reviews of this cluster than the limit (rule 7). A party that it reviews in another cluster is permitted.
 */
export const mayReview = (one: Party, party: Party, side: Side, { pairs, elsewhere, load }: DrawnBefore): boolean =>
  one.participation === "takes-part" &&
  one.id !== party.id &&
  sideOf(party, one) === side &&
  !pairs.has(one.id, party.id) &&
  !pairs.has(party.id, one.id) &&
  elsewhere?.has(party.id, one.id) !== true &&
  pairs.load(one.id) < load.max;

/** A party with what it can review of the instruments that are wanted (rule 2), and what of them it lacks. */
export interface Eligible {
  readonly party: PartyId;
  readonly able: readonly Instrument[];
  readonly lacking: readonly Instrument[];
}

/** Returns a party as one who may be drawn for instruments, by what it had joined on the days that count. */
export const eligibleFor = (wanted: readonly Instrument[], party: Party, days: CountingDays): Eligible => {
  const joined = joinedBy(party, days);
  return {
    party: party.id,
    able: wanted.filter((instrument) => joined.includes(instrument)),
    lacking: wanted.filter((instrument) => !joined.includes(instrument)),
  };
};
