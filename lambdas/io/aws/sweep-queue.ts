import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { SweepQueue } from "../ports/schedules.ts";

/** Continues a sweep by a message on the queue at an address. Messages may repeat. */
export const sweepQueueAt = (url: string): SweepQueue => {
  const queues = new SQSClient({});
  return {
    enqueue: async (message) => {
      await queues.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
    },
  };
};
