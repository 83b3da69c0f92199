import type { Fact } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import { rowOf } from "./fact-kinds.ts";
import { newReview } from "./facts/course.ts";

/** Applies a fact of its journal to a review. Throws on a fact that cannot follow. */
export const evolveReview = (review: Review | undefined, fact: Fact): Review => {
  if (fact.kind === "review-drawn" && review === undefined) return newReview(fact);
  if (review === undefined) throw new Error(`A review cannot begin with the fact ${fact.kind}`);
  const row = rowOf(fact);
  if (row?.evolve === undefined) throw new Error(`A review cannot take in the fact ${fact.kind}`);
  return row.evolve(review, fact);
};
