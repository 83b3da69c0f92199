import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { everyPublicRoute } from "../../lambdas/handlers/public-routes.ts";
import { everyReviewRoute } from "../../lambdas/handlers/review-routes.ts";
import { everySecretariatRoute } from "../../lambdas/handlers/secretariat-routes.ts";
import { type RouteGroup, routesOf } from "../../lambdas/shell/http/route-groups.ts";
import { endpoints } from "../../schemas/api/index.ts";

/** An empty object: routes use their dependencies only when a request comes. */
const io = {} as unknown as Parameters<typeof everyReviewRoute>[0] & Parameters<typeof everySecretariatRoute>[0];

const functions = [
  ["public-api", everyPublicRoute(io)],
  ["review-api", everyReviewRoute(io)],
  ["secretariat-api", everySecretariatRoute(io)],
] as const;

const keyOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

describe.each(functions)("%s", (name, groups: readonly RouteGroup[]) => {
  test("lists each operation of its own once, and no other", () => {
    const own = endpoints.filter((endpoint) => endpoint.function === name).map(keyOf);
    expect(groups.flatMap(({ routes }) => routes).toSorted()).toEqual(own.toSorted());
  });

  test("loads for each group the routes that it lists, and no other", async () => {
    for (const { load, routes } of groups) {
      const loaded = (await load()).map(({ endpoint }) => keyOf(endpoint));
      expect(loaded.toSorted()).toEqual(routes.toSorted());
    }
  });
});

test("no function repeats the method and path of an operation", () => {
  const files = globSync("lambdas/**/*.ts");
  expect(files.length).toBeGreaterThan(200);
  const literal = /["`](?:GET|POST|PUT|PATCH|DELETE) \/v1/u;
  expect(files.filter((file) => literal.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("a group that lacks a route that it lists is a defect, and a route of no group is none", async () => {
  const routeOf = routesOf([{ routes: ["GET /v1/me"], load: () => Promise.resolve([]) }]);
  await expect(routeOf("GET /v1/me")).rejects.toThrow("No handler answers GET /v1/me");
  expect(await routeOf("GET /v1/nothing")).toBeUndefined();
});
