import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { evolveReview } from "./evolve.ts";

/** A review as it was from the recording of an entry on. */
export interface ReviewSnapshot extends Pick<JournalEntry, "by" | "facts"> {
  readonly at: Instant;
  readonly review: Review;
}

/** Returns a review as it was after each entry of its journal, which begins with its first. */
export const snapshotsOf = (entries: readonly JournalEntry[]): readonly ReviewSnapshot[] => {
  const snapshots: ReviewSnapshot[] = [];
  for (const { recordedAt: at, by, facts } of entries) {
    const review = facts.reduce<Review | undefined>(evolveReview, snapshots.at(-1)?.review);
    if (review !== undefined) snapshots.push({ at, by, facts, review });
  }
  return snapshots;
};
