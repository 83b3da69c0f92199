import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Timers } from "../ports/schedules.ts";

/** Fires at once, for a function that may put messages on the timers queue and arm nothing. Timers may repeat. */
export const sqsTimers = (queues: SQSClient, url: string): Timers => ({
  fire: async (message) => {
    await queues.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
  },
});
