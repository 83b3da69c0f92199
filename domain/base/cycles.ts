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

/** Which cycle is asked for, and whether clusters are, by their numbers. */
interface AskedPhases {
  readonly cycles?: readonly CycleId[] | undefined;
  readonly clusters?: readonly number[] | undefined;
}

/** By what lists are narrowed to one cycle or one cluster; what is left out does not narrow. */
export interface PhaseFilter {
  readonly cycle?: CycleId | undefined;
  readonly cluster?: number | undefined;
}

type PhasePart = ReviewId | GroupId | PhaseId;

/**
 * Whether a review, group or phase is of the cycle and cluster that are asked for. The number of a cluster alone means the
 * first cycle: whoever asked before there was another one meant that.
 */
export const isOfPhase = (id: PhasePart, { cycles, clusters }: AskedPhases): boolean => {
  const wanted = cycles ?? (clusters === undefined ? undefined : [firstCycle]);
  return (wanted?.includes(cycleOf(id)) ?? true) && (clusters?.includes(clusterOf(id)) ?? true);
};

/** The same of the one cycle or cluster to which a list is narrowed. */
export const isInPhase = (id: PhasePart, { cycle, cluster }: PhaseFilter): boolean =>
  isOfPhase(id, {
    cycles: cycle === undefined ? undefined : [cycle],
    clusters: cluster === undefined ? undefined : [cluster],
  });

/** The same of what may be about none: that is left out where a list is narrowed. */
export const isAboutPhase = (id: PhasePart | undefined, filter: PhaseFilter): boolean =>
  id === undefined ? filter.cycle === undefined && filter.cluster === undefined : isInPhase(id, filter);

/** Ids from one on that sort below another. */
interface IdRange {
  readonly from: string;
  readonly below: string;
}

/** Sorts after whatever an id goes on with. */
const afterAll = "~";

/** From which id on, and below which, those stand in their order that `isInPhase` chooses; undefined where all do. */
export const idRangeOf = ({ cycle, cluster }: PhaseFilter): IdRange | undefined => {
  if (cluster === undefined && cycle === undefined) return undefined;
  const [first, last] = cluster === undefined ? [1, 4] : [cluster, cluster];
  return { from: `${phaseIdOf(first, cycle)}-`, below: `${phaseIdOf(last, cycle)}-${afterAll}` };
};

/** The same of those that `isOfPhase` chooses, in a range for each cycle and cluster; undefined where all do. */
export const idRangesOf = ({ cycles, clusters }: AskedPhases): readonly IdRange[] | undefined => {
  if (cycles === undefined && clusters === undefined) return undefined;
  return (cycles ?? [firstCycle]).flatMap((cycle) =>
    (clusters ?? [undefined]).flatMap((cluster) => idRangeOf({ cycle, cluster }) ?? []),
  );
};
