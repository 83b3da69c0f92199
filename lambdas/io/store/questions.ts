import type { WireItem } from "./attributes.ts";
import type { RecordKey } from "./keys/key.ts";
import type { Question } from "./pages.ts";
import type { ReadItem } from "./item-reader.ts";
import { type Access, tableOf } from "./tables.ts";

/** An item as it is. */
export const asItem = (item: WireItem): WireItem => item;

export const readMany = async (read: ReadItem, wanted: readonly RecordKey[]): Promise<readonly WireItem[]> =>
  (await Promise.all(wanted.map((key) => read(key, asItem)))).filter((item) => item !== undefined);

export const records = ({ tables }: Access, question: Omit<Question, "table">): Question => ({
  table: tableOf(tables, "records"),
  ...question,
});

export const journal = ({ tables }: Access, question: Omit<Question, "table">): Question => ({
  table: tableOf(tables, "journal"),
  ...question,
});
