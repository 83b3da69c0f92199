import pMap from "p-map";
import { epochOf } from "../../../domain/base/time.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { Store } from "../ports/store.ts";
import { toItem } from "./attributes.ts";
import { previewPageKey, previewKey } from "./keys/bulletins.ts";
import { type Access, tableOf } from "./tables.ts";

/** The number of pages that are written in parallel. */
const maxConcurrency = 8;

/**
 * Keeps what a preview listed under its hash, of which it is the content: written again it is the same. The pages come
 * first, so that a preview that is found is whole.
 */
export const savingPreviews =
  ({ client, tables }: Access): Store["savePreview"] =>
  async (preview, pages) => {
    const expires = { [recordsTable.timeToLive]: Math.ceil(epochOf(preview.expiresAt) / 1000) };
    const put = (row: object) =>
      client.putItem({
        TableName: tableOf(tables, "records").name,
        Item: toItem({ ...row, schema: 1, ...expires }),
      });
    await pMap(
      pages.entries(),
      ([place, addressees]) => put({ ...previewPageKey(preview.hash, place + 1), addressees }),
      { concurrency: maxConcurrency },
    );
    await put({ ...previewKey(preview.hash), preview });
  };
