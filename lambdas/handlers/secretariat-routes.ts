import { type RouteGroup, routeGroups } from "../shell/http/route-groups.ts";
import type { BulletinIo } from "./bulletins.ts";
import type { NominationIo } from "./nominations.ts";
import type { SettlementRouteIo } from "./settlements.ts";

/** Returns all routes of the secretariat's function. */
export const everySecretariatRoute = (io: BulletinIo & SettlementRouteIo & NominationIo): readonly RouteGroup[] =>
  routeGroups("secretariat-api", {
    groups: async () => (await import("./groups.ts")).groupStartRoutes(io),
    phases: async () => (await import("./phases.ts")).phaseOpeningRoutes(io),
    nominations: async () => [(await import("./nominations.ts")).missingNominationsRoute(io)],
    "review-texts": async () => (await import("./review-texts.ts")).textActRoutes(io),
    "late-texts": async () => (await import("./late-texts.ts")).lateTextRoutes(io),
    "consultation-and-dates": async () => (await import("./consultation-and-dates.ts")).dateRoutes(io),
    decisions: async () => [(await import("./decisions.ts")).decisionRoute(io)],
    redraws: async () => {
      const { instrumentsRoute, redrawRoute } = await import("./redraws.ts");
      return [redrawRoute(io), instrumentsRoute(io)];
    },
    parties: async () => {
      const { missionConfirmationRoute, partyCorrectionRoute } = await import("./parties.ts");
      return [partyCorrectionRoute(io), missionConfirmationRoute(io)];
    },
    "party-entry": async () => (await import("./party-entry.ts")).partyEntryRoutes(io),
    denunciations: async () => (await import("./denunciations.ts")).denunciationRoutes(io),
    imports: async () => (await import("./imports.ts")).importRoutes(io),
    "parties-import": async () => [(await import("./parties-import.ts")).partyImportRoute(io)],
    users: async () => (await import("./users.ts")).userRoutes(io),
    "status-papers": async () => (await import("./status-papers.ts")).statusPaperRoutes(io),
    figures: async () => (await import("./figures.ts")).figureRoutes(io),
    "register-statistics": async () => (await import("./register-statistics.ts")).registerStatisticsRoutes(io),
    "observation-statistics": async () => (await import("./observation-statistics.ts")).observationStatisticsRoutes(io),
    "own-figures": async () => (await import("./own-figures.ts")).ownFigureRoutes(io),
    statistics: async () => (await import("./statistics.ts")).statisticsRoutes(io),
    worklist: async () => (await import("./worklist.ts")).worklistRoutes(io),
    registers: async () => (await import("./registers.ts")).registerRoutes(io),
    "presidents-list": async () => (await import("./presidents-list.ts")).presidentsListRoutes(io),
    journal: async () => (await import("./journal.ts")).journalRoutes(io),
    letters: async () => (await import("./letters.ts")).letterListRoutes(io),
    bulletins: async () => (await import("./bulletins.ts")).bulletinRoutes(io),
    "stored-texts": async () => (await import("./stored-texts.ts")).storedTextRoutes(io),
    settlements: async () => (await import("./settlements.ts")).settlementRoutes(io),
    "suppressed-addresses": async () => (await import("./suppressed-addresses.ts")).addressRoutes(io),
  });
