import type { RouteGroup } from "../shell/http/route-groups.ts";
import type { BulletinIo } from "./bulletins.ts";
import type { NominationIo } from "./nominations.ts";
import type { SettlementRouteIo } from "./settlements.ts";

type SecretariatIo = BulletinIo & SettlementRouteIo & NominationIo;

/** The start of a group, step by step. */
const startRouteGroup = (io: SecretariatIo): RouteGroup => ({
  load: async () => (await import("./groups.ts")).groupStartRoutes(io),
  routes: [
    "POST /v1/groups/{groupId}/start",
    "POST /v1/groups/{groupId}/start/previews",
    "POST /v1/groups/{groupId}/start/approval",
    "POST /v1/groups/{groupId}/start/undoing",
    "POST /v1/groups/{groupId}/start/correction",
    "POST /v1/groups/{groupId}/release/previews",
    "POST /v1/groups/{groupId}/release",
  ],
});

/** The opening of a phase. */
const phaseRouteGroup = (io: SecretariatIo): RouteGroup => ({
  load: async () => (await import("./phases.ts")).phaseOpeningRoutes(io),
  routes: [
    "POST /v1/phases/{phaseId}/opening",
    "POST /v1/phases/{phaseId}/opening/previews",
    "POST /v1/phases/{phaseId}/opening/correction",
  ],
});

/** Routes in the course of reviews that only the secretariat may use. */
const reviewRouteGroups = (io: SecretariatIo): readonly RouteGroup[] => [
  startRouteGroup(io),
  phaseRouteGroup(io),
  {
    load: async () => [(await import("./nominations.ts")).missingNominationsRoute(io)],
    routes: ["GET /v1/missing-nominations"],
  },
  {
    load: async () => (await import("./review-texts.ts")).textActRoutes(io),
    routes: [
      "POST /v1/reviews/{reviewId}/answers/return",
      "POST /v1/reviews/{reviewId}/answers/opening",
      "POST /v1/reviews/{reviewId}/feedback/{partyId}/return",
      "POST /v1/reviews/{reviewId}/observations/publication",
      "POST /v1/reviews/{reviewId}/observations/errata",
      "POST /v1/reviews/{reviewId}/answers/record",
      "POST /v1/reviews/{reviewId}/feedback/{partyId}/record",
    ],
  },
  {
    load: async () => (await import("./late-texts.ts")).lateTextRoutes(io),
    routes: ["POST /v1/reviews/{reviewId}/texts"],
  },
  {
    load: async () => (await import("./consultation-and-dates.ts")).dateRoutes(io),
    routes: [
      "POST /v1/reviews/{reviewId}/consultation/languages/correction",
      "POST /v1/reviews/{reviewId}/consultation/mode/correction",
      "POST /v1/reviews/{reviewId}/corrections",
    ],
  },
  {
    load: async () => [(await import("./decisions.ts")).decisionRoute(io)],
    routes: ["POST /v1/reviews/{reviewId}/obligations/{obligationId}/decision"],
  },
  {
    load: async () => [(await import("./redraws.ts")).redrawRoute(io)],
    routes: ["POST /v1/reviews/{reviewId}/redraws"],
  },
  {
    load: async () => [(await import("./redraws.ts")).instrumentsRoute(io)],
    routes: ["POST /v1/reviews/{reviewId}/instruments/additions"],
  },
];

/** Routes about parties and users that only the secretariat may use. */
const partyRouteGroups = (io: SecretariatIo): readonly RouteGroup[] => [
  {
    load: async () => [(await import("./parties.ts")).partyCorrectionRoute(io)],
    routes: ["PATCH /v1/parties/{partyId}"],
  },
  {
    load: async () => [(await import("./parties.ts")).missionConfirmationRoute(io)],
    routes: ["POST /v1/parties/{partyId}/mission/confirmation"],
  },
  {
    load: async () => (await import("./party-entry.ts")).partyEntryRoutes(io),
    routes: [
      "POST /v1/parties/{partyId}/entry/previews",
      "POST /v1/parties/{partyId}/entry",
      "POST /v1/parties/{partyId}/serving-deferral",
    ],
  },
  {
    load: async () => (await import("./departures.ts")).departureRoutes(io),
    routes: [
      "POST /v1/parties/{partyId}/departure/previews",
      "POST /v1/parties/{partyId}/departure",
      "POST /v1/parties/{partyId}/departure/approval",
      "POST /v1/parties/{partyId}/departure/correction",
      "POST /v1/parties/{partyId}/departure/undoing",
    ],
  },
  {
    load: async () => (await import("./imports.ts")).importRoutes(io),
    routes: ["POST /v1/imports", "GET /v1/imports", "GET /v1/imports/{importId}"],
  },
  {
    load: async () => [(await import("./parties-import.ts")).partyImportRoute(io)],
    routes: ["POST /v1/parties/imports"],
  },
  {
    load: async () => (await import("./users.ts")).userRoutes(io),
    routes: [
      "POST /v1/users",
      "GET /v1/users",
      "GET /v1/users/{userId}",
      "PATCH /v1/users/{userId}",
      "POST /v1/users/{userId}/closure",
      "POST /v1/users/{userId}/reopening",
      "POST /v1/users/{userId}/suspension",
      "POST /v1/users/{userId}/erasure",
      "POST /v1/users/{userId}/erasure/approval",
      "POST /v1/users/{userId}/erasure/withdrawal",
      "POST /v1/users/{userId}/confirmation",
    ],
  },
];

