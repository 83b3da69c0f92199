import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import type { Disk } from "../base/disk.ts";
import type { Functions } from "./functions.ts";
import type { Health } from "../base/health.ts";
import { fieldsOf, type Fields, listOf, parseJson, textOf } from "../base/json.ts";
import { region } from "../template/arns.ts";
import type { FunctionPlan, QueuePlan, QueueSource } from "../template/resource-plans.ts";
import type { QueueMessage } from "../services/queue-messages.ts";
import type { Queues } from "../services/queues.ts";
import { md5, systemAttributes } from "../services/sqs-message.ts";

/** Gives the messages of a queue to a function. */
export interface QueueReader {
  readonly queue: QueuePlan;
  /** Reads what can be read now; what waits for more to fill its batch only when nothing more will come. */
  readonly pump: (more?: "will-come" | "none-comes") => void;
  /**
   * When what lies there is to be read, in milliseconds since 1970; undefined where nothing does, or nobody is free: who
   * ends reads on.
   */
  readonly nextDue: () => number | undefined;
  /** Hears of each batch that was worked on, however it ended. */
  readonly onEnded: (listener: () => void) => void;
  readonly close: () => void;
}

export interface QueueReaderParts {
  readonly source: QueueSource;
  readonly reader: FunctionPlan;
  readonly queue: QueuePlan;
  readonly queues: Queues;
  readonly functions: Functions;
  readonly activity: Activity;
  readonly clock: StackClock;
  /** Batches at a time. */
  readonly concurrency: number;
  /** Nothing is read while something is wrong: each reading that fails counts towards those after which it is put aside. */
  readonly health?: Health;
  readonly disk?: Disk;
}

/** Fewer messages are not worth a reader of their own. */
const smallestShare = 3;

const asEvent = (message: QueueMessage, queue: QueuePlan): Fields => ({
  messageId: message.id,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: systemAttributes(message),
  messageAttributes: Object.fromEntries(
    Object.entries(message.attributes).map(([name, value]) => {
      const { DataType, StringValue, BinaryValue } = fieldsOf(value);
      return [name, { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue }];
    }),
  ),
  md5OfBody: md5(message.body),
  eventSource: "aws:sqs",
  eventSourceARN: queue.arn,
  awsRegion: region,
});

/**
 * Reads as Lambda does: in batches; what the function handled is removed, what it reports as failed (or everything, when
 * it throws) shows again after the visibility timeout, and is put aside after too many readings.
 */
export const readQueue = (parts: QueueReaderParts): QueueReader => {
  const { source, reader, queue, queues, functions, activity, clock, concurrency, health, disk } = parts;
  const listeners: (() => void)[] = [];
  let running = 0;
  let closed = false;

  const failures = (payload: string | undefined, messages: readonly QueueMessage[]): ReadonlySet<string> => {
    if (!source.reportsItemFailures || payload === undefined) return new Set();
    const reported = listOf(fieldsOf(parseJson(payload))["batchItemFailures"]);
    const ids = reported.map((each) => textOf(fieldsOf(each)["itemIdentifier"]) ?? "");
    const known = ids.every((id) => messages.some((message) => message.id === id));
    return new Set(known ? ids : messages.map(({ id }) => id));
  };

  const handle = async (messages: readonly QueueMessage[]): Promise<void> => {
    const outcome = await functions.invoke(reader, { Records: messages.map((message) => asEvent(message, queue)) });
    if (!outcome.ok) return;
    const failed = failures(outcome.payload, messages);
    for (const message of messages) if (!failed.has(message.id)) queues.remove(message.receipt);
  };

  /** Until when what lies there waits for more; undefined where nothing does. */
  const waitsUntil = (): number | undefined => {
    const { count, since } = queues.readable(queue, source.batchSize);
    return since === undefined || count === source.batchSize ? since : since + source.gathersSeconds * 1000;
  };
  /** How many messages of the last ones a reader takes: those that are free share them. */
  const share = (): number => {
    const { count } = queues.readable(queue, source.batchSize * concurrency);
    return Math.min(Math.max(Math.ceil(count / (concurrency - running)), smallestShare), source.batchSize);
  };
  const pump: QueueReader["pump"] = (more = "will-come") => {
    while (!closed && running < concurrency && health?.problem() === undefined) {
      if (more === "will-come" && (waitsUntil() ?? 0) > clock.now()) return;
      const receive = () => queues.receive(queue, more === "none-comes" ? share() : source.batchSize);
      const messages = (disk === undefined ? receive() : disk.attempt(receive)) ?? [];
      if (messages.length === 0) return;
      const done = activity.begin();
      running += 1;
      const ended = (): void => {
        running -= 1;
        pump();
        for (const listener of listeners) listener();
        done();
      };
      void handle(messages).then(ended, ended);
    }
  };

  return {
    queue,
    pump,
    nextDue: () => (closed || running >= concurrency ? undefined : waitsUntil()),
    onEnded: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      closed = true;
    },
  };
};
