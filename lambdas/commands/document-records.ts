import type { FrozenText } from "../../domain/review/frozen-text.ts";
import type { ReviewId } from "../../schemas/base/ids.ts";
import type { SideRecord } from "../io/ports/commit.ts";

/** Returns the texts to store next to a review: each hash once, because one text may apply to several instruments. */
export const documentRecords = (review: ReviewId, frozen: readonly FrozenText[]): readonly SideRecord[] =>
  [...new Map(frozen.map((each) => [each.hash, each])).values()].map(({ hash, document }) => ({
    kind: "document",
    review,
    hash,
    document,
  }));
