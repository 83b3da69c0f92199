import { FigureCell, type PaperFigure, type PaperFigureRow } from "../../schemas/model/paper-figures.ts";
import { type Measure, PartDimensions } from "../../schemas/model/statistics.ts";
import type { Cell } from "./cells.ts";
import { type Counted, inUsualOrder, type Part } from "./count.ts";
import { measures } from "./measures.ts";
import { paperFigures } from "./paper-figures.ts";

/** The number in each cell. */
export type Totals = ReadonlyMap<Cell, number>;

interface NamedCell {
  /** The subject of the cell: a measure, or a figure. */
  readonly of: string;
  /** The values of the cell, as JSON; undefined for a measure as a whole. */
  readonly part: string | undefined;
  readonly count: number;
}

const namedCells = (totals: Totals): ReadonlyMap<string, readonly NamedCell[]> =>
  Map.groupBy(
    [...totals].map(([cell, count]): NamedCell => {
      const blank = cell.indexOf(" ");
      return blank === -1
        ? { of: cell, part: undefined, count }
        : { of: cell.slice(0, blank), part: cell.slice(blank + 1), count };
    }),
    ({ of }) => of,
  );

const dimensionsOf = (names: readonly string[]): string =>
  names
    .filter((name) => name !== "cycle")
    .toSorted()
    .join(" ");

const partOf = ({ part, count }: NamedCell): readonly Part[] => {
  if (part === undefined) return [];
  return [{ values: PartDimensions.parse(JSON.parse(part)), count }];
};

/** Returns every measure from the numbers of its cells. */
export const countedIn = (totals: Totals): ((measure: Measure) => Counted) => {
  const cells = namedCells(totals);
  return (measure) => {
    const own = cells.get(measure) ?? [];
    const parts = Map.groupBy(own.flatMap(partOf), ({ values }) => dimensionsOf(Object.keys(values)));
    return {
      measure,
      total: own.find(({ part }) => part === undefined)?.count ?? 0,
      parts: measures[measure].parts.flatMap((dimensions) => inUsualOrder(parts.get(dimensionsOf(dimensions)) ?? [])),
    };
  };
};

/** Returns the rows of a figure of the status paper from the numbers of its cells. */
export const figureRowsIn = (totals: Totals, figure: PaperFigure): readonly PaperFigureRow[] => {
  const cells = (namedCells(totals).get(`figure:${figure}`) ?? []).flatMap(({ part, count }) => {
    if (part === undefined) return [];
    return [{ ...FigureCell.parse(JSON.parse(part)), count }];
  });
  return [...Map.groupBy(cells, ({ row }) => JSON.stringify(row)).values()].map((ofRow) => ({
    ...ofRow[0]?.row,
    total: ofRow.reduce((sum, { count }) => sum + count, 0),
    parts: paperFigures[figure].series.map(({ name }) => ({
      series: name,
      count: ofRow.find(({ series }) => series === name)?.count ?? 0,
    })),
  }));
};
