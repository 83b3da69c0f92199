import pMap from "p-map";
import * as z from "zod";
import { StatusPaperId } from "../../../schemas/base/ids.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import type { ReadItem } from "./item-reader.ts";
import { latestPaperKey, paperPageKey, type PaperPlace } from "./keys/papers.ts";
import { assertRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";

/** The content of status papers. */
export interface PaperStore {
  /** Stores the content of a status paper in a format, in pages, permanently. */
  savePaper(place: PaperPlace, pages: readonly string[]): Promise<void>;
  /** Returns the content of a status paper in a format; undefined if a page of it is missing. */
  paperPages(place: PaperPlace, pages: number): Promise<readonly string[] | undefined>;
  /** The paper ordered last as at a day. */
  latestPaper(asAt: CalendarDate): Promise<StatusPaperId | undefined>;
}

/** The number of pages that are read or written in parallel. */
const maxConcurrency = 8;

const PageRow = z.object({ rows: z.string() });
/** Returns a page of a status paper from its item. Throws a TypeError on a row of another kind. */
const readPage = (item: WireItem): string => {
  const row = fromItem(item);
  assertRow(PageRow, row, "page of a status paper");
  return row.rows;
};

const LatestRow = z.object({ paper: StatusPaperId });
/** Returns the latest ordered paper from its item. Throws a TypeError on a row of another kind. */
const readLatest = (item: WireItem): StatusPaperId => {
  const row = fromItem(item);
  assertRow(LatestRow, row, "latest status paper of a day");
  return row.paper;
};

/** The content of status papers, in pages next to them. */
export const paperPages = ({ client, tables }: Access, read: ReadItem): PaperStore => ({
  savePaper: async (at, pages) => {
    const { name: TableName } = tableOf(tables, "records");
    await pMap(
      pages.entries(),
      ([place, rows]) =>
        client.putItem({
          TableName,
          Item: toItem({ ...paperPageKey(at, place + 1), schema: 1, rows }),
        }),
      { concurrency: maxConcurrency },
    );
  },
  paperPages: async (at, pages) => {
    const all = Array.from({ length: pages }, (_, place) => paperPageKey(at, place + 1));
    const found = await pMap(all, (key) => read(key, readPage), { concurrency: maxConcurrency });
    const whole = found.filter((page) => page !== undefined);
    return whole.length === pages ? whole : undefined;
  },
  latestPaper: (asAt) => read(latestPaperKey(asAt), readLatest),
});
