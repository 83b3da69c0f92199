import type { RouteGroup } from "../shell/http/route-groups.ts";
import type { LetterIo } from "./letters.ts";
import type { NominationIo } from "./nominations.ts";

/** Routes about parties, their nominations and their letters. */
const partyRouteGroups = (io: LetterIo & NominationIo): readonly RouteGroup[] => [
  {
    load: async () => (await import("./parties.ts")).partyRoutes(io),
    routes: [
      "GET /v1/parties",
      "GET /v1/parties/{partyId}",
      "GET /v1/parties/{partyId}/mission",
      "PUT /v1/parties/{partyId}/mission",
    ],
  },
  {
    load: async () => (await import("./groups.ts")).groupRoutes(io),
    routes: ["GET /v1/groups", "GET /v1/groups/{groupId}"],
  },
  {
    load: async () => (await import("./phases.ts")).phaseRoutes(io),
    routes: [
      "GET /v1/phases",
      "GET /v1/phases/{phaseId}",
      "GET /v1/groups/{groupId}/timeline",
      "POST /v1/parties/{partyId}/mandates/confirmation",
    ],
  },
  {
    load: async () => (await import("./nominations.ts")).nominationRoutes(io),
    routes: [
      "GET /v1/parties/{partyId}/mandates",
      "POST /v1/parties/{partyId}/mandates",
      "GET /v1/parties/{partyId}/mandates/{mandateId}",
      "GET /v1/me/mandate-offers",
      "POST /v1/me/mandate-offers/{mandateId}/acceptance",
      "POST /v1/me/mandate-offers/{mandateId}/refusal",
      "GET /v1/parties/{partyId}/mandate-offers",
      "POST /v1/parties/{partyId}/mandate-offers/{mandateId}/withdrawal",
    ],
  },
  {
    load: async () => (await import("./people.ts")).personRoutes(io),
    routes: ["GET /v1/parties/{partyId}/people/{userId}", "PATCH /v1/parties/{partyId}/people/{userId}"],
  },
  {
    load: async () => (await import("./mandates.ts")).mandateRoutes(io),
    routes: [
      "POST /v1/parties/{partyId}/mandates/{mandateId}/removal",
      "POST /v1/parties/{partyId}/mandates/{mandateId}/reversal",
      "POST /v1/parties/{partyId}/mandates/{mandateId}/replacement",
    ],
  },
  {
    load: async () => (await import("./letters.ts")).letterRoutes(io),
    routes: [
      "GET /v1/letters/{letterId}",
      "GET /v1/letters/{letterId}/text",
      "GET /v1/letters/{letterId}/explanation",
      "GET /v1/parties/{partyId}/letters",
    ],
  },
];

/** Reviews, their dates, and what is known of them. */
const reviewRouteGroups = (io: LetterIo & NominationIo): readonly RouteGroup[] => [
  {
    load: async () => (await import("./reviews.ts")).reviewRoutes(io),
    routes: [
      "GET /v1/me",
      "GET /v1/reviews",
      "GET /v1/reviews/{reviewId}",
      "GET /v1/reviews/{reviewId}/obligations",
      "GET /v1/parties/{partyId}/obligations",
      "GET /v1/obligations",
    ],
  },
  {
    load: async () => (await import("./calendars.ts")).calendarLinkRoutes(io),
    routes: ["GET /v1/me/calendar", "POST /v1/me/calendar", "DELETE /v1/me/calendar"],
  },
  {
    load: async () => [(await import("./calendars-feed.ts")).calendarRoute(io)],
    routes: ["GET /v1/calendars/{link}"],
  },
  {
    load: async () => (await import("./consultation-and-dates.ts")).stageRoutes(io),
    routes: [
      "POST /v1/reviews/{reviewId}/consultation/meeting",
      "POST /v1/reviews/{reviewId}/consultation/rounds",
      "POST /v1/reviews/{reviewId}/consultation/languages",
      "POST /v1/reviews/{reviewId}/consultation/outcome",
      "POST /v1/reviews/{reviewId}/division",
      "POST /v1/reviews/{reviewId}/obligations/{obligationId}/delay",
      "POST /v1/reviews/{reviewId}/obligations/{obligationId}/delay/reversal",
    ],
  },
  {
    load: async () => (await import("./withdrawals.ts")).withdrawalRoutes(io),
    routes: [
      "POST /v1/reviews/{reviewId}/clarifications/{number}/withdrawal",
      "POST /v1/reviews/{reviewId}/redraw-requests/{seat}/withdrawal",
      "POST /v1/reviews/{reviewId}/reviewer-limit-waiver/withdrawal",
      "POST /v1/reviews/{reviewId}/publication-consent/withdrawal",
    ],
  },
  {
    load: async () => (await import("./redraws-requests.ts")).redrawRequestRoutes(io),
    routes: ["POST /v1/reviews/{reviewId}/redraw-requests", "POST /v1/reviews/{reviewId}/reviewer-limit-waiver"],
  },
  {
    load: async () => [(await import("./review-timeline.ts")).reviewTimelineRoute(io)],
    routes: ["GET /v1/reviews/{reviewId}/timeline"],
  },
  {
    load: async () => [(await import("./reminder-plan.ts")).reminderPlanRoute(io)],
    routes: ["GET /v1/reviews/{reviewId}/reminder-plan"],
  },
  {
    load: async () => (await import("./proof-of-notice.ts")).noticeRoutes(io),
    routes: ["GET /v1/reviews/{reviewId}/notices", "GET /v1/parties/{partyId}/letters/absence"],
  },
];

/** Routes of the texts that are drafted, submitted and agreed on in a review. */
const textRouteGroups = (io: LetterIo & NominationIo): readonly RouteGroup[] => [
  {
    load: async () => (await import("./review-drafts.ts")).readingRoutes(io),
    routes: [
      "GET /v1/reviews/{reviewId}/answers",
      "GET /v1/reviews/{reviewId}/answers/drafts",
      "GET /v1/reviews/{reviewId}/answers/drafts/{instrument}",
      "PUT /v1/reviews/{reviewId}/answers/drafts/{instrument}",
      "GET /v1/reviews/{reviewId}/feedback",
      "GET /v1/reviews/{reviewId}/feedback/drafts",
      "GET /v1/reviews/{reviewId}/feedback/{partyId}/drafts/{instrument}",
      "PUT /v1/reviews/{reviewId}/feedback/{partyId}/drafts/{instrument}",
      "GET /v1/reviews/{reviewId}/clarifications",
      "GET /v1/reviews/{reviewId}/observations",
    ],
  },
  {
    load: async () => (await import("./review-texts.ts")).textRoutes(io),
    routes: [
      "POST /v1/reviews/{reviewId}/answers/submission",
      "POST /v1/reviews/{reviewId}/feedback/{partyId}/clearance",
      "POST /v1/reviews/{reviewId}/clarifications",
      "POST /v1/reviews/{reviewId}/clarifications/{number}/answer",
      "POST /v1/reviews/{reviewId}/clarifications/{number}/closure",
      "PUT /v1/reviews/{reviewId}/observations",
      "POST /v1/reviews/{reviewId}/observations/agreements",
      "POST /v1/reviews/{reviewId}/publication-consent",
    ],
  },
];

/** Returns all routes of the reviews' function. */
export const everyReviewRoute = (io: LetterIo & NominationIo): readonly RouteGroup[] => [
  ...partyRouteGroups(io),
  ...reviewRouteGroups(io),
  ...textRouteGroups(io),
];
