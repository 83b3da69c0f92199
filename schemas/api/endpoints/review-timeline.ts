import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { ReviewId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";

export const GetReviewTimeline = endpoint({
  ...plain,
  function: "review-api",
  access: "token",
  id: "getReviewTimeline",
  method: "GET",
  path: "/v1/reviews/{reviewId}/timeline",
  tag: "Reviews",
  action: "review.read",
  summary: "What happened in a review, what is due next and whose it is, in the reader’s language",
  description:
    "The events that the caller may see in the review: a permanent mission the stages, the consultation and its own party’s people and obligations. No person is named, and no text is quoted. Events are sorted by the day on which they happened, as corrected, and then in the order of recording; those of a later day come on later pages, and what is recorded while one pages for a day already read is not shown. `due` and `expected` are of now on every page. `kind` is the kind of fact that the journal has.",
  params: z.strictObject({ reviewId: ReviewId }),
  query: PageQuery,
  reply: async () => (await import("../../views/review-timeline.ts")).ReviewTimelineView,
  refusals: ["not-found"],
});
