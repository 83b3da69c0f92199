import type { Activity } from "../base/activity.ts";
import type { FunctionPlan } from "../template/resource-plans.ts";
import { functionLogs } from "./function-logs.ts";
import { startThread } from "./function-thread.ts";
import type { WorkerParts } from "./function-worker.ts";
import { failed, type Outcome, payloadLimit } from "./outcome.ts";
import { newThreadPool, type ThreadPool } from "./thread-pool.ts";

export interface Functions {
  /** By ARN or physical name, its own or that of an alias, logical id or name of the bundle. */
  readonly find: (name: string) => FunctionPlan | undefined;
  readonly invoke: (plan: FunctionPlan, event: unknown) => Promise<Outcome>;
  /** Ends the threads of a function at once, as if the machine under it died. */
  readonly kill: (name: string) => void;
  readonly logOf: (name: string) => string;
  readonly close: () => Promise<void>;
}

export interface FunctionParts extends WorkerParts {
  readonly plans: readonly FunctionPlan[];
  readonly activity: Activity;
  /** Called at the end of each invocation, before other listeners. */
  readonly onEnded: (plan: FunctionPlan) => void;
  /** A folder for one log per function. */
  readonly logs: string;
  /** Threads of a function at most, by its name. */
  readonly threadsOf: (name: string) => number;
}

const namesOf = ({ arn, physicalName, logicalId, name, aliases }: FunctionPlan): readonly string[] => [
  arn,
  physicalName,
  logicalId,
  name,
  ...aliases.flatMap((alias) => [alias, alias.slice(alias.indexOf(":function:") + ":function:".length)]),
];

/** The functions of the app, each in threads of its own that are started when first needed. */
export const openFunctions = (parts: FunctionParts): Functions => {
  const { plans, clock, activity, threadsOf, onEnded } = parts;
  const logs = functionLogs(parts.logs, clock);
  const newPool = (plan: FunctionPlan): ThreadPool =>
    newThreadPool(threadsOf(plan.name), (onEnd) => startThread(plan, parts, logs, onEnd));
  const pools = new Map(plans.map((plan) => [plan.arn, newPool(plan)]));
  const poolOf = (plan: FunctionPlan): ThreadPool => pools.get(plan.arn) ?? newPool(plan);
  let closed = false;

  const invoke = async (plan: FunctionPlan, event: unknown): Promise<Outcome> => {
    const body = JSON.stringify(event);
    if (Buffer.byteLength(body) > payloadLimit) return failed("RequestTooLarge", "The event is larger than 6 MB");
    return poolOf(plan).use(async (thread) =>
      closed ? failed("Runtime.ExitError", "The system is closed") : thread.run(body),
    );
  };

  return {
    find: (name) => plans.find((plan) => namesOf(plan).includes(name)),
    invoke: async (plan, event) => {
      const done = activity.begin();
      try {
        return await invoke(plan, event);
      } finally {
        onEnded(plan);
        done();
      }
    },
    kill: (name) => {
      for (const plan of plans) if (plan.name === name) void poolOf(plan).end();
    },
    logOf: logs.fileOf,
    close: async () => {
      closed = true;
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
};
