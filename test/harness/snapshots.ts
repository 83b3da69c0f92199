import { BatchWriteItemCommand, DynamoDBClient, paginateQuery, type WriteRequest } from "@aws-sdk/client-dynamodb";
import type { LocalStack } from "../../local/stack-options.ts";
import { journalTable, recordsTable } from "../../schemas/model/tables.ts";
import type { Item } from "./database.ts";

/** Restores the state of some subjects at one moment. */
export type Rewind = () => Promise<void>;

/** Keeps moments of a system's subjects, so that one review can be in every stage again and again. */
export interface Snapshots {
  /** Remembers records and journal of subjects, `review#c1-DE`. Going back leaves letters, schedules and requests. */
  readonly keep: (subjects: readonly string[]) => Promise<Rewind>;
  readonly close: () => void;
}

/** The most writes that one request takes. */
const mostWrites = 25;

/** Opens the way behind a system's back. The system must be at rest whenever it is used. */
export const openSnapshots = (app: LocalStack): Snapshots => {
  const client = new DynamoDBClient({
    endpoint: app.services,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const tables = [
    { name: app.environment["RECORDS_TABLE"] ?? "", ...recordsTable },
    { name: app.environment["JOURNAL_TABLE"] ?? "", ...journalTable },
  ];
  type Table = (typeof tables)[number];

  const rowsOf = async ({ name, partitionKey, sortKey }: Table, subject: string): Promise<Map<string, Item>> => {
    const found = new Map<string, Item>();
    const query = {
      TableName: name,
      KeyConditionExpression: "#key = :subject",
      ExpressionAttributeNames: { "#key": partitionKey },
      ExpressionAttributeValues: { ":subject": { S: subject } },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client }, query))
      for (const item of Items) found.set(item[sortKey]?.S ?? "", item);
    return found;
  };

  const back = async (table: Table, subject: string, before: ReadonlyMap<string, Item>): Promise<void> => {
    const { name, partitionKey, sortKey } = table;
    const after = await rowsOf(table, subject);
    const changed = [...before].filter(([key, item]) => JSON.stringify(after.get(key)) !== JSON.stringify(item));
    const added = [...after.keys()].filter((key) => !before.has(key));
    const writes: readonly WriteRequest[] = [
      ...changed.map(([, Item]) => ({ PutRequest: { Item } })),
      ...added.map((key) => ({ DeleteRequest: { Key: { [partitionKey]: { S: subject }, [sortKey]: { S: key } } } })),
    ];
    for (let at = 0; at < writes.length; at += mostWrites)
      await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: writes.slice(at, at + mostWrites) } }));
  };

  return {
    keep: async (subjects) => {
      const places = subjects.flatMap((subject) => tables.map((table) => ({ table, subject })));
      const kept = await Promise.all(
        places.map(async (place) => ({ ...place, rows: await rowsOf(place.table, place.subject) })),
      );
      return async () => {
        await Promise.all(kept.map(({ table, subject, rows }) => back(table, subject, rows)));
      };
    },
    close: () => client.destroy(),
  };
};
