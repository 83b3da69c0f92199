import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Activity, newActivity } from "../base/activity.ts";
import { type StackClock, openStackClock } from "../base/clock.ts";
import type { Functions } from "../runtime/functions.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { fieldsOf, listOf } from "../base/json.ts";
import type { FunctionPlan, QueuePlan } from "../template/resource-plans.ts";
import { type QueueReader, readQueue } from "../runtime/queue-source.ts";
import { openQueues, type Queues } from "../services/queues.ts";
import { openStateDb, type StateDb } from "../base/state-db.ts";

const queue: QueuePlan = {
  name: "work",
  arn: "arn:aws:sqs:local:000000000000:work",
  url: "http://localhost/work",
  delaySeconds: 0,
  visibilitySeconds: 60,
  retentionSeconds: 3600,
  maximumBytes: 262_144,
};
const plan: FunctionPlan = {
  name: "worker",
  arn: "arn:aws:lambda:local:000000000000:function:worker",
  aliases: [],
  physicalName: "worker",
  logicalId: "worker",
  directory: "",
  exported: "handler",
  timeoutSeconds: 10,
  memoryMegabytes: 128,
  environment: {},
};

let stateDb: StateDb;
let clock: StackClock;
let queues: Queues;
/** Sizes of the batches, in their order. */
let batches: number[];
let release: (() => void)[];
let activity: Activity;
beforeEach(() => {
  activity = newActivity();
  stateDb = openStateDb(undefined);
  clock = openStackClock(0, () => undefined);
  queues = openQueues({ stateDb, clock, activity, queues: [queue] });
  batches = [];
  release = [];
  reported = undefined;
});
afterEach(() => stateDb.close());

/** The function's report for each batch. */
let reported: string | undefined;
/** A function that works on each batch until it is released. */
const functions: Functions = {
  find: () => plan,
  invoke: (_plan, event) =>
    new Promise<Outcome>((resolve) => {
      batches.push(listOf(fieldsOf(event)["Records"]).length);
      release.push(() => resolve({ ok: true, payload: reported }));
    }),
  kill: () => undefined,
  logOf: () => "",
  close: () => Promise.resolve(),
};
const reading = (gathersSeconds: number, concurrency = 1, reportsItemFailures = false): QueueReader => {
  const source = {
    id: "Work",
    sourceArn: queue.arn,
    functionName: plan.name,
    batchSize: 10,
    gathersSeconds,
    reportsItemFailures,
    concurrency,
  };
  return readQueue({ source, reader: plan, queue, queues, functions, activity, clock, concurrency });
};
const send = (count: number): void => {
  for (let sent = 0; sent < count; sent++) queues.send(queue, { body: "work" });
};
const pass = (milliseconds: number): void => clock.jumpTo(clock.now() + milliseconds);

describe("a reader that waits for others to fill its batch", () => {
  test("gives a full batch at once, and what is left when its time has passed", () => {
    const reader = reading(5, 3);
    send(13);
    reader.poll();
    expect(batches).toEqual([10]);
    const due = reader.nextDue() ?? NaN;
    expect(due - clock.now()).toBeGreaterThan(4_000);
    pass(due - clock.now());
    reader.poll();
    expect(batches).toEqual([10, 3]);
    expect(reader.nextDue()).toBeUndefined();
  });

  test("counts from the first message that waits, not from the last", () => {
    const reader = reading(5);
    send(1);
    pass(3_000);
    send(1);
    reader.poll();
    expect(batches).toEqual([]);
    pass(2_000);
    reader.poll();
    expect(batches).toEqual([2]);
  });

  test("gives what there is when nothing more will come, shared among those who are free", () => {
    const reader = reading(5, 2);
    send(8);
    reader.poll("none-comes");
    expect(batches).toEqual([4, 4]);
  });

  test("leaves a few to one reader", () => {
    const reader = reading(5, 2);
    send(3);
    reader.poll("none-comes");
    expect(batches).toEqual([3]);
  });

  test("is due for nothing while no reader is free, and says when one is", async () => {
    const reader = reading(5);
    let endCount = 0;
    reader.onEnded(() => {
      endCount += 1;
    });
    send(13);
    reader.poll();
    pass(6_000);
    expect([batches, endCount, reader.nextDue()]).toEqual([[10], 0, undefined]);
    send(1);
    release[0]?.();
    await new Promise(setImmediate);
    expect([batches, endCount, reader.nextDue()]).toEqual([[10, 4], 1, undefined]);
    release[1]?.();
    await activity.idle();
    send(2);
    expect([endCount, (reader.nextDue() ?? NaN) > clock.now()]).toEqual([2, true]);
  });

  test("that has no time to wait for gives each message at once", () => {
    const reader = reading(0, 3);
    send(1);
    reader.poll();
    send(2);
    reader.poll();
    expect(batches).toEqual([1, 2]);
  });
});

describe("a batch", () => {
  const itemFailures = (...ids: readonly string[]): string =>
    JSON.stringify({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });
  const shownAgain = async (ids: readonly string[]): Promise<number> => {
    reported = itemFailures(...ids);
    reading(0, 1, true).poll();
    release[0]?.();
    await activity.idle();
    return queues.counts(queue).inFlight;
  };

  test("of which one message failed shows that one again", async () => {
    const failed = queues.send(queue, { body: "work" });
    send(2);
    expect(await shownAgain([failed])).toBe(1);
  });

  test("of which a failure is reported that is none of its messages shows again as a whole", async () => {
    send(3);
    expect(await shownAgain(["another-message"])).toBe(3);
  });
});

describe("a queue that was found empty", () => {
  test("is found as it is after a restart, whatever is sent for later", () => {
    send(1);
    const again = openQueues({ stateDb, clock, activity, queues: [queue] });
    again.send(queue, { body: "later", delaySeconds: 30 });
    expect(again.readable(queue, 10).count).toBe(1);
  });

  test("is looked at again after a message, also one that shows later or again", async () => {
    const reader = reading(0);
    const given = () => queues.readable(queue, 10).count;
    expect(given()).toBe(0);
    queues.send(queue, { body: "later", delaySeconds: 30 });
    expect(given()).toBe(0);
    pass(30_000);
    expect(given()).toBe(1);
    const [message] = queues.receive(queue, 10);
    expect(given()).toBe(0);
    pass(60_000);
    expect(given()).toBe(1);
    const [again] = queues.receive(queue, 10);
    expect([message?.receiveCount, again?.receiveCount]).toEqual([1, 2]);
    expect(given()).toBe(0);
    expect(queues.hide(again?.receipt ?? "", 0)).toBe(true);
    expect(given()).toBe(1);
    reader.poll();
    expect(batches).toEqual([1]);
    release[0]?.();
    await activity.idle();
    expect(queues.counts(queue)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });
});
