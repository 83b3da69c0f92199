import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newNamedParties } from "../../../lambdas/use-cases/accounts/named-parties.ts";
import { reviewRoutes } from "../../../lambdas/handlers/reviews.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { apiFunction } from "../../../lambdas/shell/http/api-function.ts";
import { firstReads } from "../../../lambdas/shell/http/first-reads.ts";
import { noSecondFactors } from "../../fakes/accounts.ts";
import { noMetrics } from "../../fakes/metrics.ts";
import { at, drawOf, registeredParty, registeredUser } from "../../fixtures/changes.ts";
import { hearLog } from "../../harness/log-lines.ts";
import { type Engine, engineRunsHere, startEngine } from "./engine.ts";

const now = at("2020-12-01T10:00:00.000Z");

const eventOf = (path: string, reviewId: string | undefined, claims: object) =>
  ({
    routeKey: path,
    rawPath: path,
    headers: {},
    ...(reviewId === undefined ? {} : { pathParameters: { reviewId } }),
    requestContext: { requestId: "r-1", http: { method: "GET" }, authorizer: { jwt: { claims } } },
  }) as unknown as APIGatewayProxyEventV2;
const context = { awsRequestId: "i-1", getRemainingTimeInMillis: () => 15_000 } as unknown as Context;

describe.runIf(engineRunsHere)("what a request reads first", () => {
  let engine: Engine;
  let client: DynamoDB;
  /** The calls that reached the database, and when the file of the route was loaded. */
  let course: string[];
  let request: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
  /** The claims of a caller whom this process has not seen. */
  let claims: { readonly sub: string; readonly token_use: string };
  let callers = 0;

  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    hearLog();
    client = engine.client({ maxAttempts: 1 });
    const store = dynamoStore({ client, tables: await engine.tables() });
    await store.commit({ changes: [drawOf("FR", "BR"), ...["FR", "BR"].map(registeredParty)], by: "load", at: now });
    callers += 1;
    claims = { sub: `first-reads-${callers}`, token_use: "access" };
    await store.commit({ changes: [registeredUser(1, { sub: claims.sub })], by: "load", at: now });
    course = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          course.push(String(commandName));
          return next(args);
        },
      { step: "initialize" },
    );
    const io = {
      store,
      clock: { now: () => now },
      cursorSecrets: () => Promise.resolve({ newest: "secret" }),
      parties: newNamedParties({ store, clock: { now: () => now } }),
      secondFactors: noSecondFactors,
    };
    const load = async () => {
      // A file takes longer to load than a request takes to leave.
      await new Promise((resolve) => setImmediate(resolve));
      course.push("loaded");
      return reviewRoutes(io);
    };
    const routes = ["GET /v1/reviews/{reviewId}", "GET /v1/reviews"] as const;
    request = (event) =>
      apiFunction(
        async () => noMetrics,
        [{ routes, load }],
        undefined,
        (read) => firstReads(store, read),
      )(event, context);
  });
  afterEach(() => client.destroy());

  test("is the account and the review in one call, before the route's file is loaded, then the user", async () => {
    const reply = await request(eventOf("GET /v1/reviews/{reviewId}", "c1-FR", claims));
    expect(reply.statusCode).toBe(200);
    // The names of all parties are read together, and cached from then on.
    expect(course).toEqual(["BatchGetItemCommand", "loaded", "GetItemCommand", "QueryCommand"]);
  });

  test("is the user too in the same call, where the process has seen the caller before", async () => {
    await request(eventOf("GET /v1/reviews/{reviewId}", "c1-FR", claims));
    course.splice(0);
    await request(eventOf("GET /v1/reviews/{reviewId}", "c1-FR", claims));
    expect(course).toEqual(["BatchGetItemCommand", "loaded"]);
  });

  test("is never the user to whom the account belonged before", async () => {
    await request(eventOf("GET /v1/reviews/{reviewId}", "c1-FR", claims));
    const tables = await engine.tables();
    const store = dynamoStore({ client, tables });
    await store.commit({ changes: [drawOf("FR", "BR"), ...["FR", "BR"].map(registeredParty)], by: "load", at: now });
    // Another database, in which the account belongs to another user; the first one is still there.
    const others = [registeredUser(1, { sub: "sub-of-another" }), registeredUser(2, claims)];
    for (const change of others) await store.commit({ changes: [change], by: "load", at: now });
    const read = firstReads(store, eventOf("GET /v1/reviews/{reviewId}", "c1-FR", claims));
    expect((await read.user)?.state.sub).toBe(claims.sub);
  });

  test("is the account alone where the path names no review", async () => {
    expect((await request(eventOf("GET /v1/reviews", undefined, claims))).statusCode).toBe(200);
    expect(course.slice(0, 3)).toEqual(["GetItemCommand", "loaded", "GetItemCommand"]);
  });

  test("is nothing for an id token", async () => {
    const reply = await request(eventOf("GET /v1/reviews/{reviewId}", "c1-FR", { ...claims, token_use: "id" }));
    expect(reply.statusCode).toBe(401);
    expect(course).toEqual([]);
  });

  test("opens no review to an account without a registered user", async () => {
    const asking = { ...claims, sub: "nobody" };
    const reply = await request(eventOf("GET /v1/reviews/{reviewId}", "c1-FR", asking));
    expect([reply.statusCode, reply.body?.includes("c1-FR")]).toEqual([403, false]);
  });
});
