import { defined } from "../../schemas/base/defined.ts";
import { addChanges, type ChangesByScope, ChangeSum, differing } from "./changes-of-counts.ts";
import type { CountedBySource, CountedSpan, Owner } from "./counted-spans.ts";

/** The row of a subject in the projection: its spans by each source, and, where it is a source itself, its own contributions. */
export interface CountedRow {
  readonly sources: CountedBySource;
  /** The versions of its subjects at which a source was counted, and the owners to which it contributed. */
  readonly counted?: { readonly basis: string; readonly owners: readonly string[] } | undefined;
}

/** A source as it is counted now. */
export interface CountedSource {
  readonly id: string;
  readonly basis: string;
  readonly spans: ReadonlyMap<Owner, readonly CountedSpan[]>;
}

/**
 * Returns all rows that some sources change: their own, and those of owners to which they contribute or contributed
 * before.
 */
export const rowsChangedBy = (
  sources: readonly CountedSource[],
  before: ReadonlyMap<string, CountedRow>,
): readonly string[] => [
  ...new Set(sources.flatMap(({ id, spans }) => [id, ...spans.keys(), ...(before.get(id)?.counted?.owners ?? [])])),
];

/** The change of a row: its spans by some sources, none of a source that adds nothing any more, and its basis and owners as a source. */
export interface RowChange {
  readonly sources: CountedBySource;
  readonly counted?: CountedRow["counted"];
}

/** Returns a row after a change; unchanged where it has that change already. */
export const changedRow = (row: CountedRow | undefined, change: RowChange): CountedRow => {
  const sources = new Map(row?.sources);
  for (const [source, spans] of change.sources) {
    if (spans.length === 0) sources.delete(source);
    else sources.set(source, spans);
  }
  const counted = change.counted ?? row?.counted;
  return { sources, ...defined({ counted }) };
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Returns the changes of some sources in rows, each checked for its own row and those to which it contributes or
 * contributed.
 */
const rowChangesBy = (
  sources: readonly CountedSource[],
  before: ReadonlyMap<string, CountedRow>,
): ReadonlyMap<string, RowChange> => {
  const changes = new Map<
    string,
    { readonly sources: Map<string, readonly CountedSpan[]>; counted?: RowChange["counted"] }
  >();
  const changeOf = (id: string) => {
    const change = changes.get(id) ?? { sources: new Map<string, readonly CountedSpan[]>() };
    changes.set(id, change);
    return change;
  };
  for (const source of sources) {
    for (const id of rowsChangedBy([source], before)) {
      const [was, is] = [before.get(id)?.sources.get(source.id) ?? [], source.spans.get(id) ?? []];
      if (!isSame(was, is)) changeOf(id).sources.set(source.id, is);
    }
    const counted = { basis: source.basis, owners: [...source.spans.keys()] };
    if (!isSame(before.get(source.id)?.counted, counted)) changeOf(source.id).counted = counted;
  }
  return changes;
};

const spansIn = (sources: CountedBySource | undefined): readonly CountedSpan[] => [...(sources?.values() ?? [])].flat();

/**
 * Returns the changes in rows and counts where some sources have new spans. Only the changes of a row are given: for
 * people who serve in many reviews they are few.
 */
export const recount = (
  sources: readonly CountedSource[],
  before: ReadonlyMap<string, CountedRow>,
): { readonly rows: ReadonlyMap<string, RowChange>; readonly changes: ChangesByScope } => {
  const rows = rowChangesBy(sources, before);
  const sum = new ChangeSum();
  for (const [id, change] of rows) {
    const row = before.get(id);
    const was = new Map([...change.sources.keys()].map((source) => [source, row?.sources.get(source) ?? []]));
    addChanges(sum, {
      before: spansIn(row?.sources),
      after: spansIn(changedRow(row, change).sources),
      changed: differing(spansIn(was), spansIn(change.sources)),
    });
  }
  return { rows, changes: sum.total };
};
