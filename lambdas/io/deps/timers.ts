import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SQSClient } from "@aws-sdk/client-sqs";
import { needed } from "../env.ts";
import { eventBridgeSchedules } from "../aws/schedules.ts";

export const schedules = eventBridgeSchedules({
  scheduler: new SchedulerClient({}),
  queues: new SQSClient({}),
  group: needed("SCHEDULE_GROUP"),
  roleArn: needed("SCHEDULER_ROLE_ARN"),
  queueArn: needed("TIMERS_QUEUE_ARN"),
  queueUrl: needed("TIMERS_QUEUE_URL"),
});
