import * as z from "zod";
import { UnreadableRow } from "../unreadable-row.ts";
import { fromItem, type WireItem, withoutWriteId } from "./attributes.ts";
import { type TableNames, withoutKeys } from "./tables.ts";

/**
 * Parses a stored row once. A row that will be written again is returned as stored, so that fields of a newer version
 * survive, and an entry keeps everything that its hash covers. Throws an UnreadableRow on a row of another kind.
 */
export const parseRow = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  const { error, data } = schema.safeParse(value);
  if (error !== undefined) throw new UnreadableRow(`The stored ${what} cannot be read: ${z.prettifyError(error)}`);
  return data;
};

export function assertRow<T>(schema: z.ZodType<T>, value: unknown, what: string): asserts value is T {
  parseRow(schema, value, what);
}

/** Returns a value as stored, with unknown fields. Throws an UnreadableRow on a row of another kind. */
export const asStored = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  assertRow(schema, value, what);
  return value;
};

type RowFields = Readonly<Record<string, unknown>>;

/** Returns the fields of an item without its keys and the id of its write. */
export const recordOf = (table: keyof TableNames, item: WireItem): RowFields =>
  withoutKeys(table, withoutWriteId(fromItem(item)));
export const withoutSchema = ({ schema: _, ...fields }: RowFields): RowFields => fields;
