import { SQSClient } from "@aws-sdk/client-sqs";
import { sqsTimers } from "../aws/timer-queue.ts";
import { requiredVariable } from "../env.ts";

export const timers = sqsTimers(new SQSClient({}), requiredVariable("TIMERS_QUEUE_URL"));
