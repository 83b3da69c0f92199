import { everyReviewRoute } from "./handlers/review-routes.ts";
import { clock, cursorSecrets, ids, ledger, store } from "./io/deps/deps.ts";
import { secondFactors } from "./io/deps/second-factors.ts";
import { newNamedParties } from "./use-cases/accounts/named-parties.ts";
import { apiFunction, nothingHere } from "./shell/http/api-function.ts";
import { firstReads } from "./shell/http/first-reads.ts";

const parties = newNamedParties({ store, clock });
const metrics = async () => (await import("./io/deps/metrics.ts")).metrics;

/** HTTP with a token: everything that a party does. The calendar of a link has none: the gateway authorizes every other route. */
export const handler = apiFunction(
  metrics,
  everyReviewRoute({ store, ledger, clock, ids, cursorSecrets, parties, secondFactors, metrics }),
  nothingHere,
  (event) => ("authorizer" in event.requestContext ? firstReads(store, event) : undefined),
);
