import { cycleOf, firstCycle, type PartyId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { ClusterNumber, Instant } from "../../schemas/base/values.ts";
import { dayOf } from "../base/time.ts";
import { clustersInOrder } from "../parties/phases.ts";
import type { GroupImport, PairingsThere } from "./paired-reviews.ts";

/** Parties that take part and would have no review of a cluster once an import is applied. */
export interface WithoutReview {
  readonly cluster: ClusterNumber;
  readonly parties: readonly PartyId[];
}

/**
 * Returns the parties that would have no review of each cluster of which an import holds groups. For the first cluster,
 * these are among all parties that take part; for a later one, among those that are reviewed in the one before it. A
 * part of a cluster may be imported, and more of it later.
 */
export const partiesWithoutReview = (
  groups: readonly GroupImport[],
  { reviews, parties }: Pick<PairingsThere, "reviews"> & { readonly parties: readonly Party[] },
  now: Instant,
): readonly WithoutReview[] => {
  const reviewed = (cluster: ClusterNumber): ReadonlySet<PartyId> =>
    new Set([
      ...reviews
        .filter((review) => review.cluster === cluster && cycleOf(review.id) === firstCycle)
        .map(({ party }) => party),
      ...groups
        .filter((group) => group.cluster === cluster)
        .flatMap((group) => group.reviews.map(({ party }) => party)),
    ]);
  const taking = parties.filter(({ participation }) => participation === "takes-part").map(({ id }) => id);
  const order = clustersInOrder(dayOf(now));
  return order.flatMap((cluster, place): readonly WithoutReview[] => {
    if (groups.every((group) => group.cluster !== cluster)) return [];
    const before = order[place - 1];
    const expected = before === undefined ? new Set(taking) : reviewed(before);
    const own = reviewed(cluster);
    const without = taking.filter((party) => expected.has(party) && !own.has(party)).toSorted();
    return without.length === 0 ? [] : [{ cluster, parties: without }];
  });
};
