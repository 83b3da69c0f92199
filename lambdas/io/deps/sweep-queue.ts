import { requiredVariable } from "../env.ts";
import { onDemand } from "../on-demand.ts";
import type { SweepQueue } from "../ports/schedules.ts";

const url = requiredVariable("SWEEP_QUEUE_URL");

/** The sweep queue. Few sweeps exceed one run, so the first message loads the client of Amazon SQS. */
export const sweepQueue: SweepQueue = onDemand(["enqueue"], async () =>
  (await import("../aws/sweep-queue.ts")).sweepQueueAt(url),
);
