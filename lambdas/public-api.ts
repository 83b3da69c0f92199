import { everyPublicRoute } from "./handlers/public-routes.ts";
import { clock, cursorSecrets } from "./io/deps/deps.ts";
import { publicStore as store } from "./io/deps/public-store.ts";
import { newNamedParties } from "./use-cases/accounts/named-parties.ts";
import { apiFunction } from "./shell/http/api-function.ts";

const parties = newNamedParties({ store, clock });
const metrics = async () => (await import("./io/deps/metrics.ts")).metrics;

/** The files of the API's reference, which the build puts next to the bundle. */
const assets = new URL("./assets/", import.meta.url);

/** HTTP without a token, and every path that no route takes. */
export const handler = apiFunction(metrics, everyPublicRoute({ store, clock, cursorSecrets, parties }, assets));
