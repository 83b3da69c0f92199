import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import {
  commandRefusals,
  ForParty,
  forParty,
  outsideDay,
  outsideDayRefusals,
  outsideRefusals,
  partyCommand,
  reviewParams,
  secretariatCommand,
} from "../review-command.ts";
import { PartyId, ReviewId } from "../../base/ids.ts";
import { ErratumAgreement } from "../../model/review-facts.ts";
import { OutsideAct } from "../../model/source.ts";
import type { ProblemKind } from "../../problems/problems.ts";
import { ClarificationNumber, PublishedPart } from "../../model/review.ts";
import { LongText, Reference, TextsByInstrument, TextToKeep } from "../../model/draft.ts";
import { ObservationItems } from "../../model/observation-items.ts";
import { Instrument, Reason } from "../../base/values.ts";

const reviewViews = () => import("../../views/review.ts");

const ofParty = z.strictObject({ reviewId: ReviewId, partyId: PartyId });

const common = { ...plain, access: "token", function: "review-api" } as const;

const ReturnRequest = z.strictObject({ reason: Reason }).meta({ id: "ReturnRequest" });

/** The drafts that are handed over, each in the version that was read: who clears knows what. */
const ClearanceRequest = z
  .strictObject({
    drafts: z
      .array(z.strictObject({ instrument: Instrument, version: z.int().min(1) }))
      .max(4)
      .refine((all) => new Set(all.map(({ instrument }) => instrument)).size === all.length, {
        error: "must name each instrument once",
      }),
  })
  .meta({ id: "Clearance" });

const clearanceRefusals: readonly ProblemKind[] = [
  ...commandRefusals,
  "not-owed",
  "incomplete",
  "draft-changed",
  "instrument-not-reviewed",
  "already-cleared",
  "source-missing",
];

export const SubmitAnswers = endpoint({
  ...partyCommand,
  id: "submitAnswers",
  path: "/v1/reviews/{reviewId}/answers/submission",
  tag: "Questionnaire",
  action: "answers.submit",
  summary: "Clear the drafts of answers and submit them to the reviewers",
  description:
    "One draft for each of its instruments, in the version that was read. The reviewers' six months count from this day. Submitted answers are final: a repeated request with the same drafts is answered as done, others are refused.",
  body: ClearanceRequest,
  refusals: clearanceRefusals,
});

export const ReturnAnswers = endpoint({
  ...secretariatCommand,
  id: "returnAnswers",
  path: "/v1/reviews/{reviewId}/answers/return",
  tag: "Questionnaire",
  action: "answers.return",
  summary: "Return the answers at their party's request, while no reviewer has cleared feedback",
  body: ReturnRequest,
  refusals: [...commandRefusals, "not-owed", "feedback-begun"],
});

export const OpenAnswers = endpoint({
  ...secretariatCommand,
  id: "openAnswers",
  path: "/v1/reviews/{reviewId}/answers/opening",
  tag: "Questionnaire",
  action: "answers.open",
  summary: "Open the answers to the focal points and experts of all participating parties",
  body: z.strictObject(outsideDay).optional().meta({ id: "OpeningRequest" }),
  refusals: [...commandRefusals, "answers-missing", ...outsideDayRefusals],
});

export const ClearFeedback = endpoint({
  ...partyCommand,
  id: "clearFeedback",
  path: "/v1/reviews/{reviewId}/feedback/{partyId}/clearance",
  tag: "Feedback",
  action: "feedback.clear",
  summary: "Clear a reviewing party's feedback",
  description:
    "Submitted feedback is final: a repeated request with the same drafts is answered as done, others are refused.",
  params: ofParty,
  body: ClearanceRequest,
  refusals: [...clearanceRefusals, "answers-missing"],
});

export const ReturnFeedback = endpoint({
  ...secretariatCommand,
  id: "returnFeedback",
  path: "/v1/reviews/{reviewId}/feedback/{partyId}/return",
  tag: "Feedback",
  action: "feedback.return",
  summary: "Return a party's feedback at its request, before any party has agreed to the list",
  params: ofParty,
  body: ReturnRequest,
  refusals: [...commandRefusals, "not-owed", "agreement-begun"],
});

export const AskClarification = endpoint({
  ...partyCommand,
  id: "askClarification",
  path: "/v1/reviews/{reviewId}/clarifications",
  tag: "Feedback",
  action: "clarification.ask",
  summary: "Request the party under review to clarify its answers",
  description:
    "A repeated text, under a new key, while the party's request with that text is open, creates no new request: the reply is the open request, with its number. `instruments` says what it is about: some instruments of the requesting party, all of them where it is left out. Reviewing parties read the requests about instruments of theirs. A party may request clarification as long as the review is in feedback, also after it has cleared its own.",
  body: z
    .strictObject({ ...TextToKeep.shape, instruments: z.array(Instrument).min(1).optional(), ...forParty })
    .meta({ id: "ClarificationRequest" }),
  status: 201,
  reply: async () => (await reviewViews()).ClarificationView,
  idempotencyKey: "required",
  location: true,
  refusals: [
    ...commandRefusals,
    "answers-missing",
    "not-owed",
    "instrument-not-reviewed",
    "clarifications-used-up",
    ...outsideRefusals,
  ],
});

const clarification = z.strictObject({ reviewId: ReviewId, number: ClarificationNumber });

export const AnswerClarification = endpoint({
  ...partyCommand,
  id: "answerClarification",
  path: "/v1/reviews/{reviewId}/clarifications/{number}/answer",
  tag: "Feedback",
  action: "clarification.answer",
  summary: "Answer a request for clarification, cleared by the focal point",
  description:
    "An answer is final: a repeated request with the same text is answered as done, another text is refused.",
  params: clarification,
  body: z.strictObject({ ...TextToKeep.shape, ...forParty }).meta({ id: "ClarificationAnswer" }),
  refusals: [...commandRefusals, "unknown-clarification", "not-owed", "already-cleared", ...outsideRefusals],
});

