import type { ApiFunction } from "../../../schemas/api/endpoint.ts";
import { type RouteKey, routeKeys } from "../../../schemas/api/route-keys.ts";
import type { Route } from "./route.ts";

/**
 * The routes in one file of handlers. The file, with the schemas of its requests, is loaded at the first request for
 * one.
 */
export interface RouteGroup {
  readonly routes: readonly RouteKey[];
  readonly load: () => Promise<readonly Route[]>;
}

/** Returns the groups of a function, from the loader of the handlers for each file of endpoints. */
export const routeGroups = (
  name: ApiFunction,
  loaders: Readonly<Record<string, RouteGroup["load"]>>,
): readonly RouteGroup[] =>
  Object.entries(loaders).map(([file, load]) => ({ routes: routeKeys[name][file] ?? [], load }));

const routeKeyOf = ({ endpoint: { method, path } }: Route): string => `${method} ${path}`;

/**
 * Finds a route by the gateway's key; undefined if no group has it. Throws if the group lacks a route that it lists.
 */
export const routesOf = (groups: readonly RouteGroup[]): ((key: string) => Promise<Route | undefined>) => {
  const groupOf = new Map<string, RouteGroup>(
    groups.flatMap((group) => group.routes.map((key) => [key, group] as const)),
  );
  const loaded = new Map<string, Route>();
  return async (key) => {
    const group = groupOf.get(key);
    if (group === undefined || loaded.has(key)) return loaded.get(key);
    for (const route of await group.load()) loaded.set(routeKeyOf(route), route);
    const route = loaded.get(key);
    if (route === undefined) throw new Error(`No handler answers ${key}`);
    return route;
  };
};