/** Status papers. */
const paperRouteGroup = (io: SecretariatIo): RouteGroup => ({
  load: async () => (await import("./status-papers.ts")).statusPaperRoutes(io),
  routes: [
    "GET /v1/reports/status",
    "POST /v1/reports/status",
    "GET /v1/reports/status/{paperId}",
    "GET /v1/reports/status/{paperId}/content",
    "GET /v1/reports/status/{paperId}/texts",
    "PUT /v1/reports/status/{paperId}/texts",
    "POST /v1/reports/status/{paperId}/publication",
    "POST /v1/reports/status/{paperId}/publication/approval",
  ],
});

/** Routes of the status of reviews, now and as at any day. */
const figureRouteGroups = (io: SecretariatIo): readonly RouteGroup[] => [
  {
    load: async () => (await import("./figures.ts")).figureRoutes(io),
    routes: ["GET /v1/figures/current", "GET /v1/figures/current/{figure}"],
  },
  {
    load: async () => (await import("./register-statistics.ts")).registerStatisticsRoutes(io),
    routes: ["GET /v1/statistics/registers", "GET /v1/statistics/registers/{register}/members"],
  },
  {
    load: async () => (await import("./observation-statistics.ts")).observationStatisticsRoutes(io),
    routes: ["GET /v1/statistics/observations", "GET /v1/statistics/observations/items"],
  },
  {
    load: async () => (await import("./own-figures.ts")).ownFigureRoutes(io),
    routes: [
      "GET /v1/figures/stalled-reviews",
      "GET /v1/figures/stalled-reviews/data",
      "GET /v1/figures/gate-projection",
      "GET /v1/figures/gate-projection/data",
    ],
  },
  {
    load: async () => (await import("./statistics.ts")).statisticsRoutes(io),
    routes: [
      "GET /v1/statistics",
      "GET /v1/statistics/{measure}/members",
      "GET /v1/figures/paper/{figure}",
      "GET /v1/figures/paper/{figure}/data",
    ],
  },
];

/** Routes of the secretariat's open tasks. */
const oversightRouteGroups = (io: SecretariatIo): readonly RouteGroup[] => [
  {
    load: async () => (await import("./worklist.ts")).worklistRoutes(io),
    routes: [
      "GET /v1/worklist",
      "GET /v1/parties/{partyId}/contacts",
      "POST /v1/parties/{partyId}/contacts",
      "POST /v1/contacts",
      "GET /v1/reviews/{reviewId}/contacts",
      "POST /v1/parties/{partyId}/mandates/{mandateId}/check",
      "POST /v1/nomination-checks",
      "POST /v1/invitations/resend",
      "PUT /v1/reviews/{reviewId}/officer",
    ],
  },
  {
    load: async () => (await import("./registers.ts")).registerRoutes(io),
    routes: [
      "GET /v1/register-entries",
      "POST /v1/register-entries",
      "GET /v1/register-entries/{entryId}",
      "POST /v1/register-entries/{entryId}/correction",
      "POST /v1/register-entries/{entryId}/withdrawal",
    ],
  },
  ...figureRouteGroups(io),
  {
    load: async () => (await import("./presidents-list.ts")).presidentsListRoutes(io),
    routes: ["GET /v1/presidents-list", "GET /v1/presidents-list/page", "POST /v1/presidents-list/reminder"],
  },
  {
    load: async () => (await import("./journal.ts")).journalRoutes(io),
    routes: [
      "GET /v1/journal",
      "GET /v1/journal/{kind}",
      "GET /v1/journal/{kind}/{id}",
      "GET /v1/reviews/{reviewId}/journal",
      "GET /v1/reviews/{reviewId}/journal/verification",
    ],
  },
];

/** Letters and bulletins, and where they do not arrive. */
const letterRouteGroups = (io: SecretariatIo): readonly RouteGroup[] => [
  {
    load: async () => (await import("./letters.ts")).allLettersRoutes(io),
    routes: ["GET /v1/letters", "GET /v1/letters/explanations"],
  },
  {
    load: async () => (await import("./bulletins.ts")).bulletinRoutes(io),
    routes: [
      "POST /v1/bulletins/previews",
      "GET /v1/bulletins/previews/{hash}/recipients",
      "GET /v1/bulletins",
      "POST /v1/bulletins",
      "GET /v1/bulletins/{bulletinId}",
      "GET /v1/bulletins/{bulletinId}/recipients",
      "POST /v1/bulletins/{bulletinId}/approval",
      "POST /v1/bulletins/{bulletinId}/cancellation",
      "POST /v1/bulletins/{bulletinId}/resumption",
      "POST /v1/bulletins/{bulletinId}/resend",
    ],
  },
  {
    load: async () => (await import("./stored-texts.ts")).storedTextRoutes(io),
    routes: ["GET /v1/texts", "GET /v1/texts/{textId}", "PUT /v1/texts/{textId}"],
  },
  {
    load: async () => (await import("./settlements.ts")).settlementRoutes(io),
    routes: ["POST /v1/letters/{letterId}/settlement", "POST /v1/bulletins/{bulletinId}/settlement"],
  },
  {
    load: async () => (await import("./suppressed-addresses.ts")).addressRoutes(io),
    routes: ["GET /v1/suppressed-addresses", "POST /v1/suppressed-addresses/{letterId}/release"],
  },
];

/** Returns all routes of the secretariat's function. */
export const everySecretariatRoute = (io: SecretariatIo): readonly RouteGroup[] => [
  ...reviewRouteGroups(io),
  ...partyRouteGroups(io),
  ...oversightRouteGroups(io),
  paperRouteGroup(io),
  ...letterRouteGroups(io),
];
