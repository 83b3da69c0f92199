import type { ConditionCheck, Update } from "@aws-sdk/client-dynamodb";
import pMap from "p-map";
import { hashOf } from "../../../domain/base/hash.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import { fromItem, toAttribute, toItem, type WireItem } from "./attributes.ts";
import type { Condition } from "./conditions.ts";
import { letterRowKindOf, recordKindOf, type RowKind } from "./keys/row-kinds.ts";
import { transact } from "./outcome.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { scanItems } from "./table-scan.ts";
import { type Access, keyOf, tableOf, type TableNames } from "./tables.ts";

/** A row as JSON, its attributes by name. */
export type Row = Readonly<Record<string, unknown>>;

/** The tables whose rows may be rewritten. The journal is excluded: no entry is ever changed. */
export type RewritableTable = Exclude<keyof TableNames, "journal">;

/** The result for one kind of row: the number of rows, and the number changed or to be changed. */
export interface RowCount {
  readonly rows: number;
  readonly changed: number;
}

/** The result for all rows of a table. */
export interface Rewritten {
  readonly kinds: ReadonlyMap<RowKind | "unknown", RowCount>;
  /** Rows that could not be read, or that others changed each time they were to be written, by their keys. */
  readonly left: readonly { readonly row: string; readonly why: string }[];
}

/** The new version of a row. */
export interface NextRow {
  readonly row: Row;
  /** The item that it follows from: the row is written only while that item is unchanged. */
  readonly from?: ConditionCheck | undefined;
}

export interface Rewriting {
  readonly table: RewritableTable;
  /**
   * Returns the new version of a row of this kind, or undefined if it stays. Throws an UnreadableRow if it cannot read
   * the row. It reads other rows again at each call, because a changed row caused the call.
   */
  readonly rewrite: (kind: RowKind, row: Row, item: WireItem) => NextRow | undefined | Promise<NextRow | undefined>;
  /** True if rows are written, and not only counted. */
  readonly write: boolean;
  /** Awaited before each write: it limits the writes per second. */
  readonly pace?: () => Promise<unknown>;
  /** Receives the number of rows checked so far. */
  readonly progress?: (rows: number) => void;
}

/**
 * The rows of a page that are processed in parallel: enough to hide the latency of the table, few enough not to be
 * throttled.
 */
const maxConcurrency = 8;
/** The number of attempts for a row that other writers change meanwhile. */
const maxAttempts = 5;
/** The number of rows read before any is written, so that none waits long between the two. */
const pageSize = 100;

/** Returns true if two attributes have equal values; a missing one has no value. */
const same = (left: unknown, right: unknown): boolean => hashOf({ value: left }) === hashOf({ value: right });

/** The attributes that two rows do not have in common, by name. */
const changedNames = (before: Row, after: Row): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name] && !same(before[name], after[name]),
  );

/** Returns the condition that every attribute is as it was read, and that added ones are absent. */
const isAsRead = (item: WireItem, added: readonly string[]): Condition => {
  const names = [...Object.keys(item), ...added];
  return {
    ConditionExpression: names
      .map((name, at) => (name in item ? `#c${at} = :c${at}` : `attribute_not_exists(#c${at})`))
      .join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#c${at}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      names.flatMap((name, at) => (name in item ? [[`:c${at}`, toAttribute(fromItem(item)[name])]] : [])),
    ),
  };
};

