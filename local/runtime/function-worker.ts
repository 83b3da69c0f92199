import { Worker } from "node:worker_threads";
import type { StackClock } from "../base/clock.ts";
import { fieldsOf, type Fields, textOf } from "../base/json.ts";
import { onlyVersion, region } from "../template/arns.ts";
import type { FunctionPlan } from "../template/resource-plans.ts";
import type { FunctionLogs } from "./function-logs.ts";
import { failed, type Outcome } from "./outcome.ts";

/** Parameters common to the workers of all functions. */
export interface WorkerParts {
  readonly clock: StackClock;
  /** Address of the services, and address of the database. */
  readonly endpoint: string;
  readonly database: string;
}

/**
 * Small, so that a dozen threads fit on a small machine: with 32 MB each kept twice the memory that it used, and the whole
 * rose to 1 GB between two collections. What lives longer has the memory of the template.
 */
const youngMegabytes = 8;

const services = ["DYNAMODB_STREAMS", "SQS", "SCHEDULER", "SESV2", "COGNITO_IDENTITY_PROVIDER"];

/** The version that runs: the one that an alias leads to, where the function is invoked by one. */
export const versionOf = ({ aliases }: FunctionPlan): string => (aliases.length === 0 ? "$LATEST" : onlyVersion);

const environmentOf = (plan: FunctionPlan, { endpoint, database }: WorkerParts): Record<string, string> => ({
  NODE_ENV: "production",
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: plan.name,
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_LAMBDA_FUNCTION_NAME: plan.physicalName,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMegabytes),
  AWS_LAMBDA_FUNCTION_VERSION: versionOf(plan),
  ...Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, endpoint])),
  AWS_ENDPOINT_URL_DYNAMODB: database,
  // A database that is called directly reports the machine's time, and the SDK would follow it.
  ...(database === endpoint ? {} : { AWS_DISABLE_CLOCK_SKEW_CORRECTION: "true" }),
  ...plan.environment,
});

const newWorker = (plan: FunctionPlan, parts: WorkerParts, log: string): Worker => {
  const { directory, name, exported, memoryMegabytes } = plan;
  return new Worker(new URL("./worker.ts", import.meta.url), {
    name,
    env: environmentOf(plan, parts),
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    workerData: { clock: parts.clock.shared, log, directory, name, exported },
  });
};

/** Message with an event to a worker; see worker.ts, which reads it. */
export interface Invocation {
  readonly event: string;
  readonly milliseconds: number;
  readonly context: Fields;
}

/** The worker of a function, which runs one invocation at a time. */
export interface FunctionWorker {
  /** Resolves once it has loaded its function, or has ended. */
  readonly ready: Promise<void>;
  /** Resolves with what the function gives, or with how the worker ended: it never rejects. */
  readonly invoke: (invocation: Invocation) => Promise<Outcome>;
  /** Ends the worker at once. What it runs ends with this outcome, where one is given. */
  readonly end: (outcome?: Outcome) => Promise<void>;
}

const failureOf = (message: Fields): Outcome =>
  failed(textOf(message["errorType"]) ?? "Error", textOf(message["errorMessage"]) ?? "");

/** Starts a worker; `onEnd` is called once when it has ended, for whatever reason. */
export const startWorker = (
  plan: FunctionPlan,
  parts: WorkerParts,
  logs: FunctionLogs,
  onEnd: () => void,
): FunctionWorker => {
  const worker = newWorker(plan, parts, logs.fileOf(plan.name));
  const ready = Promise.withResolvers<void>();
  let settle: ((outcome: Outcome) => void) | undefined;
  let hasEnded = false;
  /** Result of an invocation during which the worker ends. */
  let ending = failed("Runtime.ExitError", "The function ended without an answer");
  const end = async (outcome = ending): Promise<void> => {
    ending = outcome;
    await worker.terminate();
  };
  const answer = (outcome: Outcome): void => {
    settle?.(outcome);
    settle = undefined;
  };

  worker.on("message", (value: unknown) => {
    const message = fieldsOf(value);
    switch (message["kind"]) {
      case "ready":
        return ready.resolve();
      case "done":
        return answer({ ok: true, payload: textOf(message["payload"]) });
      case "broken":
        logs.note(plan.name, "platform.initReport", message);
        ready.resolve();
        return void end(failureOf(message));
      default:
        logs.note(plan.name, "platform.fault", message);
        return answer(failureOf(message));
    }
  });
  worker.on("error", (error) => {
    const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
    ending = failed(errorType, errorMessage);
    logs.note(plan.name, "platform.fault", { errorType, errorMessage });
  });
  worker.on("exit", () => {
    onEnd();
    ready.resolve();
    answer(ending);
    hasEnded = true;
  });

  return {
    ready: ready.promise,
    invoke: (invocation) =>
      hasEnded
        ? Promise.resolve(ending)
        : new Promise((resolve) => {
            settle = resolve;
            worker.postMessage(invocation);
          }),
    end,
  };
};
