import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import { lettersTable, recordsTable } from "../../../schemas/model/tables.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import type { RowKind } from "./keys/row-kinds.ts";
import { toItem, type WireItem } from "./attributes.ts";
import { isAggregateAt } from "./conditions.ts";
import { indexedAlong, indexedRows, endedRow } from "./keys/review-rows.ts";
import { markRow, returnedRow, unreachableRow } from "./keys/reach.ts";
import { contactRow } from "./keys/parties.ts";
import { letterRow } from "./keys/letters.ts";
import type { RecordKey } from "./keys/key.ts";
import { aggregateSort, aggregateRowKey } from "./keys/aggregates.ts";
import { aggregateRow } from "./keys/aggregate-rows.ts";
import { type ReadItem, readingItems } from "./item-reader.ts";
import type { RewritableTable, Rewriting, Row } from "./rewriting.ts";
import { aggregateReader } from "./aggregates.ts";
import { readContact } from "./contact-rows.ts";
import { readLetter } from "./letters.ts";
import { readMark, readReturned, readUnreachable } from "./reach.ts";
import { type Access, tableOf } from "./tables.ts";

const keysOf = (indexes: readonly { readonly partitionKey: string; readonly sortKey: string }[]): readonly string[] =>
  indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);

/** The attributes that place a row in indexes, and those that only index readers use. */
const indexAttributes: Readonly<Record<RewritableTable, readonly string[]>> = {
  records: [...keysOf(recordsTable.indexes), ...indexedAlong],
  letters: keysOf(lettersTable.indexes),
};

/** The aggregate of a subject as it would be written today. */
const aggregateRowOf = async (item: WireItem): Promise<object> => {
  const { data: kind } = AggregateKind.safeParse(item["kind"]?.S);
  if (kind === undefined) throw new UnreadableRow("It is an aggregate of an unknown kind");
  return aggregateRow((await aggregateReader<AggregateKind>(kind))(item));
};

/** A row as today's code would write it, and the aggregate that it follows from, if any. */
interface RowOfToday {
  readonly row: object;
  readonly aggregate?: Aggregate<"review">;
}

/**
 * Returns a row next to a review as it follows from the current aggregate. Throws an UnreadableRow if there is no
 * aggregate.
 */
const rowBesideReview = async (read: ReadItem, { pk, sk }: RecordKey): Promise<RowOfToday> => {
  const aggregate = await read({ pk, sk: aggregateSort }, await aggregateReader("review"));
  if (aggregate === undefined) throw new UnreadableRow("It belongs to no review");
  const row = indexedRows(aggregate).find((each) => each.sk === sk) ?? endedRow({ pk, sk }, aggregate.id);
  return { row, aggregate };
};

/** Returns a row as today's code would write it, for its index attributes; rows of most kinds are in no index. */
const rowOfToday = async (read: ReadItem, kind: RowKind, item: WireItem): Promise<RowOfToday> => {
  switch (kind) {
    case "aggregate":
      return { row: await aggregateRowOf(item) };
    case "index-row":
      return rowBesideReview(read, { pk: item["pk"]?.S ?? "", sk: item["sk"]?.S ?? "" });
    case "contact":
      return { row: contactRow(readContact(item)) };
    case "letter":
      return { row: letterRow(readLetter(item)) };
    case "mark":
      return { row: markRow(readMark(item)) };
    case "unreachable":
      return { row: unreachableRow(readUnreachable(item)) };
    case "returned":
      return { row: returnedRow(readReturned(item)) };
    default:
      return { row: {} };
  }
};

/** A row with the index attributes of another, and otherwise as it is. */
const withIndexAttributesOf = (table: RewritableTable, row: Row, other: Row): Row => {
  const names = new Set(indexAttributes[table]);
  return Object.fromEntries([
    ...Object.entries(row).filter(([name]) => !names.has(name)),
    ...Object.entries(other).filter(([name, value]) => names.has(name) && value !== undefined),
  ]);
};

/**
 * Adds the rows of a table to its indexes as today's code would: rows that are older than an index lack its attributes.
 * Nothing else in a row changes.
 */
export const indexingOf = (access: Access, table: RewritableTable): Pick<Rewriting, "table" | "rewrite"> => {
  const read = readingItems(access, "records");
  /**
   * The aggregate is still the one that was read. A row without index attributes may be old, or its obligation ended
   * since.
   */
  const isHead = (aggregate: Aggregate<"review">) => ({
    TableName: tableOf(access.tables, "records").name,
    Key: toItem(aggregateRowKey("review", aggregate.id)),
    ...isAggregateAt(aggregate),
  });
  return {
    table,
    rewrite: async (kind, row, item) => {
      const { row: today, aggregate } = await rowOfToday(read, kind, item);
      return { row: withIndexAttributesOf(table, row, { ...today }), from: aggregate && isHead(aggregate) };
    },
  };
};
