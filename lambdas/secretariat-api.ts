import { addressRoutes } from "./handlers/addresses.ts";
import { figureRoutes } from "./handlers/figures.ts";
import { allLettersRoute } from "./handlers/letters.ts";
import { partyCorrectionRoute } from "./handlers/parties.ts";
import { partyImportRoute } from "./handlers/party-import.ts";
import { redrawRoute } from "./handlers/redraws.ts";
import { secretariatRoutes } from "./handlers/secretariat.ts";
import { correctionRoute } from "./handlers/stages.ts";
import { textActRoutes } from "./handlers/texts.ts";
import { worklistRoutes } from "./handlers/worklist.ts";
import { clock, cursorSecret, ids, ledger, store } from "./io/deps.ts";
import { apiFunction } from "./shell/api-function.ts";

const io = { store, ledger, clock, ids, cursorSecret };

/** HTTP with a token: what the secretariat does, and what the President reads. */
export const handler = apiFunction([
  ...secretariatRoutes(io),
  ...textActRoutes(io),
  correctionRoute(io),
  redrawRoute(io),
  partyCorrectionRoute(io),
  partyImportRoute(io),
  allLettersRoute(io),
  ...addressRoutes(io),
  ...figureRoutes(io),
  ...worklistRoutes(io),
]);
