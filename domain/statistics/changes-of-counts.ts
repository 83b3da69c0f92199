import type { CalendarDate } from "../../schemas/base/values.ts";
import type { Measure } from "../../schemas/model/statistics.ts";
import { type Cell, cellsOfKey } from "./cells.ts";
import type { CountedSpan } from "./counted-spans.ts";
import { isOfReviewsAlone, scopeKeysOf } from "./scope-keys.ts";

/** The changes of cells with a day. */
export type CellChanges = ReadonlyMap<Cell, number>;
/** The changes of each day, by the part of the Mechanism. */
export type ChangesByScope = ReadonlyMap<string, ReadonlyMap<CalendarDate, CellChanges>>;

type DayChanges = readonly (readonly [CalendarDate, readonly (readonly [Cell, number])[]])[];

/** A sum of changes under construction; changes that cancel out are left out. */
export class ChangeSum {
  private readonly sums = new Map<string, Map<CalendarDate, Map<Cell, number>>>();

  add(scope: string, changes: DayChanges): void {
    const days = this.sums.get(scope) ?? new Map<CalendarDate, Map<Cell, number>>();
    this.sums.set(scope, days);
    for (const [day, changed] of changes) {
      const cells = days.get(day) ?? new Map<Cell, number>();
      days.set(day, cells);
      for (const [cell, by] of changed) {
        const sum = (cells.get(cell) ?? 0) + by;
        if (sum === 0) cells.delete(cell);
        else cells.set(cell, sum);
      }
    }
  }

  get total(): ChangesByScope {
    const scopes = [...this.sums].map(
      ([scope, days]) => [scope, new Map([...days].filter(([, cells]) => cells.size > 0))] as const,
    );
    return new Map(scopes.filter(([, days]) => days.size > 0));
  }
}

const textOf = (span: CountedSpan): string => JSON.stringify(span);

/** Returns the spans that only one of two lists has. */
export const differing = (before: readonly CountedSpan[], after: readonly CountedSpan[]): readonly CountedSpan[] => {
  const [was, is] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  return [...before.filter((span) => !is.has(textOf(span))), ...after.filter((span) => !was.has(textOf(span)))];
};

const byKey = (spans: readonly CountedSpan[]): ReadonlyMap<string, readonly CountedSpan[]> =>
  Map.groupBy(spans, ({ key }) => key);

/** Returns the spans of a key that are in a part of the Mechanism, by their places in the list of all. */
const byScope = (spans: readonly CountedSpan[]): ReadonlyMap<string, readonly number[]> => {
  const scopes = new Map<string, number[]>();
  for (const [place, span] of spans.entries())
    for (const scope of scopeKeysOf(span)) {
      const all = scopes.get(scope);
      if (all === undefined) scopes.set(scope, [place]);
      else all.push(place);
    }
  return scopes;
};

type CountedChange = ReturnType<typeof cellsOfKey>;

/** Returns the changes of each cell with each day, between two counts. */
const changesFrom = (was: CountedChange, is: CountedChange): DayChanges => {
  const days = new Map<CalendarDate, Map<Cell, number>>();
  const add = (day: CalendarDate, cell: Cell, by: number): void => {
    const cells = days.get(day) ?? new Map<Cell, number>();
    days.set(day, cells);
    cells.set(cell, (cells.get(cell) ?? 0) + by);
  };
  for (const [counted, sign] of [
    [was, -1],
    [is, 1],
  ] as const)
    for (const [cell, spans] of counted)
      for (const { from, to } of spans) {
        add(from, cell, sign);
        if (to !== undefined) add(to, cell, -sign);
      }
  return [...days].map(([day, cells]) => [day, [...cells].filter(([, by]) => by !== 0)]);
};

/** The spans of an owner or a key of it before and after a recount, and the spans that differ. */
interface Spans {
  readonly before: readonly CountedSpan[];
  readonly after: readonly CountedSpan[];
  readonly changed: readonly CountedSpan[];
}

/** Adds what changes where a key counts as something else than before. */
const addChangesOfKey = (sum: ChangeSum, { before, after, changed }: Spans): void => {
  const affected = new Set<Measure>(changed.map(({ measure }) => measure));
  const [was, is] = [byScope(before), byScope(after)];
  // Most parts of the Mechanism that contain something have equal spans of it, and so equal changes.
  const known = new Map<string, DayChanges>();
  for (const scope of new Set(changed.flatMap(scopeKeysOf))) {
    const [old, now] = [was.get(scope) ?? [], is.get(scope) ?? []];
    const isPlain = isOfReviewsAlone(scope);
    const name = [old.join(), now.join(), isPlain].join("|");
    const cells = (spans: readonly CountedSpan[], places: readonly number[]) =>
      cellsOfKey(
        places.flatMap((place) => spans[place] ?? []),
        (measure) => affected.has(measure),
        isPlain,
      );
    const changes = known.get(name) ?? changesFrom(cells(before, old), cells(after, now));
    known.set(name, changes);
    sum.add(scope, changes);
  }
};

/** Adds what changes where an owner counts as something else than before: nothing where it counts as the same. */
export const addChanges = (sum: ChangeSum, { before, after, changed }: Spans): void => {
  const [was, is] = [byKey(before), byKey(after)];
  for (const [key, spans] of byKey(changed))
    addChangesOfKey(sum, { before: was.get(key) ?? [], after: is.get(key) ?? [], changed: spans });
};
