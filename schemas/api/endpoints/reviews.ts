import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId, ReviewId, UserId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { Stage } from "../../model/review.ts";

const coreViews = () => import("../../views/core.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

const party = z.strictObject({ partyId: PartyId });

const review = z.strictObject({ reviewId: ReviewId });

export const GetMe = endpoint({
  ...common,
  id: "getMe",
  method: "GET",
  path: "/v1/me",
  tag: "Me",
  action: "me.read",
  summary: "Who I am here, where I serve, and whether I have to set up a second factor",
  withoutSecondFactor: true,
  reply: async () => (await import("../../views/me.ts")).MeView,
});

export const ListPartyObligations = endpoint({
  ...common,
  id: "listPartyObligations",
  method: "GET",
  path: "/v1/parties/{partyId}/obligations",
  tag: "Reviews",
  action: "obligations.read",
  summary: "What a party owes in its reviews, earliest due first",
  params: party,
  query: z.strictObject({ ...PageQuery.shape, state: z.enum(["open", "overdue", "met", "all"]).default("open") }),
  reply: async () => {
    const { ObligationView, pageOf } = await coreViews();
    return pageOf("ObligationList", ObligationView);
  },
  refusals: ["not-found"],
});

export const ListReviews = endpoint({
  ...common,
  id: "listReviews",
  method: "GET",
  path: "/v1/reviews",
  tag: "Reviews",
  action: "reviews.list",
  summary: "The reviews that the caller may see",
  description: "`officer` gives the reviews of one officer, to the secretariat.",
  query: z.strictObject({ ...PageQuery.shape, stage: Stage.optional(), officer: UserId.optional() }),
  reply: async () => {
    const { pageOf, ReviewSummary } = await coreViews();
    return pageOf("ReviewPage", ReviewSummary);
  },
});

export const GetReview = endpoint({
  ...common,
  id: "getReview",
  method: "GET",
  path: "/v1/reviews/{reviewId}",
  tag: "Reviews",
  action: "review.read",
  summary: "One review: stage, seats, duties, what blocks it, and what the caller may do now",
  params: review,
  reply: async () => (await coreViews()).ReviewView,
  etag: true,
  refusals: ["not-found"],
});

export const ListReviewObligations = endpoint({
  ...common,
  id: "listReviewObligations",
  method: "GET",
  path: "/v1/reviews/{reviewId}/obligations",
  tag: "Reviews",
  action: "review.read",
  summary: "What is owed in a review, earliest due first",
  params: review,
  query: PageQuery,
  reply: async () => {
    const { ObligationView, pageOf } = await coreViews();
    return pageOf("ReviewObligationList", ObligationView);
  },
  refusals: ["not-found"],
});
