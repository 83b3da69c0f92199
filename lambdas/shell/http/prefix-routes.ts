import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** Ends the key of a gateway's route that takes all paths below a prefix. */
const restOfPath = "{proxy+}";

interface Template {
  readonly key: string;
  readonly segments: readonly string[];
}

const isParameter = (segment: string): boolean => segment.startsWith("{");

/** Sorts a fixed segment before a parameter at its place. */
const rankOf = ({ segments }: Template): string =>
  segments.map((segment) => (isParameter(segment) ? "1" : "0")).join("");

const templateOf = (key: string): Template => ({ key, segments: key.split("/") });

/** The parameters of a template in a path of as many segments; undefined where it does not fit. */
const parametersOf = ({ segments }: Template, path: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [place, segment] of segments.entries()) {
    const value = path[place] ?? "";
    if (!isParameter(segment)) {
      if (segment !== value) return undefined;
    } else if (value === "") return undefined;
    else parameters[segment.slice(1, -1)] = value;
  }
  return parameters;
};

/**
 * Finds the route of a request that the gateway passed on by a prefix, among the keys of a function's routes, and sets its key
 * and the parameters of its path, as the gateway does for a route of its own. Leaves the request as it is where no route fits,
 * or where the gateway found the route itself.
 */
export const resolvePrefixRoutes = (keys: readonly string[]): ((event: APIGatewayProxyEventV2) => void) => {
  const templates = keys.map(templateOf).toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));
  return (event) => {
    const { routeKey } = event;
    const proxy = event.pathParameters?.["proxy"];
    if (proxy === undefined || !routeKey.endsWith(restOfPath)) return;
    const path = (routeKey.slice(0, -restOfPath.length) + proxy).split("/");
    for (const template of templates) {
      if (template.segments.length !== path.length) continue;
      const parameters = parametersOf(template, path);
      if (parameters === undefined) continue;
      event.routeKey = template.key;
      event.pathParameters = parameters;
      return;
    }
  };
};
