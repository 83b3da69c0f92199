import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** Ends the key of a gateway's route that takes all paths below a prefix. */
const restOfPath = "{proxy+}";

/** The template that a path fits, with the values of its parameters. */
interface Fit {
  readonly template: string;
  readonly parameters: Record<string, string>;
}

const isParameter = (segment: string): boolean => segment.startsWith("{");

/** Sorts a fixed segment before a parameter at its place. */
const rankOf = (segments: readonly string[]): string =>
  segments.map((segment) => (isParameter(segment) ? "1" : "0")).join("");

/** The parameters of a template in a path; undefined where it does not fit. */
const parametersIn = (template: readonly string[], path: readonly string[]): Record<string, string> | undefined => {
  if (template.length !== path.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [place, segment] of template.entries()) {
    const value = path[place] ?? "";
    if (!isParameter(segment)) {
      if (segment !== value) return undefined;
    } else if (value === "") return undefined;
    else parameters[segment.slice(1, -1)] = value;
  }
  return parameters;
};

/** Finds the template that a path fits; of several the one with fixed segments first: no party is called `imports`. */
export const findingTemplate = (templates: readonly string[]): ((path: string) => Fit | undefined) => {
  const ranked = templates
    .map((template) => ({ template, segments: template.split("/") }))
    .toSorted((one, other) => (rankOf(one.segments) < rankOf(other.segments) ? -1 : 1));
  return (path) => {
    const wanted = path.split("/");
    for (const { template, segments } of ranked) {
      const parameters = parametersIn(segments, wanted);
      if (parameters !== undefined) return { template, parameters };
    }
    return undefined;
  };
};

/**
 * Finds the route of a request that the gateway passed on by a prefix, among the keys of a function's routes, and sets its key
 * and the parameters of its path, as the gateway does for a route of its own. Leaves the request as it is where no route fits,
 * or where the gateway found the route itself. HEAD is answered by the route of GET.
 */
export const resolvePrefixRoutes = (keys: readonly string[]): ((event: APIGatewayProxyEventV2) => void) => {
  const find = findingTemplate(keys);
  return (event) => {
    const routeKey = event.routeKey.replace(/^HEAD /, "GET ");
    event.routeKey = routeKey;
    const proxy = event.pathParameters?.["proxy"];
    if (proxy === undefined || !routeKey.endsWith(restOfPath)) return;
    const found = find(routeKey.slice(0, -restOfPath.length) + proxy);
    if (found === undefined) return;
    event.routeKey = found.template;
    event.pathParameters = found.parameters;
  };
};
