import { randomUUID } from "node:crypto";
import type { StackClock } from "../base/clock.ts";
import { type Fields, fieldsOf, isFields, listOf, textOf } from "../base/json.ts";
import { account, region } from "../template/arns.ts";
import type { RulePlan } from "../template/resource-plans.ts";
import type { Queues } from "./queues.ts";

/** The default event bus: hands events to the queues of the rules that match them. */
export interface EventBus {
  readonly emit: (event: { source: string; type: string; resources: readonly string[]; detail: Fields }) => void;
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

/** Whether an event matches a pattern: each field named in it must hold one of the values listed. */
export const matches = (pattern: unknown, event: unknown): boolean =>
  Object.entries(fieldsOf(pattern)).every(([name, wanted]) => {
    const value = fieldsOf(event)[name];
    if (!Array.isArray(wanted)) return matches(wanted, value);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const tests = listOf(wanted).map(testOf);
    return tests.some((test) => values.some((each) => test(each, value !== undefined)));
  });

/** Throws where a pattern uses a filter that is not known here. */
const check = (pattern: unknown): void => {
  for (const wanted of Object.values(fieldsOf(pattern))) {
    if (Array.isArray(wanted)) listOf(wanted).forEach(testOf);
    else check(wanted);
  }
};

/** A bus with the rules of the template; throws at once on a rule that it could not follow. */
export const openEventBus = (rules: readonly RulePlan[], queues: Queues, clock: StackClock): EventBus => {
  for (const { pattern, name, targets } of rules) {
    check(pattern);
    for (const { arn } of targets) {
      if (queues.find(arn) === undefined) throw new Error(`The rule ${name} leads to ${arn}, which is no queue here`);
    }
  }
  return {
    emit: ({ source, type, resources, detail }) => {
      const event: Fields = {
        version: "0",
        id: randomUUID(),
        "detail-type": type,
        source,
        account,
        time: clock.instant().replace(/\.\d+Z$/u, "Z"),
        region,
        resources,
        detail,
      };
      for (const { pattern, targets } of rules) {
        if (!matches(pattern, event)) continue;
        for (const { arn, inputPath } of targets) {
          const queue = queues.find(arn);
          const part = (inputPath ?? "$").split(".").slice(1);
          const body = part.reduce<unknown>((inside, name) => fieldsOf(inside)[name], event);
          if (queue !== undefined)
            queues.send(queue, { body: JSON.stringify(body), sender: textOf(source) ?? "events" });
        }
      }
    },
  };
};
