/** The functions that answer HTTP. */
export type ApiFunction = "public-api" | "review-api" | "secretariat-api";

/** The properties of an endpoint that its gateway route needs; schemas/api/index.ts has the rest. */
export interface Route {
  readonly id: string;
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly function: ApiFunction;
  readonly access: "token" | "public";
}

/** A route of the gateway: that of one endpoint, or one for all paths of a method below a prefix, `GET /v1/reviews/{proxy+}`. */
export type GatewayRoute = Route;

/** `/v1/reviews/{reviewId}` and `GET` -> `GET reviews`; undefined for a path without anything below its first part. */
const prefixOf = ({ method, path }: Route): string | undefined => {
  const [, , prefix, ...below] = path.split("/");
  return prefix === undefined || below.length === 0 ? undefined : `${method} ${prefix}`;
};

/** Returns the route for several endpoints of one function, at the prefix of the first of them. */
const prefixRoute = ({ method, path, function: answering }: Route): GatewayRoute => {
  const [, version, prefix = ""] = path.split("/");
  return {
    id: `${method.toLowerCase()}-${prefix}-below`,
    method,
    path: `/${version}/${prefix}/{proxy+}`,
    function: answering,
    access: "token",
  };
};

/** Returns the routes with HEAD for each GET. */
export const withHead = (routes: readonly GatewayRoute[]): readonly GatewayRoute[] => [
  ...routes,
  ...routes
    .filter(({ method }) => method === "GET")
    .map((route) => ({ ...route, id: `${route.id}-head`, method: "HEAD" as const })),
];

/**
 * Returns the gateway's routes for the endpoints of the registry, with HEAD for each GET. An endpoint without a token has its own, with its own
 * throttle. For a method below a prefix, the function with most paths has one route for all of them, and finds the
 * endpoint itself. Other functions have separate routes, which the gateway prefers. Methods are named, because a route
 * for any method would require a token for a browser's preflight request.
 */
export const gatewayRoutes = (routes: readonly Route[]): readonly GatewayRoute[] => {
  const withToken = routes.filter(({ access }) => access === "token");
  const byPrefix = Map.groupBy(withToken, prefixOf);
  return withHead([
    ...routes.filter(({ access }) => access === "public"),
    ...[...byPrefix].flatMap(([prefix, those]) => {
      if (prefix === undefined) return those;
      const [most = []] = [...Map.groupBy(those, (route) => route.function).values()].toSorted(
        (one, other) => other.length - one.length,
      );
      const [first, second] = most;
      if (first === undefined || second === undefined) return those;
      return [prefixRoute(first), ...those.filter((route) => route.function !== first.function)];
    }),
  ]);
};
