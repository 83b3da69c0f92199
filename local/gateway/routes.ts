import type { RoutePlan } from "../template/plan-api.ts";

export interface RouteMatch {
  readonly route: RoutePlan;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly route: RoutePlan;
  readonly method: string;
  readonly segments: readonly string[];
}

const isGreedy = (segment: string | undefined): boolean => segment !== undefined && /^\{[^}]+\+\}$/u.test(segment);
const isParameter = (segment: string): boolean => /^\{[^}+]+\}$/u.test(segment);

const compile = (route: RoutePlan): Compiled => {
  const [method = "", path = ""] = route.key.split(" ");
  return { route, method, segments: path.split("/").slice(1) };
};

/** The parameters of a path on a route; undefined where it does not lead there. */
const parametersOf = (segments: readonly string[], path: readonly string[]): Record<string, string> | undefined => {
  const greedy = isGreedy(segments.at(-1));
  if (greedy ? path.length < segments.length : path.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = path[index] ?? "";
    const name = segment.replace(/^\{|\+?\}$/gu, "");
    if (isGreedy(segment)) parameters[name] = path.slice(index).join("/");
    else if (isParameter(segment)) {
      if (part === "") return undefined;
      parameters[name] = part;
    } else if (segment !== part) return undefined;
  }
  return parameters;
};

/** The more specific first: fixed before parameter before greedy, segment by segment; a method before ANY. */
const rank = ({ segments, method }: Compiled): string =>
  segments.map((segment) => (isGreedy(segment) ? "2" : isParameter(segment) ? "1" : "0")).join("") +
  (method === "ANY" ? "1" : "0");

/**
 * Finds routes as API Gateway does: a full match, then one with a greedy path, then `$default`. `path` is decoded
 * segment by segment.
 */
export const routing = (routes: readonly RoutePlan[]) => {
  const fallback = routes.find(({ key }) => key === "$default");
  const compiled = routes.filter(({ key }) => key !== "$default").map(compile);
  const ordered = compiled.toSorted((left, right) => {
    const greedy = Number(isGreedy(left.segments.at(-1))) - Number(isGreedy(right.segments.at(-1)));
    return greedy !== 0 ? greedy : rank(left) < rank(right) ? -1 : 1;
  });
  return (method: string, path: readonly string[]): RouteMatch | undefined => {
    for (const { route, segments, method: wanted } of ordered) {
      if (wanted !== "ANY" && wanted !== method) continue;
      const parameters = parametersOf(segments, path);
      if (parameters !== undefined) return { route, parameters };
    }
    return fallback === undefined ? undefined : { route: fallback, parameters: {} };
  };
};
