import { type RouteGroup, routeGroups } from "../shell/http/route-groups.ts";
import type { LetterIo } from "./letters.ts";
import type { NominationIo } from "./nominations.ts";

/** Returns all routes of the reviews' function. */
export const everyReviewRoute = (io: LetterIo & NominationIo): readonly RouteGroup[] =>
  routeGroups("review-api", {
    parties: async () => (await import("./parties.ts")).partyRoutes(io),
    groups: async () => (await import("./groups.ts")).groupRoutes(io),
    phases: async () => (await import("./phases.ts")).phaseRoutes(io),
    nominations: async () => (await import("./nominations.ts")).nominationRoutes(io),
    "mandate-offers": async () => (await import("./mandate-offers.ts")).mandateOfferRoutes(io),
    people: async () => (await import("./people.ts")).personRoutes(io),
    mandates: async () => (await import("./mandates.ts")).mandateRoutes(io),
    letters: async () => (await import("./letters.ts")).letterRoutes(io),
    reviews: async () => (await import("./reviews.ts")).reviewRoutes(io),
    calendars: async () => (await import("./calendars.ts")).calendarLinkRoutes(io),
    "calendars-feed": async () => [(await import("./calendars-feed.ts")).calendarRoute(io)],
    "consultation-and-dates": async () => (await import("./consultation-and-dates.ts")).stageRoutes(io),
    withdrawals: async () => (await import("./withdrawals.ts")).withdrawalRoutes(io),
    redraws: async () => (await import("./redraws-requests.ts")).redrawRequestRoutes(io),
    "review-timeline": async () => [(await import("./review-timeline.ts")).reviewTimelineRoute(io)],
    "reminder-plan": async () => [(await import("./reminder-plan.ts")).reminderPlanRoute(io)],
    "proof-of-notice": async () => (await import("./proof-of-notice.ts")).noticeRoutes(io),
    "review-drafts": async () => (await import("./review-drafts.ts")).readingRoutes(io),
    "review-texts": async () => (await import("./review-texts.ts")).textRoutes(io),
  });
