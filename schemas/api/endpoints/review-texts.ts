import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId, ReviewId } from "../../base/ids.ts";
import type { ProblemKind } from "../../problems/problems.ts";
import { PublishedPart } from "../../model/review.ts";
import {
  AnswersView,
  ClarificationList,
  ClarificationView,
  DraftList,
  DraftView,
  FeedbackView,
  ObservationsView,
} from "../../views/review.ts";
import { LongText } from "../../model/draft.ts";
import { Instrument, Reason } from "../../base/values.ts";
import { ReviewView } from "../../views/core.ts";

/** What the parties of a review write to one another: answers, feedback, clarifications, list of observations. */
const review = z.strictObject({ reviewId: ReviewId });
const ofParty = z.strictObject({ reviewId: ReviewId, partyId: PartyId });
const always: readonly ProblemKind[] = ["not-found", "not-yours", "wrong-stage", "stale-version", "conflict"];

const common = { ...plain, access: "token", function: "review-api" } as const;
const reading = { ...common, method: "GET", params: review, refusals: ["not-found", "not-yours"] } as const;
const command = {
  ...common,
  method: "POST",
  params: review,
  reply: ReviewView,
  etag: true,
  ifMatch: "optional",
  idempotencyKey: "optional",
} as const;
const bySecretariat = { ...command, function: "secretariat-api" } as const;

const Text = z.strictObject({ text: LongText }).meta({ id: "TextToKeep" });
const Returned = z.strictObject({ reason: Reason }).meta({ id: "Return" });
/** The drafts that are handed over, each in the version that was read: who clears knows what. */
const Cleared = z
  .strictObject({
    drafts: z
      .array(z.strictObject({ instrument: Instrument, version: z.int().min(1) }))
      .max(4)
      .refine((all) => new Set(all.map(({ instrument }) => instrument)).size === all.length, {
        error: "must name each instrument once",
      }),
  })
  .meta({ id: "Clearance" });

const draft = {
  ...common,
  reply: DraftView,
  etag: true,
} as const;
const draftRefusals: readonly ProblemKind[] = [...always, "not-owed", "instrument-not-reviewed"];
const clearing: readonly ProblemKind[] = [
  ...always,
  "not-owed",
  "incomplete",
  "draft-changed",
  "instrument-not-reviewed",
  "already-cleared",
];

export const GetAnswers = endpoint({
  ...reading,
  id: "getAnswers",
  path: "/v1/reviews/{reviewId}/answers",
  tag: "Questionnaire",
  action: "answers.read",
  summary: "The answers as they were submitted, for the instruments that the caller may read",
  reply: AnswersView,
});

export const ListAnswerDrafts = endpoint({
  ...reading,
  id: "listAnswerDrafts",
  path: "/v1/reviews/{reviewId}/answers/drafts",
  tag: "Questionnaire",
  action: "answers.read-draft",
  summary: "The drafts of answers, one for each instrument, with their versions",
  reply: DraftList,
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
  body: Text,
  ifMatch: "own",
  refusals: draftRefusals,
});

export const SubmitAnswers = endpoint({
  ...command,
  id: "submitAnswers",
  path: "/v1/reviews/{reviewId}/answers/submission",
  tag: "Questionnaire",
  action: "answers.submit",
  summary: "Clear the drafts of answers and submit them to the reviewers",
  description:
    "By the focal point of the party under review: one draft for each of its instruments, in the version that was read. The reviewers' six months count from this day. Answers that are in stand: the same drafts again are answered as done, others are refused.",
  body: Cleared,
  refusals: clearing,
});

export const ReturnAnswers = endpoint({
  ...bySecretariat,
  id: "returnAnswers",
  path: "/v1/reviews/{reviewId}/answers/return",
  tag: "Questionnaire",
  action: "answers.return",
  summary: "Return the answers at their party's request, while no reviewer has cleared feedback",
  body: Returned,
  refusals: [...always, "not-owed", "feedback-begun"],
});

export const OpenAnswers = endpoint({
  ...bySecretariat,
  id: "openAnswers",
  path: "/v1/reviews/{reviewId}/answers/opening",
  tag: "Questionnaire",
  action: "answers.open",
  summary: "Open the answers to the focal points and experts of all participating parties",
  refusals: [...always, "answers-missing"],
});

export const GetFeedback = endpoint({
  ...reading,
  id: "getFeedback",
  path: "/v1/reviews/{reviewId}/feedback",
  tag: "Feedback",
  action: "feedback.read",
  summary: "The feedback that reviewing parties have cleared, former ones included",
  reply: FeedbackView,
});

export const ListFeedbackDrafts = endpoint({
  ...reading,
  id: "listFeedbackDrafts",
  path: "/v1/reviews/{reviewId}/feedback/drafts",
  tag: "Feedback",
  action: "feedback.read-draft",
  summary: "The drafts of feedback of all reviewing parties, with their versions",
  reply: DraftList,
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
  body: Text,
  ifMatch: "own",
  refusals: draftRefusals,
});

