import type { PairedReview } from "../../schemas/model/data-files.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { type Eligible, eligibleFor, mayReview, pairsOf, type Side } from "./eligibility.ts";
import type { CountingDays } from "./instruments.ts";
import { type LivePairings, servesInYear } from "./redraw-rules.ts";

/** A review for which lots are to be drawn, and what they are drawn for. */
export interface DrawnFor {
  readonly party: Party;
  /** The number of its group. */
  readonly group: number | undefined;
  readonly instruments: readonly Instrument[];
  readonly days: CountingDays;
  /** The present pairings, including its own. */
  readonly pairings: readonly Pick<PairedReview, "party" | "seats">[];
  /** Returns whether a party is excluded from the draw, whatever the pairings. */
  readonly isExcluded: (id: PartyId) => boolean;
}

/**
 * Returns all parties that may be drawn from a side to review a party, by code, each with the instruments that it can
 * review. Mutual review, load and the deferral of serving are checked over all live pairings.
 */
export const eligibleParties = (
  { party, group, instruments, days, pairings, isExcluded }: DrawnFor,
  live: LivePairings,
): ((side: Side) => readonly Eligible[]) => {
  const pairs = pairsOf(pairings);
  const elsewhere = pairsOf(live.elsewhere ?? []);
  const { load } = live.limits;
  const candidates = live.parties
    .filter(({ id }) => !isExcluded(id) && servesInYear(live, id, group))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return (side) =>
    candidates
      .filter((each) => mayReview(each, party, side, { pairs, elsewhere, load }))
      .map((each) => eligibleFor(instruments, each, days));
};
