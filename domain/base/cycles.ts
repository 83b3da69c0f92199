import {
  clusterOf,
  type CycleId,
  cycleOf,
  firstCycle,
  type GroupId,
  type PhaseId,
  phaseIdOf,
  type ReviewId,
} from "../../schemas/base/ids.ts";

/** The requested cycles and clusters, by their numbers. */
interface AskedPhases {
  readonly cycles?: readonly CycleId[] | undefined;
  readonly clusters?: readonly number[] | undefined;
}

/** The filter of lists by one cycle or one cluster; a field that is left out does not narrow. */
export interface PhaseFilter {
  readonly cycle?: CycleId | undefined;
  readonly cluster?: number | undefined;
}

type PhasePart = ReviewId | GroupId | PhaseId;

/**
 * Returns whether a review, group or phase is of a requested cycle and cluster. The number of a cluster alone means the
 * first cycle: callers from before there was another one mean that.
 */
export const isOfPhase = (id: PhasePart, { cycles, clusters }: AskedPhases): boolean => {
  const wanted = cycles ?? (clusters === undefined ? undefined : [firstCycle]);
  return (wanted?.includes(cycleOf(id)) ?? true) && (clusters?.includes(clusterOf(id)) ?? true);
};

/** Returns whether a review, group or phase is of the one cycle or cluster to which a list is narrowed. */
export const isInPhase = (id: PhasePart, { cycle, cluster }: PhaseFilter): boolean =>
  isOfPhase(id, {
    cycles: cycle === undefined ? undefined : [cycle],
    clusters: cluster === undefined ? undefined : [cluster],
  });

/**
 * Returns whether an item is of the cycle or cluster of a filter; an item without one is left out where a list is
 * narrowed.
 */
export const isAboutPhase = (id: PhasePart | undefined, filter: PhaseFilter): boolean =>
  id === undefined ? filter.cycle === undefined && filter.cluster === undefined : isInPhase(id, filter);

/** Ids from one on that sort below another. */
interface IdRange {
  readonly from: string;
  readonly below: string;
}

/** Upper bound of an id range: sorts after every suffix of an id. */
const afterAll = "~";

/** Returns the range of ids that `isInPhase` chooses; undefined where it chooses all. */
export const idRangeOf = ({ cycle, cluster }: PhaseFilter): IdRange | undefined => {
  if (cluster === undefined && cycle === undefined) return undefined;
  const [first, last] = cluster === undefined ? [1, 4] : [cluster, cluster];
  return { from: `${phaseIdOf(first, cycle)}-`, below: `${phaseIdOf(last, cycle)}-${afterAll}` };
};

/**
 * Returns the ranges of ids that `isOfPhase` chooses, one for each cycle and cluster; undefined where it chooses all.
 */
export const idRangesOf = ({ cycles, clusters }: AskedPhases): readonly IdRange[] | undefined => {
  if (cycles === undefined && clusters === undefined) return undefined;
  return (cycles ?? [firstCycle]).flatMap((cycle) =>
    (clusters ?? [undefined]).flatMap((cluster) => idRangeOf({ cycle, cluster }) ?? []),
  );
};
