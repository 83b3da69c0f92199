import {
  BatchGetItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { CreateScheduleCommand, ListSchedulesCommand } from "@aws-sdk/client-scheduler";
import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { always } from "../services/faults.ts";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, handled, queueOf, sampleStack, tableOf } from "./support.ts";

let app: LocalStack;
let clients: Clients;
let records: string;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
  records = tableOf(app, "Records");
});
afterAll(() => app.close());

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: "x" } });
const put = (pk: string) => clients.dynamodb.send(new PutItemCommand({ TableName: records, Item: key(pk) }));
const transact = () =>
  clients.dynamodb.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: records, Item: key("t") } },
        {
          ConditionCheck: { TableName: records, Key: key("u"), ConditionExpression: "attribute_not_exists(pk)" },
        },
      ],
    }),
  );
const exists = async (pk: string) =>
  (await clients.dynamodb.send(new GetItemCommand({ TableName: records, Key: key(pk) }))).Item !== undefined;

describe("what a function did", () => {
  test("is recorded under its name, in the words of a policy, each once", async () => {
    const own = clientsOf(app, "someone");
    const queue = queueOf(app, "PutAside");
    await own.dynamodb.send(new PutItemCommand({ TableName: records, Item: key("a") }));
    await own.dynamodb.send(new PutItemCommand({ TableName: records, Item: key("b") }));
    await own.dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Update: {
              TableName: records,
              Key: key("a"),
              UpdateExpression: "SET n = :n",
              ExpressionAttributeValues: { ":n": { N: "1" } },
            },
          },
          { ConditionCheck: { TableName: records, Key: key("b"), ConditionExpression: "attribute_exists(pk)" } },
          { Delete: { TableName: records, Key: key("c") } },
        ],
      }),
    );
    await own.dynamodb.send(new BatchGetItemCommand({ RequestItems: { [records]: { Keys: [key("a")] } } }));
    await own.dynamodb.send(
      new QueryCommand({
        TableName: records,
        IndexName: "byKind",
        KeyConditionExpression: "kind = :kind",
        ExpressionAttributeValues: { ":kind": { S: "k" } },
      }),
    );
    await own.sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: "x" }));
    for (const Name of ["one", "two"]) {
      await own.scheduler.send(
        new CreateScheduleCommand({
          Name,
          GroupName: "reminders",
          ScheduleExpression: "at(2030-01-01T00:00:00)",
          FlexibleTimeWindow: { Mode: "OFF" },
          Target: { Arn: queue.arn, RoleArn: "arn:aws:iam::000000000000:role/clock" },
        }),
      );
    }
    await own.scheduler.send(new ListSchedulesCommand({ GroupName: "reminders" }));
    await own.mail.send(
      new SendEmailCommand({
        FromEmailAddress: "A <a@reviews.example.org>",
        ConfigurationSetName: app.plan.mail.configurationSets[0]?.name,
        Destination: { ToAddresses: ["b@example.org"] },
        Content: { Simple: { Subject: { Data: "s" }, Body: { Text: { Data: "t" } } } },
      }),
    );
    const recorded = app.recordedActions().filter(({ caller }) => caller === "someone");
    const table = "arn:aws:dynamodb:eu-central-1:000000000000:table/sample-kept-Records";
    expect(recorded.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      `dynamodb:BatchGetItem ${table}`,
      `dynamodb:ConditionCheckItem ${table}`,
      `dynamodb:DeleteItem ${table}`,
      `dynamodb:PutItem ${table}`,
      `dynamodb:Query ${table}/index/byKind`,
      `dynamodb:UpdateItem ${table}`,
      "iam:PassRole arn:aws:iam::000000000000:role/clock",
      "scheduler:CreateSchedule arn:aws:scheduler:eu-central-1:000000000000:schedule/reminders/*",
      "scheduler:ListSchedules *",
      "ses:SendEmail arn:aws:ses:eu-central-1:000000000000:configuration-set/sample-kept-Letters",
      "ses:SendEmail arn:aws:ses:eu-central-1:000000000000:identity/reviews.example.org",
      `sqs:SendMessage ${queue.arn}`,
    ]);
    const answer = await fetch(`${app.url}/_local/recorded-actions`);
    expect(await answer.json()).toEqual(app.recordedActions());
  });

  test("includes what Lambda does for it", () => {
    const actions = app.recordedActions().filter(({ caller }) => caller === "react");
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["dynamodb:GetRecords", "dynamodb:DescribeStream", "sqs:SendMessage"]),
    );
  });
});

