import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { commandRefusals, reviewParams } from "../review-command.ts";
import { PartyId, ReviewId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import type { ProblemKind } from "../../problems/problems.ts";
import { DraftText } from "../../model/draft.ts";
import { Instrument } from "../../base/values.ts";

const reviewViews = () => import("../../views/review.ts");

const common = { ...plain, access: "token", function: "review-api" } as const;

const readingEndpoint = {
  ...common,
  method: "GET",
  params: reviewParams,
  refusals: ["not-found", "not-yours"],
} as const;

const draft = {
  ...common,
  reply: async () => (await reviewViews()).DraftView,
  etag: true,
} as const;

const draftRefusals: readonly ProblemKind[] = [...commandRefusals, "not-owed", "instrument-not-reviewed"];

export const GetAnswers = endpoint({
  ...readingEndpoint,
  id: "getAnswers",
  path: "/v1/reviews/{reviewId}/answers",
  tag: "Questionnaire",
  action: "answers.read",
  summary: "The answers as they were submitted, for the instruments that the caller may read",
  reply: async () => (await reviewViews()).AnswersView,
});

export const ListAnswerDrafts = endpoint({
  ...readingEndpoint,
  id: "listAnswerDrafts",
  path: "/v1/reviews/{reviewId}/answers/drafts",
  tag: "Questionnaire",
  action: "answers.read-draft",
  summary: "The drafts of answers, one for each instrument, with their versions",
  query: PageQuery,
  reply: async () => (await reviewViews()).DraftList,
});

export const GetAnswerDraft = endpoint({
  ...draft,
  id: "getAnswerDraft",
  method: "GET",
  path: "/v1/reviews/{reviewId}/answers/drafts/{instrument}",
  tag: "Questionnaire",
  action: "answers.read-draft",
  summary: "The draft of the answers for one instrument",
  params: z.strictObject({ reviewId: ReviewId, instrument: Instrument }),
  refusals: ["not-found", "not-yours", "instrument-not-reviewed"],
});

export const PutAnswerDraft = endpoint({
  ...draft,
  id: "putAnswerDraft",
  method: "PUT",
  path: "/v1/reviews/{reviewId}/answers/drafts/{instrument}",
  tag: "Questionnaire",
  action: "answers.draft",
  summary: "Write the draft of the answers for one instrument",
  description: 'If-Match names the draft\'s own ETag, "v0" where nothing was written yet; the review does not move.',
  params: z.strictObject({ reviewId: ReviewId, instrument: Instrument }),
  body: DraftText,
  ifMatch: "own",
  refusals: draftRefusals,
});

export const GetFeedback = endpoint({
  ...readingEndpoint,
  id: "getFeedback",
  path: "/v1/reviews/{reviewId}/feedback",
  tag: "Feedback",
  action: "feedback.read",
  summary: "The feedback that reviewing parties have cleared, former ones included",
  description: "A page holds fewer than `limit` where the texts are long.",
  query: PageQuery,
  reply: async () => (await reviewViews()).FeedbackView,
});

export const ListFeedbackDrafts = endpoint({
  ...readingEndpoint,
  id: "listFeedbackDrafts",
  path: "/v1/reviews/{reviewId}/feedback/drafts",
  tag: "Feedback",
  action: "feedback.read-draft",
  summary: "The drafts of feedback of all reviewing parties, with their versions",
  description: "A page holds fewer than `limit` where the texts are long.",
  query: PageQuery,
  reply: async () => (await reviewViews()).DraftList,
});

const feedbackDraft = {
  ...draft,
  path: "/v1/reviews/{reviewId}/feedback/{partyId}/drafts/{instrument}",
  tag: "Feedback",
  params: z.strictObject({ reviewId: ReviewId, partyId: PartyId, instrument: Instrument }),
} as const;

export const GetFeedbackDraft = endpoint({
  ...feedbackDraft,
  id: "getFeedbackDraft",
  method: "GET",
  action: "feedback.read-draft",
  summary: "A reviewing party's draft of feedback for one instrument",
  refusals: ["not-found", "not-yours", "instrument-not-reviewed"],
});

export const PutFeedbackDraft = endpoint({
  ...feedbackDraft,
  id: "putFeedbackDraft",
  method: "PUT",
  action: "feedback.draft",
  summary: "Write a reviewing party's draft of feedback for one instrument",
  description: 'If-Match names the draft\'s own ETag, "v0" where nothing was written yet; the review does not move.',
  body: DraftText,
  ifMatch: "own",
  refusals: draftRefusals,
});

export const ListClarifications = endpoint({
  ...readingEndpoint,
  id: "listClarifications",
  path: "/v1/reviews/{reviewId}/clarifications",
  tag: "Feedback",
  action: "clarifications.read",
  summary: "Questions of reviewing parties and the answers to them, in the order of the questions",
  description: "A page holds fewer than `limit` where the texts are long.",
  query: PageQuery,
  reply: async () => (await reviewViews()).ClarificationList,
});

export const GetObservations = endpoint({
  ...readingEndpoint,
  id: "getObservations",
  path: "/v1/reviews/{reviewId}/observations",
  tag: "Observations",
  action: "observations.read",
  summary: "The list of observations and its summary as they are on the table, and who has agreed",
  reply: async () => (await reviewViews()).ObservationsView,
  etag: true,
});
