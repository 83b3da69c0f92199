import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from "@aws-sdk/client-scheduler";
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { epochOf, later } from "../../../domain/base/time.ts";
import type { Schedules } from "../ports/schedules.ts";

export interface SchedulesSettings {
  readonly scheduler: SchedulerClient;
  readonly queues: SQSClient;
  readonly group: string;
  readonly roleArn: string;
  readonly queueArn: string;
  readonly queueUrl: string;
}

/**
 * One-time schedules of EventBridge Scheduler on the timers queue, deleted after they fired. A schedule is never
 * updated, because an update resets omitted settings: another date has another name.
 */
export const eventBridgeSchedules = (settings: SchedulesSettings): Schedules => ({
  arm: async (name, at, message, now) => {
    const body = JSON.stringify(message);
    // Scheduler refuses the past and takes up to a minute anyway. A timer that came early would arm itself again.
    if (at <= later(now, { minutes: 1 })) {
      const seconds = Math.max(0, Math.ceil((epochOf(at) - epochOf(now)) / 1000));
      await settings.queues.send(
        new SendMessageCommand({ QueueUrl: settings.queueUrl, MessageBody: body, DelaySeconds: seconds }),
      );
      return;
    }
    const schedule = new CreateScheduleCommand({
      Name: name,
      GroupName: settings.group,
      // To the second, and never before the instant: what comes early is not due yet.
      ScheduleExpression: `at(${later(at, { milliseconds: 999 }).slice(0, 19)})`,
      ScheduleExpressionTimezone: "UTC",
      FlexibleTimeWindow: { Mode: "OFF" },
      ActionAfterCompletion: "DELETE",
      Target: { Arn: settings.queueArn, RoleArn: settings.roleArn, Input: body },
    });
    await settings.scheduler.send(schedule).catch(unless(ConflictException));
  },
  disarm: async (name) => {
    const schedule = new DeleteScheduleCommand({ Name: name, GroupName: settings.group });
    await settings.scheduler.send(schedule).catch(unless(ResourceNotFoundException));
  },
  armed: async ({ limit, after }) => {
    const answer = await settings.scheduler.send(
      new ListSchedulesCommand({ GroupName: settings.group, MaxResults: Math.min(limit, 100), NextToken: after }),
    );
    const items = (answer.Schedules ?? []).flatMap(({ Name }) => (Name === undefined ? [] : [Name]));
    return answer.NextToken === undefined ? { items } : { items, next: answer.NextToken };
  },
});

/** Treats one kind of error as success, because it means that the intended state exists. */
const unless =
  (wanted: new (...given: never[]) => Error) =>
  (error: unknown): void => {
    if (!(error instanceof wanted)) throw error;
  };
