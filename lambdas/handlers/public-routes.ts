import type { PublicRouteIo } from "../shell/http/route.ts";
import { type RouteGroup, routeGroups } from "../shell/http/route-groups.ts";

/**
 * Returns all routes of the public function. The reference's files are at `assetsAt`, by default next to the bundle.
 */
export const everyPublicRoute = (io: PublicRouteIo, assetsAt?: URL): readonly RouteGroup[] =>
  routeGroups("public-api", {
    public: async () => (await import("./public.ts")).publicRoutes(io, assetsAt),
    "published-papers": async () => (await import("./published-papers.ts")).publishedPaperRoutes(io),
    "public-pages": async () => (await import("./public-pages.ts")).publicPageRoutes(io),
  });
