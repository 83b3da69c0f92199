import type { CalendarDate } from "../../schemas/base/values.ts";
import type { Measure } from "../../schemas/model/statistics.ts";
import { type Cell, cellsOfKey } from "./cells.ts";
import type { CountedSpan } from "./counted-spans.ts";
import { isOfReviewsAlone, scopeKeysOf } from "./scope-keys.ts";

/** By how much cells change with a day. */
export type CellChanges = ReadonlyMap<Cell, number>;
/** What changes with each day, by the part of the Mechanism. */
export type ChangesByScope = ReadonlyMap<string, ReadonlyMap<CalendarDate, CellChanges>>;

/** A sum of changes that is being made; what comes to nothing is left out of it. */
export class ChangeSum {
  private readonly sums = new Map<string, Map<CalendarDate, Map<Cell, number>>>();

  add(scope: string, day: CalendarDate, cell: Cell, by: number): void {
    const days = this.sums.get(scope) ?? new Map<CalendarDate, Map<Cell, number>>();
    const cells = days.get(day) ?? new Map<Cell, number>();
    const sum = (cells.get(cell) ?? 0) + by;
    if (sum === 0) cells.delete(cell);
    else cells.set(cell, sum);
    days.set(day, cells);
    this.sums.set(scope, days);
  }

  get total(): ChangesByScope {
    const scopes = [...this.sums].map(
      ([scope, days]) => [scope, new Map([...days].filter(([, cells]) => cells.size > 0))] as const,
    );
    return new Map(scopes.filter(([, days]) => days.size > 0));
  }
}

const textOf = (span: CountedSpan): string => JSON.stringify(span);

/** The spans that only one of two lists has. */
const differing = (before: readonly CountedSpan[], after: readonly CountedSpan[]): readonly CountedSpan[] => {
  const [was, is] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  return [...before.filter((span) => !is.has(textOf(span))), ...after.filter((span) => !was.has(textOf(span)))];
};

const byKey = (spans: readonly CountedSpan[]): ReadonlyMap<string, readonly CountedSpan[]> =>
  Map.groupBy(spans, ({ key }) => key);

/** The spans of a key that are in a part of the Mechanism, by their places in the list of all. */
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

/** By how much a cell changes with a day. */
interface Change {
  readonly day: CalendarDate;
  readonly cell: Cell;
  readonly by: number;
}

/** What of a cell begins and ends. */
const changesIn = (counted: ReturnType<typeof cellsOfKey>, sign: 1 | -1): readonly Change[] =>
  [...counted].flatMap(([cell, days]) =>
    days.flatMap(({ from: day, to }) => [
      { day, cell, by: sign },
      ...(to === undefined ? [] : [{ day: to, cell, by: -sign }]),
    ]),
  );

const summed = (changes: readonly Change[]): readonly Change[] => {
  const sums = new Map<string, Change>();
  for (const { day, cell, by } of changes) {
    const name = `${day} ${cell}`;
    sums.set(name, { day, cell, by: (sums.get(name)?.by ?? 0) + by });
  }
  return [...sums.values()].filter(({ by }) => by !== 0);
};

/** Adds what changes where a key counts as something else than before. */
const addChangesOfKey = (sum: ChangeSum, before: readonly CountedSpan[], after: readonly CountedSpan[]): void => {
  const changed = differing(before, after);
  if (changed.length === 0) return;
  const affected = new Set<Measure>(changed.map(({ measure }) => measure));
  const [was, is] = [byScope(before), byScope(after)];
  // Most parts of the Mechanism that something is in have the same of it, so that what changes there is the same.
  const known = new Map<string, readonly Change[]>();
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
    const changes =
      known.get(name) ?? summed([...changesIn(cells(before, old), -1), ...changesIn(cells(after, now), 1)]);
    known.set(name, changes);
    for (const { day, cell, by } of changes) sum.add(scope, day, cell, by);
  }
};

/** Adds what changes where an owner counts as something else than before: nothing where it counts as the same. */
export const addChanges = (sum: ChangeSum, before: readonly CountedSpan[], after: readonly CountedSpan[]): void => {
  const [was, is] = [byKey(before), byKey(after)];
  for (const key of new Set([...was.keys(), ...is.keys()])) addChangesOfKey(sum, was.get(key) ?? [], is.get(key) ?? []);
};
