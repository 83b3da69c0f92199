import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, handled, queueOf, sampleStack, tableOf, writeEntry } from "./support.ts";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";

let app: LocalStack;
let clients: Clients;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
});
beforeEach(() => app.queues.purge(queueOf(app, "PutAside")));
afterAll(() => app.close());

/** Writes all entries in one transaction, so that they come in one batch. */
const writeTogether = (...ids: string[]) =>
  clients.dynamodb.send(
    new TransactWriteItemsCommand({
      TransactItems: ids.map((id) => ({ Put: { TableName: tableOf(app, "Journal"), Item: { pk: { S: id } } } })),
    }),
  );
const seen = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await handled(app, clients, id, "seen")).times));

interface Aside {
  readonly requestContext: { condition: string; approximateInvokeCount: number; functionArn: string };
  readonly DDBStreamBatchInfo: { batchSize: number; startSequenceNumber: string; streamArn: string };
}
const putAside = () => app.queues.peek(queueOf(app, "PutAside")).map((body) => JSON.parse(body) as Aside);

describe("a function that reads a stream", () => {
  test("gets every entry once, and rest waits for it", async () => {
    await writeEntry(app, clients, "one");
    await writeTogether("two", "three");
    await app.rest();
    expect(await seen("one", "two", "three")).toEqual([1, 1, 1]);
  });

  test("gets at most as many at once as the template says", async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `many-${index}`);
    await writeTogether(...ids);
    await app.rest();
    const batches = await Promise.all(ids.map(async (id) => (await handled(app, clients, id, "seen")).batch));
    expect(Math.max(...batches)).toBe(10);
    expect(await seen(...ids)).toEqual(ids.map(() => 1));
  });

  test("that throws on one entry gets all others, and that one is put aside after the last retry", async () => {
    const ids = ["p-1", "p-2", "poison-1", "p-3", "p-4", "p-5"];
    await writeTogether(...ids);
    await writeEntry(app, clients, "p-after");
    await app.rest();
    const times = await seen("p-1", "p-2", "p-3", "p-4", "p-5", "p-after");
    expect(times.every((count) => count >= 1)).toBe(true);
    expect(putAside()).toMatchObject([
      {
        requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 3 },
        DDBStreamBatchInfo: { batchSize: 1, streamArn: expect.stringContaining("table/sample-kept-Journal/stream/") },
      },
    ]);
  });

  test("that reports one entry gets those before it once, and that one is put aside", async () => {
    await writeTogether("r-1", "r-2", "report-1", "r-3");
    await app.rest();
    expect(await seen("r-1", "r-2", "r-3")).toEqual([1, 1, 1]);
    expect(putAside()).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 1 } }]);
  });

  test("that is killed in the middle gets the batch again", async () => {
    app.faults.add({ effect: "kill", when: "after", caller: "react", action: "UpdateItem", skip: 1 });
    await writeTogether("k-1", "k-2", "k-3");
    await app.rest();
    const [first = 0, second = 0, third] = await seen("k-1", "k-2", "k-3");
    expect(first).toBeGreaterThanOrEqual(1);
    expect(second).toBeGreaterThanOrEqual(2);
    expect(third).toBe(1);
    expect(putAside()).toEqual([]);
  });
});
