import { SQSClient } from "@aws-sdk/client-sqs";
import { sqsTimers } from "../aws/timer-queue.ts";
import { needed } from "../env.ts";

export const timers = sqsTimers(new SQSClient({}), needed("TIMERS_QUEUE_URL"));
