import { type CalendarDate, ReckonedDate } from "../../schemas/base/values.ts";
import type { Cell } from "./cells.ts";
import type { CellChanges } from "./changes-of-counts.ts";

type Totals = ReadonlyMap<Cell, number>;

/**
 * The changes from a day on, up to that of the next block, of one phase with all its parts, and the totals before that
 * day. The last one also covers future days.
 */
export interface CountsBlock {
  readonly from: CalendarDate;
  readonly opening: Totals;
  readonly days: ReadonlyMap<CalendarDate, CellChanges>;
}

/** Sorts before every day on which anything changes: where the first block of each part begins. */
const firstDay = ReckonedDate.parse("0001-01-01");

/**
 * The number of changes of cells in a block, with an opening that is no longer: below 20 KB as they are kept, so that a
 * report reads at most four units. A change writes one row of each phase.
 */
export const cellsInBlock = 1_500;

type DayChanges = readonly (readonly [CalendarDate, CellChanges])[];

const plus = (totals: Totals, changes: Iterable<CellChanges>): Totals => {
  const sums = new Map(totals);
  for (const cells of changes)
    for (const [cell, by] of cells) {
      const sum = (sums.get(cell) ?? 0) + by;
      if (sum === 0) sums.delete(cell);
      else sums.set(cell, sum);
    }
  return sums;
};

const daysWith = (days: CountsBlock["days"], more: DayChanges): CountsBlock["days"] => {
  const sums = new Map(days);
  for (const [day, cells] of more) {
    const sum = plus(sums.get(day) ?? new Map<Cell, number>(), [cells]);
    if (sum.size === 0) sums.delete(day);
    else sums.set(day, sum);
  }
  return sums;
};

const cellsIn = (days: DayChanges): readonly CellChanges[] => days.map(([, cells]) => cells);

/** Returns the totals at the end of a day, from the last block that begins by then; empty where there is none. */
export const totalsAt = (block: CountsBlock | undefined, day: CalendarDate): Totals =>
  block === undefined ? new Map() : plus(block.opening, cellsIn([...block.days].filter(([on]) => on <= day)));

/** The parameters of a change of blocks. */
export interface BlockChanges {
  /** The changes of each day. */
  readonly changes: DayChanges;
  /** No block begins on a later day: a change of today would otherwise write the openings of those that are to come. */
  readonly openedTo: CalendarDate;
  /** The number of changes in a block. */
  readonly most: number;
}

/** Splits a block into as many as needed for none to exceed its size, each from a day on. */
const inPieces = (block: CountsBlock, { openedTo, most }: Omit<BlockChanges, "changes">): readonly CountsBlock[] => {
  const pieces: CountsBlock[] = [];
  let piece = { ...block, days: new Map<CalendarDate, CellChanges>() };
  let length = 0;
  for (const [day, cells] of [...block.days].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const isFull = length > 0 && length + cells.size > Math.max(most, piece.opening.size);
    if (isFull && day <= openedTo) {
      pieces.push(piece);
      piece = { from: day, opening: plus(piece.opening, piece.days.values()), days: new Map() };
      length = 0;
    }
    piece.days.set(day, cells);
    length += cells.size;
  }
  return [...pieces, piece];
};

/** The result of a changed block, in pieces where it becomes too long. */
export interface ChangedBlock {
  /** The block that is there; undefined of a part of which nothing was counted yet. */
  readonly of: CountsBlock | undefined;
  readonly pieces: readonly CountsBlock[];
}

/** Returns the changed blocks of a part, in order from the one with the first change; unchanged blocks are left out. */
export const changedBlocks = (
  blocks: readonly CountsBlock[],
  { changes, ...how }: BlockChanges,
): readonly ChangedBlock[] => {
  const kept: readonly (CountsBlock | undefined)[] = blocks.length === 0 ? [undefined] : blocks;
  return kept.flatMap((of, place): readonly ChangedBlock[] => {
    const block: CountsBlock = of ?? { from: firstDay, opening: new Map(), days: new Map() };
    const next = blocks[place + 1]?.from;
    const earlier = plus(new Map(), cellsIn(changes.filter(([day]) => day < block.from)));
    const own = changes.filter(([day]) => day >= block.from && (next === undefined || day < next));
    if (own.length === 0 && earlier.size === 0) return [];
    const after = { from: block.from, opening: plus(block.opening, [earlier]), days: daysWith(block.days, own) };
    return [{ of, pieces: inPieces(after, how) }];
  });
};
