import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { SendMessage } from "../../schemas/messages.ts";
import type { LetterQueues } from "./ports.ts";

/** Amazon SQS takes at most ten messages at once. */
const most = 10;

/** Orders letters on the queue of deadline letters. Throws when any order was not taken; orders may repeat. */
export const sqsLetterQueues = (queues: SQSClient, url: string): LetterQueues => ({
  order: async (letters, seconds = 0) => {
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
});
