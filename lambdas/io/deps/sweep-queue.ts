import { requiredVariable } from "../env.ts";
import { onDemand } from "../on-demand.ts";
import type { Rounds } from "../ports/schedules.ts";

const url = requiredVariable("SWEEP_QUEUE_URL");

/** The sweep queue. Few sweeps exceed one run, so the first message loads the client of Amazon SQS. */
export const rounds: Rounds = onDemand(["goOn"], async () => (await import("../aws/sweep-queue.ts")).roundsAt(url));
