import { cycleOf, type CycleId, firstCycle, type ReviewId } from "../../schemas/base/ids.ts";

/** Which cycle is asked for, and whether clusters are, by their numbers. */
interface AskedPhases {
  readonly cycles?: readonly CycleId[] | undefined;
  readonly clusters?: readonly number[] | undefined;
}

/**
 * Whether a review is of the cycle and cluster that are asked for. The number of a cluster alone means the first cycle: whoever
 * asked before there was another one meant that.
 */
export const isOfPhase = (
  { id, cluster }: { readonly id: ReviewId; readonly cluster: number },
  { cycles, clusters }: AskedPhases,
): boolean => {
  const wanted = cycles ?? (clusters === undefined ? undefined : [firstCycle]);
  return (wanted?.includes(cycleOf(id)) ?? true) && (clusters?.includes(cluster) ?? true);
};
