import * as z from "zod";
import { hashOf } from "../../../domain/base/hash.ts";
import type { ChainEnd, AggregateRef } from "../../../domain/base/hash-chain.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import { UserId } from "../../../schemas/base/ids.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { fromItem, toItem, type WireItem, withoutWriteId } from "./attributes.ts";
import { accountKey } from "./keys/users.ts";
import { partyNameKey, partyNameRow } from "./keys/parties.ts";
import { followsFromReview, indexedRows, isIdle, endedRow } from "./keys/review-rows.ts";
import type { RecordKey } from "./keys/key.ts";
import { recordsOf, aggregateSort, aggregateRowKey } from "./keys/aggregates.ts";
import { aggregateRow } from "./keys/aggregate-rows.ts";
import { all } from "./pages.ts";
import { asItem } from "./questions.ts";
import type { ReadItem } from "./item-reader.ts";
import { type Access, tableOf } from "./tables.ts";

/** The version data of a stored aggregate. A rebuild ignores its state, because it folds the journal again. */
export interface StoredAggregate extends ChainEnd {
  readonly foldVersion: number;
}

/** The stored items of a subject that follow from its aggregate, by what they are called in a report. */
export interface StoredRows {
  /** Undefined if there is none; "unreadable" if the item has no version and no hash. */
  readonly aggregate: StoredAggregate | "unreadable" | undefined;
  readonly items: ReadonlyMap<string, WireItem>;
}

/** An item that differs from what the aggregate requires. */
export interface RowChange {
  readonly name: string;
  readonly what: "missing" | "differs";
  readonly row: RecordKey;
}

const accountName = "account";
const partyNameName = "name";
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
    const records = { table: tableOf(access.tables, "records"), partition: recordsOf(kind, id) };
    for (const item of await all(access.client, records, (each) => each)) {
      const sk = item[recordsTable.sortKey]?.S ?? "";
      if (sk === aggregateSort || followsFromReview(sk)) items.set(sk, item);
    }
  } else {
    const [aggregate, name] = await Promise.all([
      read(aggregateRowKey(kind, id), asItem),
      kind === "party" ? read(partyNameKey(id), asItem) : undefined,
    ]);
    if (aggregate !== undefined) items.set(aggregateSort, aggregate);
    if (name !== undefined) items.set(partyNameName, name);
  }
  return { aggregate: readStoredAggregate(items.get(aggregateSort)), items };
};

/** Adds the item of the account that a user's state names to the stored rows. */
export const withAccount = async (
  read: ReadItem,
  stored: StoredRows,
  aggregate: Aggregate<AggregateKind>,
): Promise<StoredRows> => {
  if (!isOf("user", aggregate) || aggregate.state.sub === undefined) return stored;
  const item = await read(accountKey(aggregate.state.sub), (each) => each);
  return item === undefined ? stored : { ...stored, items: new Map([...stored.items, [accountName, item]]) };
};

/** Returns the user that a stored account belongs to. */
export const ownerOfAccount = ({ items }: StoredRows): UserId | undefined => {
  const item = items.get(accountName);
  return item === undefined ? undefined : AccountItem.parse(fromItem(item)).user;
};

type NamedRow = readonly [name: string, row: RecordKey];

/** Returns the rows that an aggregate requires: itself and its items, without optional ones that are missing. */
const wantedRows = (aggregate: Aggregate<AggregateKind>, { items }: StoredRows): readonly NamedRow[] => {
  const own: NamedRow = [aggregateSort, aggregateRow(aggregate)];
  if (isOf("user", aggregate)) {
    const { id, sub } = aggregate.state;
    if (sub === undefined) return [own];
    const account = { ...accountKey(sub), schema: 1, user: id };
    return [own, [accountName, account]];
  }
  if (isOf("party", aggregate)) return [own, [partyNameName, partyNameRow(aggregate.state)]];
  if (!isOf("review", aggregate)) return [own];
  const rows = indexedRows(aggregate);
  const names = new Set(rows.map(({ sk }) => sk));
  const sideRecords = rows.filter((row) => items.has(row.sk) || !isIdle(row)).map((row): NamedRow => [row.sk, row]);
  const ended = [...items].flatMap(([sk, item]): readonly NamedRow[] => {
    const isLeftOver = followsFromReview(sk) && !names.has(sk) && indexKeys.some((key) => key in item);
    return isLeftOver ? [[sk, endedRow({ ...aggregateRowKey("review", aggregate.id), sk }, aggregate.id)]] : [];
  });
  return [own, ...sideRecords, ...ended];
};

const isOf = <K extends AggregateKind>(kind: K, aggregate: Aggregate<AggregateKind>): aggregate is Aggregate<K> =>
  aggregate.kind === kind;

/** Returns true if an item is stored as required. An aggregate may have further attributes from another version. */
const isStored = (name: string, item: WireItem, row: RecordKey): boolean => {
  const wanted = toItem(row);
  const content = withoutWriteId(item);
  const names = Object.keys(content).filter(
    (each) => name !== aggregateSort || each in wanted || indexKeys.includes(each),
  );
  const stored = Object.fromEntries(names.map((each) => [each, content[each]]));
  return hashOf(stored) === hashOf(wanted);
};

/** Returns the items that differ from what the aggregate requires. */
export const changedRows = (aggregate: Aggregate<AggregateKind>, stored: StoredRows): readonly RowChange[] =>
  wantedRows(aggregate, stored).flatMap(([name, row]): readonly RowChange[] => {
    const item = stored.items.get(name);
    if (item === undefined) return [{ name, what: "missing", row }];
    return isStored(name, item, row) ? [] : [{ name, what: "differs", row }];
  });

/** Returns true if a change affects the aggregate row itself. */
export const isAggregateChange = ({ name }: RowChange): boolean => name === aggregateSort;
export const isAccountChange = ({ name }: RowChange): boolean => name === accountName;
