import { requiredVariable } from "../env.ts";
import { onDemand } from "../on-demand.ts";
import type { Rounds } from "../ports/schedules.ts";

const url = requiredVariable("SWEEP_QUEUE_URL");

/** The sweep queue. Few rounds are longer than one run, so the client of Amazon SQS is loaded with the first message. */
export const rounds: Rounds = onDemand(["goOn"], async () => (await import("../aws/sweep-queue.ts")).roundsAt(url));
