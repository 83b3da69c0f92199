import { everySecretariatRoute } from "./handlers/secretariat-routes.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { clock, cursorSecret, ids, ledger, store } from "./io/deps/deps.ts";
import { needed } from "./io/env.ts";
import { apiFunction } from "./shell/http/api-function.ts";

const settings = { frontEndUrl: needed("FRONT_END_URL"), replyTo: needed("MAIL_REPLY_TO") };
const io = { store, ledger, letterQueues, clock, ids, cursorSecret, ...settings };

/** HTTP with a token: what the secretariat does, and what the President reads. */
export const handler = apiFunction(everySecretariatRoute(io));
