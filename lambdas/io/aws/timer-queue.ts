import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Timers } from "../ports/schedules.ts";

/** Fires timers immediately, for a function that may send to the timers queue and arm nothing. Timers may repeat. */
export const sqsTimers = (queues: SQSClient, url: string): Timers => ({
  fire: async (message) => {
    await queues.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
  },
});
