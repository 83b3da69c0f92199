import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { dynamoDbOf } from "../../../lambdas/io/aws/dynamodb.ts";
import { Conflict } from "../../../lambdas/io/ports/commit.ts";
import { readBatches } from "../../../lambdas/io/store/batches.ts";
import { UnreadableRow } from "../../../lambdas/io/unreadable-row.ts";
import { apiFunction } from "../../../lambdas/shell/http/api-function.ts";
import { ProblemError } from "../../../lambdas/shell/http/problem.ts";
import { retryAtOnce } from "../client-faults.ts";
import { type FakeMetrics, fakeMetrics } from "../../fakes/metrics.ts";
import { hearLog, linesOf } from "../../harness/log-lines.ts";

/** The behaviour of the database for a request. */
type Behaviour = (response: ServerResponse) => void;

let server: Server;
let endpoint: URL;
let behaviour: Behaviour;
let metrics: FakeMetrics;
const hanging = new Set<ServerResponse>();

beforeEach(async () => {
  hearLog();
  metrics = fakeMetrics();
  server = createServer((request, response) => {
    request.resume();
    request.on("end", () => behaviour(response));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(() => {
  for (const response of hanging) response.destroy();
  server.close();
});

const refused =
  (status: number, type: string): Behaviour =>
  (response) =>
    response.writeHead(status).end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}` }));
const answered =
  (body: object): Behaviour =>
  (response) =>
    response.writeHead(200).end(JSON.stringify(body));
const neverAnswers: Behaviour = (response) => void hanging.add(response);

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
/** Returns a client that waits for the given time, or else as long as functions do. */
const database = (requestTimeout?: number) =>
  dynamoDbOf(() => ({ endpoint, region: "eu-central-1", credentials }), retryAtOnce(2), requestTimeout);

const event = {
  routeKey: "GET /v1/me",
  headers: {},
  requestContext: { requestId: "r-1", http: { method: "GET" } },
} as unknown as APIGatewayProxyEventV2;
const context = (left: number) =>
  ({
    awsRequestId: "i-1",
    functionName: "review",
    functionVersion: "7",
    getRemainingTimeInMillis: () => left,
  }) as unknown as Context;

/** Returns the reply of the API for a route with this work. */
const answerTo = async (work: () => Promise<unknown>, left = 15_000): Promise<APIGatewayProxyStructuredResultV2> => {
  const api = apiFunction(
    async () => metrics,
    [],
    async () => {
      await work();
      return { status: 200, headers: {}, body: "" };
    },
  );
  return api(event, context(left));
};
const problemOf = ({ body }: APIGatewayProxyStructuredResultV2): string => JSON.parse(body ?? "{}").type;
const read = (requestTimeout?: number) => () =>
  database(requestTimeout).getItem({ TableName: "records", Key: { pk: { S: "review#c1-FR" } } });

describe("an API whose database fails", () => {
  test.each<[string, Behaviour, string]>([
    ["does not answer in time", neverAnswers, "unavailable"],
    ["hangs up", (response) => void response.destroy(), "unavailable"],
    ["fails", refused(500, "InternalServerError"), "unavailable"],
    ["is behind a proxy that fails", (response) => response.writeHead(502).end("<html>"), "unavailable"],
    ["gets too many requests", refused(400, "ThrottlingException"), "busy"],
    ["has no capacity left", refused(400, "ProvisionedThroughputExceededException"), "busy"],
  ])("answers 503 and when to come again: the database %s", async (_, does, problem) => {
    behaviour = does;
    const answer = await answerTo(read(20));
    expect(answer.statusCode).toBe(503);
    expect(answer.headers).toMatchObject({
      "content-type": "application/problem+json",
      "retry-after": "5",
    });
    expect(problemOf(answer)).toBe(`urn:review-mechanism:problem:${problem}`);
    expect(linesOf("FAILED")).toEqual([expect.objectContaining({ request: "r-1", version: "7" })]);
    expect(metrics.parts("requestsFailed")).toEqual({});
  });

  test("answers 503 where nothing listens at all", async () => {
    server.close();
    const answer = await answerTo(read());
    expect([answer.statusCode, problemOf(answer)]).toEqual([503, "urn:review-mechanism:problem:unavailable"]);
  });

  test("answers 503 before its own time is up, however long the database takes", async () => {
    behaviour = neverAnswers;
    const answer = await answerTo(read(), 510);
    expect([answer.statusCode, problemOf(answer)]).toEqual([503, "urn:review-mechanism:problem:unavailable"]);
  });

  test("answers 503 where a batch stays unread, and where others are always at the same row", async () => {
    behaviour = answered({ Responses: {}, UnprocessedKeys: { records: { Keys: [{ pk: { S: "a" } }] } } });
    const { partitionKey } = recordsTable;
    const unread = await answerTo(() => readBatches(database(), "records", [{ [partitionKey]: "a" }]));
    const contended = await answerTo(() =>
      Promise.reject(new Conflict("busy", "The review is being changed right now")),
    );
    expect([unread, contended].map((answer) => [answer.statusCode, problemOf(answer)])).toEqual([
      [503, "urn:review-mechanism:problem:busy"],
      [503, "urn:review-mechanism:problem:busy"],
    ]);
  });

  test.each<[string, Behaviour]>([
    ["requests a table that does not exist", refused(400, "ValidationException")],
    ["has no permission", refused(400, "AccessDeniedException")],
  ])("answers 500, and not when to come again, where the function itself %s", async (_, does) => {
    behaviour = does;
    const answer = await answerTo(read());
    expect([answer.statusCode, problemOf(answer)]).toEqual([500, "urn:review-mechanism:problem:internal"]);
    expect(answer.headers).not.toHaveProperty("retry-after");
  });

  test("answers 500 for a defect of its own", async () => {
    const answer = await answerTo(() => Promise.reject(new TypeError("undefined is not a function")));
    expect(answer.statusCode).toBe(500);
    expect(linesOf("FAILED")).toEqual([expect.objectContaining({ request: "r-1", version: "7" })]);
  });

  test.each<[string, () => Promise<unknown>, number?]>([
    ["throws", () => Promise.reject(new TypeError("undefined is not a function"))],
    ["comes upon a row that it cannot read", () => Promise.reject(new UnreadableRow("review#c1-FR"))],
    ["never ends", () => new Promise(() => undefined), 510],
  ])(
    "counts for the version of a function what the platform takes for an answer: its code %s",
    async (_, work, left) => {
      expect((await answerTo(work, left)).statusCode).toBeGreaterThanOrEqual(500);
      expect(metrics.parts("requestsFailed")).toEqual({ "review:7": 1 });
    },
  );

  test("counts no refusal", async () => {
    expect((await answerTo(() => Promise.reject(new ProblemError("not-found")))).statusCode).toBe(404);
    expect(metrics.parts("requestsFailed")).toEqual({});
  });
});
