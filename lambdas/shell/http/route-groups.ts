import type { Endpoint } from "../../../schemas/api/endpoint.ts";
import type { Route } from "./route.ts";

/** A route as the gateway names it: the method and path of its endpoint. */
export type RouteKey = `${Endpoint["method"]} /${string}`;

/**
 * The routes in one file of handlers. The file, with the schemas of its requests, is loaded at the first request for
 * one.
 */
export interface RouteGroup {
  readonly routes: readonly RouteKey[];
  readonly load: () => Promise<readonly Route[]>;
}

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
