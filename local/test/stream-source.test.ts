import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newActivity } from "../base/activity.ts";
import { openStackClock } from "../base/clock.ts";
import { newHealth } from "../base/health.ts";
import { fieldsOf, type Fields, listOf } from "../base/json.ts";
import { openStateDb, type StateDb } from "../base/state-db.ts";
import type { Functions } from "../runtime/functions.ts";
import { readStream, type StreamReader } from "../runtime/stream-source.ts";
import type { EngineClient } from "../services/engine-client.ts";
import { openQueues } from "../services/queues.ts";
import type { FunctionPlan, StreamSource } from "../template/resource-plans.ts";

const source: StreamSource = {
  id: "Stream",
  sourceArn: "arn:aws:dynamodb:local:000000000000:table/journal/stream/local",
  functionName: "react",
  batchSize: 10,
  reportsItemFailures: false,
  retries: 2,
  maximumAgeSeconds: Infinity,
  bisects: false,
  startsAt: "TRIM_HORIZON",
};
const plan: FunctionPlan = {
  name: "react",
  arn: "arn:aws:lambda:local:000000000000:function:react",
  aliases: [],
  physicalName: "react",
  logicalId: "react",
  directory: "",
  exported: "handler",
  timeoutSeconds: 10,
  memoryMegabytes: 128,
  environment: {},
};

let stateDb: StateDb;
let reader: StreamReader;
/** The engine's answer to GetRecords. */
let answer: () => Promise<Fields>;
/** The events that the function received. */
let given: number[];
let release: (() => void)[];

const engine: EngineClient = {
  pass: () => Promise.reject(new Error("not called here")),
  call: () => Promise.reject(new Error("not called here")),
  stream: (operation) => {
    if (operation === "DescribeStream") return Promise.resolve({ StreamDescription: { Shards: [{ ShardId: "one" }] } });
    if (operation === "GetShardIterator") return Promise.resolve({ ShardIterator: "at" });
    return answer();
  },
  close: () => undefined,
};
/** A function that works on each batch until it is released. */
const functions: Functions = {
  find: () => plan,
  invoke: (_plan, event) =>
    new Promise((resolve) => {
      given.push(listOf(fieldsOf(event)["Records"]).length);
      release.push(() => resolve({ ok: true, payload: undefined }));
    }),
  kill: () => undefined,
  logOf: () => "",
  close: () => Promise.resolve(),
};

const record = (number: string): Fields => ({ dynamodb: { SequenceNumber: number, ApproximateCreationDateTime: 1 } });
const nothing: Fields = { Records: [], NextShardIterator: "at" };

beforeEach(() => {
  given = [];
  release = [];
  stateDb = openStateDb(undefined);
  answer = () => Promise.resolve(nothing);
});
afterEach(async () => {
  await reader.close();
  stateDb.close();
});

/** Opens a reader, which begins to read at once. */
const open = (): void => {
  const activity = newActivity();
  const clock = openStackClock(0, () => undefined);
  const queues = openQueues({ stateDb, clock, activity, queues: [] });
  reader = readStream({
    source,
    reader: plan,
    engine,
    streamArn: "stream",
    stateDb,
    queues,
    functions,
    activity,
    clock,
    health: newHealth(),
  });
};

/** Opens a reader, and waits until it has come to the end of the stream. */
const openAtEnd = async (): Promise<void> => {
  open();
  await reader.drained();
};

describe("a caller that waits for the end of a stream", () => {
  test("is notified once the engine runs again, if it dies meanwhile", async () => {
    await openAtEnd();
    const firstRead = Promise.withResolvers<void>();
    const died = Promise.withResolvers<Fields>();
    answer = () => {
      firstRead.resolve();
      return died.promise;
    };
    const drained = reader.drained();
    await firstRead.promise;
    answer = () => Promise.resolve(nothing);
    died.reject(new Error("ECONNRESET"));
    reader.wake();
    await expect(drained).resolves.toBeUndefined();
  });

  test("waits for what is read and not handled yet", async () => {
    answer = () => {
      answer = () => Promise.resolve(nothing);
      return Promise.resolve({ Records: [record("1"), record("2")], NextShardIterator: "behind" });
    };
    open();
    let isDrained = false;
    const drained = reader.drained().then(() => (isDrained = true));
    await expect.poll(() => given).toEqual([2]);
    expect(isDrained).toBe(false);
    release[0]?.();
    await drained;
    expect(stateDb.setting("position Stream stream")).toBe("2");
  });

  test("is let go when the reader is closed, whatever it does then", async () => {
    await openAtEnd();
    const batch = Promise.withResolvers<Fields>();
    const firstRead = Promise.withResolvers<void>();
    answer = () => {
      firstRead.resolve();
      return batch.promise;
    };
    const drained = reader.drained();
    await firstRead.promise;
    const closed = reader.close();
    batch.resolve({ Records: [record("1")], NextShardIterator: "behind" });
    await closed;
    await expect(drained).resolves.toBeUndefined();
    expect(given).toEqual([]);
  });
});
