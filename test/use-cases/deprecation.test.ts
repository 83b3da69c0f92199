import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { expect, test } from "vitest";
import * as z from "zod";
import { apiFunction } from "../../lambdas/shell/http/api-function.ts";
import { ProblemError } from "../../lambdas/shell/http/problem.ts";
import type { Route } from "../../lambdas/shell/http/route.ts";
import { type Endpoint, endpoint, plain } from "../../schemas/api/endpoint.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { operation } from "../../schemas/api/openapi.ts";
import { fakeMetrics } from "../fakes/metrics.ts";
import { day } from "../fixtures/changes.ts";
import { hearLog } from "../harness/log-lines.ts";

/** An operation that is to go, made up for this test: none of the API is. */
const Old = endpoint({
  ...plain,
  id: "getOld",
  method: "GET",
  path: "/v1/old",
  function: "public-api",
  access: "public",
  action: "system.read",
  tag: "Public",
  summary: "What is to go",
  reply: () => Promise.resolve(z.strictObject({ is: z.string() })),
  deprecated: { since: day("2027-01-01"), sunset: day("2028-01-01"), link: "https://reviews.example.org/versioning" },
});

const request = async (deprecated: typeof Old.deprecated, run: Route["run"]) => {
  hearLog();
  const { deprecated: _, ...other } = Old;
  const route: Route = { endpoint: deprecated === undefined ? other : Old, run };
  const handler = apiFunction(
    () => Promise.resolve(fakeMetrics()),
    [{ routes: ["GET /v1/old"], load: () => Promise.resolve([route]) }],
  );
  const requestContext = { requestId: "r-1", http: { method: "GET" } };
  const event = { routeKey: "GET /v1/old", headers: {}, requestContext };
  const context = { awsRequestId: "i-1", functionVersion: "1", getRemainingTimeInMillis: () => 9000 };
  return handler(event as unknown as APIGatewayProxyEventV2, context as unknown as Context);
};

const notice = {
  deprecation: "@1798758000",
  sunset: "Fri, 31 Dec 2027 23:00:00 GMT",
  link: '<https://reviews.example.org/versioning>; rel="deprecation"; type="text/html"',
};
const works: Route["run"] = () => Promise.resolve({ status: 200, headers: {}, body: "{}" });

test("an operation that is to go says since when, until when and why on every answer, refusals too", async () => {
  expect((await request(Old.deprecated, works)).headers).toMatchObject(notice);
  const refused = await request(Old.deprecated, () => Promise.reject(new ProblemError("not-found")));
  const both = { ...notice, link: `</docs/problems/not-found>; rel="help", ${notice.link}` };
  expect([refused.statusCode, refused.headers]).toMatchObject([404, both]);
});

test("next to the links that an answer has already, such as the next file of a table", async () => {
  const next = '</v1/old?cursor=2>; rel="next"';
  const { headers } = await request(Old.deprecated, async () => ({
    ...(await works({} as never)),
    headers: { link: next },
  }));
  expect(headers).toMatchObject({ ...notice, link: `${next}, ${notice.link}` });
});

/**
 * Returns the endpoints that answer for less than twelve months after their deprecation was announced:
 * docs/versioning.md.
 */
const goneTooSoon = (some: readonly Pick<Endpoint, "id" | "deprecated">[]): readonly string[] =>
  some
    .filter(({ deprecated }) => {
      if (deprecated === undefined) return false;
      const [year, ...rest] = deprecated.since.split("-");
      return deprecated.sunset < [Number(year) + 1, ...rest].join("-");
    })
    .map(({ id }) => id);

test("an operation that is to go answers for twelve months at least", () => {
  const link = "https://reviews.example.org/versioning";
  const soon = { id: "getSoon", deprecated: { since: day("2027-03-01"), sunset: day("2028-02-29"), link } };
  expect(goneTooSoon([...endpoints, Old, soon])).toEqual(["getSoon"]);
});

test("an operation that stays says nothing of it", async () => {
  const { headers = {} } = await request(undefined, works);
  expect(Object.keys(headers).filter((name) => name in notice)).toEqual([]);
});

test("the document calls it deprecated, and nothing else", () => {
  const { deprecated: _, ...other } = Old;
  expect(operation(Old, z.string()).deprecated).toBe(true);
  expect("deprecated" in operation(other, z.string())).toBe(false);
});

test("the document names the headers of the notice where an operation is to go, and nowhere else", () => {
  const { deprecated: _, ...other } = Old;
  const headersOf = (one: ReturnType<typeof operation>) => {
    const { headers } = (one.responses?.["200"] ?? {}) as { readonly headers?: z.ZodObject };
    return Object.keys(headers?.shape ?? {});
  };
  expect(headersOf(operation(Old, z.string()))).toEqual(["Deprecation", "Sunset", "Link"]);
  expect(headersOf(operation(other, z.string()))).toEqual([]);
});
