import { defined } from "../../schemas/base/defined.ts";
import { laterCycleOf } from "../../schemas/base/ids.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import type { Measure, MeasureMember, MeasureView, StatisticsScope } from "../../schemas/model/statistics.ts";
import { earliestStart } from "../base/settings.ts";
import { dayOf } from "../base/time.ts";
import { type Count, countedBy, type Counted, countMeasure, percentOf } from "../statistics/count.ts";
import { measures } from "../statistics/measures.ts";
import type { Occurrence } from "../statistics/occurrences.ts";

/** Returns a measure as it is read, with the measure of which it is a share and its value at an earlier instant. */
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
    ...defined({ change }),
    overlapping: [...overlapping],
    parts: parts.map(({ values, count }) => ({ ...values, count })),
  };
};

/** Returns whether a measure can be narrowed to a scope: measures of parties alone are not narrowed to reviews. */
export const isNarrowedTo = (measure: Measure, { cycle, cluster, group, groups }: StatisticsScope): boolean =>
  measures[measure].ofParties !== true || [cycle, cluster, group, groups].every((each) => each === undefined);

/** Returns whether a measure has a count on a day: before the launch of the Mechanism, most have none. */
export const isCountedOn = (measure: Measure, day: CalendarDate): boolean =>
  day >= earliestStart || measures[measure].countsBeforeLaunch === true;

/** Returns the change of a total; undefined without a total to compare. */
const changeSince = (was: number | undefined, is: number): MeasureView["change"] =>
  was === undefined ? undefined : { was, more: Math.max(0, is - was), fewer: Math.max(0, was - is) };

/** The reader of measures: the words for it, and whether it sees the owners of what they count. */
export interface Reader {
  readonly definitionOf: (measure: Measure) => string;
  readonly namesParties: boolean;
  /**
   * Changes are counted by reason; only for readers of parties if absent, since few changes in a small scope reveal a
   * person's reason.
   */
  readonly mayReadReasons?: boolean;
}

/** Returns a measure without the parts that would name the obligations of a party, or the reason of one person. */
const withoutHiddenParts = (
  measure: MeasureView,
  { namesParties, mayReadReasons = namesParties }: Pick<Reader, "namesParties" | "mayReadReasons">,
): MeasureView => ({
  ...measure,
  parts: measure.parts.filter(
    ({ party, endReason }) => (namesParties || party === undefined) && (mayReadReasons || endReason === undefined),
  ),
});

/** The data for the view of each measure: its count, and its change since an earlier instant. */
interface MeasureReading extends Reader {
  readonly counted: (measure: Measure) => Counted;
  /** The count at an earlier instant, with which the total is compared; undefined if the measure had none then. */
  readonly before?: ((measure: Measure) => Counted | undefined) | undefined;
}

/** Returns every measure that can be narrowed to a scope, by any way of counting. */
export const statisticsOf = (
  names: readonly Measure[],
  scope: StatisticsScope,
  { counted, before, definitionOf, ...reader }: MeasureReading,
): readonly MeasureView[] => {
  const found = new Map<Measure, Counted>();
  const once = (measure: Measure): Counted => {
    const one = found.get(measure) ?? counted(measure);
    found.set(measure, one);
    return one;
  };
  const views = names
    .filter((measure) => isNarrowedTo(measure, scope))
    .map((measure) => {
      const is = once(measure);
      const change = changeSince(before?.(measure)?.total, is.total);
      return measureView(is, (other) => once(other).total, change, definitionOf(measure));
    });
  return views.map((view) => withoutHiddenParts(view, reader));
};

/** Returns the view of each measure, counted from the journal at an instant. */
export const statisticsView = (names: readonly Measure[], count: Count, reader: Reader): readonly MeasureView[] =>
  statisticsOf(names, count.scope, { ...reader, counted: (measure) => countMeasure(measure, count) });

/**
 * Returns the review, seat or obligation of an occurrence; people and parties that count once are given without one
 * review of theirs.
 */
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
      ...defined({ obligation, stage, step, languages, languagesOpen, kind, reason }),
      ...(counts === "accessions" ? { instrument: first.instrument } : {}),
      sinceDay: dayOf(from),
    },
  ];
};

interface Members {
  /** The number that the measure counts, independent of what the reader sees. */
  readonly total: number;
  readonly shown: readonly { readonly place: string; readonly member: MeasureMember }[];
}

/**
 * Returns what a measure counts, each with its place in the list, in the order of its beginning; where only some rows
 * are shown, each from these rows.
 */
export const measureMembers = (
  measure: Measure,
  count: Count,
  isShown: (one: Occurrence) => boolean = () => true,
): Members => {
  const counted = countedBy(measure, count);
  const shown = [...counted]
    .flatMap(([key, all]) => {
      const rows = all.filter(isShown);
      return memberOf(measure, rows).map((member) => ({ place: `${rows[0]?.from ?? ""} ${key}`, member }));
    })
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
  return { total: counted.size, shown };
};
