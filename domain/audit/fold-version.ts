import type { AggregateKind } from "../../schemas/model/fact.ts";
import { hashOf } from "../base/hash.ts";
import type { ChainEnd } from "../base/hash-chain.ts";
import type { Aggregate, AggregateStates } from "./aggregates.ts";

/**
 * The version of the `evolve…` functions. Once a release is deployed, a change that gives another state for the same facts
 * raises it by one and names the fields in `foldChanges`, where the nightly audit reads them. A test compares the states
 * of recorded facts.
 */
export const foldVersion = 1;

type FieldsByKind = Partial<Record<AggregateKind, readonly string[]>>;

/** The fields in which a version of the fold differs from the version before it; `*` in a path is any key. */
export interface FoldChange {
  readonly version: number;
  /** Fields that a state folded by an earlier version may lack. */
  readonly added: FieldsByKind;
  /** Fields that a state folded by an earlier version may still have. */
  readonly removed: FieldsByKind;
}

/** The changes since version 1, in the order of versions. */
export const foldChanges: readonly FoldChange[] = [];

/**
 * Returns the aggregate that an entry leads to: its version and hash, and the state that its facts fold to. Its fold
 * version is the earliest that folded any of its facts, since a later one adds nothing to what was folded before.
 */
export const aggregateAfter = <K extends AggregateKind>(
  before: Aggregate<K> | undefined,
  { kind, id, entry, state }: Pick<Aggregate<K>, "kind" | "id" | "state"> & { readonly entry: ChainEnd },
): Aggregate<K> => ({
  kind,
  id,
  version: entry.version,
  hash: entry.hash,
  foldVersion: before === undefined ? foldVersion : Math.min(before.foldVersion, foldVersion),
  state,
});

type FieldMap = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is FieldMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns a value without the field at a path, wherever the other value does not have that field. */
const withoutUnshared = (value: unknown, other: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined || !isMap(value) || !isMap(other)) return value;
  const names = name === "*" ? Object.keys(value) : name in value ? [name] : [];
  const changed = names.flatMap((each) => {
    if (rest.length > 0) return [[each, withoutUnshared(value[each], other[each], rest)] as const];
    return each in other ? [[each, value[each]] as const] : [];
  });
  const kept = Object.entries(value).filter(([each]) => !names.includes(each));
  return Object.fromEntries([...kept, ...changed]);
};

const withoutAll = (value: unknown, other: unknown, paths: readonly string[]): unknown =>
  paths.reduce<unknown>((left, path) => withoutUnshared(left, other, path.split(".")), value);

/** Returns whether another value has each field of a value with equal content; the other may have more fields. */
const isPartOf = (value: unknown, other: unknown): boolean =>
  isMap(value) && isMap(other)
    ? Object.entries(value).every(([name, each]) => each === undefined || isPartOf(each, other[name]))
    : hashOf({ value }) === hashOf({ value: other });

/**
 * Returns whether a stored state is the fold of its facts, which is given as this version folds them. An aggregate of
 * this version must be exactly that. One of an earlier version may lack the fields that were added since and have those
 * that were removed since; all other fields, and these where both have them, must be equal. One of a later version,
 * read after this one was put back in place, may have more fields.
 */
export const isFoldOf = <K extends AggregateKind>(
  { kind, state, foldVersion: version }: Pick<Aggregate<K>, "kind" | "state" | "foldVersion">,
  folded: AggregateStates[K],
  changes = foldChanges,
): boolean => {
  if (version > foldVersion) return isPartOf(folded, state);
  const since = changes.filter((change) => change.version > version);
  const added = since.flatMap((change) => change.added[kind] ?? []);
  const removed = since.flatMap((change) => change.removed[kind] ?? []);
  return hashOf(withoutAll(folded, state, added)) === hashOf(withoutAll(state, folded, removed));
};
