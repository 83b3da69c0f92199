import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Rounds } from "../ports/schedules.ts";

/** Continues a sweep by a message on the queue at an address. Messages may repeat. */
export const roundsAt = (url: string): Rounds => {
  const queues = new SQSClient({});
  return {
    goOn: async (message) => {
      await queues.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
    },
  };
};
