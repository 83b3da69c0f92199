import { SweepMessage } from "../schemas/model/messages.ts";
import { systemSleeper } from "./io/clock.ts";
import { accounts } from "./io/deps/accounts.ts";
import { canary } from "./io/deps/canary.ts";
import { schedules } from "./io/deps/timers.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { mailAccount } from "./io/deps/mail-account.ts";
import { metrics } from "./io/deps/metrics.ts";
import { sweepQueue } from "./io/deps/sweep-queue.ts";
import { suppression } from "./io/deps/suppression.ts";
import { ownTables } from "./io/deps/table-protections.ts";
import { counts } from "./io/deps/projection.ts";
import { clock, ledger, store } from "./io/deps/deps.ts";
import { randomSecret } from "./io/random.ts";
import { onMessages } from "./shell/batch.ts";
import { recountOf } from "./use-cases/counting/count-everything.ts";
import { runSweep } from "./use-cases/sweep.ts";

const counting = recountOf({ store, counts, clock });
const own = { clock, ownTables, counting, sweepQueue, sleeper: systemSleeper, newSecret: randomSecret };
const io = { store, ledger, schedules, letterQueues, accounts, suppression, mailAccount, metrics, canary, ...own };

/** The sweep queue, filled by the recurring schedules, and by a sweep that exceeds one run. */
export const handler = onMessages("sweep", SweepMessage, async (message) => {
  const report = await runSweep(io, message);
  return report.broken.length + report.unreadable.length === 0 ? "whole" : "broken";
});
