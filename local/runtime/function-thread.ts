import { randomUUID } from "node:crypto";
import type { Fields } from "../base/json.ts";
import type { FunctionPlan } from "../template/resource-plans.ts";
import type { FunctionLogs } from "./function-logs.ts";
import { startWorker, versionOf, type WorkerParts } from "./function-worker.ts";
import { failed, type Outcome, payloadLimit } from "./outcome.ts";

/** Runs one invocation of a function at a time. */
export interface FunctionThread {
  /** Gives the function an event in JSON, for as long as its timeout lets it. */
  readonly run: (event: string) => Promise<Outcome>;
  readonly end: () => Promise<void>;
}

const contextOf = (plan: FunctionPlan, requestId: string): Fields => ({
  awsRequestId: requestId,
  functionName: plan.physicalName,
  functionVersion: versionOf(plan),
  invokedFunctionArn: plan.aliases[0] ?? plan.arn,
  memoryLimitInMB: String(plan.memoryMegabytes),
  logGroupName: `/aws/lambda/${plan.physicalName}`,
  logStreamName: "local",
});

const refuseTooLarge = (outcome: Outcome): Outcome =>
  outcome.ok && Buffer.byteLength(outcome.payload ?? "") > payloadLimit
    ? failed("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed payload size")
    : outcome;

/** Starts a thread; `onEnd` is called once when it has ended, for whatever reason. */
export const startThread = (
  plan: FunctionPlan,
  parts: WorkerParts,
  logs: FunctionLogs,
  onEnd: () => void,
): FunctionThread => {
  const worker = startWorker(plan, parts, logs, onEnd);
  const milliseconds = plan.timeoutSeconds * 1000;

  const endForTimeout = (requestId: string): void => {
    const time = parts.clock.instant();
    const message = `${time} ${requestId} Task timed out after ${plan.timeoutSeconds.toFixed(2)} seconds`;
    logs.note(plan.name, "platform.report", { requestId, status: "timeout" });
    void worker.end(failed("Sandbox.Timedout", message));
  };

  return {
    run: async (event) => {
      await worker.ready;
      const requestId = randomUUID();
      const timer = setTimeout(() => endForTimeout(requestId), milliseconds);
      try {
        const context = contextOf(plan, requestId);
        return refuseTooLarge(await worker.invoke({ event, milliseconds, context }));
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => worker.end(),
  };
};
