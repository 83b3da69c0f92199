import { clusterOf, cycleOf, firstCycle, phaseIdOf } from "../../schemas/base/ids.ts";
import type { StatisticsScope } from "../../schemas/model/statistics.ts";
import { isInPhase } from "../base/cycles.ts";
import type { CountedSpan } from "./counted-spans.ts";

const keyOf = (phase: string, regionalGroup: string | undefined, instrument: string | undefined): string =>
  [phase, regionalGroup ?? "", instrument ?? ""].join("|");

/** Under which key the counts of a part of the Mechanism are kept; undefined where no review can be in it. */
export const scopeKeyOf = ({
  cycle,
  cluster,
  group,
  regionalGroup,
  instrument,
}: StatisticsScope): string | undefined => {
  if (group !== undefined && !isInPhase(group, { cycle, cluster })) return undefined;
  const phase = group ?? (cluster === undefined ? cycle : phaseIdOf(cluster, cycle ?? firstCycle));
  return keyOf(phase ?? "", regionalGroup, instrument);
};

/** The keys of all parts of the Mechanism that something is in: of reviews, a regional group and instruments, in every combination. */
export const scopeKeysOf = ({ group, regionalGroup, instruments }: CountedSpan): readonly string[] => {
  const phases = group === undefined ? [] : [cycleOf(group), phaseIdOf(clusterOf(group), cycleOf(group)), group];
  const regions = regionalGroup === undefined || regionalGroup === "none" ? [] : [regionalGroup];
  return ["", ...phases].flatMap((phase) =>
    [undefined, ...regions].flatMap((region) =>
      [undefined, ...instruments].map((instrument) => keyOf(phase, region, instrument)),
    ),
  );
};

/** Whether a key is of a part that is narrowed to nothing but reviews. */
export const isOfReviewsAlone = (key: string): boolean => key.endsWith("||");
