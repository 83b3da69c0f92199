import { bulletinRoutes } from "./handlers/bulletins.ts";
import { figureRoutes } from "./handlers/figures.ts";
import { allLettersRoute } from "./handlers/letters.ts";
import { partyCorrectionRoute } from "./handlers/parties.ts";
import { partyImportRoute } from "./handlers/party-import.ts";
import { redrawRoute } from "./handlers/redraws.ts";
import { secretariatRoutes } from "./handlers/secretariat.ts";
import { correctionRoute } from "./handlers/stages.ts";
import { textActRoutes } from "./handlers/texts.ts";
import { clock, cursorSecret, ids, ledger, store } from "./io/deps.ts";
import { needed } from "./io/env.ts";
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
  ...figureRoutes(io),
  ...bulletinRoutes({ ...io, frontEndUrl: needed("FRONT_END_URL"), replyTo: needed("MAIL_REPLY_TO") }),
]);
