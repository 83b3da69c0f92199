import type { recordsTable } from "../../../../schemas/model/tables.ts";
import type { Instant } from "../../../../schemas/base/values.ts";

/**
 * The key of an item in the table of records. Every key string is in this folder, by aggregate, except the name of an
 * aggregate's journal (domain/base/hash-chain.ts) and the prefixes that policies of IAM name (schemas/model/tables.ts).
 */
export type RecordKey = Readonly<Record<typeof recordsTable.partitionKey | typeof recordsTable.sortKey, string>>;
export type IndexKeys<Indexes extends readonly { readonly partitionKey: string; readonly sortKey: string }[]> = {
  readonly [Name in Indexes[number]["partitionKey" | "sortKey"]]?: string;
};
export type RecordIndexKeys = IndexKeys<typeof recordsTable.indexes>;
export const inRecords = (keys: RecordIndexKeys): RecordIndexKeys => keys;
/** Joins the parts of a sort key: `#` sorts before every letter and digit that parts are made of. */
export const sort = (...parts: readonly string[]): string => parts.join("#");
/** Pages as fixed-width text, so that the order of keys is the order of pages. */
export const pageKey = (page: number): string => `page#${String(page).padStart(5, "0")}`;
/** Sort keys that begin with an earlier instant sort below this. */
export const earlierThan = (instant: Instant) => instant;
/** Sort keys that begin with this instant, or an earlier one, sort below this: `$` follows `#`. */
export const notAfter = (instant: Instant) => `${instant}$`;
