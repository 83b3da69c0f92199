import { clusterOf, laterCycleOf } from "../../schemas/base/ids.ts";
import { type FigureCell, PaperFigure } from "../../schemas/model/paper-figures.ts";
import { Measure, type PartDimensions } from "../../schemas/model/statistics.ts";
import { combinationsOf, countedUnder } from "./count.ts";
import type { CountedSpan, DaySpan } from "./counted-spans.ts";
import { both, heldByAtLeast, union, without } from "./day-spans.ts";
import type { Definition, Dimension, EndReason } from "./measure.ts";
import { measures } from "./measures.ts";
import { measuresOfFigure, paperFigures, type Series } from "./paper-figures.ts";

/**
 * The subject of a kept number: a measure as a whole or with some values, or the reviews of a row and a series of a
 * figure of the status paper.
 */
export type Cell = string;

const cellOf = (measure: Measure, values?: PartDimensions): Cell =>
  values === undefined ? measure : `${measure} ${JSON.stringify(values)}`;
const figureCellOf = (figure: PaperFigure, cell: FigureCell): Cell => `figure:${figure} ${JSON.stringify(cell)}`;

/** Returns the values of a span of one dimension. */
const valuesOf = (
  { group, regionalGroup, instruments, values }: CountedSpan,
  name: Dimension,
): readonly PartDimensions[] => {
  switch (name) {
    case "cluster":
      return group === undefined ? [] : [{ ...laterCycleOf(group), cluster: clusterOf(group) }];
    case "group":
      return group === undefined ? [] : [{ group }];
    case "regionalGroup":
      return regionalGroup === undefined ? [] : [{ regionalGroup }];
    case "instrument":
      return instruments.map((instrument) => ({ instrument }));
    default:
      return values[name] ?? [];
  }
};

type ByMeasure = ReadonlyMap<Measure, readonly CountedSpan[]>;

/** Returns the days on which a key counts, in the part of the Mechanism that the spans are of. */
const daysCounted = (measure: Measure, spans: ByMeasure): readonly DaySpan[] => {
  const { least = 1, among, without: excluded } = measures[measure];
  const own = spans.get(measure) ?? [];
  const found =
    least === 1
      ? union(own)
      : heldByAtLeast(
          least,
          [...Map.groupBy(own, ({ user }) => user).values()].map((ofUser) => union(ofUser)),
        );
  const chosen = among === undefined ? found : both(found, daysCounted(among, spans));
  return excluded === undefined ? chosen : without(chosen, daysCounted(excluded, spans));
};

type CountedCell = ReadonlyMap<Cell, readonly DaySpan[]>;

const cellsOfSpans = new WeakMap<CountedSpan, readonly Cell[]>();
/** One text of each name: a hundred thousand spans are in the same cells. */
const names = new Map<Cell, Cell>();

const named = (cell: Cell): Cell => {
  const name = names.get(cell) ?? cell;
  names.set(name, name);
  return name;
};

/**
 * Returns the cells with values that a span is in; named once, in all the parts of the Mechanism in which it counts.
 */
const cellsOfSpan = (span: CountedSpan): readonly Cell[] => {
  const known = cellsOfSpans.get(span);
  if (known !== undefined) return known;
  const cells = measures[span.measure].parts.flatMap((dimensions) =>
    combinationsOf(dimensions, (name) => valuesOf(span, name)).map((values) => named(cellOf(span.measure, values))),
  );
  cellsOfSpans.set(span, cells);
  return cells;
};

const reasonOf = ({ values }: CountedSpan): EndReason | undefined => values.endReason?.[0]?.endReason;

/** Returns the spans of a key, of which those of one reason alone keep it, if the measure counts each key under one. */
const underOneReason = (measure: Measure, spans: readonly CountedSpan[]): readonly CountedSpan[] => {
  const definition: Definition = measures[measure];
  if (definition.underOne === undefined) return spans;
  const counting = new Set(countedUnder(definition, spans, reasonOf));
  return spans.map((span) => (counting.has(span) ? span : { ...span, values: { ...span.values, endReason: [] } }));
};