describe("a fault", () => {
  test("makes a transaction conflict, with reasons by position, as often as requested", async () => {
    app.faults.add({ kind: "transactionConflict", action: "PutItem", times: 1 });
    const error: unknown = await transact().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TransactionCanceledException);
    expect(error).toMatchObject({ CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }] });
    expect(await exists("t")).toBe(false);
    await transact();
    expect(await exists("t")).toBe(true);
  });

  test("makes a single write conflict, or throttles it", async () => {
    app.faults.add({ kind: "transactionConflict" });
    await expect(put("c")).rejects.toMatchObject({ name: "TransactionConflictException" });
    app.faults.add({ effect: "error", error: "ProvisionedThroughputExceededException", status: 400 });
    await expect(put("c")).rejects.toMatchObject({ name: "ProvisionedThroughputExceededException" });
    await put("c");
  });

  test("breaks the connection before or after the write", async () => {
    app.faults.add({ effect: "reset", action: "dynamodb:PutItem" });
    await expect(put("before")).rejects.toThrow();
    expect(await exists("before")).toBe(false);
    app.faults.add({ effect: "reset", when: "after", action: "dynamodb:PutItem" });
    await expect(put("after")).rejects.toThrow();
    expect(await exists("after")).toBe(true);
  });

  test("hits only the caller and the resource that it names", async () => {
    app.faults.add({ effect: "error", caller: "someone-else" });
    app.faults.add({ effect: "error", resource: "table/none" });
    await put("spared");
    app.faults.clear();
    expect(app.faults.all()).toEqual([]);
  });

  test("on the sending of mail hits only the recipient that it names, and continues until it is removed", async () => {
    const set = app.plan.mail.configurationSets[0]?.name;
    const send = (to: string) =>
      clients.mail.send(
        new SendEmailCommand({
          FromEmailAddress: "reviews@reviews.example.org",
          ConfigurationSetName: set,
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: "s" }, Body: { Text: { Data: "t" } } } },
        }),
      );
    const { id } = app.faults.add({ kind: "throttle", address: "Slow@it.example.org", times: always });
    for (const to of ["slow@it.example.org", "Slow@IT.example.org", "slow@it.example.org"])
      await expect(send(to)).rejects.toMatchObject({ name: "TooManyRequestsException" });
    await send("other@it.example.org");
    await put("no mail");
    expect(app.faults.remove(id)).toBe(true);
    expect(app.faults.remove(id)).toBe(false);
    await send("slow@it.example.org");
  });

  test("kills a function at a call, which is then handled again", async () => {
    app.faults.add({ effect: "kill", caller: "work", action: "UpdateItem" });
    app.queues.send(queueOf(app, "Work"), { body: "killed" });
    await app.rest();
    expect((await handled(app, clients, "killed", "work")).times).toBe(0);
    await app.moveTo(app.clock.now() + 120_000);
    expect((await handled(app, clients, "killed", "work")).times).toBe(1);
  });

  test("is added, listed and cleared over HTTP", async () => {
    const faults = (method: string, body?: object) =>
      fetch(`${app.url}/_local/faults`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    expect((await faults("POST", { effect: "bounce", address: "a@b.org" })).status).toBe(201);
    expect(await (await faults("GET")).json()).toMatchObject([{ effect: "bounce", address: "a@b.org", times: 1 }]);
    expect(await (await faults("DELETE")).json()).toEqual([]);
    expect((await faults("POST", { effect: "explode" })).status).toBe(400);
    expect((await faults("POST", { kind: "none" })).status).toBe(400);
  });
});

describe("what a function prints", () => {
  test("is in its log at once, also when it then fails", async () => {
    const { readFileSync } = await import("node:fs");
    await fetch(`${app.url}/open/x?log=hello&crash=1`);
    await fetch(`${app.url}/open/x?log=hello`);
    const lines = readFileSync(app.functions.logOf("echo"), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
      expect.arrayContaining([
        { said: "hello" },
        expect.objectContaining({ type: "platform.fault", time: expect.stringMatching(/^2020-12-01/u) }),
      ]),
    );
  });
});
