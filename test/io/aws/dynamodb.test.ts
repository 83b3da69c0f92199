import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stageClientOptions } from "../../../bin/stage-tables.ts";
import { dynamoDbOf, loggingThrottles } from "../../../lambdas/io/aws/dynamodb.ts";
import { readBatches } from "../../../lambdas/io/store/batches.ts";
import { retryAtOnce } from "../client-faults.ts";

interface RecordedRequest {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}
interface Answer {
  readonly status: number;
  readonly body: string;
}

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "token" };
const region = "eu-central-1";
const key = { TableName: "records", Key: { pk: { S: "review#c1-FR" } } };
const found: Answer = { status: 200, body: JSON.stringify({ Item: { pk: { S: "review#c1-FR" }, n: { N: "1" } } }) };
const refused = (status: number, type: string, more: object = {}): Answer => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "Why", ...more }),
});

let server: Server;
let requests: RecordedRequest[];
let answers: (Answer | "hang up" | "keep silent")[];
let endpoint: URL;

beforeEach(async () => {
  requests = [];
  answers = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      requests.push({ headers: request.headers, body });
      const answer = answers.shift() ?? found;
      if (answer === "keep silent") return;
      if (answer === "hang up") request.socket.destroy();
      else response.writeHead(answer.status).end(answer.body);
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const client = (most = 3) => dynamoDbOf(() => ({ endpoint, region, credentials }), retryAtOnce(most));
const errorOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => undefined,
    (error: unknown) => error,
  );

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (secret: string | Buffer, text: string): Buffer => createHmac("sha256", secret).update(text).digest();

describe("the client of DynamoDB that functions have", () => {
  test("sends an operation in its JSON, and returns the reply of DynamoDB", async () => {
    expect(await client().getItem(key)).toEqual({ Item: { pk: { S: "review#c1-FR" }, n: { N: "1" } } });
    expect(requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([key]);
    expect(requests[0]?.headers).toMatchObject({
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.GetItem",
      "x-amz-security-token": "token",
    });
  });

  test("signs its requests as AWS requires, version 4", async () => {
    await client().getItem(key);
    const { headers, body } = requests[0] ?? { headers: {}, body: "" };
    const [, scope, names = "", signature] =
      /^AWS4-HMAC-SHA256 Credential=AKID\/(\S+), SignedHeaders=(\S+), Signature=(\S+)$/u.exec(
        headers.authorization ?? "",
      ) ?? [];
    const date = String(headers["x-amz-date"]);
    expect(scope).toBe(`${date.slice(0, 8)}/${region}/dynamodb/aws4_request`);
    for (const name of ["host", "x-amz-date", "x-amz-target", "x-amz-security-token"])
      expect(names.split(";")).toContain(name);
    const signed = names.split(";").map((name) => `${name}:${String(headers[name])}\n`);
    const canonical = `POST\n/\n\n${signed.join("")}\n${names}\n${sha256(body)}`;
    const signingKey = [date.slice(0, 8), region, "dynamodb", "aws4_request"].reduce<string | Buffer>(
      (secret, part) => hmac(secret, part),
      `AWS4${credentials.secretAccessKey}`,
    );
    const text = `AWS4-HMAC-SHA256\n${date}\n${String(scope)}\n${sha256(canonical)}`;
    expect(signature).toBe(hmac(signingKey, text).toString("hex"));
  });

  test("throws a refusal by its name, with its members, and tries no second time", async () => {
    const Item = { pk: { S: "review#c1-FR" } };
    answers = [refused(400, "ConditionalCheckFailedException", { Item })];
    const error = await errorOf(client().putItem({ TableName: "records", Item }));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "ConditionalCheckFailedException",
      message: "Why",
      Item,
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
    expect(requests).toHaveLength(1);
  });

  test.each([
    ["DynamoDB has an error of its own", refused(500, "InternalServerError")],
    ["the throughput is exceeded", refused(400, "ProvisionedThroughputExceededException")],
    ["something between does not speak its JSON", { status: 503, body: "<html>" }],
    ["the line is cut", "hang up" as const],
  ])("tries again where %s", async (_, trouble) => {
    answers = [trouble, trouble];
    expect(await client().getItem(key)).toEqual(JSON.parse(found.body));
    expect(requests).toHaveLength(3);
  });

  test("logs each refusal for lack of capacity, which an alarm counts, and no other one", async () => {
    const logged = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const why = (...codes: readonly string[]) => ({ CancellationReasons: codes.map((Code) => ({ Code })) });
    const attemptsOf = async (...refusals: readonly Answer[]) => {
      answers = [...refusals];
      await errorOf(
        dynamoDbOf(() => ({ endpoint, region, credentials }), loggingThrottles(retryAtOnce(3))).getItem(key),
      );
      return logged.mock.calls.splice(0).map(([line]) => JSON.parse(line) as unknown);
    };
    const entry = (error: string) => expect.objectContaining({ code: "TABLE_THROTTLED", error });
    const throttled = refused(400, "ProvisionedThroughputExceededException");
    expect(await attemptsOf(throttled, throttled)).toEqual(
      [1, 2].map(() => entry("ProvisionedThroughputExceededException")),
    );
    const transaction = "TransactionCanceledException";
    expect(await attemptsOf(refused(400, transaction, why("None", "ThrottlingError")))).toEqual([entry(transaction)]);
    expect(await attemptsOf(refused(400, transaction, why("None", "ConditionalCheckFailed")))).toEqual([]);
    expect(await attemptsOf(refused(500, "InternalServerError"))).toEqual([]);
    logged.mockRestore();
  });

  test("logs the keys that a batch leaves unread for lack of capacity", async () => {
    const logged = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const keys = [{ pk: "one" }, { pk: "other" }];
    const unread = { UnprocessedKeys: { records: { Keys: [{ pk: { S: "other" } }] } } };
    answers = [unread, {}].map((reply) => ({ status: 200, body: JSON.stringify(reply) }));
    await readBatches(client(), "records", keys);
    const entries = logged.mock.calls.map(([line]) => JSON.parse(line) as unknown);
    logged.mockRestore();
    expect(entries).toEqual([expect.objectContaining({ code: "TABLE_THROTTLED", unread: 1 })]);
  });

  test("gives up after the last attempt, and reports the number of attempts", async () => {
    answers = [1, 2, 3].map(() => refused(500, "InternalServerError"));
    const error = await errorOf(client().getItem(key));
    expect(error).toMatchObject({ name: "InternalServerError", $metadata: { httpStatusCode: 500, attempts: 3 } });
    expect(requests).toHaveLength(3);
  });
});

test("commands give up a DynamoDB that takes a call and never answers, after as many tries as they make", async () => {
  answers = ["keep silent", "keep silent"];
  const { requestHandler } = stageClientOptions;
  const silent = new DynamoDB({
    requestHandler: { ...requestHandler, requestTimeout: 50 },
    maxAttempts: 2,
    endpoint: endpoint.href,
    region,
    credentials,
  });
  expect(await errorOf(silent.getItem(key))).toMatchObject({ name: "TimeoutError" });
  expect(requests.length).toBe(2);
  const { requestTimeout, connectionTimeout } = requestHandler;
  expect(stageClientOptions.maxAttempts * (requestTimeout + connectionTimeout)).toBeLessThanOrEqual(30_000);
});
