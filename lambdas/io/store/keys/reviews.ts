import type { RecordKey } from "./key.ts";
import type { DraftPlace } from "../../../../schemas/model/draft.ts";
import { ReviewPlace } from "../../../../schemas/model/review-place.ts";
import type { Hash, ReviewId } from "../../../../schemas/base/ids.ts";

/** The prefix of drafts in a review, separate from it, because no draft is public. */
export const draftsPrefix = "draft#";
export const draftsPartition = (review: ReviewId): string => `drafts#${review}`;
export const draftKey = ({ review, kind, party, instrument }: DraftPlace): RecordKey => ({
  pk: draftsPartition(review),
  sk: `${draftsPrefix}${kind}#${party}#${instrument}`,
});
/** Returns the key of a submitted text in a review, separate from it, because only its published part is public. */
export const documentKey = (review: ReviewId, hash: Hash): RecordKey => ({
  pk: `texts#${review}`,
  sk: `document#${hash}`,
});
/** Copies of the texts that are published of a review, and the hashes of these. */
export const publishedTextKey = (review: ReviewId, hash: Hash): RecordKey => ({
  pk: `published#${review}`,
  sk: `text#${hash}`,
});
export const publishedHashesKey = (review: ReviewId): RecordKey => ({ pk: `published#${review}`, sk: "hashes" });
/** The path in an aggregate that the claim of a letter checks. */
export const obligationPath = ["state", "obligations"] as const;
/** The attributes of an aggregate that give the position of its review. */
export const placePaths = (): readonly (readonly string[])[] =>
  Object.keys(ReviewPlace.shape).map((name) => ["state", name]);
