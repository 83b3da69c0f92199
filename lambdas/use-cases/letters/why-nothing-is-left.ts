import type { ObligationRef, SkipReason } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";

/** Returns why a letter has no open obligation: it was met, or superseded by a later date or another party. */
export const whyNothingIsLeft = (reviews: readonly Review[], refs: readonly ObligationRef[]): SkipReason => {
  const superseded = refs.some(({ review, obligation, generation }) => {
    const now = reviews.find(({ id }) => id === review)?.obligations[obligation];
    return now === undefined || now.generation !== generation || now.state === "void";
  });
  return superseded ? "replaced" : "done";
};
