import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from "@aws-sdk/client-scheduler";
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { eventBridgeSchedules } from "../../lambdas/io/aws/schedules.ts";
import type { TimerMessage } from "../../schemas/model/messages.ts";
import { ReminderSubject } from "../../schemas/model/letter.ts";
import { at } from "../fixtures/changes.ts";

const message: TimerMessage = {
  reminderSubject: ReminderSubject.parse({
    kind: "focal-point",
    party: "FR",
    group: "c1-g1",
    dueAt: "2020-12-15T22:59:59.999Z",
    generation: 1,
  }),
  stepName: "d-7",
};
const now = at("2020-12-08T07:59:20.000Z");

/** Clients that answer one kind of command and throw on every other. */
const fakeSchedules = (answers: (command: unknown) => unknown) => {
  const commands: { input: unknown }[] = [];
  const send = async (command: { input: unknown }) => {
    commands.push(command);
    return answers(command);
  };
  const schedules = eventBridgeSchedules({
    scheduler: { send } as unknown as SchedulerClient,
    queues: { send } as unknown as SQSClient,
    group: "reminders",
    roleArn: "role",
    queueArn: "queue-arn",
    queueUrl: "queue-url",
  });
  return { schedules, commands };
};
const only = (kind: new (...given: never[]) => unknown, answer: () => unknown) => (command: unknown) => {
  if (command instanceof kind) return answer();
  throw new Error("This command was not expected");
};

describe("arming", () => {
  test("makes a one-time schedule in UTC that deletes itself and rings the alarms queue, in the second after a fraction of one", async () => {
    const { schedules, commands } = fakeSchedules(only(CreateScheduleCommand, () => ({})));
    await schedules.arm("focal-point-0a", at("2020-12-08T08:00:20.001Z"), message, now);
    expect(commands.map(({ input }) => input)).toEqual([
      {
        Name: "focal-point-0a",
        GroupName: "reminders",
        ScheduleExpression: "at(2020-12-08T08:00:21)",
        ScheduleExpressionTimezone: "UTC",
        FlexibleTimeWindow: { Mode: "OFF" },
        ActionAfterCompletion: "DELETE",
        Target: { Arn: "queue-arn", RoleArn: "role", Input: JSON.stringify(message) },
      },
    ]);
  });

  test.each([
    [
      "within the minute, rings when it has come and not before: an early alarm would arm itself again",
      "2020-12-08T08:00:00.000Z",
      40,
    ],
    ["that is a fraction of a second ahead, rings a second later", "2020-12-08T07:59:20.001Z", 1],
    ["that is now, rings at once", "2020-12-08T07:59:20.000Z", 0],
    ["that has passed, rings at once", "2020-12-01T08:00:00.000Z", 0],
  ])("an instant %s", async (_, instant, DelaySeconds) => {
    const { schedules, commands } = fakeSchedules(only(SendMessageCommand, () => ({})));
    await schedules.arm("focal-point-0a", at(instant), message, now);
    expect(commands.map(({ input }) => input)).toEqual([
      { QueueUrl: "queue-url", MessageBody: JSON.stringify(message), DelaySeconds },
    ]);
  });

  test("twice is arming once, and what is not there is disarmed", async () => {
    const there = new ConflictException({ message: "exists", Message: "exists", $metadata: {} });
    const gone = new ResourceNotFoundException({ message: "gone", Message: "gone", $metadata: {} });
    const arming = fakeSchedules(only(CreateScheduleCommand, () => Promise.reject(there)));
    await expect(
      arming.schedules.arm("focal-point-0a", at("2020-12-14T08:00:00.000Z"), message, now),
    ).resolves.toBeUndefined();
    const disarming = fakeSchedules(only(DeleteScheduleCommand, () => Promise.reject(gone)));
    await expect(disarming.schedules.disarm("focal-point-0a")).resolves.toBeUndefined();
  });

  test("that the scheduler refuses for another reason fails loudly", async () => {
    const { schedules } = fakeSchedules(only(CreateScheduleCommand, () => Promise.reject(new Error("throttled"))));
    await expect(schedules.arm("focal-point-0a", at("2020-12-14T08:00:00.000Z"), message, now)).rejects.toThrow(
      "throttled",
    );
  });
});

test("timers are listed in pages", async () => {
  const { schedules, commands } = fakeSchedules(
    only(ListSchedulesCommand, () => ({ Schedules: [{ Name: "a" }, {}, { Name: "b" }], NextToken: "on" })),
  );
  expect(await schedules.armed({ limit: 500 })).toEqual({ items: ["a", "b"], next: "on" });
  expect(commands.map(({ input }) => input)).toEqual([
    { GroupName: "reminders", MaxResults: 100, NextToken: undefined },
  ]);
});
