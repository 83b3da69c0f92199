import { letterRoutes } from "./handlers/letters.ts";
import { nominationRoutes } from "./handlers/nominations.ts";
import { partyRoutes } from "./handlers/parties.ts";
import { reviewRoutes } from "./handlers/reviews.ts";
import { clock, cursorSecret, ids, ledger, store } from "./io/deps.ts";
import { apiFunction } from "./shell/api-function.ts";

const io = { store, ledger, clock, ids, cursorSecret };

/** HTTP with a token: everything that a party does. */
export const handler = apiFunction([
  ...partyRoutes(io),
  ...reviewRoutes(io),
  ...nominationRoutes(io),
  ...letterRoutes(io),
]);
