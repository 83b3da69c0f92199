import type { Store } from "../ports/store.ts";
import * as keys from "./keys.ts";
import { all } from "./pages.ts";
import { readMany, records } from "./questions.ts";
import type { ReadItem } from "./item-reader.ts";
import { readDocument, readDraft } from "./rows/review-texts.ts";
import type { Access } from "./tables.ts";

/** What is drafted in a review, and what was handed over. */
export const reviewTexts = (access: Access, read: ReadItem): Pick<Store, "draft" | "draftsOf" | "documents"> => ({
  draft: (place) => read(keys.draftKey(place), readDraft),
  draftsOf: (review) =>
    all(
      access.client,
      records(access, { partition: keys.draftsPartition(review), sort: { beginsWith: keys.draftsPrefix } }),
      readDraft,
    ),
  documents: async (review, hashes) => {
    const wanted = [...new Set(hashes)].map((hash) => keys.documentKey(review, hash));
    const items = await readMany(read, wanted);
    return new Map(items.map(readDocument).map(({ hash, document }) => [hash, document]));
  },
});
