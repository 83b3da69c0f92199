import { type GroupId, groupsOfList, laterCycleOf } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Measure, PartDimensions, StatisticsScope } from "../../schemas/model/statistics.ts";
import { isAboutPhase } from "../base/cycles.ts";
import { measures } from "./measures.ts";
import type { Definition, Dimension, EndReason } from "./measure.ts";
import { instrumentsAt, type Occurrence } from "./occurrences.ts";
import { holdsAt } from "./spans.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

/** The data from which measures are counted, at an instant, of a part of the Mechanism. */
export interface Count {
  readonly mechanism: MechanismHistory;
  readonly at: Instant;
  readonly scope: StatisticsScope;
}

/** Returns whether a group is the one, or one of those, to which a count is narrowed. */
export const isInGroups = (own: GroupId | undefined, { group, groups }: StatisticsScope): boolean =>
  (group === undefined || own === group) &&
  (groups === undefined || (own !== undefined && groupsOfList(groups).includes(own)));

const isInScope = (one: Occurrence, { mechanism, at, scope }: Count): boolean => {
  const { cycle, cluster, regionalGroup, instrument } = scope;
  const party = one.party === undefined ? undefined : mechanism.parties.get(one.party)?.party;
  return (
    isAboutPhase(one.review, { cycle, cluster }) &&
    isInGroups(one.group, scope) &&
    (regionalGroup === undefined || party?.regionalGroup === regionalGroup) &&
    (instrument === undefined || instrumentsAt(one, at).includes(instrument))
  );
};

/** Returns all occurrences of a measure at an instant, in the order of their beginning. */
const occurrencesAt = (measure: Measure, count: Count): readonly Occurrence[] =>
  measures[measure]
    .of(count.mechanism)
    .filter((one) => holdsAt(one, count.at) && isInScope(one, count))
    .toSorted((one, other) => one.from.localeCompare(other.from) || (one.key < other.key ? -1 : 1));

/** Returns the occurrences that a measure counts at an instant, by key. */
export const countedBy = (measure: Measure, count: Count): ReadonlyMap<string, readonly Occurrence[]> => {
  const { least = 1, among, without } = measures[measure];
  const found = Map.groupBy(occurrencesAt(measure, count), ({ key }) => key);
  const others = among === undefined ? undefined : countedBy(among, count);
  const excluded = without === undefined ? undefined : countedBy(without, count);
  return new Map(
    [...found].filter(
      ([key, all]) =>
        (least === 1 || new Set(all.map(({ user }) => user)).size >= least) &&
        others?.has(key) !== false &&
        excluded?.has(key) !== true,
    ),
  );
};

/** The values that one counts under. */
export const valuesOf: { readonly [D in Dimension]: (one: Occurrence, count: Count) => readonly PartDimensions[] } = {
  cluster: ({ review, cluster }) =>
    review === undefined || cluster === undefined ? [] : [{ ...laterCycleOf(review), cluster }],
  group: ({ group }) => (group === undefined ? [] : [{ group }]),
  regionalGroup: ({ party }, { mechanism: { parties } }) =>
    party === undefined ? [] : [{ regionalGroup: parties.get(party)?.party.regionalGroup ?? "none" }],
  instrument: (one, { at }) => instrumentsAt(one, at).map((instrument) => ({ instrument })),
  stage: ({ stage }) => (stage === undefined ? [] : [{ stage }]),
  step: ({ step }) => (step === undefined ? [] : [{ step }]),
  institutionKind: ({ user }, { mechanism: { people } }) =>
    user === undefined ? [] : [{ institutionKind: people.get(user)?.institutionKind ?? "not-stated" }],
  gender: ({ user }, { mechanism: { people } }) =>
    user === undefined ? [] : [{ gender: people.get(user)?.gender ?? "not-stated" }],
  languages: ({ languages }) => (languages === undefined ? [] : [{ languages }]),
  languagesOpen: ({ languagesOpen }) => (languagesOpen === undefined ? [] : [{ languagesOpen }]),
  kind: ({ kind }) => (kind === undefined ? [] : [{ kind }]),
  party: ({ party }) => (party === undefined ? [] : [{ party }]),
  reason: ({ reason }) => (reason === undefined ? [] : [{ reason }]),
  endReason: ({ endReason }) => (endReason === undefined ? [] : [{ endReason }]),
};

/** The number of a measure with a value for each of some dimensions. */
export interface Part {
  readonly values: PartDimensions;
  readonly count: number;
}

/** Returns each combination of the values of some dimensions. */
export const combinationsOf = (
  dimensions: readonly Dimension[],
  valuesOfEach: (name: Dimension) => readonly PartDimensions[],
): readonly PartDimensions[] =>
  dimensions.reduce<readonly PartDimensions[]>(
    (before, name) => before.flatMap((values) => valuesOfEach(name).map((value) => ({ ...values, ...value }))),
    [{}],
  );

const byName = new Intl.Collator("en", { numeric: true });

/** Parts by their values, numbers in them by what they are worth. */
export const inUsualOrder = (parts: readonly Part[]): readonly Part[] =>
  parts
    .map((part) => ({ part, name: JSON.stringify(part.values) }))
    .toSorted((one, other) => byName.compare(one.name, other.name))
    .map(({ part }) => part);

const endReasonOf = ({ endReason }: Occurrence): EndReason | undefined => endReason;

/**
 * Returns the values under which the occurrences of one key count: one reason alone, if the measure counts each key
 * under one.
 */
export const countedUnder = <One>(
  { underOne }: Definition,
  all: readonly One[],
  reasonOf: (one: One) => EndReason | undefined,
): readonly One[] => {
  const first = underOne?.find((reason) => all.some((one) => reasonOf(one) === reason));
  return first === undefined ? all : all.filter((one) => reasonOf(one) === first);
};

/** Returns the numbers under each value of some dimensions; an occurrence with several values counts under each. */
const partsBy = (
  dimensions: readonly Dimension[],
  measure: Measure,
  counted: ReadonlyMap<string, readonly Occurrence[]>,
  count: Count,
): readonly Part[] => {
  const parts = new Map<string, { readonly values: PartDimensions; readonly keys: Set<string> }>();
  for (const [key, all] of counted) {
    const under = dimensions.includes("endReason") ? countedUnder(measures[measure], all, endReasonOf) : all;
    for (const one of under) {
      for (const values of combinationsOf(dimensions, (name) => valuesOf[name](one, count))) {
        const name = JSON.stringify(values);
        const part = parts.get(name) ?? { values, keys: new Set<string>() };
        part.keys.add(key);
        parts.set(name, part);
      }
    }
  }
  return inUsualOrder([...parts.values()].map(({ values, keys }) => ({ values, count: keys.size })));
};

/** A measure at an instant: its total, and how many of it there are by each value. */
export interface Counted {
  readonly measure: Measure;
  readonly total: number;
  readonly parts: readonly Part[];
}

/** Counts a measure: the total is the length of its list of members, at which every part is a part of it. */
export const countMeasure = (measure: Measure, count: Count): Counted => {
  const counted = countedBy(measure, count);
  return {
    measure,
    total: counted.size,
    parts: measures[measure].parts.flatMap((dimensions) => partsBy(dimensions, measure, counted, count)),
  };
};

/** Returns a count in per cent of another, to one decimal; zero where the other is zero. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 10;
