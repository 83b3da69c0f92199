import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import type { DocumentText } from "../../../schemas/model/draft.ts";
import { answer, rowOf } from "./pages.ts";
import type { StoreRows } from "./rows.ts";

/** Returns the store's methods for submitted texts and copies of the published ones, over maps. */
export const memoryTexts = ({
  documents,
  published,
}: Pick<StoreRows, "documents" | "published">): Pick<
  Store,
  "documents" | "publishedDocuments" | "publishDocuments"
> => {
  const among = (hashes: readonly Hash[], find: (hash: Hash) => DocumentText | undefined) =>
    answer(
      () =>
        new Map(
          hashes.flatMap((hash) => {
            const found = find(hash);
            return found === undefined ? [] : [[hash, rowOf(found)] as const];
          }),
        ),
    );
  return {
    documents: (review, hashes) => among(hashes, (hash) => documents.get(`${review}#${hash}`)),
    publishedDocuments: (review, hashes) => among(hashes, (hash) => published.get(review)?.get(hash)),
    publishDocuments: async (review, hashes) => {
      published.set(review, await among(hashes, (hash) => documents.get(`${review}#${hash}`)));
    },
  };
};
