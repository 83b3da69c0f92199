import type * as z from "zod";
import { Review } from "./review.ts";

/** The position of a review in the Mechanism, without its other data. */
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
