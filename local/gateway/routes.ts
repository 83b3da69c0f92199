import type { RoutePlan } from "../template/plan-api.ts";

export interface RouteMatch {
  readonly route: RoutePlan;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Segment {
  readonly kind: "fixed" | "parameter" | "greedy";
  /** The name of a parameter, or the fixed text. */
  readonly name: string;
}

interface Compiled {
  readonly route: RoutePlan;
  readonly method: string;
  readonly segments: readonly Segment[];
  readonly isGreedy: boolean;
}

const segmentOf = (text: string): Segment => {
  const [, name, plus] = /^\{([^}+]+)(\+?)\}$/u.exec(text) ?? [];
  if (name === undefined) return { kind: "fixed", name: text };
  return { kind: plus === "+" ? "greedy" : "parameter", name };
};

const compile = (route: RoutePlan): Compiled => {
  const [method = "", path = ""] = route.key.split(" ");
  const segments = path.split("/").slice(1).map(segmentOf);
  return { route, method, segments, isGreedy: segments.at(-1)?.kind === "greedy" };
};

/** The parameters of a path on a route; undefined where it does not lead there. */
const parametersOf = (
  { segments, isGreedy }: Compiled,
  path: readonly string[],
): Record<string, string> | undefined => {
  if (isGreedy ? path.length < segments.length : path.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, { kind, name }] of segments.entries()) {
    const part = path[index] ?? "";
    if (kind === "fixed" ? name !== part : kind === "parameter" && part === "") return undefined;
    if (kind !== "fixed") parameters[name] = kind === "greedy" ? path.slice(index).join("/") : part;
  }
  return parameters;
};

const ranks = { fixed: "0", parameter: "1", greedy: "2" } as const;

/** The more specific first: fixed before parameter before greedy, segment by segment; a method before ANY. */
const rank = ({ segments, method }: Compiled): string =>
  segments.map(({ kind }) => ranks[kind]).join("") + (method === "ANY" ? "1" : "0");

/**
 * Finds routes as API Gateway does: a full match, then one with a greedy path, then `$default`. `path` is decoded
 * segment by segment.
 */
export const routing = (routes: readonly RoutePlan[]) => {
  const fallback = routes.find(({ key }) => key === "$default");
  const compiled = routes.filter(({ key }) => key !== "$default").map(compile);
  const ordered = compiled.toSorted((left, right) => {
    const greedy = Number(left.isGreedy) - Number(right.isGreedy);
    return greedy !== 0 ? greedy : rank(left) < rank(right) ? -1 : 1;
  });
  return (method: string, path: readonly string[]): RouteMatch | undefined => {
    for (const one of ordered) {
      if (one.method !== "ANY" && one.method !== method) continue;
      const parameters = parametersOf(one, path);
      if (parameters !== undefined) return { route: one.route, parameters };
    }
    return fallback === undefined ? undefined : { route: fallback, parameters: {} };
  };
};
