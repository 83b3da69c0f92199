import { everySecretariatRoute } from "./handlers/secretariat-routes.ts";
import { letterSettings } from "./io/deps/letter-settings.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { timers } from "./io/deps/timer-queue.ts";
import { clock, cursorSecrets, ids, ledger, store } from "./io/deps/deps.ts";
import { secondFactors } from "./io/deps/second-factors.ts";
import { newNamedParties } from "./use-cases/accounts/named-parties.ts";
import { apiFunction, nothingHere } from "./shell/http/api-function.ts";
import { firstReads } from "./shell/http/first-reads.ts";

const parties = newNamedParties({ store, clock });
const metrics = async () => (await import("./io/deps/metrics.ts")).metrics;
const deps = { store, ledger, letterQueues, timers, clock, ids, cursorSecrets, parties, secondFactors, metrics };
const io = { ...deps, ...letterSettings };

/** HTTP with a token: what the secretariat does, and what the President reads. */
export const handler = apiFunction(metrics, everySecretariatRoute(io), nothingHere, (event) =>
  firstReads(store, event),
);
