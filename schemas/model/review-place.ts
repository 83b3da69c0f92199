import type * as z from "zod";
import { Review } from "./review.ts";

/** Where a review stands, and no more of it. */
export const ReviewPlace = Review.pick({
  id: true,
  cluster: true,
  group: true,
  party: true,
  stage: true,
  stageSince: true,
  discontinued: true,
});
export type ReviewPlace = z.infer<typeof ReviewPlace>;
