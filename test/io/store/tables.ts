import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import canonicalize from "canonicalize";
import { toItem, withoutWriteId } from "../../../lambdas/io/store/attributes.ts";
import type { TestTables } from "./engine.ts";

type Item = ReturnType<typeof toItem>;
type Table = keyof TestTables;

/** The items of three tables on the engine, read and written past the store. */
export interface RawTables {
  readonly get: (table: Table, key: object) => Promise<Item>;
  readonly put: (table: Table, item: Item) => Promise<void>;
  readonly remove: (table: Table, key: object) => Promise<void>;
  /** Returns every item of a table by its key, each as one text, without the id of its write. */
  readonly all: (table: Table) => Promise<ReadonlyMap<string, string>>;
}

export const rawTables = (client: DynamoDBClient, tables: TestTables): RawTables => {
  return {
    put: async (table, item) => {
      await client.send(new PutItemCommand({ TableName: tables[table], Item: item }));
    },
    get: async (table, key) => {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: tables[table], Key: toItem(key), ConsistentRead: true }),
      );
      if (item === undefined) throw new Error(`No item ${JSON.stringify(key)}`);
      return item;
    },
    remove: async (table, key) => {
      await client.send(new DeleteItemCommand({ TableName: tables[table], Key: toItem(key) }));
    },
    all: async (table) => {
      const rows = new Map<string, string>();
      let from: Item | undefined;
      do {
        const page = await client.send(
          new ScanCommand({ TableName: tables[table], ConsistentRead: true, ExclusiveStartKey: from }),
        );
        for (const item of page.Items ?? []) {
          const partition = item["pk"]?.S ?? item["subject"]?.S ?? item["id"]?.S;
          const key = [partition, item["sk"]?.S ?? item["version"]?.S].join(" ");
          rows.set(key, canonicalize(withoutWriteId(item)) ?? "");
        }
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return rows;
    },
  };
};
