import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { GroupId, PartyId, ReviewId } from "../../base/ids.ts";
import { JournalPage } from "../../views/journal.ts";
import { LetterState } from "../../model/letter.ts";
import { Paged } from "../../base/paging.ts";
import { PartyCorrection } from "../../model/party.ts";
import { ObligationKind } from "../../model/review.ts";
import { Person, UserRole } from "../../model/user.ts";
import { CalendarDate, Reason } from "../../base/values.ts";
import { LetterExplanation, LetterView } from "../../views/letter.ts";
import * as views from "../../views/core.ts";

/** A reason goes into the journal, from which nothing is ever erased. */
const LastingReason = Reason.meta({ description: "Stays in the journal for good: name no person and no address" });

const common = { ...plain, function: "secretariat-api", access: "token" } as const;

export const StartGroup = endpoint({
  ...common,
  id: "startGroup",
  method: "POST",
  path: "/v1/groups/{groupId}/start",
  tag: "Groups",
  action: "group.start",
  summary: "Start a group of reviews on a day that has come",
  description:
    "The reviews start one by one right after; `state` of the group turns from `starting` to `started`. Starting again on the same day changes nothing.",
  params: z.strictObject({ groupId: GroupId }),
  body: z.strictObject({ startedOn: CalendarDate }).meta({ id: "GroupStart" }),
  status: 202,
  reply: views.GroupView,
  idempotencyKey: "optional",
  etag: true,
  refusals: ["not-found", "not-yours", "group-already-started", "date-in-the-future", "date-too-early", "conflict"],
});

export const CorrectParty = endpoint({
  ...common,
  id: "correctParty",
  method: "PATCH",
  path: "/v1/parties/{partyId}",
  tag: "Parties",
  action: "party.correct",
  summary: "Correct what is recorded of a party, with the reason",
  params: z.strictObject({ partyId: PartyId }),
  body: z.strictObject({ correction: PartyCorrection, reason: LastingReason }).meta({ id: "PartyCorrectionRequest" }),
  reply: views.PartyView,
  ifMatch: "required",
  etag: true,
  refusals: ["not-found", "not-yours"],
});

export const ImportParties = endpoint({
  ...common,
  id: "importParties",
  method: "POST",
  path: "/v1/parties/imports",
  tag: "Parties",
  action: "party.import",
  summary: "Import a party file, checked whole before anything is written",
  description:
    "CSV with the columns of data/parties.csv. A broken row is named with its row and column, and nothing is imported. A sound file is applied party by party: where a request ends early, send the file again; what stands already is left alone.",
  bodyType: "text/csv",
  body: z.string(),
  reply: views.ImportView,
  refusals: ["not-yours", "invalid-party-file", "conflict"],
});

export const RegisterUser = endpoint({
  ...common,
  id: "registerUser",
  method: "POST",
  path: "/v1/users",
  tag: "Users",
  action: "user.register",
  summary: "Register a user: secretariat, President, or permanent mission of a party",
  description: "An account is created and an invitation sent. Focal points, experts and observers are named instead.",
  body: z
    .strictObject({
      role: UserRole.exclude(["delegate"]),
      party: PartyId.optional(),
      person: Person,
    })
    .meta({ id: "NewUser" }),
  status: 201,
  reply: views.UserView,
  idempotencyKey: "required",
  refusals: ["not-yours", "party-required", "unknown-party", "address-in-use", "conflict"],
});

export const ListLetters = endpoint({
  ...common,
  id: "listLetters",
  method: "GET",
  path: "/v1/letters",
  tag: "Letters",
  action: "letters.list-all",
  summary: "Letters in one state, those that have waited longest first",
  query: z.strictObject({ ...Paged.shape, state: LetterState }),
  reply: views.pageOf("AllLetterPage", LetterView),
  refusals: ["not-yours"],
});

export const ListLetterExplanations = endpoint({
  ...common,
  id: "listLetterExplanations",
  method: "GET",
  path: "/v1/letters/explanations",
  tag: "Letters",
  action: "letters.list-all",
  summary: "The same letters, each with why it was sent, or was not, and with its history",
  query: z.strictObject({ ...Paged.shape, state: LetterState }),
  reply: views.pageOf("LetterExplanationPage", LetterExplanation),
  refusals: ["not-yours"],
});

export const GetReviewJournal = endpoint({
  ...common,
  id: "getReviewJournal",
  method: "GET",
  path: "/v1/reviews/{reviewId}/journal",
  tag: "Journal",
  action: "review.journal",
  summary: "What happened in a review, entry by entry",
  params: z.strictObject({ reviewId: ReviewId }),
  query: Paged,
  reply: JournalPage,
  refusals: ["not-found", "not-yours"],
});

export const VerifyReviewJournal = endpoint({
  ...common,
  id: "verifyReviewJournal",
  method: "GET",
  path: "/v1/reviews/{reviewId}/journal/verification",
  tag: "Journal",
  action: "review.journal",
  summary: "Whether the review's chain of hashes is whole, and its first broken link",
  params: z.strictObject({ reviewId: ReviewId }),
  reply: views.ChainVerification,
  refusals: ["not-found", "not-yours"],
});

export const ListMissingNominations = endpoint({
  ...common,
  id: "listMissingNominations",
  method: "GET",
  path: "/v1/missing-nominations",
  tag: "Nominations",
  action: "missing-nominations.read",
  summary: "Parties that have not named a focal point, or experts, by earliest date",
  query: z.strictObject({ ...Paged.shape, kind: ObligationKind.default("focal-point") }),
  reply: views.pageOf("MissingNominationPage", views.MissingNominationView),
  refusals: ["not-yours"],
});
