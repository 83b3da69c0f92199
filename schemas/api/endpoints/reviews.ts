import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { ClusterQuery } from "../../base/clusters.ts";
import { GroupId, PartyId, ReviewId, UserId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { ObligationChoice, ObligationKind, Stage } from "../../model/review.ts";
import { CalendarDate } from "../../base/values.ts";

const coreViews = () => import("../../views/core.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

const review = z.strictObject({ reviewId: ReviewId });

/** In which order reviews are listed. */
const ReviewSort = z.enum(["id", "due", "party", "stage"]);
export type ReviewSort = z.infer<typeof ReviewSort>;

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

export const ListObligations = endpoint({
  ...common,
  id: "listObligations",
  method: "GET",
  path: "/v1/obligations",
  tag: "Reviews",
  action: "reviews.list",
  summary: "The obligations that the caller may see, of all reviews, a party or a review, earliest due first",
  description:
    "Open obligations where no `state` is given. A missed date has no penalty: the obligation stays open until it is met. A mission sees those of its own party, and those who serve in a review see all of it. Filters combine. `dueFrom` and `dueTo` are days in Vienna, both included. An obligation whose date changes while one pages may be shown twice or not at all.",
  query: z.strictObject({
    ...PageQuery.shape,
    state: ObligationChoice.default("open"),
    kind: ObligationKind.optional(),
    dueFrom: CalendarDate.optional(),
    dueTo: CalendarDate.optional(),
    party: PartyId.optional(),
    review: ReviewId.optional(),
    ...ClusterQuery,
    group: GroupId.optional(),
  }),
  csv: {
    name: "obligations",
    columns: [
      "id",
      "review",
      "kind",
      "party",
      "partyName",
      "state",
      "openedOn",
      "dueOn",
      "originalDueOn",
      "overdue",
      "generation",
      "delayReason",
      "delayExplanation",
      "delayedOn",
      "settledAt",
      "cluster",
      "cycle",
    ],
  },
  reply: async () => {
    const { ObligationView, pageOf } = await coreViews();
    return pageOf("ObligationPage", ObligationView);
  },
});

export const ListReviews = endpoint({
  ...common,
  id: "listReviews",
  method: "GET",
  path: "/v1/reviews",
  tag: "Reviews",
  action: "reviews.list",
  summary: "The reviews that the caller may see",
  description:
    "What is given narrows together. `party` gives the reviews in which it holds a seat, `overdue` those that are held up by something past its date, or by nothing such; `officer` the reviews of one officer, to the secretariat. Sorted by `due`, the earliest date of what holds each up comes first, and what waits for no date last; by `party`, the name of the party under review in the language of the reply; by `stage`, the first stage. A review that moves while one pages may be shown twice or not at all.",
  query: z.strictObject({
    ...PageQuery.shape,
    ...ClusterQuery,
    group: GroupId.optional(),
    stage: Stage.optional(),
    party: PartyId.optional(),
    officer: UserId.optional(),
    overdue: z.enum(["true", "false"]).optional(),
    sort: ReviewSort.default("id"),
  }),
  csv: {
    name: "reviews",
    columns: [
      "id",
      "party",
      "partyName",
      "cluster",
      "group",
      "stage",
      "stageSince",
      "startedOn",
      "discontinuedOn",
      "reviewers.party",

      "reviewers.partyName",
      "blockedBy.kind",
      "blockedBy.party",
      "blockedBy.partyName",
      "blockedBy.dueOn",
      "version",
      "cycle",
    ],
  },
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
  summary: "One review: stage, seats, obligations, what blocks it, and what the caller may do now",
  params: review,
  reply: async () => (await coreViews()).ReviewView,
  etag: true,
  refusals: ["not-found"],
});