export const CloseClarification = endpoint({
  ...partyCommand,
  id: "closeClarification",
  path: "/v1/reviews/{reviewId}/clarifications/{number}/closure",
  tag: "Feedback",
  action: "clarification.close",
  summary: "Close a request for clarification that stayed unanswered past its date",
  params: clarification,
  body: ForParty,
  refusals: [...commandRefusals, "unknown-clarification", "not-owed", "not-yet-due", ...outsideRefusals],
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
    'If-Match names the ETag of the list, "v0" before the first. A party that agreed to the previous version must agree again. `items` says of each observation what it is about, so that observations are counted once the list is published; an article that the cluster does not review is refused. The secretariat states in `outside` on which day it presented the version outside the system, and from what that is known.',
  params: reviewParams,
  body: z
    .strictObject({ list: LongText, summary: LongText, items: ObservationItems.optional(), ...outsideDay })
    .meta({ id: "ObservationsDraft" }),
  reply: async () => (await reviewViews()).ObservationsView,
  ifMatch: "own",
  etag: true,
  refusals: [...commandRefusals, "instrument-not-reviewed", ...outsideDayRefusals],
});

const Version = z.strictObject({ version: z.int().min(1) });

const onTheTable: readonly ProblemKind[] = [...commandRefusals, "list-missing", "old-version", "feedback-open"];

export const AgreeToObservations = endpoint({
  ...partyCommand,
  id: "agreeToObservations",
  path: "/v1/reviews/{reviewId}/observations/agreements",
  tag: "Observations",
  action: "observations.agree",
  summary: "Agree, for one's party, to one version of the list",
  body: z.strictObject({ ...Version.shape, ...forParty }).meta({ id: "Agreement" }),
  refusals: [...onTheTable, "not-owed", ...outsideRefusals],
});

export const PublishObservations = endpoint({
  ...secretariatCommand,
  id: "publishObservations",
  path: "/v1/reviews/{reviewId}/observations/publication",
  tag: "Observations",
  action: "observations.publish",
  summary: "Publish list and summary, once every party has agreed; the review is then concluded",
  body: z.strictObject({ ...Version.shape, ...outsideDay }).meta({ id: "ListPublication" }),
  refusals: [...onTheTable, "not-agreed", "focal-point-missing", ...outsideDayRefusals],
});

export const PublishErratum = endpoint({
  ...secretariatCommand,
  id: "publishErratum",
  path: "/v1/reviews/{reviewId}/observations/errata",
  tag: "Observations",
  action: "erratum.publish",
  summary: "Publish a corrected version of a published list, to which every party has agreed",
  body: z
    .strictObject({
      list: LongText,
      summary: LongText,
      items: ObservationItems.optional(),
      reason: Reason,
      agreements: z
        .array(ErratumAgreement)
        .min(1)
        .max(20)
        .refine((all) => new Set(all.map(({ party }) => party)).size === all.length, {
          error: "must name each party once",
        }),
      ...outsideDay,
    })
    .meta({ id: "Erratum" }),
  refusals: [
    ...commandRefusals,
    "list-missing",
    "not-agreed",
    "instrument-not-reviewed",
    "not-in-this-review",
    "source-in-the-future",
    "date-in-the-future",
    "date-too-early",
  ],
});

export const ConsentToPublication = endpoint({
  ...partyCommand,
  id: "consentToPublication",
  path: "/v1/reviews/{reviewId}/publication-consent",
  tag: "Observations",
  action: "publication.consent",
  summary: "Consent to publishing the party's answers, the dialogue, or both, after conclusion",
  body: z.strictObject({ parts: z.array(PublishedPart).min(1).max(2), ...forParty }).meta({ id: "PublicationConsent" }),
  refusals: [...commandRefusals, ...outsideRefusals],
});

/** Answers or feedback as a party handed them in outside the system, or only that it did. */
const SubmissionRecord = z
  .strictObject({
    onBehalfOf: OutsideAct,
    texts: TextsByInstrument.default([]),
    /** Location of the texts that are not submitted here; required for each instrument without a text. */
    reference: Reference.optional(),
  })
  .meta({ id: "SubmissionRecord" });

const recordRefusals: readonly ProblemKind[] = [
  ...commandRefusals,
  "not-owed",
  "incomplete",
  "instrument-not-reviewed",
  "already-cleared",
  ...outsideRefusals,
];

export const RecordAnswers = endpoint({
  ...secretariatCommand,
  id: "recordAnswers",
  path: "/v1/reviews/{reviewId}/answers/record",
  tag: "Questionnaire",
  action: "answers.submit",
  summary: "Record answers that a party submitted outside the system",
  description:
    "With a text for each instrument, or with `reference` where only the fact is recorded and the text is elsewhere. The reviewers' six months count from `happenedOn`.",
  body: SubmissionRecord,
  refusals: recordRefusals,
});

export const RecordFeedback = endpoint({
  ...secretariatCommand,
  id: "recordFeedback",
  path: "/v1/reviews/{reviewId}/feedback/{partyId}/record",
  tag: "Feedback",
  action: "feedback.clear",
  summary: "Record feedback that a reviewing party cleared outside the system",
  description: "With a text for each instrument that it reviews, or with `reference` where the text is elsewhere.",
  params: ofParty,
  body: SubmissionRecord,
  refusals: [...recordRefusals, "answers-missing"],
});
