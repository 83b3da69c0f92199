import { SQSClient } from "@aws-sdk/client-sqs";
import { sqsAlarms } from "../aws/timer-queue.ts";
import { needed } from "../env.ts";

export const alarms = sqsAlarms(new SQSClient({}), needed("ALARMS_QUEUE_URL"));
