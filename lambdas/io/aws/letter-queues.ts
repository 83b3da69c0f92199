import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { LetterQueue } from "../../../domain/letters/queues.ts";
import type { SendMessage } from "../../../schemas/model/messages.ts";
import type { LetterQueues } from "../ports/outbox.ts";

/** Amazon SQS accepts at most ten messages in one call. */
const most = 10;

/** The address of each queue, or undefined in a function that never sends letters to that queue. */
export type QueueUrls = Readonly<Record<LetterQueue, string | undefined>>;

/**
 * Returns the queues of letters at their addresses. Ordering throws if any order was not taken, or the queue is not
 * known; orders may repeat.
 */
export const letterQueuesAt = (urls: QueueUrls): LetterQueues => {
  const queues = new SQSClient({});
  return {
    order: async (letters, seconds = 0, { queue } = { queue: "deadline-letters" }) => {
      const url = urls[queue];
      if (url === undefined) throw new Error(`This function was not given the queue of ${queue}`);
      for (let from = 0; from < letters.length; from += most) {
        const slice = letters.slice(from, from + most);
        const entries = slice.map((letter, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify({ letter } satisfies SendMessage),
          DelaySeconds: seconds,
        }));
        const answer = await queues.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
        const refused = answer.Failed ?? [];
        if (refused.length > 0) throw new Error(`The queue refused ${refused.length} orders: ${refused[0]?.Code}`);
      }
    },
  };
};
