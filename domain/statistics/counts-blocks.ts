import type { CalendarDate } from "../../schemas/base/values.ts";
import { monthOfDay } from "../base/time.ts";
import type { Cell } from "./cells.ts";
import type { CellChanges } from "./changes-of-counts.ts";
import { never } from "./day-spans.ts";

/** A month of Vienna's calendar, YYYY-MM. */
export type Month = string;

type Totals = ReadonlyMap<Cell, number>;

/** What changed in a month, of one part of the Mechanism; and what was counted before it, but for months that are to come. */
export interface CountsBlock {
  readonly month: Month;
  readonly opening?: Totals | undefined;
  readonly days: ReadonlyMap<CalendarDate, CellChanges>;
}

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

/**
 * What is counted at the end of a day: from the newest block of its month or an earlier one, and those before it up to one
 * that has an opening, the newest first. Nothing was counted before the first of all.
 */
export const totalsAt = (newestFirst: readonly CountsBlock[], day: CalendarDate): Totals => {
  const opened = newestFirst.find(({ opening }) => opening !== undefined);
  const changes = newestFirst.flatMap(({ days }) => [...days].filter(([on]) => on <= day).map(([, cells]) => cells));
  return plus(opened?.opening ?? new Map<Cell, number>(), changes);
};

/** A block that is to be written in the place of the one before, and the others by which it was made. */
export interface BlockChanges {
  /** What changes with each day, in order. */
  readonly changes: DayChanges;
  /** Blocks of later months have no opening. */
  readonly openedTo: Month;
}

/**
 * Goes through blocks from the first that changes on, in order, and gives what each becomes. Before the first of them stands
 * what the last one before it counts at its end.
 */
export class BlockWalk {
  private totals: Totals;
  private readonly how: BlockChanges;

  constructor(before: readonly CountsBlock[], how: BlockChanges) {
    this.totals = totalsAt(before, never);
    this.how = how;
  }

  /** What a block becomes; undefined where it stays as it is. */
  next(month: Month, block: CountsBlock | undefined): CountsBlock | undefined {
    const { changes, openedTo } = this.how;
    const own = changes.filter(([day]) => monthOfDay(day) === month);
    const earlier = changes.filter(([day]) => monthOfDay(day) < month).map(([, cells]) => cells);
    const days = daysWith(block?.days ?? new Map<CalendarDate, CellChanges>(), own);
    const unopened = month <= openedTo ? this.totals : undefined;
    const opening = block?.opening === undefined ? unopened : plus(block.opening, earlier);
    const hasSameOpening = opening === undefined || (block?.opening !== undefined && earlier.length === 0);
    if (own.length === 0 && hasSameOpening) return undefined;
    return { month, days, ...(opening === undefined ? {} : { opening }) };
  }

  /** Goes on after a block as it is with these changes. */
  pass({ days, opening = this.totals }: CountsBlock): void {
    this.totals = plus(opening, days.values());
  }
}
