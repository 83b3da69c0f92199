import DataLoader from "dataloader";
import { toItem, type WireItem } from "./attributes.ts";
import { batchSize, readBatches } from "./batches.ts";
import { readNamed } from "../unreadable-row.ts";
import { type Access, keyOf, type NamedTable, tableOf, type TableNames } from "./tables.ts";

/** The key of an item, its attributes by name. */
export type ItemKey = Readonly<Record<string, string>>;

/** Reads the content of an item by its key, consistently; undefined if there is none. */
export type ReadItem = <T>(key: ItemKey, as: (item: WireItem) => T) => Promise<T | undefined>;

const textOf = ({ description: { partitionKey, sortKey } }: NamedTable, valueOf: (name: string) => unknown): string =>
  JSON.stringify([valueOf(partitionKey), sortKey === undefined ? undefined : valueOf(sortKey)]);

const readOne = async ({ client }: Access, { name }: NamedTable, key: ItemKey): Promise<WireItem | undefined> => {
  const { Item: item } = await client.getItem({ TableName: name, Key: toItem(key), ConsistentRead: true });
  return item;
};

/**
 * Reads items of one table. Reads in one turn of the event loop share one request, and an item with several readers is
 * read once. A function that processes ten letters in parallel reads their ten rows in one call. Nothing is cached. A
 * failed request fails for all its readers.
 */
export const readingItems = (access: Access, which: keyof TableNames): ReadItem => {
  const read = async (keys: readonly ItemKey[]): Promise<readonly (WireItem | undefined)[]> => {
    const table = tableOf(access.tables, which);
    const texts = keys.map((key) => textOf(table, (name) => key[name]));
    const wanted = [...new Map(keys.map((key, at) => [texts[at], key])).values()];
    const [only, ...more] = wanted;
    if (only !== undefined && more.length === 0) {
      const item = await readOne(access, table, only);
      return keys.map(() => item);
    }
    const items = await readBatches(access.client, table.name, wanted);
    const found = new Map(items.map((item) => [textOf(table, (name) => item[name]?.S), item]));
    return texts.map((text) => found.get(text));
  };
  const turns = new DataLoader<ItemKey, WireItem | undefined>(read, { cache: false, maxBatchSize: batchSize });
  return async (key, as) => {
    const item = await turns.load(key);
    return item === undefined ? undefined : readNamed(keyOf(item, tableOf(access.tables, which)), () => as(item));
  };
};
