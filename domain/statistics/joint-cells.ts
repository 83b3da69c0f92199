import type { CalendarDate } from "../../schemas/base/values.ts";
import type { Cell } from "./cells.ts";
import type { CellChanges, ChangesByScope } from "./changes-of-counts.ts";
import type { Totals } from "./projection-totals.ts";

/** Separates a cell from its part: a cell has JSON, which contains no line break. */
const separator = "\n";

/** Returns the phase of a part of the Mechanism, and what narrows the part further, as the end of its cells. */
const splitScope = (scope: string): { readonly phase: string; readonly suffix: string } => {
  const at = scope.indexOf("|");
  return { phase: scope.slice(0, at), suffix: `${separator}${scope.slice(at + 1)}` };
};

/** Returns the key under which the blocks of a part are kept: one for all parts of a phase. */
export const phaseOfScope = (scope: string): string => splitScope(scope).phase;

/**
 * Returns the changes of each phase, with the cells of all its parts. Nearly every change is in all parts of a phase, so
 * that their cells together are one row instead of ten, and shorter: the compression finds their equal numbers.
 */
export const changesByPhase = (
  changes: ChangesByScope,
): ReadonlyMap<string, ReadonlyMap<CalendarDate, CellChanges>> => {
  const phases = new Map<string, Map<CalendarDate, Map<Cell, number>>>();
  for (const [scope, days] of changes) {
    const { phase, suffix } = splitScope(scope);
    const ofPhase = phases.get(phase) ?? new Map<CalendarDate, Map<Cell, number>>();
    phases.set(phase, ofPhase);
    for (const [day, cells] of days) {
      const ofDay = ofPhase.get(day) ?? new Map<Cell, number>();
      ofPhase.set(day, ofDay);
      for (const [cell, by] of cells) ofDay.set(`${cell}${suffix}`, by);
    }
  }
  return phases;
};

/** Returns the totals of one part from those of its phase. */
export const totalsOfScope = (totals: Totals, scope: string): Totals => {
  const { suffix } = splitScope(scope);
  return new Map(
    [...totals].flatMap(([cell, count]) =>
      cell.endsWith(suffix) ? [[cell.slice(0, -suffix.length), count] as const] : [],
    ),
  );
};
