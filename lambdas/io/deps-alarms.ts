import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SQSClient } from "@aws-sdk/client-sqs";
import { needed } from "./env.ts";
import { sqsLetterQueues } from "./letter-queues.ts";
import { eventBridgeSchedules } from "./schedules.ts";

const queues = new SQSClient({});

export const letterQueues = sqsLetterQueues(queues, needed("DEADLINE_LETTERS_QUEUE_URL"));

export const schedules = eventBridgeSchedules({
  scheduler: new SchedulerClient({}),
  queues,
  group: needed("SCHEDULE_GROUP"),
  roleArn: needed("SCHEDULER_ROLE_ARN"),
  queueArn: needed("ALARMS_QUEUE_ARN"),
  queueUrl: needed("ALARMS_QUEUE_URL"),
});
