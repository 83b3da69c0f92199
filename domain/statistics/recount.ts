import { addChanges, type ChangesByScope, ChangeSum } from "./changes-of-counts.ts";
import type { CountedBySource, CountedSpan, Owner } from "./counted-spans.ts";

/** What is kept of a subject: what it counts as by each source, and, where it is a source itself, what it told when. */
export interface CountedRow {
  readonly sources: CountedBySource;
  /** By which versions of its subjects a source was counted, and to whom it added something. */
  readonly counted?: { readonly basis: string; readonly owners: readonly string[] } | undefined;
}

/** A source as it is counted now. */
export interface CountedSource {
  readonly id: string;
  readonly basis: string;
  readonly spans: ReadonlyMap<Owner, readonly CountedSpan[]>;
}

const nothing: CountedRow = { sources: new Map() };

/** All rows that some sources change: their own, and of those to whom they add something or added something before. */
export const rowsChangedBy = (
  sources: readonly CountedSource[],
  before: ReadonlyMap<string, CountedRow>,
): readonly string[] => [
  ...new Set(sources.flatMap(({ id, spans }) => [id, ...spans.keys(), ...(before.get(id)?.counted?.owners ?? [])])),
];

/** Rows as they are after some sources were counted anew, of those that were read of before. */
const rowsAfter = (
  sources: readonly CountedSource[],
  before: ReadonlyMap<string, CountedRow>,
): ReadonlyMap<string, CountedRow> =>
  new Map(
    rowsChangedBy(sources, before).map((id) => {
      const row = before.get(id) ?? nothing;
      const added = new Map(row.sources);
      for (const source of sources) {
        const spans = source.spans.get(id) ?? [];
        if (spans.length === 0) added.delete(source.id);
        else added.set(source.id, spans);
      }
      const own = sources.find((source) => source.id === id);
      const counted = own === undefined ? row.counted : { basis: own.basis, owners: [...own.spans.keys()] };
      return [id, { sources: added, ...(counted === undefined ? {} : { counted }) }] as const;
    }),
  );

const isSameRow = (before: CountedRow, after: CountedRow): boolean =>
  before.sources.size === after.sources.size &&
  JSON.stringify(before.counted) === JSON.stringify(after.counted) &&
  [...after.sources].every(
    ([source, spans]) =>
      before.sources.get(source) === spans || JSON.stringify(before.sources.get(source)) === JSON.stringify(spans),
  );

const spansOf = (row: CountedRow | undefined): readonly CountedSpan[] => [...(row?.sources.values() ?? [])].flat();

/** What changes in rows and counts where some sources count as they do now, and no longer as they did before. */
export const recount = (
  sources: readonly CountedSource[],
  before: ReadonlyMap<string, CountedRow>,
): { readonly rows: ReadonlyMap<string, CountedRow>; readonly changes: ChangesByScope } => {
  const rows = rowsAfter(sources, before);
  const sum = new ChangeSum();
  for (const [id, row] of rows) addChanges(sum, spansOf(before.get(id)), spansOf(row));
  const isOther = ([id, row]: readonly [string, CountedRow]): boolean => !isSameRow(before.get(id) ?? nothing, row);
  return { rows: new Map([...rows].filter(isOther)), changes: sum.total };
};
