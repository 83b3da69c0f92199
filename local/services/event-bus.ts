import { randomUUID } from "node:crypto";
import type { StackClock } from "../base/clock.ts";
import { type Fields, fieldsOf, isFields, listOf } from "../base/json.ts";
import { account, region } from "../template/arns.ts";
import type { RulePlan } from "../template/resource-plans.ts";
import type { Queues } from "./queues.ts";

/** The default event bus: hands events to the queues of the rules that match them. */
export interface EventBus {
  readonly emit: (event: EventToEmit) => void;
}

interface EventToEmit {
  readonly source: string;
  /** Its `detail-type`. */
  readonly type: string;
  readonly resources: readonly string[];
  readonly detail: Fields;
}

type Test = (value: unknown, present: boolean) => boolean;

const filters: Readonly<Record<string, (given: unknown) => Test>> = {
  prefix: (given) => (value) => typeof value === "string" && value.startsWith(String(given)),
  suffix: (given) => (value) => typeof value === "string" && value.endsWith(String(given)),
  "equals-ignore-case": (given) => (value) =>
    typeof value === "string" && value.toLowerCase() === String(given).toLowerCase(),
  "anything-but": (given) => (value, present) => present && ![given, ...listOf(given)].includes(value),
  exists: (given) => (_value, present) => present === given,
};

const testOf = (condition: unknown): Test => {
  if (!isFields(condition)) return (value) => value === condition;
  const [[name, given] = ["nothing", undefined]] = Object.entries(condition);
  const filter = filters[name];
  if (filter === undefined || isFields(given)) throw new Error(`A rule filters events by ${name}: not known here`);
  return filter(given);
};

/** Returns whether an event matches a pattern: each field named in it must hold one of the values listed. */
export const matches = (pattern: unknown, event: unknown): boolean =>
  Object.entries(fieldsOf(pattern)).every(([name, wanted]) => {
    const value = fieldsOf(event)[name];
    if (!Array.isArray(wanted)) return matches(wanted, value);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const tests = listOf(wanted).map(testOf);
    return tests.some((test) => values.some((each) => test(each, value !== undefined)));
  });

/** Throws where a pattern uses a filter that is not known here. */
const checkPattern = (pattern: unknown): void => {
  for (const wanted of Object.values(fieldsOf(pattern))) {
    if (Array.isArray(wanted)) listOf(wanted).forEach(testOf);
    else checkPattern(wanted);
  }
};

/** Throws where a rule uses a filter that is not known here, or leads to no queue. */
const checkRule = ({ pattern, name, targets }: RulePlan, queues: Queues): void => {
  checkPattern(pattern);
  for (const { arn } of targets) {
    if (queues.find(arn) === undefined) throw new Error(`The rule ${name} leads to ${arn}, which is no queue here`);
  }
};

/** An event as it is on the bus. */
const eventOf = ({ source, type, resources, detail }: EventToEmit, instant: string): Fields => ({
  version: "0",
  id: randomUUID(),
  "detail-type": type,
  source,
  account,
  time: instant.replace(/\.\d+Z$/u, "Z"),
  region,
  resources,
  detail,
});

/** Returns the value at a path such as `$.detail`, or the whole event without a path. */
const partAt = (event: Fields, path = "$"): unknown =>
  path
    .split(".")
    .slice(1)
    .reduce<unknown>((inside, name) => fieldsOf(inside)[name], event);

/** A bus with the rules of the template; throws at once on a rule that it could not follow. */
export const openEventBus = (rules: readonly RulePlan[], queues: Queues, clock: StackClock): EventBus => {
  for (const rule of rules) checkRule(rule, queues);
  return {
    emit: (given) => {
      const event = eventOf(given, clock.instant());
      const targets = rules.filter(({ pattern }) => matches(pattern, event)).flatMap((rule) => rule.targets);
      for (const { arn, inputPath } of targets) {
        const queue = queues.find(arn);
        const body = JSON.stringify(partAt(event, inputPath));
        if (queue !== undefined) queues.send(queue, { body, sender: given.source });
      }
    },
  };
};
