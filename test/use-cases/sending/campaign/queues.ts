import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { newActivity } from "../../../../local/base/activity.ts";
import type { Functions } from "../../../../local/runtime/functions.ts";
import type { FunctionPlan, QueuePlan, QueueSource } from "../../../../local/template/resource-plans.ts";
import { type QueueReader, readQueue } from "../../../../local/runtime/queue-source.ts";
import { openQueues, type Queues } from "../../../../local/services/queues.ts";
import { openStateDb } from "../../../../local/base/state-db.ts";
import type { Time } from "./time.ts";

/** A function as its queue calls it; what it throws, or that it dies, lets the messages come again. */
export type Handler = (event: SQSEvent) => Promise<SQSBatchResponse>;

const names = ["letters", "bulletins", "receipts"] as const;
export type QueueName = (typeof names)[number];

export interface PostQueues {
  readonly send: (queue: QueueName, body: unknown, delaySeconds?: number) => void;
  /** Reads a queue with a function, as many batches at once as it has readers. */
  readonly read: (queue: QueueName, handler: Handler, readers: number) => void;
  /** Reads what is to be seen now; called when a time was put forward. */
  readonly pump: () => void;
  /** Resolves when no message is being processed. */
  readonly idle: () => Promise<void>;
  /** Returns the number of visible messages that no function has read yet. */
  readonly visible: (queue: QueueName) => number;
  /** Returns the moment at which the next hidden message becomes visible, in milliseconds since 1970. */
  readonly nextDue: () => number | undefined;
  /** Messages that were received too often. */
  readonly deadLetters: (queue: QueueName) => number;
  readonly close: () => void;
}

const batchSize = 10;
const attempts = 5;
const plan = (name: string, visibilitySeconds: number, aside?: string): QueuePlan => ({
  name,
  arn: `arn:aws:sqs:local:000000000000:${name}`,
  url: `http://localhost/${name}`,
  delaySeconds: 0,
  visibilitySeconds,
  retentionSeconds: 14 * 24 * 3600,
  maximumBytes: 262_144,
  ...(aside === undefined
    ? {}
    : { redrive: { arn: `arn:aws:sqs:local:000000000000:${aside}`, maxReceiveCount: attempts } }),
});
const functionOf = (name: string): FunctionPlan => ({
  name,
  arn: `arn:aws:lambda:local:000000000000:function:${name}`,
  aliases: [],
  physicalName: name,
  logicalId: name,
  directory: "",
  exported: "handler",
  timeoutSeconds: 60,
  memoryMegabytes: 512,
  environment: {},
});

/** Returns the queues of the local runtime, read as it reads them, on a time of the test's. */
export const openPostQueues = (time: Time): PostQueues => {
  const stateDb = openStateDb(undefined);
  const activity = newActivity();
  const visibility = { letters: 360, bulletins: 360, receipts: 180 };
  const plans = names.flatMap((name) => [plan(name, visibility[name], `${name}-dead`), plan(`${name}-dead`, 30)]);
  const queues: Queues = openQueues({ stateDb, clock: time.app, activity, queues: plans });
  const planOf = (name: string): QueuePlan => {
    const found = queues.find(name);
    if (found === undefined) throw new Error(`There is no queue ${name}`);
    return found;
  };

  const readers: QueueReader[] = [];
  let closed = false;
  let nextLook = Infinity;
  const look = (): void => {
    if (closed) return;
    for (const reader of readers) reader.poll();
    const due = queues.nextDue(readers.map(({ queue }) => queue));
    if (due !== undefined) lookAt(due);
  };
  const lookAt = (moment: number): void => {
    if (moment >= nextLook) return;
    nextLook = moment;
    void wait(moment);
  };
  const wait = async (moment: number): Promise<void> => {
    await time.pass(moment - time.now());
    if (nextLook !== moment) return;
    nextLook = Infinity;
    look();
  };
  queues.onChange(() => lookAt(time.now() + 1));

  return {
    send: (queue, body, delaySeconds = 0) =>
      void queues.send(planOf(queue), { body: JSON.stringify(body), delaySeconds }),
    read: (name, handler, concurrency) => {
      const functions: Functions = {
        find: () => undefined,
        invoke: async (_plan, event) => {
          try {
            return { ok: true, payload: JSON.stringify(await handler(event as SQSEvent)) };
          } catch (error) {
            return { ok: false, errorType: "Error", message: String(error) };
          }
        },
        kill: () => undefined,
        logOf: () => "",
        close: () => Promise.resolve(),
      };
      const queue = planOf(name);
      const source: QueueSource = {
        id: name,
        sourceArn: queue.arn,
        functionName: name,
        batchSize,
        gathersSeconds: 0,
        reportsItemFailures: true,
        concurrency,
      };
      readers.push(
        readQueue({
          source,
          reader: functionOf(name),
          queue,
          queues,
          functions,
          activity,
          clock: time.app,
          concurrency,
        }),
      );
      lookAt(time.now() + 1);
    },
    pump: () => {
      nextLook = Infinity;
      look();
    },
    idle: activity.idle,
    visible: (queue) => queues.counts(planOf(queue)).visible,
    nextDue: () => queues.nextDue(names.map(planOf)),
    deadLetters: (queue) => queues.peek(planOf(`${queue}-dead`)).length,
    close: () => {
      closed = true;
      for (const reader of readers) reader.close();
      stateDb.close();
    },
  };
};
