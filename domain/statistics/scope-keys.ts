import { clusterOf, cycleOf, firstCycle, phaseIdOf } from "../../schemas/base/ids.ts";
import type { StatisticsScope } from "../../schemas/model/statistics.ts";
import { isInPhase } from "../base/cycles.ts";
import type { CountedSpan } from "./counted-spans.ts";

const keyOf = (phase: string, regionalGroup: string | undefined, instrument: string | undefined): string =>
  [phase, regionalGroup ?? "", instrument ?? ""].join("|");

/**
 * Returns the key under which the counts of a part of the Mechanism are kept; undefined where no review can be in it.
 */
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

/**
 * Returns whether counts are kept for a part of the Mechanism: those of one regional group and one instrument together
 * would be most of all rows, and are requested least. Counts of groups do not add up, because one person or party can
 * be in several.
 */
export const isScopeKept = ({ groups, regionalGroup, instrument }: StatisticsScope): boolean =>
  groups === undefined && (regionalGroup === undefined || instrument === undefined);

/** The place of a span in the Mechanism. */
type ScopePlace = Pick<CountedSpan, "group" | "regionalGroup" | "instruments">;

const keysOfPlace = ({ group, regionalGroup, instruments }: ScopePlace): readonly string[] => {
  const phases = group === undefined ? [] : [cycleOf(group), phaseIdOf(clusterOf(group), cycleOf(group)), group];
  const isOfRegion = regionalGroup !== undefined && regionalGroup !== "none";
  return ["", ...phases].flatMap((phase) => [
    keyOf(phase, undefined, undefined),
    ...(isOfRegion ? [keyOf(phase, regionalGroup, undefined)] : []),
    ...instruments.map((instrument) => keyOf(phase, undefined, instrument)),
  ]);
};

/** Spans are in few places: each group has some regional groups, and some instruments together. */
const known = new Map<string, readonly string[]>();

/** Returns the keys of all parts of the Mechanism that contain something, for which counts are kept. */
export const scopeKeysOf = (place: ScopePlace): readonly string[] => {
  const name = `${place.group}|${place.regionalGroup}|${place.instruments.join()}`;
  const keys = known.get(name) ?? keysOfPlace(place);
  known.set(name, keys);
  return keys;
};

/** Returns whether a key is of a part that is narrowed by reviews only. */
export const isOfReviewsAlone = (key: string): boolean => key.endsWith("||");
