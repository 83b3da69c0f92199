import * as z from "zod";
import { hashOf } from "../../../domain/base/hash.ts";
import type { ChainEnd, AggregateRef } from "../../../domain/base/hash-chain.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import { UserId } from "../../../schemas/base/ids.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { fromItem, toItem, type WireItem, withoutWriteId } from "./attributes.ts";
import * as keys from "./keys.ts";
import { all } from "./pages.ts";
import type { ReadItem } from "./item-reader.ts";
import { type Access, tableOf } from "./tables.ts";

/** What a stored aggregate says of itself; its state is of no interest to whoever folds it anew. */
export interface StoredAggregate extends ChainEnd {
  readonly foldVersion: number;
}

/** The stored items of a subject that follow from its aggregate, by what they are called in a report. */
export interface StoredRows {
  /** Undefined where there is none; "unreadable" where the item says no version and no hash. */
  readonly aggregate: StoredAggregate | "unreadable" | undefined;
  readonly items: ReadonlyMap<string, WireItem>;
}

/** An item that is not as the aggregate asks for it. */
export interface RowChange {
  readonly name: string;
  readonly what: "missing" | "differs";
  readonly row: keys.RecordKey;
}

const accountName = "account";
const AggregateItem = z.object({ version: z.int().min(1), hash: z.string(), foldVersion: z.int().min(0) });
const AccountItem = z.object({ user: UserId.optional() });

const indexKeys: readonly string[] = recordsTable.indexes.flatMap(({ partitionKey, sortKey }) => [
  partitionKey,
  sortKey,
]);

const readStoredAggregate = (item: WireItem | undefined): StoredRows["aggregate"] => {
  if (item === undefined) return undefined;
  const { data } = AggregateItem.safeParse(fromItem(item));
  return data ?? "unreadable";
};

/** Reads, consistently, what is stored of a subject. */
export const readStoredRows = async (
  access: Access,
  read: ReadItem,
  { kind, id }: AggregateRef,
): Promise<StoredRows> => {
  const items = new Map<string, WireItem>();
  if (kind === "review") {
    const records = { table: tableOf(access.tables, "records"), partition: keys.recordsOf(kind, id) };
    for (const item of await all(access.client, records, (each) => each)) {
      const sk = item[recordsTable.sortKey]?.S ?? "";
      if (sk === keys.aggregateSort || keys.followsFromReview(sk)) items.set(sk, item);
    }
  } else {
    const aggregate = await read(keys.aggregateRowKey(kind, id), (item) => item);
    if (aggregate !== undefined) items.set(keys.aggregateSort, aggregate);
  }
  return { aggregate: readStoredAggregate(items.get(keys.aggregateSort)), items };
};

/** The same with the item of the account that a user's state names. */
export const withAccount = async (
  read: ReadItem,
  stored: StoredRows,
  aggregate: Aggregate<AggregateKind>,
): Promise<StoredRows> => {
  if (!isOf("user", aggregate) || aggregate.state.sub === undefined) return stored;
  const item = await read(keys.accountKey(aggregate.state.sub), (each) => each);
  return item === undefined ? stored : { ...stored, items: new Map([...stored.items, [accountName, item]]) };
};

/** The user to whom a stored account leads. */
export const ownerOfAccount = ({ items }: StoredRows): UserId | undefined => {
  const item = items.get(accountName);
  return item === undefined ? undefined : AccountItem.parse(fromItem(item)).user;
};

type NamedRow = readonly [name: string, row: keys.RecordKey];

/** What an aggregate asks for: itself, and the items beside it, without those that need not be there and are not. */
const wantedRows = (aggregate: Aggregate<AggregateKind>, { items }: StoredRows): readonly NamedRow[] => {
  const own: NamedRow = [keys.aggregateSort, keys.aggregateRow(aggregate)];
  if (isOf("user", aggregate)) {
    const { id, sub } = aggregate.state;
    if (sub === undefined) return [own];
    const account = { ...keys.accountKey(sub), schema: 1, user: id };
    return [own, [accountName, account]];
  }
  if (!isOf("review", aggregate)) return [own];
  const rows = keys.indexedRows(aggregate.state);
  const names = new Set(rows.map(({ sk }) => sk));
  const sideRecords = rows
    .filter((row) => items.has(row.sk) || !keys.isIdle(row))
    .map((row): NamedRow => [row.sk, row]);
  const ended = [...items].flatMap(([sk, item]): readonly NamedRow[] => {
    const isLeftOver = keys.followsFromReview(sk) && !names.has(sk) && indexKeys.some((key) => key in item);
    return isLeftOver
      ? [[sk, keys.endedRow({ ...keys.aggregateRowKey("review", aggregate.id), sk }, aggregate.id)]]
      : [];
  });
  return [own, ...sideRecords, ...ended];
};

const isOf = <K extends AggregateKind>(kind: K, aggregate: Aggregate<AggregateKind>): aggregate is Aggregate<K> =>
  aggregate.kind === kind;

/** Whether an item is stored as it is wanted. An aggregate may carry attributes besides that another version gave it. */
const isStored = (name: string, item: WireItem, row: keys.RecordKey): boolean => {
  const wanted = toItem(row);
  const content = withoutWriteId(item);
  const names = Object.keys(content).filter(
    (each) => name !== keys.aggregateSort || each in wanted || indexKeys.includes(each),
  );
  const stored = Object.fromEntries(names.map((each) => [each, content[each]]));
  return hashOf(stored) === hashOf(wanted);
};

/** The items of a subject that are not as its aggregate asks for them. */
export const changedRows = (aggregate: Aggregate<AggregateKind>, stored: StoredRows): readonly RowChange[] =>
  wantedRows(aggregate, stored).flatMap(([name, row]): readonly RowChange[] => {
    const item = stored.items.get(name);
    if (item === undefined) return [{ name, what: "missing", row }];
    return isStored(name, item, row) ? [] : [{ name, what: "differs", row }];
  });

/** Whether a change is that of the aggregate itself. */
export const isAggregateChange = ({ name }: RowChange): boolean => name === keys.aggregateSort;
export const isAccountChange = ({ name }: RowChange): boolean => name === accountName;
