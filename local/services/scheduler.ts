import { randomUUID } from "node:crypto";
import type { Activity } from "../base/activity.ts";
import { earliest, type StackClock } from "../base/clock.ts";
import { fieldsOf, type Fields, textOf } from "../base/json.ts";
import { readExpression } from "../base/schedule-expressions.ts";
import type { StateDb } from "../base/state-db.ts";
import { arn } from "../template/arns.ts";
import type { QueuePlan, SchedulePlan } from "../template/resource-plans.ts";
import type { Queues } from "./queues.ts";
import { openSchedules, type Schedule, type ScheduleKind, type Schedules } from "./schedules.ts";

/** EventBridge Scheduler: puts messages on queues at their time. Everything in milliseconds since 1970. */
export interface Scheduler {
  readonly groups: ReadonlySet<string>;
  readonly addGroup: (name: string) => void;
  readonly dropGroup: (name: string) => void;
  /** Throws RangeError where the expression, the time zone or the target makes no sense. */
  readonly put: (name: string, group: string, input: Fields) => Schedule;
  readonly find: (name: string, group: string) => Schedule | undefined;
  readonly drop: (name: string, group: string) => void;
  /** In the order of group and name. */
  readonly list: () => readonly Schedule[];
  /** Fires what is due: one-time schedules, or recurring ones, each of these once however often it was missed. */
  readonly fire: (kind: ScheduleKind) => number;
  /** Lets the recurring schedules that are due pass without firing: each waits for its next time. */
  readonly letPass: () => void;
  /** Returns when the next one-time schedule is due, or with `recurring` the next of any. */
  readonly nextDue: (kind: "one-time" | "any") => number | undefined;
  readonly onChange: (listener: () => void) => void;
}

export interface SchedulerParts {
  readonly stateDb: StateDb;
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly queues: Queues;
  readonly groups: readonly string[];
  readonly schedules: readonly SchedulePlan[];
}

/** The ARN of a schedule, as Scheduler names it. */
export const scheduleArn = (group: string, name: string): string => arn("scheduler", `schedule/${group}/${name}`);

const expressionOf = (input: Fields, since: number) =>
  readExpression(
    textOf(input["ScheduleExpression"]) ?? "",
    textOf(input["ScheduleExpressionTimezone"]) ?? "UTC",
    since,
  );

/** A schedule as it is put now. Throws RangeError where its expression or its time zone makes no sense. */
const newSchedule = (
  name: string,
  group: string,
  input: Fields,
  before: Schedule | undefined,
  now: number,
): Schedule => {
  const createdAt = before?.createdAt ?? now;
  const expression = expressionOf(input, createdAt);
  // A time that has passed already fires at once.
  const next = expression.recurring ? expression.next(now) : expression.next(-Infinity);
  const dueAt = input["State"] === "DISABLED" ? undefined : next;
  return { name, group, input, createdAt, changedAt: now, recurring: expression.recurring, dueAt };
};

/** Returns when a schedule that has fired, or was skipped, is due again. */
const nextTime = ({ recurring, input, createdAt }: Schedule, now: number): number | undefined =>
  recurring ? expressionOf(input, createdAt).next(now) : undefined;

/** The body of the message that a schedule sends, with the words in it that Scheduler replaces. */
const bodyOf = ({ name, group, input, dueAt }: Schedule, now: number): string => {
  const words: Readonly<Record<string, string>> = {
    "<aws.scheduler.schedule-arn>": scheduleArn(group, name),
    "<aws.scheduler.scheduled-time>": new Date(dueAt ?? now).toISOString().replace(/\.\d+Z$/u, "Z"),
    "<aws.scheduler.execution-id>": randomUUID(),
    "<aws.scheduler.attempt-number>": "1",
  };
  const body = textOf(fieldsOf(input["Target"])["Input"]) ?? "{}";
  return body.replace(/<aws\.scheduler\.[a-z-]+>/gu, (word) => words[word] ?? word);
};

