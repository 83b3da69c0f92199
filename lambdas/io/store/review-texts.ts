import * as z from "zod";
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
import { toItem, type WireItem, fromItem } from "./attributes.ts";
import { deleteUnder } from "./row-deletion.ts";
import { type Access, tableOf } from "./tables.ts";
import { type DraftPlace, Draft, DocumentText } from "../../../schemas/model/draft.ts";
import { type ReviewId, Hash } from "../../../schemas/base/ids.ts";
import { asStored, withoutSchema, recordOf, assertRow } from "./row.ts";

/** Drafts, submitted texts and published copies of a review. */
export interface ReviewTextStore {
  draft(place: DraftPlace): Promise<Draft | undefined>;
  /** Every draft of a review, by kind, party and instrument. */
  draftsOf(review: ReviewId): Promise<readonly Draft[]>;
  /** Returns submitted texts of a review, by hash; missing ones are omitted. */
  documents(review: ReviewId, hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, DocumentText>>;
  /** Returns the published copies of a review's texts, by hash; unpublished ones are omitted. */
  publishedDocuments(review: ReviewId, hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, DocumentText>>;
  /** Makes copies of these texts of a review, and deletes every other copy of it. Repeated it changes nothing. */
  publishDocuments(review: ReviewId, hashes: readonly Hash[]): Promise<void>;
}

/** Returns a draft from its item. Throws a TypeError on a row of another kind. */
const readDraft = (item: WireItem): Draft => asStored(Draft, withoutSchema(recordOf("records", item)), "draft");

const DocumentRow = z.object({ hash: Hash, document: DocumentText });
/** Returns a submitted text with its hash. Throws a TypeError on a row of another kind. */
const readDocument = (item: WireItem): { readonly hash: Hash; readonly document: DocumentText } => {
  const row = fromItem(item);
  assertRow(DocumentRow, row, "document");
  return row;
};

const HashesRow = z.object({ hashes: z.array(Hash) });
/** Returns the hashes of a review's published texts. Throws a TypeError on a row of another kind. */
const readHashes = (item: WireItem): readonly Hash[] => {
  const row = fromItem(item);
  assertRow(HashesRow, row, "hashes of published texts");
  return row.hashes;
};

/** The drafts in a review, and its submitted texts. */
export const reviewTexts = (access: Access, read: ReadItem): ReviewTextStore => ({
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
