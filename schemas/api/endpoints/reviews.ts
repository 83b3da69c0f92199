import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { GroupId, LetterId, PartyId, ReviewId, UserId } from "../../base/ids.ts";
import { Paged } from "../../base/paging.ts";
import { NewMissionContacts } from "../../model/party.ts";
import { MandateRole, Stage } from "../../model/review.ts";
import { Nominee } from "../../model/user.ts";
import { CalendarDate } from "../../base/values.ts";
import { LetterExplanation, LetterView } from "../../views/letter.ts";
import * as views from "../../views/core.ts";

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
  summary: "Who I am here, and where I serve",
  reply: views.MeView,
});

export const ListParties = endpoint({
  ...common,
  id: "listParties",
  method: "GET",
  path: "/v1/parties",
  tag: "Parties",
  action: "parties.read",
  summary: "Parties to the Convention",
  query: Paged,
  reply: views.pageOf("PartyPage", views.PartyView),
});

export const GetParty = endpoint({
  ...common,
  id: "getParty",
  method: "GET",
  path: "/v1/parties/{partyId}",
  tag: "Parties",
  action: "parties.read",
  summary: "One party",
  params: party,
  reply: views.PartyView,
  etag: true,
  refusals: ["not-found"],
});

export const GetMission = endpoint({
  ...common,
  id: "getMission",
  method: "GET",
  path: "/v1/parties/{partyId}/mission",
  tag: "Parties",
  action: "mission.read",
  summary: "How the party's permanent mission is reached",
  params: party,
  reply: views.MissionView,
  etag: true,
  refusals: ["not-found"],
});

export const PutMission = endpoint({
  ...common,
  id: "putMission",
  method: "PUT",
  path: "/v1/parties/{partyId}/mission",
  tag: "Parties",
  action: "mission.write",
  summary: "Set the mission's addresses, language and place",
  params: party,
  body: NewMissionContacts,
  reply: views.MissionView,
  ifMatch: "required",
  etag: true,
  refusals: ["not-found", "not-yours"],
});

export const ListMandates = endpoint({
  ...common,
  id: "listMandates",
  method: "GET",
  path: "/v1/parties/{partyId}/mandates",
  tag: "Nominations",
  action: "mandates.read",
  summary: "A party's focal points and governmental experts with their contact details",
  description:
    "Open to all registered users (background paper, paragraph 20). Observers are listed to the secretariat and to their own party only.",
  params: party,
  reply: z.strictObject({ items: z.array(views.PartyMandateView) }).meta({ id: "MandateList" }),
  refusals: ["not-found"],
});

export const NamePerson = endpoint({
  ...common,
  id: "namePerson",
  method: "POST",
  path: "/v1/parties/{partyId}/mandates",
  tag: "Nominations",
  action: "focal-point.name",
  summary: "Name a focal point, a governmental expert or an observer",
  description:
    "Takes effect in all named reviews at once, or in none. `reviews` left out means every review in which the party holds a seat. One focal point per party and review; several experts. A name given ahead of the start of a group counts when it starts.",
  params: party,
  body: z
    .strictObject({
      role: MandateRole,
      person: Nominee,
      reviews: z
        .array(ReviewId)
        .min(1)
        .max(20)
        .refine((ids) => new Set(ids).size === ids.length, "must name each review once")
        .meta({ uniqueItems: true })
        .optional(),
      /** Date of the note verbale; today where it is left out. */
      namedOn: CalendarDate.optional(),
    })
    .meta({ id: "NewNomination" }),
  status: 201,
  reply: views.NominationView,
  location: true,
  idempotencyKey: "required",
  refusals: [
    "not-found",
    "not-yours",
    "focal-point-exists",
    "not-in-this-review",
    "no-review-to-serve",
    "wrong-stage",
    "unknown-person",
    "address-in-use",
    "date-in-the-future",
    "date-too-early",
    "conflict",
  ],
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
  query: z.strictObject({ state: z.enum(["open", "overdue", "met", "all"]).default("open") }),
  reply: z.strictObject({ items: z.array(views.ObligationView) }).meta({ id: "ObligationList" }),
  refusals: ["not-found"],
});

export const ListPartyLetters = endpoint({
  ...common,
  id: "listPartyLetters",
  method: "GET",
  path: "/v1/parties/{partyId}/letters",
  tag: "Letters",
  action: "letters.read",
  summary: "Letters to a party, newest first",
  params: party,
  query: Paged,
  reply: views.pageOf("LetterPage", LetterView),
  refusals: ["not-found"],
});

export const GetLetter = endpoint({
  ...common,
  id: "getLetter",
  method: "GET",
  path: "/v1/letters/{letterId}",
  tag: "Letters",
  action: "letters.read",
  summary: "One letter and what became of it",
  params: z.strictObject({ letterId: LetterId }),
  reply: LetterView,
  refusals: ["not-found"],
});

export const ExplainLetter = endpoint({
  ...common,
  id: "explainLetter",
  method: "GET",
  path: "/v1/letters/{letterId}/explanation",
  tag: "Letters",
  action: "letters.read",
  summary: "Why a letter was sent, or was not: rule, date, generation, recipient",
  params: z.strictObject({ letterId: LetterId }),
  reply: LetterExplanation,
  refusals: ["not-found"],
});

export const ListGroups = endpoint({
  ...common,
  id: "listGroups",
  method: "GET",
  path: "/v1/groups",
  tag: "Groups",
  action: "groups.read",
  summary: "Groups of reviews, planned and started",
  query: Paged,
  reply: views.pageOf("GroupPage", views.GroupView),
});

export const GetGroup = endpoint({
  ...common,
  id: "getGroup",
  method: "GET",
  path: "/v1/groups/{groupId}",
  tag: "Groups",
  action: "groups.read",
  summary: "One group",
  params: z.strictObject({ groupId: GroupId }),
  reply: views.GroupView,
  etag: true,
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
  query: z.strictObject({ ...Paged.shape, stage: Stage.optional(), officer: UserId.optional() }),
  reply: views.pageOf("ReviewPage", views.ReviewSummary),
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
  reply: views.ReviewView,
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
  reply: z.strictObject({ items: z.array(views.ObligationView) }).meta({ id: "ReviewObligationList" }),
  refusals: ["not-found"],
});
