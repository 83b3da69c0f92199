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

/** What a stored head says of itself; its state is of no interest to whoever folds it anew. */
export interface StoredHead extends ChainEnd {
  readonly foldVersion: number;
}

/** The stored items of a subject that follow from its head, by what they are called in a report. */
export interface StoredRows {
  /** Undefined where there is none; "unreadable" where the item says no version and no hash. */
  readonly head: StoredHead | "unreadable" | undefined;
  readonly items: ReadonlyMap<string, WireItem>;
}

/** An item that is not as the head asks for it. */
export interface RowChange {
  readonly name: string;
  readonly what: "missing" | "differs";
  readonly row: keys.RecordKey;
}

const accountName = "account";
const HeadItem = z.object({ version: z.int().min(1), hash: z.string(), foldVersion: z.int().min(0) });
const AccountItem = z.object({ user: UserId.optional() });

const indexKeys: readonly string[] = recordsTable.indexes.flatMap(({ partitionKey, sortKey }) => [
  partitionKey,
  sortKey,
]);

const readStoredHead = (item: WireItem | undefined): StoredRows["head"] => {
  if (item === undefined) return undefined;
  const { data } = HeadItem.safeParse(fromItem(item));
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
      if (sk === keys.headSort || keys.followsFromReview(sk)) items.set(sk, item);
    }
  } else {
    const head = await read(keys.headKey(kind, id), (item) => item);
    if (head !== undefined) items.set(keys.headSort, head);
  }
  return { head: readStoredHead(items.get(keys.headSort)), items };
};

/** The same with the item of the account that a user's state names. */
export const withAccount = async (
  read: ReadItem,
  stored: StoredRows,
  head: Aggregate<AggregateKind>,
): Promise<StoredRows> => {
  if (!isOf("user", head) || head.state.sub === undefined) return stored;
  const item = await read(keys.accountKey(head.state.sub), (each) => each);
  return item === undefined ? stored : { ...stored, items: new Map([...stored.items, [accountName, item]]) };
};

/** The user to whom a stored account leads. */
export const ownerOfAccount = ({ items }: StoredRows): UserId | undefined => {
  const item = items.get(accountName);
  return item === undefined ? undefined : AccountItem.parse(fromItem(item)).user;
};

type NamedRow = readonly [name: string, row: keys.RecordKey];

/** What a head asks for: itself, and the items beside it, without those that need not be there and are not. */
const wantedRows = (head: Aggregate<AggregateKind>, { items }: StoredRows): readonly NamedRow[] => {
  const own: NamedRow = [keys.headSort, keys.headRow(head)];
  if (isOf("user", head)) {
    const { id, sub } = head.state;
    if (sub === undefined) return [own];
    const account = { ...keys.accountKey(sub), schema: 1, user: id };
    return [own, [accountName, account]];
  }
  if (!isOf("review", head)) return [own];
  const rows = keys.indexedRows(head.state);
  const names = new Set(rows.map(({ sk }) => sk));
  const sideRecords = rows
    .filter((row) => items.has(row.sk) || !keys.isIdle(row))
    .map((row): NamedRow => [row.sk, row]);
  const ended = [...items].flatMap(([sk, item]): readonly NamedRow[] => {
    const isLeftOver = keys.followsFromReview(sk) && !names.has(sk) && indexKeys.some((key) => key in item);
    return isLeftOver ? [[sk, keys.endedRow({ ...keys.headKey("review", head.id), sk }, head.id)]] : [];
  });
  return [own, ...sideRecords, ...ended];
};

const isOf = <K extends AggregateKind>(kind: K, head: Aggregate<AggregateKind>): head is Aggregate<K> =>
  head.kind === kind;

/** Whether an item is stored as it is wanted. A head may carry attributes besides that another version gave it. */
const isStored = (name: string, item: WireItem, row: keys.RecordKey): boolean => {
  const wanted = toItem(row);
  const content = withoutWriteId(item);
  const names = Object.keys(content).filter(
    (each) => name !== keys.headSort || each in wanted || indexKeys.includes(each),
  );
  const stored = Object.fromEntries(names.map((each) => [each, content[each]]));
  return hashOf(stored) === hashOf(wanted);
};

/** The items of a subject that are not as its head asks for them. */
export const changedRows = (head: Aggregate<AggregateKind>, stored: StoredRows): readonly RowChange[] =>
  wantedRows(head, stored).flatMap(([name, row]): readonly RowChange[] => {
    const item = stored.items.get(name);
    if (item === undefined) return [{ name, what: "missing", row }];
    return isStored(name, item, row) ? [] : [{ name, what: "differs", row }];
  });

/** Whether a change is that of the head itself. */
export const isHeadChange = ({ name }: RowChange): boolean => name === keys.headSort;
export const isAccountChange = ({ name }: RowChange): boolean => name === accountName;
