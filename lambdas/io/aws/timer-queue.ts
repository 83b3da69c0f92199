import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Alarms } from "../ports/scheduling.ts";

/** Rings at once, for a function that may put messages on the alarms queue and arm nothing. Alarms may repeat. */
export const sqsAlarms = (queues: SQSClient, url: string): Alarms => ({
  ring: async (message) => {
    await queues.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
  },
});
