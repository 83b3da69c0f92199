import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import type { Disk } from "../base/disk.ts";
import type { Functions } from "./functions.ts";
import type { Health } from "../base/health.ts";
import { itemFailures } from "./item-failures.ts";
import { fieldsOf, type Fields } from "../base/json.ts";
import { region } from "../template/arns.ts";
import type { FunctionPlan, QueuePlan, QueueSource } from "../template/resource-plans.ts";
import type { QueueMessage } from "../services/queue-messages.ts";
import type { Queues } from "../services/queues.ts";
import { md5, systemAttributes } from "../services/sqs-message.ts";

/** Gives the messages of a queue to a function. */
export interface QueueReader {
  readonly queue: QueuePlan;
  /** Reads what can be read now; what waits for more to fill its batch only when nothing more will come. */
  readonly poll: (more?: "will-come" | "none-comes") => void;
  /**
   * Returns the time of the next read, in milliseconds since 1970, or undefined if the queue is empty or no reader is
   * free: a reader that finishes reads again.
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

/** The ids of messages that the function reports as failed; all of them where it names one that it was not given. */
const failedIds = (payload: string, messages: readonly QueueMessage[]): ReadonlySet<string> => {
  const ids = itemFailures(payload);
  const known = ids.every((id) => messages.some((message) => message.id === id));
  return new Set(known ? ids : messages.map(({ id }) => id));
};

/** Gives messages to the function, and removes those that it has handled. */
const handleMessages = async (parts: QueueReaderParts, messages: readonly QueueMessage[]): Promise<void> => {
  const { source, reader, queue, queues, functions } = parts;
  const outcome = await functions.invoke(reader, { Records: messages.map((message) => asEvent(message, queue)) });
  if (!outcome.ok) return;
  const reports = source.reportsItemFailures && outcome.payload !== undefined;
  const failed = reports ? failedIds(outcome.payload, messages) : new Set();
  for (const { id, receipt } of messages) if (!failed.has(id)) queues.remove(receipt);
};

/**
 * Reads as Lambda does: in batches; what the function handled is removed, what it reports as failed (or everything, when
 * it throws) shows again after the visibility timeout, and is put aside after too many readings.
 */
export const readQueue = (parts: QueueReaderParts): QueueReader => {
  const { source, queue, queues, activity, clock, concurrency, health, disk } = parts;
  const listeners: (() => void)[] = [];
  let running = 0;
  let closed = false;

  /** Until when what lies there waits for more; undefined where nothing does. */
  const waitsUntil = (): number | undefined => {
    const { count, since } = queues.readable(queue, source.batchSize);
    return since === undefined || count === source.batchSize ? since : since + source.gathersSeconds * 1000;
  };
  /** Returns the number of messages that a reader takes near the end of the queue: the free readers share them. */
  const share = (): number => {
    const { count } = queues.readable(queue, source.batchSize * concurrency);
    return Math.min(Math.max(Math.ceil(count / (concurrency - running)), smallestShare), source.batchSize);
  };
  const poll: QueueReader["poll"] = (more = "will-come") => {
    while (!closed && running < concurrency && health?.problem() === undefined) {
      if (more === "will-come" && (waitsUntil() ?? 0) > clock.now()) return;
      const receive = () => queues.receive(queue, more === "none-comes" ? share() : source.batchSize);
      const messages = (disk === undefined ? receive() : disk.attempt(receive)) ?? [];
      if (messages.length === 0) return;
      begin(messages);
    }
  };
  const begin = (messages: readonly QueueMessage[]): void => {
    const done = activity.begin();
    running += 1;
    const end = (): void => {
      running -= 1;
      poll();
      for (const listener of listeners) listener();
      done();
    };
    // Where it fails, its messages show again after their visibility timeout.
    void handleMessages(parts, messages).then(end, end);
  };

  return {
    queue,
    poll,
    nextDue: () => (closed || running >= concurrency ? undefined : waitsUntil()),
    onEnded: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      closed = true;
    },
  };
};
