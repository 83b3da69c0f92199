import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import { fieldsOf, textOf } from "../base/json.ts";
import { region } from "../template/arns.ts";
import type { FunctionPlan } from "../template/resource-plans.ts";

/** What an invocation gave: the JSON of the result, or how it failed, as Lambda tells it. */
export type Outcome =
  | { readonly ok: true; readonly payload: string | undefined }
  | { readonly ok: false; readonly errorType: string; readonly message: string };

export interface Functions {
  /** By ARN, physical name, logical id or name of the bundle. */
  readonly find: (name: string) => FunctionPlan | undefined;
  readonly invoke: (plan: FunctionPlan, event: unknown) => Promise<Outcome>;
  /** Ends the threads of a function at once, as if the machine under it died. */
  readonly kill: (name: string) => void;
  readonly logOf: (name: string) => string;
  readonly close: () => Promise<void>;
}

export interface FunctionParts {
  readonly plans: readonly FunctionPlan[];
  readonly clock: StackClock;
  readonly activity: Activity;
  /** Where the services answer, and where the database does. */
  readonly endpoint: string;
  readonly database: string;
  /** Hears of the end of each invocation, before anybody else. */
  readonly ended: (plan: FunctionPlan) => void;
  /** A folder for one log per function. */
  readonly logs: string;
  /** Threads of a function at most, by its name. */
  readonly threadsOf: (name: string) => number;
}

/** Lambda's limit on what a function takes and gives. */
const payloadLimit = 6 * 1024 * 1024;

/** Small, so that a dozen threads fit on a small machine; what lives longer has the memory of the template. */
const youngMegabytes = 32;

const services = ["DYNAMODB_STREAMS", "SQS", "SCHEDULER", "SESV2", "COGNITO_IDENTITY_PROVIDER"];

const environmentOf = (
  plan: FunctionPlan,
  { endpoint, database }: Pick<FunctionParts, "endpoint" | "database">,
): Record<string, string> => ({
  NODE_ENV: "production",
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: plan.name,
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_LAMBDA_FUNCTION_NAME: plan.physicalName,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMegabytes),
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  ...Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, endpoint])),
  AWS_ENDPOINT_URL_DYNAMODB: database,
  // A database that is asked without the system between tells the machine's time, and the SDK would follow it.
  ...(database === endpoint ? {} : { AWS_DISABLE_CLOCK_SKEW_CORRECTION: "true" }),
  ...plan.environment,
});

interface Thread {
  readonly run: (event: string) => Promise<Outcome>;
  readonly end: () => Promise<void>;
  busy: boolean;
}

const failed = (errorType: string, message: string): Outcome => ({ ok: false, errorType, message });

