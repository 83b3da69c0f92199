import { DatabaseSync } from "node:sqlite";
import {
  type AttributeValue,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import canonicalize from "canonicalize";
import * as z from "zod";
import { dataFiles } from "../../local/base/data-folder.ts";
import type { LocalStack } from "../../local/stack-options.ts";

export type Item = Record<string, AttributeValue>;
const variables = { records: "RECORDS_TABLE", journal: "JOURNAL_TABLE", letters: "LETTERS_TABLE" } as const;
type Table = keyof typeof variables;
const tables: readonly Table[] = ["records", "journal", "letters"];

/** The stored rows by table and key, every mail, and every schedule. */
export type StoredRows = ReadonlyMap<string, string>;

/** Direct access to the database of a system. */
export interface Database {
  /** Returns all stored rows once the system is at rest. */
  readonly storedRows: () => Promise<StoredRows>;
  /** Returns a number that changes with every write to a table. */
  readonly writeCount: () => number;
  readonly read: (table: Table, key: Readonly<Record<string, string>>) => Promise<Item>;
  readonly write: (table: Table, item: Item) => Promise<void>;
  readonly remove: (table: Table, key: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => void;
}

const Version = z.object({ data_version: z.int() });

const keyOf = (table: Table, item: Item): string =>
  [table, item["pk"]?.S ?? item["subject"]?.S ?? item["id"]?.S, item["sk"]?.S ?? item["version"]?.S ?? ""].join(" ");

const keyItem = (key: Readonly<Record<string, string>>): Item =>
  Object.fromEntries(Object.entries(key).map(([part, value]) => [part, { S: value }]));

/** Opens the database of a system that keeps its data in a folder. */
export const openDatabase = (app: LocalStack, folder: string): Database => {
  const client = new DynamoDBClient({
    endpoint: app.services,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const file = new DatabaseSync(dataFiles(folder).tables, { readOnly: true });
  const pragma = file.prepare("PRAGMA data_version");
  /** Returns a number that changes after every write to the file since it was opened here. */
  const writeCount = (): number => Version.parse(pragma.get()).data_version;
  const name = (table: Table): string => app.environment[variables[table]] ?? "";

  const scan = async (table: Table): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let from: Item | undefined;
    do {
      const all = { TableName: name(table), ConsistentRead: true };
      const page = await client.send(new ScanCommand({ ...all, ...(from && { ExclusiveStartKey: from }) }));
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return items;
  };

  let known: { readonly at: number; readonly rows: readonly (readonly [string, string])[] } | undefined;
  const rows = async () => {
    const at = writeCount();
    if (known?.at === at) return known.rows;
    const found = await Promise.all(
      tables.map(async (table) =>
        (await scan(table)).map((item) => [keyOf(table, item), canonicalize(item) ?? ""] as const),
      ),
    );
    // The use of a daily limit is counted although another limit then refuses the request.
    known = { at, rows: found.flat().filter(([key]) => !key.startsWith("records allowance#")) };
    return known.rows;
  };
  const storedRows: Database["storedRows"] = async () => {
    await app.rest();
    const mails = app.mailbox.find({ limit: 10_000 }).map(({ id }) => [`mail ${id}`, ""] as const);
    const schedules = app.scheduler.list().map(({ group, name: each }) => [`schedule ${group} ${each}`, ""] as const);
    return new Map([...(await rows()), ...mails, ...schedules]);
  };

  return {
    writeCount,
    storedRows,
    read: async (table, key) => {
      const Key = keyItem(key);
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: name(table), Key, ConsistentRead: true }),
      );
      if (item === undefined) throw new Error(`No item ${JSON.stringify(key)}`);
      return item;
    },
    write: async (table, item) => {
      await client.send(new PutItemCommand({ TableName: name(table), Item: item }));
    },
    remove: async (table, key) => {
      await client.send(new DeleteItemCommand({ TableName: name(table), Key: keyItem(key) }));
    },
    close: () => {
      file.close();
      client.destroy();
    },
  };
};
