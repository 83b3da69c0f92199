import { readFileSync, writeFileSync } from "node:fs";
import { type AttributeValue, type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";

export type Item = Record<string, AttributeValue>;

export const tableNames = ["records", "journal", "letters"] as const;
export type Rows = Readonly<Record<(typeof tableNames)[number], readonly Item[]>>;

/**
 * The file that one version of the code writes for another one to read. The two are of different releases. If this
 * format changes, the reader of the last release must accept it, or the check proves nothing until the next release.
 */
export interface RowFile {
  /** The instant of the last write. */
  readonly now: string;
  /** The rows of a system that a group was played through. */
  readonly life: Rows;
  /** Facts of every kind that is known, with the aggregates that they fold to. */
  readonly facts: Rows;
  /** Rows of kinds that no version knows, some in place of such of `life`. */
  readonly later: Rows;
  /** The unknown rows, as a run of the sweep names those that it meets. */
  readonly unknown: readonly string[];
  /** The subjects to which these rows belong. */
  readonly unknownSubjects: readonly string[];
}

const file = (): string => {
  const name = process.env["ROW_FILE"];
  if (name === undefined) throw new Error("ROW_FILE is not set: npm run test:last-release sets it");
  return name;
};

/** Bytes of an attribute are base64 in the file. */
const bytesName = "B";

export const readRowFile = (): RowFile =>
  JSON.parse(readFileSync(file(), "utf8"), (name, value) =>
    name === bytesName && typeof value === "string" ? new Uint8Array(Buffer.from(value, "base64")) : value,
  ) as RowFile;

export const writeRowFile = (rows: RowFile): void =>
  writeFileSync(
    file(),
    JSON.stringify(rows, function asText(this: Readonly<Record<string, unknown>>, name: string, value: unknown) {
      const bytes = this[name];
      return bytes instanceof Uint8Array ? Buffer.from(bytes).toString("base64") : value;
    }),
  );

/** Every row of three tables, as it is stored. */
export const rowsOf = async (
  client: DynamoDBClient,
  tables: Readonly<Record<(typeof tableNames)[number], string>>,
): Promise<Rows> => {
  const scan = async (TableName: string): Promise<readonly Item[]> => {
    const items: Item[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
      items.push(...Items);
    return items;
  };
  const [records, journal, letters] = await Promise.all(tableNames.map((name) => scan(tables[name])));
  return { records: records ?? [], journal: journal ?? [], letters: letters ?? [] };
};
