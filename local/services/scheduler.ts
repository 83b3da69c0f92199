import { randomUUID } from "node:crypto";
import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import { readExpression } from "../base/schedule-expressions.ts";
import { fieldsOf, type Fields, parseJson, textOf } from "../base/json.ts";
import { account, region } from "../template/arns.ts";
import type { SchedulePlan } from "../template/resource-plans.ts";
import type { Queues } from "./queues.ts";
import type { StateDb } from "../base/state-db.ts";

/** A schedule as it was asked for, in the words of the API. */
export interface Schedule {
  readonly name: string;
  readonly group: string;
  readonly input: Fields;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly recurring: boolean;
  /** When it fires next; undefined once it has fired. */
  readonly dueAt: number | undefined;
}

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
  readonly fire: (kind: "one-time" | "recurring") => number;
  /** Lets the recurring schedules that are due pass without firing: each waits for its next time. */
  readonly letPass: () => void;
  /** When the next one-time schedule is due, or with `recurring` the next of any. */
  readonly nextDue: (kind: "one-time" | "any") => number | undefined;
  readonly onChange: (listener: () => void) => void;
}

export interface SchedulerParts {
  readonly shelf: StateDb;
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly queues: Queues;
  readonly groups: readonly string[];
  readonly schedules: readonly SchedulePlan[];
}

/** The ARN of a schedule, as Scheduler names it. */
export const scheduleArn = (group: string, name: string): string =>
  `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}`;

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

const scheduleOf = (row: Fields): Schedule => ({
  name: String(row["name"]),
  group: String(row["grouped"]),
  input: fieldsOf(parseJson(String(row["input"]))),
  createdAt: number(row["created_at"]),
  changedAt: number(row["changed_at"]),
  recurring: row["recurring"] === 1,
  dueAt: typeof row["due_at"] === "number" ? row["due_at"] : undefined,
});

const expressionOf = (input: Fields, since: number) =>
  readExpression(
    textOf(input["ScheduleExpression"]) ?? "",
    textOf(input["ScheduleExpressionTimezone"]) ?? "UTC",
    since,
  );

/**
 * Opens the scheduler with the groups and schedules of the template. What functions armed is kept; a schedule of the
 * template that is gone from it is dropped, one that stayed keeps its time.
 */
export const openScheduler = ({ shelf, clock, activity, queues, groups, schedules }: SchedulerParts): Scheduler => {
  const { database } = shelf;
  const listeners: (() => void)[] = [];
  const known = new Set(["default", ...groups]);
  const changed = (): void => {
    activity.note();
    for (const listener of listeners) listener();
  };
  const write = database.prepare("INSERT OR REPLACE INTO schedules VALUES (?, ?, ?, ?, ?, ?, ?)");
  const read = database.prepare("SELECT * FROM schedules WHERE grouped = ? AND name = ?");
  const remove = database.prepare("DELETE FROM schedules WHERE grouped = ? AND name = ?");
  const all = database.prepare("SELECT * FROM schedules ORDER BY grouped, name");
  const due = database.prepare(
    "SELECT * FROM schedules WHERE recurring = ? AND due_at <= ? ORDER BY due_at, grouped, name",
  );
  const nextOf = database.prepare("SELECT min(due_at) AS due FROM schedules WHERE recurring = ?");

  const find: Scheduler["find"] = (name, group) => {
    const row = read.get(group, name);
    return row === undefined ? undefined : scheduleOf(row);
  };
  const keep = ({ name, group, input, createdAt, changedAt, recurring, dueAt }: Schedule): void => {
    write.run(name, group, JSON.stringify(input), createdAt, changedAt, dueAt ?? null, recurring ? 1 : 0);
  };
  const put: Scheduler["put"] = (name, group, input) => {
    const now = clock.now();
    const before = find(name, group);
    const createdAt = before?.createdAt ?? now;
    const expression = expressionOf(input, createdAt);
    const arn = textOf(fieldsOf(input["Target"])["Arn"]) ?? "";
    if (queues.find(arn) === undefined) throw new RangeError(`The target ${arn} is no queue of this app`);
    const enabled = input["State"] !== "DISABLED";
    // A time that has passed already fires at once.
    const next = expression.recurring ? expression.next(now) : expression.next(-Infinity);
    const dueAt = enabled ? next : undefined;
    const schedule = { name, group, input, createdAt, changedAt: now, recurring: expression.recurring, dueAt };
    keep(schedule);
    changed();
    return schedule;
  };

  const deliver = ({ name, group, input, dueAt }: Schedule): void => {
    const target = fieldsOf(input["Target"]);
    const words: Readonly<Record<string, string>> = {
      "<aws.scheduler.schedule-arn>": scheduleArn(group, name),
      "<aws.scheduler.scheduled-time>": new Date(dueAt ?? clock.now()).toISOString().replace(/\.\d+Z$/u, "Z"),
      "<aws.scheduler.execution-id>": randomUUID(),
      "<aws.scheduler.attempt-number>": "1",
    };
    const body = (textOf(target["Input"]) ?? "{}").replace(
      /<aws\.scheduler\.[a-z-]+>/gu,
      (word) => words[word] ?? word,
    );
    const aside = textOf(fieldsOf(target["DeadLetterConfig"])["Arn"]);
    const queue = queues.find(textOf(target["Arn"]) ?? "") ?? (aside === undefined ? undefined : queues.find(aside));
    if (queue !== undefined) queues.send(queue, { body, sender: "scheduler" });
  };

  const nextTime = (schedule: Schedule, now: number): number | undefined =>
    schedule.recurring ? expressionOf(schedule.input, schedule.createdAt).next(now) : undefined;
  const fire: Scheduler["fire"] = (kind) =>
    shelf.together(() => {
      const now = clock.now();
      const rows = due.all(kind === "recurring" ? 1 : 0, now).map(scheduleOf);
      for (const schedule of rows) {
        deliver(schedule);
        const next = nextTime(schedule, now);
        if (next === undefined && schedule.input["ActionAfterCompletion"] === "DELETE") {
          remove.run(schedule.group, schedule.name);
        } else keep({ ...schedule, dueAt: next });
      }
      if (rows.length > 0) changed();
      return rows.length;
    });

  const inTemplate = new Set(schedules.map(({ group, name }) => `${group}/${name}`));
  for (const { name, group } of all.all().map(scheduleOf)) {
    const foreign = groups.includes(group) && schedules.some((each) => each.group === group);
    if (foreign && !inTemplate.has(`${group}/${name}`)) remove.run(group, name);
  }
  for (const { name, group, input } of schedules) {
    const before = find(name, group);
    if (before === undefined || JSON.stringify(before.input) !== JSON.stringify(input)) put(name, group, input);
  }

  return {
    groups: known,
    addGroup: (name) => {
      known.add(name);
    },
    dropGroup: (name) => {
      known.delete(name);
      for (const schedule of all.all().map(scheduleOf)) if (schedule.group === name) remove.run(name, schedule.name);
      changed();
    },
    put,
    find,
    drop: (name, group) => {
      remove.run(group, name);
      changed();
    },
    list: () => all.all().map(scheduleOf),
    fire,
    letPass: () => {
      const now = clock.now();
      for (const schedule of due.all(1, now).map(scheduleOf)) keep({ ...schedule, dueAt: nextTime(schedule, now) });
    },
    nextDue: (kind) => {
      const times = (kind === "any" ? [0, 1] : [0]).flatMap((recurring) => {
        const time = nextOf.get(recurring)?.["due"];
        return typeof time === "number" ? [time] : [];
      });
      return times.length === 0 ? undefined : Math.min(...times);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
};