export const ClearFeedback = endpoint({
  ...command,
  id: "clearFeedback",
  path: "/v1/reviews/{reviewId}/feedback/{partyId}/clearance",
  tag: "Feedback",
  action: "feedback.clear",
  summary: "Clear a reviewing party's feedback",
  description: "Feedback that is in stands: the same drafts again are answered as done, others are refused.",
  params: ofParty,
  body: Cleared,
  refusals: [...clearing, "answers-missing"],
});

export const ReturnFeedback = endpoint({
  ...bySecretariat,
  id: "returnFeedback",
  path: "/v1/reviews/{reviewId}/feedback/{partyId}/return",
  tag: "Feedback",
  action: "feedback.return",
  summary: "Return a party's feedback at its request, while nobody has agreed to the list",
  params: ofParty,
  body: Returned,
  refusals: [...always, "not-owed", "agreement-begun"],
});

export const ListClarifications = endpoint({
  ...reading,
  id: "listClarifications",
  path: "/v1/reviews/{reviewId}/clarifications",
  tag: "Feedback",
  action: "clarifications.read",
  summary: "What reviewing parties asked, and what was answered",
  reply: ClarificationList,
});

export const AskClarification = endpoint({
  ...command,
  id: "askClarification",
  path: "/v1/reviews/{reviewId}/clarifications",
  tag: "Feedback",
  action: "clarification.ask",
  summary: "Ask the party under review to clarify its answers",
  description:
    "The same text again, under a key of its own, while the party's request of that text is open asks nothing new: the reply is the open request, with its number.",
  body: Text,
  status: 201,
  reply: ClarificationView,
  idempotencyKey: "required",
  location: true,
  refusals: [...always, "answers-missing", "not-owed"],
});

const clarification = z.strictObject({
  reviewId: ReviewId,
  number: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be a number up to 999")
    .transform(Number)
    .meta({ override: { type: "integer", minimum: 1, maximum: 999 } }),
});

export const AnswerClarification = endpoint({
  ...command,
  id: "answerClarification",
  path: "/v1/reviews/{reviewId}/clarifications/{number}/answer",
  tag: "Feedback",
  action: "clarification.answer",
  summary: "Answer a request for clarification, cleared by the focal point",
  description: "An answer stands: the same text again is answered as done, another one is refused.",
  params: clarification,
  body: Text,
  refusals: [...always, "unknown-clarification", "not-owed", "already-cleared"],
});

export const CloseClarification = endpoint({
  ...command,
  id: "closeClarification",
  path: "/v1/reviews/{reviewId}/clarifications/{number}/closure",
  tag: "Feedback",
  action: "clarification.close",
  summary: "Close a request for clarification that stayed unanswered past its date",
  params: clarification,
  refusals: [...always, "unknown-clarification", "not-owed", "not-yet-due"],
});

export const GetObservations = endpoint({
  ...reading,
  id: "getObservations",
  path: "/v1/reviews/{reviewId}/observations",
  tag: "Observations",
  action: "observations.read",
  summary: "The list of observations and its summary as they are on the table, and who has agreed",
  reply: ObservationsView,
  etag: true,
});

export const PutObservations = endpoint({
  ...common,
  id: "putObservations",
  method: "PUT",
  path: "/v1/reviews/{reviewId}/observations",
  tag: "Observations",
  action: "observations.draft",
  summary: "Put a new version of the list and its summary on the table",
  description:
    'If-Match names the ETag of the list, "v0" before the first. Whoever agreed to the version before owes agreement again.',
  params: review,
  body: z.strictObject({ list: LongText, summary: LongText }).meta({ id: "NewObservations" }),
  reply: ObservationsView,
  ifMatch: "own",
  etag: true,
  refusals: always,
});

const Version = z.strictObject({ version: z.int().min(1) }).meta({ id: "ObservationsVersion" });
const onTheTable: readonly ProblemKind[] = [...always, "list-missing", "old-version", "feedback-open"];

export const AgreeToObservations = endpoint({
  ...command,
  id: "agreeToObservations",
  path: "/v1/reviews/{reviewId}/observations/agreements",
  tag: "Observations",
  action: "observations.agree",
  summary: "Agree, for one's party, to one version of the list",
  body: Version,
  refusals: onTheTable,
});

export const PublishObservations = endpoint({
  ...bySecretariat,
  id: "publishObservations",
  path: "/v1/reviews/{reviewId}/observations/publication",
  tag: "Observations",
  action: "observations.publish",
  summary: "Publish list and summary, once every party has agreed; the review is then concluded",
  body: Version,
  refusals: [...onTheTable, "not-agreed", "focal-point-missing"],
});

export const ConsentToPublication = endpoint({
  ...command,
  id: "consentToPublication",
  path: "/v1/reviews/{reviewId}/publication-consent",
  tag: "Observations",
  action: "publication.consent",
  summary: "Consent to publishing the party's answers, the dialogue, or both, after conclusion",
  body: z.strictObject({ parts: z.array(PublishedPart).min(1).max(2) }).meta({ id: "PublicationConsent" }),
  refusals: always,
});
