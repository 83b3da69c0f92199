import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, handled, queueOf, sampleStack } from "./support.ts";

let app: LocalStack;
let clients: Clients;
let url: string;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
  // A queue that no function reads.
  ({ url } = queueOf(app, "PutAside"));
});
beforeEach(() => app.queues.purge(queueOf(app, "PutAside")));
afterAll(() => app.close());

const send = (body: string, more: object = {}) =>
  clients.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body, ...more }));
const receive = async (more: object = {}) =>
  (await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, ...more }))).Messages ??
  [];
const later = async (seconds: number) => app.moveTo(app.clock.now() + seconds * 1000);

describe("a queue", () => {
  test("gives what was sent, with its attributes, and hides it from others while it is read", async () => {
    await send("é", { MessageAttributes: { kind: { DataType: "String", StringValue: "x" } } });
    const [message, ...others] = await receive({
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      Body: "é",
      Attributes: { ApproximateReceiveCount: "1", SenderId: "test" },
      MessageAttributes: { kind: { StringValue: "x" } },
    });
    expect(await receive()).toEqual([]);
  });

  test("gives a message once in one answer, also where a queue hides nothing", async () => {
    await send("once");
    const plan = { ...queueOf(app, "PutAside"), visibilitySeconds: 0 };
    expect(app.queues.receive(plan, 10).map(({ body }) => body)).toEqual(["once"]);
  });

  test("shows a message again after the visibility timeout, on the system's clock", async () => {
    await send("again");
    await receive();
    await later(59);
    expect(await receive()).toEqual([]);
    await later(2);
    expect(await receive()).toMatchObject([{ Body: "again" }]);
  });

  test("forgets a message that was removed", async () => {
    await send("gone");
    const [message] = await receive();
    await clients.sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle }));
    await later(120);
    expect(await receive()).toEqual([]);
  });

  test("gives a message back as soon as its reader wants that", async () => {
    await send("back");
    const [message] = await receive();
    const shown = { QueueUrl: url, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 };
    await clients.sqs.send(new ChangeMessageVisibilityCommand(shown));
    expect(await receive()).toHaveLength(1);
  });

  test("holds a delayed message back until its time", async () => {
    await send("delayed", { DelaySeconds: 900 });
    expect(await receive()).toEqual([]);
    await later(901);
    expect(await receive()).toHaveLength(1);
  });

  test("drops what is older than its retention", async () => {
    await send("old");
    await later(4 * 24 * 3600 + 1);
    expect(await receive()).toEqual([]);
  });

  test("counts what can be read, is being read, and waits", async () => {
    await send("one");
    await receive();
    await send("two");
    await send("three", { DelaySeconds: 10 });
    const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["All"] });
    expect((await clients.sqs.send(command)).Attributes).toMatchObject({
      ApproximateNumberOfMessages: "1",
      ApproximateNumberOfMessagesNotVisible: "1",
      ApproximateNumberOfMessagesDelayed: "1",
      VisibilityTimeout: "60",
    });
  });

  test("takes a batch, entry by entry", async () => {
    const entries = [
      { Id: "a", MessageBody: "fine" },
      { Id: "b", MessageBody: "bell \u0007" },
    ];
    const answer = await clients.sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
    expect(answer.Successful).toMatchObject([{ Id: "a" }]);
    expect(answer.Failed).toMatchObject([{ Id: "b", Code: "InvalidMessageContents", SenderFault: true }]);
  });

  test("lets a reader wait for a message", async () => {
    const delivery = receive({ WaitTimeSeconds: 5 });
    await send("awaited");
    expect(await delivery).toMatchObject([{ Body: "awaited" }]);
  });
});

describe("a queue refuses, with the SDK's own exceptions,", () => {
  test.each([
    ["an empty body", { MessageBody: "" }, "MissingParameter"],
    ["too long a delay", { DelaySeconds: 901 }, "InvalidParameterValue"],
    ["too large a body", { MessageBody: "x".repeat(1_048_577) }, "InvalidParameterValue"],
    ["a queue that does not exist", { QueueUrl: "http://127.0.0.1/000000000000/none" }, "QueueDoesNotExist"],
  ])("%s", async (_what, more, name) => {
    await expect(send("body", more)).rejects.toMatchObject({ name });
  });

  test("a batch of more than ten", async () => {
    const Entries = Array.from({ length: 11 }, (_, index) => ({ Id: String(index), MessageBody: "x" }));
    await expect(clients.sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }))).rejects.toMatchObject({
      name: "TooManyEntriesInBatchRequest",
    });
  });

  test("and finds one by its name", async () => {
    const { name } = queueOf(app, "Work");
    const answer = await clients.sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    expect(answer.QueueUrl).toBe(queueOf(app, "Work").url);
  });
});

describe("a function that reads a queue", () => {
  const order = (...bodies: string[]) =>
    clients.sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueOf(app, "Work").url,
        Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody })),
      }),
    );
  const times = async (id: string) => (await handled(app, clients, id, "work")).times;
  const dead = () => app.queues.peek(queueOf(app, "WorkDead"));

  test("handles what it gets once, and rest waits for it", async () => {
    await order("once-1", "once-2");
    await app.rest();
    expect([await times("once-1"), await times("once-2")]).toEqual([1, 1]);
    expect(app.queues.counts(queueOf(app, "Work"))).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  test("gets again only what it reports as failed, and after two readings that is put aside", async () => {
    await order("fail-1", "good-1");
    await app.rest();
    await later(300);
    expect([await times("fail-1"), await times("good-1")]).toEqual([2, 1]);
    expect(dead()).toContain("fail-1");
  });

  test("gets everything of a batch again when it throws", async () => {
    await order("before-1", "throw-1");
    await app.rest();
    expect(await times("throw-1")).toBe(1);
    await later(300);
    expect([await times("before-1"), await times("throw-1")]).toEqual([2, 2]);
    expect(dead()).toEqual(expect.arrayContaining(["before-1", "throw-1"]));
  });
});