/** The queue that a schedule sends to, or else its dead-letter queue. */
const queueOf = ({ input }: Schedule, queues: Queues): QueuePlan | undefined => {
  const { Arn, DeadLetterConfig } = fieldsOf(input["Target"]);
  const deadLetters = textOf(fieldsOf(DeadLetterConfig)["Arn"]);
  return queues.find(textOf(Arn) ?? "") ?? (deadLetters === undefined ? undefined : queues.find(deadLetters));
};

/** Sends the message of a schedule that is due, and keeps when it is due again. */
const fireOne = (schedule: Schedule, schedules: Schedules, queues: Queues, now: number): void => {
  const queue = queueOf(schedule, queues);
  if (queue !== undefined) queues.send(queue, { body: bodyOf(schedule, now), sender: "scheduler" });
  const dueAt = nextTime(schedule, now);
  if (dueAt === undefined && schedule.input["ActionAfterCompletion"] === "DELETE") {
    schedules.remove(schedule.name, schedule.group);
  } else schedules.put({ ...schedule, dueAt });
};

/** Drops schedules of the template's groups that are gone from it, and puts those that are new or changed. */
const followTemplate = (
  schedules: Schedules,
  { groups, schedules: planned }: SchedulerParts,
  put: Scheduler["put"],
): void => {
  for (const { name, group } of schedules.list()) {
    // Groups of the template in which it has no schedule are those in which functions arm theirs.
    const inGroup = planned.filter((each) => each.group === group);
    const isGone = groups.includes(group) && inGroup.length > 0 && !inGroup.some((each) => each.name === name);
    if (isGone) schedules.remove(name, group);
  }
  for (const { name, group, input } of planned) {
    const before = schedules.find(name, group);
    if (before === undefined || JSON.stringify(before.input) !== JSON.stringify(input)) put(name, group, input);
  }
};

/** Fires due schedules; calls `changed` for each. */
const dueSchedules = (
  { stateDb, clock, queues }: SchedulerParts,
  schedules: Schedules,
  changed: () => void,
): Pick<Scheduler, "fire" | "letPass" | "nextDue"> => ({
  fire: (kind) =>
    stateDb.together(() => {
      const now = clock.now();
      const due = schedules.due(kind, now);
      for (const schedule of due) fireOne(schedule, schedules, queues, now);
      if (due.length > 0) changed();
      return due.length;
    }),
  letPass: () => {
    const now = clock.now();
    for (const schedule of schedules.due("recurring", now))
      schedules.put({ ...schedule, dueAt: nextTime(schedule, now) });
  },
  nextDue: (kind) => {
    const oneTime = schedules.nextDue("one-time");
    return kind === "any" ? earliest([oneTime, schedules.nextDue("recurring")]) : oneTime;
  },
});

/**
 * Opens the scheduler with the groups and schedules of the template. What functions armed is kept; a schedule of the
 * template that is gone from it is dropped, one that stayed keeps its time.
 */
export const openScheduler = (parts: SchedulerParts): Scheduler => {
  const { stateDb, clock, activity, queues } = parts;
  const schedules = openSchedules(stateDb.database);
  const groups = new Set(["default", ...parts.groups]);
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    activity.note();
    for (const listener of listeners) listener();
  };
  const put: Scheduler["put"] = (name, group, input) => {
    const schedule = newSchedule(name, group, input, schedules.find(name, group), clock.now());
    const target = textOf(fieldsOf(input["Target"])["Arn"]) ?? "";
    if (queues.find(target) === undefined) throw new RangeError(`The target ${target} is no queue of this app`);
    schedules.put(schedule);
    changed();
    return schedule;
  };

  followTemplate(schedules, parts, put);
  return {
    groups,
    addGroup: (name) => {
      groups.add(name);
    },
    dropGroup: (name) => {
      groups.delete(name);
      for (const schedule of schedules.list()) if (schedule.group === name) schedules.remove(schedule.name, name);
      changed();
    },
    put,
    find: schedules.find,
    drop: (name, group) => {
      schedules.remove(name, group);
      changed();
    },
    list: schedules.list,
    ...dueSchedules(parts, schedules, changed),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
};
