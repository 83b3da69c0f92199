import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { journalTable, lettersTable, recordsTable, type TableDescription } from "../../../schemas/model/tables.ts";

/** Names of the deployed tables; a function that has no use for a table does not know it. */
export interface TableNames {
  readonly records?: string | undefined;
  readonly journal?: string | undefined;
  readonly letters?: string | undefined;
}

export interface Access {
  readonly client: DynamoDBClient;
  readonly tables: TableNames;
}

export interface NamedTable {
  readonly name: string;
  readonly description: TableDescription;
}

const descriptions = { records: recordsTable, journal: journalTable, letters: lettersTable } as const;

/** A deployed table with its description. Throws where this function was not given the table. */
export const tableOf = (tables: TableNames, which: keyof TableNames): NamedTable => {
  const name = tables[which];
  if (name === undefined) throw new Error(`This function was not given the table ${which}`);
  return { name, description: descriptions[which] };
};

/** The fields of an item without those that are keys of its table or of an index of it. */
export const withoutKeys = (
  which: keyof TableNames,
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const { partitionKey, sortKey, indexes }: TableDescription = descriptions[which];
  const keys = new Set([partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !keys.has(name)));
};
