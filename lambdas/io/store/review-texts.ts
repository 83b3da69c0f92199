import type { Store } from "../ports/store.ts";
import {
  draftKey,
  draftsPartition,
  draftsPrefix,
  documentKey,
  publishedTextKey,
  publishedHashesKey,
} from "./keys/reviews.ts";
import { all } from "./pages.ts";
import { readMany, records } from "./questions.ts";
import type { ReadItem } from "./item-reader.ts";
import { readDocument, readDraft, readHashes } from "./rows/review-texts.ts";
import { toItem } from "./attributes.ts";
import { deleteUnder } from "./row-deletion.ts";
import { type Access, tableOf } from "./tables.ts";

/** The drafts in a review, and its submitted texts. */
export const reviewTexts = (
  access: Access,
  read: ReadItem,
): Pick<Store, "draft" | "draftsOf" | "documents" | "publishedDocuments" | "publishDocuments"> => ({
  draft: (place) => read(draftKey(place), readDraft),
  draftsOf: (review) =>
    all(
      access.client,
      records(access, { partition: draftsPartition(review), sort: { beginsWith: draftsPrefix } }),
      readDraft,
    ),
  documents: async (review, hashes) => {
    const wanted = [...new Set(hashes)].map((hash) => documentKey(review, hash));
    const items = await readMany(read, wanted);
    return new Map(items.map(readDocument).map(({ hash, document }) => [hash, document]));
  },
  publishedDocuments: async (review, hashes) => {
    const wanted = [...new Set(hashes)].map((hash) => publishedTextKey(review, hash));
    const items = await readMany(read, wanted);
    return new Map(items.map(readDocument).map(({ hash, document }) => [hash, document]));
  },
  publishDocuments: async (review, hashes) => {
    const table = tableOf(access.tables, "records");
    const [published = [], stored] = await Promise.all([
      read(publishedHashesKey(review), readHashes),
      readMany(
        read,
        [...new Set(hashes)].map((hash) => documentKey(review, hash)),
      ),
    ]);
    const texts = stored.map(readDocument);
    const wanted = texts.map(({ hash }) => hash).toSorted();
    if (wanted.join() === published.join()) return;
    const put = (row: object) => access.client.putItem({ TableName: table.name, Item: toItem({ ...row, schema: 1 }) });
    for (const { hash, document } of texts)
      if (!published.includes(hash)) await put({ ...publishedTextKey(review, hash), hash, document });
    for (const hash of published)
      if (!wanted.includes(hash)) await deleteUnder(access.client, table, publishedTextKey(review, hash));
    // At the end: what was interrupted before is done again.
    await put({ ...publishedHashesKey(review), hashes: wanted });
  },
});