/**
 * Returns the days on which a key counts in each cell of a measure: as a whole, and with each combination of values.
 */
const cellsOfMeasure = (measure: Measure, spans: ByMeasure): CountedCell => {
  const days = daysCounted(measure, spans);
  if (days.length === 0) return new Map();
  const byCell = new Map<Cell, CountedSpan[]>();
  for (const span of underOneReason(measure, spans.get(measure) ?? []))
    for (const cell of cellsOfSpan(span)) {
      const all = byCell.get(cell);
      if (all === undefined) byCell.set(cell, [span]);
      else all.push(span);
    }
  return new Map([
    [cellOf(measure), days],
    ...[...byCell].map(([cell, all]) => [cell, both(days, union(all))] as const),
  ]);
};

const daysOfSeries = ({ measure, stage }: Series, spans: ByMeasure): readonly DaySpan[] => {
  const days = daysCounted(measure, spans);
  if (stage === undefined) return days;
  const inStage = (spans.get(measure) ?? []).filter(({ values }) =>
    values.stage?.some((value) => value.stage === stage),
  );
  return both(days, union(inStage));
};

/** Returns the row of a figure that a review is in. */
const rowOf = (span: CountedSpan | undefined, by: "group" | "languages"): FigureCell["row"] => {
  const [{ group, languages } = {}] = span === undefined ? [] : valuesOf(span, by);
  return by === "group" ? { group } : { languages };
};

/** Returns the days on which a review counts in each series of a figure: in the first that counts it. */
const cellsOfFigure = (figure: PaperFigure, spans: ByMeasure): CountedCell => {
  const { of, by, series } = paperFigures[figure];
  const rows = Map.groupBy(spans.get(of) ?? [], (span) => JSON.stringify(rowOf(span, by)));
  const counted = daysCounted(of, spans);
  const cells = new Map<Cell, readonly DaySpan[]>();
  for (const all of rows.values()) {
    const row = rowOf(all[0], by);
    let left = both(counted, union(all));
    for (const one of series) {
      const days = daysOfSeries(one, spans);
      cells.set(figureCellOf(figure, { row, series: one.name }), both(left, days));
      left = without(left, union(days));
    }
  }
  return cells;
};

/** The counted subject of a key, and the measures that decide it. */
interface CellSource {
  readonly needs: readonly Measure[];
  readonly cellsOf: (spans: ByMeasure) => CountedCell;
  readonly ofReviewsAlone?: true;
}

/** Returns the measures that decide whether a key counts in one. */
const neededBy = (measure: Measure): readonly Measure[] => {
  const { among, without: excluded } = measures[measure];
  return [measure, ...[among, excluded].flatMap((other) => (other === undefined ? [] : neededBy(other)))];
};

const cellSources: readonly CellSource[] = [
  ...Measure.options.map((measure) => ({
    needs: neededBy(measure),
    cellsOf: (spans: ByMeasure) => cellsOfMeasure(measure, spans),
  })),
  ...PaperFigure.options.map((figure) => ({
    needs: [...new Set(measuresOfFigure(figure).flatMap(neededBy))],
    cellsOf: (spans: ByMeasure) => cellsOfFigure(figure, spans),
    ofReviewsAlone: true as const,
  })),
];

/**
 * Returns the days on which a key counts in each cell that some measures affect, from its spans in one part of the
 * Mechanism. Figures are of reviews alone.
 */
export const cellsOfKey = (
  spans: readonly CountedSpan[],
  isAffected: (measure: Measure) => boolean,
  withFigures: boolean,
): CountedCell => {
  const byMeasure = Map.groupBy(spans, ({ measure }) => measure);
  const isNeeded = ({ needs, ofReviewsAlone }: CellSource): boolean =>
    (withFigures || ofReviewsAlone !== true) &&
    needs.some((measure) => byMeasure.has(measure)) &&
    needs.some(isAffected);
  return new Map(cellSources.filter(isNeeded).flatMap(({ cellsOf }) => [...cellsOf(byMeasure)]));
};
