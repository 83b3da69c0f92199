import pMap from "p-map";
import * as z from "zod";
import { epochOf } from "../../../domain/base/time.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { ImportId } from "../../../schemas/base/ids.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import type { ReadItem } from "./item-reader.ts";
import type { RecordKey } from "./keys/key.ts";
import { importPageKey } from "./keys/imports.ts";
import { deleteUnder } from "./row-deletion.ts";
import { assertRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";
import type { Instant } from "../../../schemas/base/values.ts";

/** The content of imports. */
export interface ImportStore {
  /** Stores the content of an import, in pages, until a time; a repetition has no further effect. */
  saveImport(id: ImportId, pages: readonly string[], until: Instant): Promise<void>;
  /** Returns the content of an import; undefined if a page of it is missing. */
  importPages(id: ImportId, pages: number): Promise<readonly string[] | undefined>;
  /** Deletes the content of an import. */
  forgetImport(id: ImportId, pages: number): Promise<void>;
}

/** The number of pages that are read or written in parallel. */
const maxConcurrency = 8;

const PageRow = z.object({ rows: z.string() });
/** Returns a page of an import from its item. Throws a TypeError on a row of another kind. */
const readPage = (item: WireItem): string => {
  const row = fromItem(item);
  assertRow(PageRow, row, "page of an import");
  return row.rows;
};

const keysOf = (id: ImportId, pages: number): readonly RecordKey[] =>
  Array.from({ length: pages }, (_, place) => importPageKey(id, place + 1));

/** The content of imports, in pages next to them until they are applied. */
export const importPages = ({ client, tables }: Access, read: ReadItem): ImportStore => ({
  saveImport: async (id, pages, until) => {
    const expires = { [recordsTable.timeToLive]: Math.ceil(epochOf(until) / 1000) };
    const { name: TableName } = tableOf(tables, "records");
    await pMap(
      pages.entries(),
      ([place, rows]) =>
        client.putItem({
          TableName,
          Item: toItem({ ...importPageKey(id, place + 1), schema: 1, rows, ...expires }),
        }),
      { concurrency: maxConcurrency },
    );
  },
  importPages: async (id, pages) => {
    const found = await pMap(keysOf(id, pages), (key) => read(key, readPage), { concurrency: maxConcurrency });
    const whole = found.filter((page) => page !== undefined);
    return whole.length === pages ? whole : undefined;
  },
  forgetImport: async (id, pages) => {
    for (const key of keysOf(id, pages)) await deleteUnder(client, tableOf(tables, "records"), key);
  },
});