/** The change of an item to a row in the terms of the SDK, under the condition that the item is as it was read. */
const updateOf = (item: WireItem, row: Row, changed: readonly string[]) => {
  const condition = isAsRead(
    item,
    changed.filter((name) => !(name in item)),
  );
  const place = new Map(changed.map((name, at) => [name, at]));
  const set = changed.filter((name) => row[name] !== undefined);
  const gone = changed.filter((name) => row[name] === undefined);
  return {
    UpdateExpression: [
      ...(set.length === 0
        ? []
        : [`SET ${set.map((name) => `#u${place.get(name)} = :u${place.get(name)}`).join(", ")}`]),
      ...(gone.length === 0 ? [] : [`REMOVE ${gone.map((name) => `#u${place.get(name)}`).join(", ")}`]),
    ].join(" "),
    ConditionExpression: condition.ConditionExpression,
    ExpressionAttributeNames: {
      ...condition.ExpressionAttributeNames,
      ...Object.fromEntries(changed.map((name) => [`#u${place.get(name)}`, name])),
    },
    ExpressionAttributeValues: {
      ...condition.ExpressionAttributeValues,
      ...Object.fromEntries(set.map((name) => [`:u${place.get(name)}`, toAttribute(row[name])])),
    },
  };
};

const keyNamesOf = ({ tables }: Access, which: RewritableTable): readonly string[] => {
  const { partitionKey, sortKey } = tableOf(tables, which).description;
  return sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
};

/** The kind of a row of a table; "unknown" for one that a later release may know. */
const kindOf = (which: RewritableTable, item: WireItem): RowKind | "unknown" =>
  which === "letters"
    ? letterRowKindOf(item["id"]?.S ?? "")
    : (recordKindOf({ pk: item["pk"]?.S ?? "", sk: item["sk"]?.S ?? "" }) ?? "unknown");

/** Updates an item if it is as it was read, and the item that it follows from is unchanged; returns false otherwise. */
const update = async ({ client }: Access, change: Update, from: ConditionCheck | undefined): Promise<boolean> => {
  // A transaction costs twice what a write does.
  if (from !== undefined) {
    const steps = [{ Update: change }, { ConditionCheck: from }].map((item) => ({ item, means: "stale" as const }));
    return (await transact(client, steps, ["stale"], () => Promise.resolve(undefined))) === "done";
  }
  try {
    await client.updateItem(change);
    return true;
  } catch (error) {
    if (isConditionalCheckFailed(error)) return false;
    throw error;
  }
};

type RewriteOutcome = "same" | "changed" | { readonly why: string };

/** Reads a row and writes its new version if requested; repeats this after a parallel change. */
const rewriteRow = async (
  access: Access,
  { table: which, rewrite, write, pace }: Rewriting,
  kind: RowKind,
  first: WireItem,
): Promise<RewriteOutcome> => {
  const { client, tables } = access;
  const { name: TableName } = tableOf(tables, which);
  const Key = toItem(Object.fromEntries(keyNamesOf(access, which).map((name) => [name, first[name]?.S])));
  let item: WireItem | undefined = first;
  let outcome: RewriteOutcome = "same";
  for (let left = maxAttempts; left > 0; left--) {
    // A deleted row, and one that another writer has already updated, needs no change.
    if (item === undefined) return outcome;
    const before: Row = fromItem(item);
    const next: NextRow | undefined = await rewrite(kind, before, item);
    const changed = next === undefined ? [] : changedNames(before, next.row);
    if (next === undefined || changed.length === 0) return outcome;
    outcome = "changed";
    if (!write) return outcome;
    await pace?.();
    if (await update(access, { TableName, Key, ...updateOf(item, next.row, changed) }, next.from)) return outcome;
    ({ Item: item } = await client.getItem({ TableName, Key, ConsistentRead: true }));
  }
  return { why: "others change it at the same time" };
};

/** Yields rows in batches of limited size. */
async function* lotsOf(items: AsyncIterable<WireItem>): AsyncGenerator<readonly WireItem[]> {
  let lot: WireItem[] = [];
  for await (const item of items) {
    lot.push(item);
    if (lot.length < pageSize) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

/**
 * Checks every row of a table that may be in use, and writes those that need a new version: only the attributes that
 * differ, and only while the whole row is as it was read. A repetition changes nothing; an interrupted or parallel run
 * does no harm. The id of the write that stored a row remains. Throws the errors of the database.
 */
export const rewriteRows = async (access: Access, rewriting: Rewriting): Promise<Rewritten> => {
  const kinds = new Map<RowKind | "unknown", RowCount>();
  const left: { row: string; why: string }[] = [];
  const count = (kind: RowKind | "unknown", outcome: RewriteOutcome) => {
    const { rows, changed } = kinds.get(kind) ?? { rows: 0, changed: 0 };
    kinds.set(kind, { rows: rows + 1, changed: changed + (outcome === "changed" ? 1 : 0) });
  };
  const rewriteItem = async (item: WireItem): Promise<void> => {
    const kind = kindOf(rewriting.table, item);
    let outcome: RewriteOutcome = "same";
    try {
      if (kind !== "unknown") outcome = await rewriteRow(access, rewriting, kind, item);
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error;
      outcome = { why: "it cannot be read" };
    }
    count(kind, outcome);
    if (typeof outcome === "object")
      left.push({ row: keyOf(item, tableOf(access.tables, rewriting.table)), ...outcome });
  };
  for await (const lot of lotsOf(scanItems(access, rewriting.table))) {
    await pMap(lot, rewriteItem, { concurrency: maxConcurrency });
    rewriting.progress?.(lot.length);
  }
  return { kinds, left };
};