/** The functions of the app, each in threads of its own that are started when first needed. */
export const openFunctions = (parts: FunctionParts): Functions => {
  const { plans, clock, activity, logs, threadsOf } = parts;
  const logOf = (name: string): string => join(logs, `${name}.log`);
  const note = (plan: FunctionPlan, type: string, record: object): void => {
    try {
      appendFileSync(logOf(plan.name), `${JSON.stringify({ time: clock.instant(), type, record })}\n`);
    } catch {
      // A full disk takes no log, and a system that ends for it helps nobody.
    }
  };

  /** Starts a thread; `gone` is called once when it has ended, for whatever reason. */
  const start = (plan: FunctionPlan, gone: () => void): Thread => {
    const { directory, name, exported } = plan;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      name,
      env: environmentOf(plan, parts),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: plan.memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
      workerData: { clock: clock.shared, log: logOf(name), directory, name, exported },
    });
    let settle: ((outcome: Outcome) => void) | undefined;
    let ending: Outcome = failed("Runtime.ExitError", "The function ended without an answer");
    const ready = new Promise<void>((resolve) => {
      worker.on("message", (value: unknown) => {
        const message = fieldsOf(value);
        const kind = message["kind"];
        if (kind === "ready") return resolve();
        if (kind === "done") return settle?.({ ok: true, payload: textOf(message["payload"]) });
        const outcome = failed(textOf(message["errorType"]) ?? "Error", textOf(message["errorMessage"]) ?? "");
        note(plan, kind === "broken" ? "platform.initReport" : "platform.fault", message);
        if (kind !== "broken") return settle?.(outcome);
        ending = outcome;
        resolve();
        return void worker.terminate();
      });
      worker.on("error", (error) => {
        const { name: type, message } = error instanceof Error ? error : new Error(String(error));
        ending = failed(type, message);
        note(plan, "platform.fault", { errorType: type, errorMessage: message });
      });
      worker.on("exit", () => {
        gone();
        resolve();
        settle?.(ending);
        settle = undefined;
        ended = true;
      });
    });
    let ended = false;
    const milliseconds = plan.timeoutSeconds * 1000;

    const run = async (event: string): Promise<Outcome> => {
      await ready;
      const requestId = randomUUID();
      const answer = new Promise<Outcome>((resolve) => {
        settle = resolve;
      });
      if (ended) return ending;
      const timer = setTimeout(() => {
        const message = `${clock.instant()} ${requestId} Task timed out after ${plan.timeoutSeconds.toFixed(2)} seconds`;
        ending = failed("Sandbox.Timedout", message);
        note(plan, "platform.report", { requestId, status: "timeout" });
        void worker.terminate();
      }, milliseconds);
      const context = {
        awsRequestId: requestId,
        functionName: plan.physicalName,
        functionVersion: "$LATEST",
        invokedFunctionArn: plan.arn,
        memoryLimitInMB: String(plan.memoryMegabytes),
        logGroupName: `/aws/lambda/${plan.physicalName}`,
        logStreamName: "local",
      };
      worker.postMessage({ event, milliseconds, context });
      try {
        const outcome = await answer;
        if (!outcome.ok || Buffer.byteLength(outcome.payload ?? "") <= payloadLimit) return outcome;
        return failed("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed payload size");
      } finally {
        settle = undefined;
        clearTimeout(timer);
      }
    };
    return {
      run,
      end: async () => {
        await worker.terminate();
      },
      busy: false,
    };
  };

  interface Pool {
    readonly threads: Set<Thread>;
    readonly waiting: (() => void)[];
  }
  const pools = new Map<string, Pool>(plans.map((plan) => [plan.arn, { threads: new Set(), waiting: [] }]));
  const poolOf = (plan: FunctionPlan): Pool => pools.get(plan.arn) ?? { threads: new Set(), waiting: [] };
  let closed = false;

  /** A thread that is free, a new one, or the next that becomes free; it is taken. */
  const acquire = async (plan: FunctionPlan, pool: Pool): Promise<Thread> => {
    for (;;) {
      const free = [...pool.threads].find(({ busy }) => !busy);
      if (free !== undefined) {
        free.busy = true;
        return free;
      }
      if (pool.threads.size < threadsOf(plan.name)) {
        const thread = start(plan, () => {
          pool.threads.delete(thread);
          pool.waiting.shift()?.();
        });
        thread.busy = true;
        pool.threads.add(thread);
        return thread;
      }
      await new Promise<void>((resolve) => {
        pool.waiting.push(resolve);
      });
    }
  };

  return {
    find: (name) => plans.find((plan) => [plan.arn, plan.physicalName, plan.logicalId, plan.name].includes(name)),
    invoke: async (plan, event) => {
      const done = activity.begin();
      const pool = poolOf(plan);
      try {
        const body = JSON.stringify(event);
        if (Buffer.byteLength(body) > payloadLimit) return failed("RequestTooLarge", "The event is larger than 6 MB");
        const thread = await acquire(plan, pool);
        try {
          if (closed) return failed("Runtime.ExitError", "The system is closed");
          return await thread.run(body);
        } finally {
          thread.busy = false;
          pool.waiting.shift()?.();
        }
      } finally {
        parts.ended(plan);
        done();
      }
    },
    kill: (name) => {
      for (const plan of plans) {
        if (plan.name === name) for (const thread of poolOf(plan).threads) void thread.end();
      }
    },
    logOf,
    close: async () => {
      closed = true;
      const all = [...pools.values()].flatMap((pool) => [...pool.threads]);
      await Promise.all(all.map((thread) => thread.end()));
    },
  };
};
