import { figureRoutes } from "./handlers/figures.ts";
import { allLettersRoute } from "./handlers/letters.ts";
import { partyCorrectionRoute } from "./handlers/parties.ts";
import { partyImportRoute } from "./handlers/party-import.ts";
import { secretariatRoutes } from "./handlers/secretariat.ts";
import { clock, cursorSecret, ids, ledger, store } from "./io/deps.ts";
import { apiFunction } from "./shell/api-function.ts";

const io = { store, ledger, clock, ids, cursorSecret };

/** HTTP with a token: what the secretariat does, and what the President reads. */
export const handler = apiFunction([
  ...secretariatRoutes(io),
  partyCorrectionRoute(io),
  partyImportRoute(io),
  allLettersRoute(io),
  ...figureRoutes(io),
]);
