import type { BatchGetItemInput, QueryInput } from "@aws-sdk/client-dynamodb";
import { publicIndexKeys, publicLeadingKeys, publicPartitions, recordsTable } from "../../../schemas/model/tables.ts";
import type { Access, DynamoDb } from "./tables.ts";

/** A function requested a row that it may not read: a defect, which permissions refuse in the cloud as well. */
class ForeignKey extends Error {
  constructor(what: string) {
    super(`The function for the public may not read ${what}`);
    this.name = "ForeignKey";
  }
}

const refuseWrites = (): never => {
  throw new ForeignKey("to write");
};

/**
 * The database as the function for the public has it: it reads rows by the partition keys of `publicLeadingKeys`, queries the
 * partitions of `publicPartitions`, the indexes of `publicIndexKeys` and the seats of a party, and writes nothing. The policy of its role says the same
 * (lib/needs.ts); the local system enforces no policies, so a read that the cloud would refuse fails here.
 */
export const publicAccess = ({ client, tables: { records, journal } }: Access): Access => {
  type Prefixes = ReadonlyMap<string | undefined, readonly string[]>;
  const ofItems: Prefixes = new Map([[records, publicLeadingKeys.records]]);
  const ofPartitions: Prefixes = new Map<string | undefined, readonly string[]>([
    [records, publicPartitions.records],
    [journal, publicPartitions.journal],
  ]);
  const assertKey = (table: string | undefined, key: string | undefined, allowed = ofItems): void => {
    const prefixes = table === undefined ? [] : (allowed.get(table) ?? []);
    if (key === undefined || !prefixes.some((prefix) => key.startsWith(prefix)))
      throw new ForeignKey(`${table ?? "a table without a name"} ${key ?? "without a key"}`);
  };
  const assertKeys = ({ RequestItems: requests = {} }: BatchGetItemInput): void => {
    for (const [table, { Keys: keys = [] }] of Object.entries(requests))
      for (const key of keys) assertKey(table, key[recordsTable.partitionKey]?.S);
  };
  const assertQuery = ({ TableName, IndexName, ExpressionAttributeValues: values }: QueryInput): void => {
    const partition = values?.[":partition"]?.S;
    if (IndexName === undefined) return assertKey(TableName, partition, ofPartitions);
    const listed = publicIndexKeys.get(IndexName);
    const isListed = listed === "every party" || listed?.includes(partition ?? "") === true;
    if (!isListed) throw new ForeignKey(`${IndexName} ${partition ?? ""}`);
  };
  const guarded: DynamoDb = {
    getItem: async (input) => {
      assertKey(input.TableName, input.Key?.[recordsTable.partitionKey]?.S);
      return client.getItem(input);
    },
    batchGetItem: async (input) => {
      assertKeys(input);
      return client.batchGetItem(input);
    },
    query: async (input) => {
      assertQuery(input);
      return client.query(input);
    },
    putItem: refuseWrites,
    updateItem: refuseWrites,
    deleteItem: refuseWrites,
    scan: refuseWrites,
    transactWriteItems: refuseWrites,
  };
  return { client: guarded, tables: { records, journal } };
};
