import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readExpression } from "../base/schedule-expressions.ts";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, handled, queueOf, sampleStack } from "./support.ts";

let app: LocalStack;
let clients: Clients;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
});
afterAll(() => app.close());

const wanted = (name: string, at: string, body = name, queue = "Work") => ({
  Name: name,
  GroupName: "reminders",
  ScheduleExpression: `at(${at})`,
  ScheduleExpressionTimezone: "UTC",
  FlexibleTimeWindow: { Mode: "OFF" as const },
  ActionAfterCompletion: "DELETE" as const,
  Target: { Arn: queueOf(app, queue).arn, RoleArn: "arn:aws:iam::000000000000:role/clock", Input: body },
});
const arm = (...given: Parameters<typeof wanted>) =>
  clients.scheduler.send(new CreateScheduleCommand(wanted(...given)));
const find = (Name: string) => clients.scheduler.send(new GetScheduleCommand({ Name, GroupName: "reminders" }));
const times = async (id: string) => (await handled(app, clients, id, "work")).times;

describe("a one-time schedule", () => {
  test("is returned as it was requested", async () => {
    await arm("returned", "2030-01-01T00:00:00");
    const { $metadata: _metadata, ...schedule } = await find("returned");
    expect(schedule).toMatchObject({ ...wanted("returned", "2030-01-01T00:00:00"), State: "ENABLED" });
    expect(schedule.Arn).toBe("arn:aws:scheduler:eu-central-1:000000000000:schedule/reminders/returned");
    expect(schedule.CreationDate?.getUTCFullYear()).toBe(2020);
    await clients.scheduler.send(new DeleteScheduleCommand({ Name: "returned", GroupName: "reminders" }));
    await expect(find("returned")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  test("fires at its time, not before, once, and is gone then", async () => {
    await arm("due", "2020-12-03T09:00:00");
    await app.moveTo("2020-12-03T08:59:59Z");
    expect(await times("due")).toBe(0);
    await app.moveTo("2020-12-03T09:00:00Z");
    expect(await times("due")).toBe(1);
    await expect(find("due")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    await app.moveTo("2020-12-04T09:00:00Z");
    expect(await times("due")).toBe(1);
  });

  test("is seen by its function at its own time, also when the clock goes much further", async () => {
    await arm("on-time", "2020-12-05T09:00:00");
    await app.moveTo("2020-12-07T09:00:00Z");
    expect((await handled(app, clients, "on-time", "work")).lastAt).toMatch(/^2020-12-05T09:00:0/u);
  });

  test("of a time that has passed fires at once", async () => {
    await arm("late", "2020-11-01T09:00:00");
    await app.rest();
    expect(await times("late")).toBe(1);
  });

  test("follows the time zone that it names", async () => {
    const vienna = { ...wanted("vienna", "2020-12-08T09:00:00"), ScheduleExpressionTimezone: "Europe/Vienna" };
    await clients.scheduler.send(new CreateScheduleCommand(vienna));
    await app.moveTo("2020-12-08T08:00:01Z");
    expect(await times("vienna")).toBe(1);
  });

  test("can be armed once only under one name", async () => {
    await arm("twice", "2030-01-01T00:00:00");
    await expect(arm("twice", "2030-01-02T00:00:00")).rejects.toMatchObject({
      name: "ConflictException",
      $metadata: { httpStatusCode: 409 },
    });
  });

  test("armed again with the same client token is the same one", async () => {
    const input = { ...wanted("token", "2030-01-01T00:00:00"), ClientToken: "same" };
    await clients.scheduler.send(new CreateScheduleCommand(input));
    await expect(clients.scheduler.send(new CreateScheduleCommand(input))).resolves.toMatchObject({
      ScheduleArn: "arn:aws:scheduler:eu-central-1:000000000000:schedule/reminders/token",
    });
  });

  test("loses what an update leaves out", async () => {
    await arm("updated", "2030-01-01T00:00:00");
    const { ActionAfterCompletion: _action, ...rest } = wanted("updated", "2030-01-02T00:00:00");
    await clients.scheduler.send(new UpdateScheduleCommand(rest));
    expect(await find("updated")).not.toHaveProperty("ActionAfterCompletion");
  });

  test.each([
    ["an expression that is none", { ScheduleExpression: "at(tomorrow)" }, "ValidationException"],
    ["a name that is too long", { Name: "x".repeat(65) }, "ValidationException"],
    ["a group that does not exist", { GroupName: "none" }, "ResourceNotFoundException"],
    ["a target that does not exist", { Target: { Arn: "arn:aws:sqs:x:1:none", RoleArn: "r" } }, "ValidationException"],
  ])("is refused for %s", async (_why, more, name) => {
    const command = new CreateScheduleCommand({ ...wanted("bad", "2030-01-01T00:00:00"), ...more });
    await expect(clients.scheduler.send(command)).rejects.toMatchObject({ name });
  });
});

describe("the list of schedules", () => {
  test("comes in pages, by group and beginning of the name", async () => {
    for (const number of [1, 2, 3, 4, 5]) await arm(`page-${number}`, "2030-01-01T00:00:00");
    const page = (NextToken?: string) =>
      clients.scheduler.send(
        new ListSchedulesCommand({ GroupName: "reminders", NamePrefix: "page-", MaxResults: 2, NextToken }),
      );
    const names: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const answer = await page(token);
      names.push(...(answer.Schedules ?? []).map(({ Name }) => Name));
      token = answer.NextToken;
    } while (token !== undefined);
    expect(names).toEqual(["page-1", "page-2", "page-3", "page-4", "page-5"]);
  });

  test("knows the groups of the template, and those made later", async () => {
    await clients.scheduler.send(new CreateScheduleGroupCommand({ Name: "more" }));
    const { ScheduleGroups: groups } = await clients.scheduler.send(new ListScheduleGroupsCommand({}));
    expect(groups?.map(({ Name }) => Name)).toEqual(["default", "more", "reminders", "sweeps"]);
    await clients.scheduler.send(new DeleteScheduleGroupCommand({ Name: "more" }));
  });
});

describe("a recurring schedule of the template", () => {
  const sweeps = () => app.queues.peek(queueOf(app, "SweepQueue"));

  test("fires once at each stop, however often its time has passed", async () => {
    app.queues.purge(queueOf(app, "SweepQueue"));
    await arm("stop", "2021-01-05T09:00:00");
    await app.moveTo("2021-01-10T09:00:00Z");
    expect(sweeps()).toEqual(['{"depth":"hourly"}', '{"depth":"hourly"}']);
    await app.moveTo("2021-01-10T09:10:00Z");
    expect(sweeps()).toHaveLength(2);
    await app.moveTo("2021-01-10T09:17:00Z");
    expect(sweeps()).toHaveLength(3);
  });

  test("fires at the last stop only, or nowhere, if the mover of the clock requests that", async () => {
    app.queues.purge(queueOf(app, "SweepQueue"));
    await arm("one-stop", "2021-01-15T09:00:00");
    await app.moveTo("2021-01-20T09:00:00Z", { recurring: "on-arrival" });
    expect(sweeps()).toHaveLength(1);
    await arm("another-stop", "2021-01-25T09:00:00");
    await app.moveTo("2021-01-30T09:00:00Z", { recurring: "never" });
    await app.rest();
    expect(sweeps()).toHaveLength(1);
    await app.moveTo("2021-01-30T09:17:00Z");
    expect(sweeps()).toHaveLength(2);
  });
});

describe("an expression", () => {
  const from = Date.parse("2020-12-01T08:00:00Z");
  test.each([
    ["cron(17 * * * ? *)", "UTC", "2020-12-01T08:17:00.000Z"],
    ["cron(5 3 * * ? *)", "Europe/Vienna", "2020-12-02T02:05:00.000Z"],
    ["cron(5 3 ? 7 * *)", "Europe/Vienna", "2021-07-01T01:05:00.000Z"],
    ["cron(0 9 ? * 2 *)", "UTC", "2020-12-07T09:00:00.000Z"],
    ["cron(0 9 ? * MON-FRI *)", "UTC", "2020-12-01T09:00:00.000Z"],
    ["cron(0 9 ? * 2#1 *)", "UTC", "2020-12-07T09:00:00.000Z"],
    ["cron(0/15 9 L * ? 2021)", "UTC", "2021-01-31T09:00:00.000Z"],
    ["rate(3 hours)", "UTC", "2020-12-01T11:00:00.000Z"],
    ["rate(1 day)", "UTC", "2020-12-02T08:00:00.000Z"],
    ["at(2021-06-01T09:00:00)", "Europe/Vienna", "2021-06-01T07:00:00.000Z"],
  ])("%s in %s is next due at %s", (expression, zone, next) => {
    expect(new Date(readExpression(expression, zone, from).next(from) ?? 0).toISOString()).toBe(next);
  });

  test.each([
    "cron(* * * * * *)",
    "cron(0 25 * * ? *)",
    "rate(0 hours)",
    "rate(soon)",
    "at(2020-13-01T00:00:00)",
    "now",
  ])("%s is refused", (expression) => {
    expect(() => readExpression(expression, "UTC", from)).toThrow(RangeError);
  });
});
