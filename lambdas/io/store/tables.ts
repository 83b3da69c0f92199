import type {
  BatchGetItemInput,
  BatchGetItemOutput,
  DeleteItemInput,
  DeleteItemOutput,
  GetItemInput,
  GetItemOutput,
  PutItemInput,
  PutItemOutput,
  QueryInput,
  QueryOutput,
  ScanInput,
  ScanOutput,
  TransactWriteItemsInput,
  TransactWriteItemsOutput,
  UpdateItemInput,
  UpdateItemOutput,
} from "@aws-sdk/client-dynamodb";
import type { WireItem } from "./attributes.ts";
import { journalTable, lettersTable, recordsTable, type TableDescription } from "../../../schemas/model/tables.ts";

/** Names of the deployed tables; a function that has no use for a table does not know it. */
export interface TableNames {
  readonly records?: string | undefined;
  readonly journal?: string | undefined;
  readonly letters?: string | undefined;
}

/** The operations of DynamoDB that the store uses; the SDK's own client has many more. */
export interface DynamoDb {
  readonly getItem: (input: GetItemInput) => Promise<GetItemOutput>;
  readonly batchGetItem: (input: BatchGetItemInput) => Promise<BatchGetItemOutput>;
  readonly putItem: (input: PutItemInput) => Promise<PutItemOutput>;
  /** Never of the journal: no function is permitted to. */
  readonly updateItem: (input: UpdateItemInput) => Promise<UpdateItemOutput>;
  readonly deleteItem: (input: DeleteItemInput) => Promise<DeleteItemOutput>;
  readonly query: (input: QueryInput) => Promise<QueryOutput>;
  readonly scan: (input: ScanInput) => Promise<ScanOutput>;
  readonly transactWriteItems: (input: TransactWriteItemsInput) => Promise<TransactWriteItemsOutput>;
}

export interface Access {
  readonly client: DynamoDb;
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

/** The key of an item in its own table, as one text: how logs and reports name it. */
export const keyOf = (item: WireItem, { description: { partitionKey, sortKey } }: NamedTable): string =>
  [partitionKey, ...(sortKey === undefined ? [] : [sortKey])].map((name) => item[name]?.S ?? "").join("#");

/** The fields of an item without those that are keys of its table or of an index of it. */
export const withoutKeys = (
  which: keyof TableNames,
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const { partitionKey, sortKey, indexes }: TableDescription = descriptions[which];
  const keys = new Set([partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !keys.has(name)));
};
