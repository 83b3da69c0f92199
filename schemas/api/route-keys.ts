import type { ApiFunction, Endpoint } from "./endpoint.ts";
import { endpointFiles } from "./index.ts";

/** A route as the gateway names it: the method and path of its endpoint. */
export type RouteKey = `${Endpoint["method"]} ${string}`;

/** The routes of a function, by the file of their endpoints. */
type RouteKeys = Readonly<Record<string, readonly RouteKey[]>>;

const keysOf = (name: ApiFunction): RouteKeys =>
  Object.fromEntries(
    Object.entries<Readonly<Record<string, Endpoint>>>(endpointFiles).flatMap(([file, operations]) => {
      const own = Object.values(operations).filter((endpoint) => endpoint.function === name);
      return own.length === 0 ? [] : [[file, own.map(({ method, path }): RouteKey => `${method} ${path}`)]];
    }),
  );

/**
 * The routes of each function. The build of a function evaluates its own part, and leaves the schemas behind it and the
 * other functions out.
 */
export const routeKeys: Readonly<Record<ApiFunction, RouteKeys>> = {
  "public-api": keysOf("public-api"),
  "review-api": keysOf("review-api"),
  "secretariat-api": keysOf("secretariat-api"),
};
