import { laterCycleOf } from "../../schemas/base/ids.ts";
import type { Measure, MeasureMember, MeasureView, StatisticsScope } from "../../schemas/model/statistics.ts";
import { dayOf } from "../base/time.ts";
import { type Count, countedBy, type Counted, countMeasure, percentOf } from "../statistics/count.ts";
import { measures } from "../statistics/measures.ts";
import type { Occurrence } from "../statistics/occurrences.ts";

/** A measure as it is read, beside what it is a share of and what it was at an earlier instant. */
const measureView = (
  { measure, total, parts }: Counted,
  totalOf: (measure: Measure) => number,
  change: MeasureView["change"],
  definition: string,
): MeasureView => {
  const { counts, sources, shareOf, overlapping } = measures[measure];
  const base = shareOf === undefined ? undefined : { of: shareOf, total: totalOf(shareOf) };
  return {
    measure,
    counts,
    definition,
    sources: [...sources],
    total,
    ...(base === undefined ? {} : { share: { ...base, percent: percentOf(total, base.total) } }),
    ...(change === undefined ? {} : { change }),
    overlapping: [...overlapping],
    parts: parts.map(({ values, count }) => ({ ...values, count })),
  };
};

/** What came to count since an earlier instant, and what does not count any more. */
const changeSince = (measure: Measure, count: Count, before: Count): MeasureView["change"] => {
  const was = new Set(countedBy(measure, before).keys());
  const is = new Set(countedBy(measure, count).keys());
  return { was: was.size, came: is.difference(was).size, went: was.difference(is).size };
};

/** Whether a measure can be narrowed to a scope: what is counted of parties alone is not narrowed to reviews. */
export const isNarrowedTo = (measure: Measure, { cycle, cluster, group }: StatisticsScope): boolean =>
  measures[measure].ofParties !== true || [cycle, cluster, group].every((each) => each === undefined);

/** In which words measures are told, and whether whoever reads them is told whose what they count is. */
export interface Reader {
  readonly definitionOf: (measure: Measure) => string;
  readonly namesParties: boolean;
}

/** A measure without its parts by party, which would name who owes what. */
const withoutParties = (measure: MeasureView): MeasureView => ({
  ...measure,
  parts: measure.parts.filter(({ party }) => party === undefined),
});

/** What of each measure is read: how it is counted, and its change since an earlier instant. */
interface MeasureReading extends Reader {
  readonly counted: (measure: Measure) => Counted;
  readonly changeOf?: ((measure: Measure) => MeasureView["change"]) | undefined;
}

/** Every measure that can be narrowed to a scope, however it was counted. */
export const statisticsOf = (
  names: readonly Measure[],
  scope: StatisticsScope,
  { counted, changeOf, definitionOf, namesParties }: MeasureReading,
): readonly MeasureView[] => {
  const found = new Map<Measure, Counted>();
  const once = (measure: Measure): Counted => {
    const one = found.get(measure) ?? counted(measure);
    found.set(measure, one);
    return one;
  };
  const views = names
    .filter((measure) => isNarrowedTo(measure, scope))
    .map((measure) =>
      measureView(once(measure), (other) => once(other).total, changeOf?.(measure), definitionOf(measure)),
    );
  return namesParties ? views : views.map(withoutParties);
};

/** The same, counted from the journal at an instant, and how each changed since an earlier one. */
export const statisticsView = (
  names: readonly Measure[],
  count: Count,
  before: Count | undefined,
  reader: Reader,
): readonly MeasureView[] =>
  statisticsOf(names, count.scope, {
    ...reader,
    counted: (measure) => countMeasure(measure, count),
    changeOf: before && ((measure) => changeSince(measure, count, before)),
  });

/** What a review, a seat or a duty is told by; people and parties that count once are told without one review of theirs. */
const memberOf = (measure: Measure, [first]: readonly Occurrence[]): readonly MeasureMember[] => {
  if (first === undefined) return [];
  const { review, cluster, group, party, user, obligation, stage, step, languages, languagesOpen, kind, reason, from } =
    first;
  const { counts } = measures[measure];
  const place =
    review === undefined || counts === "people" || counts === "parties" || counts === "meetings" || counts === "changes"
      ? {}
      : { review, ...laterCycleOf(review), cluster, group };
  return [
    {
      ...(party === undefined || counts === "meetings" ? {} : { party }),
      ...(user === undefined || counts === "parties" ? {} : { user }),
      ...place,
      ...(obligation === undefined ? {} : { obligation }),
      ...(stage === undefined ? {} : { stage }),
      ...(step === undefined ? {} : { step }),
      ...(languages === undefined ? {} : { languages }),
      ...(languagesOpen === undefined ? {} : { languagesOpen }),
      ...(kind === undefined ? {} : { kind }),
      ...(reason === undefined ? {} : { reason }),
      ...(counts === "accessions" ? { instrument: first.instrument } : {}),
      sinceDay: dayOf(from),
    },
  ];
};

/** What a measure counts, each with its place in the list, in the order in which it came to be so. */
export const measureMembers = (
  measure: Measure,
  count: Count,
): readonly { readonly place: string; readonly member: MeasureMember }[] =>
  [...countedBy(measure, count)]
    .flatMap(([key, all]) =>
      memberOf(measure, all).map((member) => ({ place: `${all[0]?.from ?? ""} ${key}`, member })),
    )
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
