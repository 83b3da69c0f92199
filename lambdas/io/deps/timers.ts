import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SQSClient } from "@aws-sdk/client-sqs";
import { requiredVariable } from "../env.ts";
import { eventBridgeSchedules } from "../aws/schedules.ts";

export const schedules = eventBridgeSchedules({
  scheduler: new SchedulerClient({}),
  queues: new SQSClient({}),
  group: requiredVariable("SCHEDULE_GROUP"),
  roleArn: requiredVariable("SCHEDULER_ROLE_ARN"),
  queueArn: requiredVariable("TIMERS_QUEUE_ARN"),
  queueUrl: requiredVariable("TIMERS_QUEUE_URL"),
});
