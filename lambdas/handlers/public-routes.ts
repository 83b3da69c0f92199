import type { PublicRouteIo } from "../shell/http/route.ts";
import type { RouteGroup } from "../shell/http/route-groups.ts";

/**
 * Returns all routes of the public function. The reference's files are at `assetsAt`, by default next to the bundle.
 */
export const everyPublicRoute = (io: PublicRouteIo, assetsAt?: URL): readonly RouteGroup[] => [
  {
    load: async () => (await import("./public.ts")).publicRoutes(io, assetsAt),
    routes: [
      "GET /health",
      "GET /docs",
      "GET /docs/{asset}",
      "GET /v1/openapi.json",
      "GET /v1/labels",
      "GET /v1/pairings",
      "GET /v1/pairings/{reviewId}",
      "GET /v1/publications",
      "GET /v1/publications/{reviewId}",
      "GET /v1/country-profiles/{partyId}",
    ],
  },
  {
    load: async () => (await import("./published-papers.ts")).publishedPaperRoutes(io),
    routes: [
      "GET /v1/public/reports/status",
      "GET /v1/public/reports/status/{paperId}",
      "GET /v1/public/reports/status/{paperId}/content",
      "GET /v1/public/reports/status/{paperId}/figures/{figure}",
      "GET /v1/public/reports/status/{paperId}/figures/{figure}/data",
    ],
  },
  {
    load: async () => (await import("./public-pages.ts")).publicPageRoutes(io),
    routes: [
      "GET /v1/pages/{language}",
      "GET /v1/pages/{language}/{page}",
      "GET /v1/pages/{language}/{page}/{subject}",
    ],
  },
];
