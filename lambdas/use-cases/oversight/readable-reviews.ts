import type { ReviewId } from "../../../schemas/base/ids.ts";
import { logUnreadable } from "../../io/log-failure.ts";
import type { Store } from "../../io/ports/store.ts";
import { reviewOfRow } from "../base/review-of-row.ts";

/** The lists of reviews by stage without the rows that cannot be read, and the reviews of these rows. */
interface ReadableReviews {
  readonly store: Pick<Store, "reviewsInStage" | "placesInStage">;
  /** The reviews that were left out so far, in the order of their ids. */
  readonly leftOut: () => readonly ReviewId[];
}

/**
 * Leaves out reviews that a later release wrote, or that were damaged, and logs each: figures are answered without them and
 * name them, so that one row does not withhold all others.
 */
export const readableReviewsOf = (store: ReadableReviews["store"]): ReadableReviews => {
  const rows = new Set<string>();
  const onUnreadable = (row: string): void => {
    if (!rows.has(row)) logUnreadable(row);
    rows.add(row);
  };
  return {
    store: {
      reviewsInStage: (stage, paging) => store.reviewsInStage(stage, { ...paging, onUnreadable }),
      placesInStage: (stage, paging) => store.placesInStage(stage, { ...paging, onUnreadable }),
    },
    leftOut: () => [...rows].flatMap(reviewOfRow).toSorted(),
  };
};
