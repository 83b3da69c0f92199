import type { ConditionCheck, Update } from "@aws-sdk/client-dynamodb";
import pMap from "p-map";
import { hashOf } from "../../../domain/base/hash.ts";
import type { RowKind } from "../../../schemas/model/tables.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import { fromItem, toAttribute, toItem, type WireItem } from "./attributes.ts";
import type { Condition } from "./conditions.ts";
import { recordKindOf } from "./record-kinds.ts";
import { letterRowKindOf } from "./letter-keys.ts";
import { transact } from "./outcome.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { scanItems } from "./table-scan.ts";
import { type Access, keyOf, tableOf, type TableNames } from "./tables.ts";

/** A row as JSON, its attributes by name. */
export type Row = Readonly<Record<string, unknown>>;

/** The tables whose rows may be rewritten. The journal is none of them: no entry is ever changed. */
export type RewritableTable = Exclude<keyof TableNames, "journal">;

/** What one kind of row came to: how many there are, and how many of them were, or are to be, changed. */
export interface RowCount {
  readonly rows: number;
  readonly changed: number;
}

/** What became of all rows of a table. */
export interface Rewritten {
  readonly kinds: ReadonlyMap<RowKind | "unknown", RowCount>;
  /** Rows that could not be read, or that others changed each time they were to be written, by their keys. */
  readonly left: readonly { readonly row: string; readonly why: string }[];
}

/** What a row is to be. */
export interface NextRow {
  readonly row: Row;
  /** What it follows from: it is written only while that stands. */
  readonly from?: ConditionCheck | undefined;
}

export interface Rewriting {
  readonly table: RewritableTable;
  /**
   * What a row of this kind is to be; undefined where it is to stay. Throws an UnreadableRow on one that it cannot read. What
   * it reads besides, it reads anew at each call: it was called because the row may have changed.
   */
  readonly rewrite: (kind: RowKind, row: Row, item: WireItem) => NextRow | undefined | Promise<NextRow | undefined>;
  /** Whether rows are written, or only counted. */
  readonly write: boolean;
  /** Is waited for before each write: it says how many there may be a second. */
  readonly pace?: () => Promise<unknown>;
  /** Is told of so many rows that were looked at. */
  readonly progress?: (rows: number) => void;
}

/** So many rows of a page are worked on side by side: enough to hide the way to the table, few enough not to be throttled. */
const maxConcurrency = 8;
/** A row that others change meanwhile is looked at this often. */
const looks = 5;
/** So many rows are read before any is written, so that none waits long between the two. */
const pageSize = 100;

/** Whether two attributes hold the same; one that is away holds nothing. */
const same = (left: unknown, right: unknown): boolean => hashOf({ value: left }) === hashOf({ value: right });

/** The attributes that two rows do not have in common, by name. */
const changedNames = (before: Row, after: Row): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name] && !same(before[name], after[name]),
  );

/** Every attribute is as it was read, and those that come to it are not there. */
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

/** Changes an item as long as it is as it was read, and what it follows from stands; false where something is otherwise. */
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

type Outcome = "same" | "changed" | { readonly why: string };

/** Looks at a row, and writes what it is to be where that is wanted, until nobody came between. */
const rewriteRow = async (
  access: Access,
  { table: which, rewrite, write, pace }: Rewriting,
  kind: RowKind,
  first: WireItem,
): Promise<Outcome> => {
  const { client, tables } = access;
  const { name: TableName } = tableOf(tables, which);
  const Key = toItem(Object.fromEntries(keyNamesOf(access, which).map((name) => [name, first[name]?.S])));
  let item: WireItem | undefined = first;
  let outcome: Outcome = "same";
  for (let left = looks; left > 0; left--) {
    // A row that is gone, and one that somebody else brought up to date, needs nothing.
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

/** Rows in lots of at most so many. */
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
 * Looks at every row of a table that may be in use, and writes those that are to be others: only the attributes that differ, and
 * only while the whole row is as it was read. Done again it changes nothing; ended half-way, or done by two at once, it does no
 * harm. The id of the write that put a row where it stands stays, since it is still that write's. Throws what the database throws.
 */
export const rewriteRows = async (access: Access, rewriting: Rewriting): Promise<Rewritten> => {
  const kinds = new Map<RowKind | "unknown", RowCount>();
  const left: { row: string; why: string }[] = [];
  const count = (kind: RowKind | "unknown", outcome: Outcome) => {
    const { rows, changed } = kinds.get(kind) ?? { rows: 0, changed: 0 };
    kinds.set(kind, { rows: rows + 1, changed: changed + (outcome === "changed" ? 1 : 0) });
  };
  const lookAt = async (item: WireItem): Promise<void> => {
    const kind = kindOf(rewriting.table, item);
    let outcome: Outcome = "same";
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
    await pMap(lot, lookAt, { concurrency: maxConcurrency });
    rewriting.progress?.(lot.length);
  }
  return { kinds, left };
};
