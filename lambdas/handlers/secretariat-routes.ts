import type { Route } from "../shell/http/route.ts";
import { addressRoutes } from "./suppressed-addresses.ts";
import { type BulletinIo, bulletinRoutes } from "./bulletins.ts";
import { presidentsListRoutes } from "./presidents-list.ts";
import { figureRoutes } from "./figures.ts";
import { journalRoutes } from "./journal.ts";
import { allLettersRoutes } from "./letters.ts";
import { partyCorrectionRoute } from "./parties.ts";
import { groupStartRoute } from "./groups.ts";
import { missingNominationsRoute } from "./nominations.ts";
import { partyImportRoute } from "./parties-import.ts";
import { registrationRoute } from "./users.ts";
import { redrawRoute } from "./redraws.ts";
import { type SettlementRouteIo, settlementRoutes } from "./settlements.ts";
import { dateRoutes } from "./consultation-and-dates.ts";
import { storedTextRoutes } from "./stored-texts.ts";
import { textActRoutes } from "./review-texts.ts";
import { worklistRoutes } from "./worklist.ts";

/** Everything that the secretariat's function answers. */
export const everySecretariatRoute = (io: BulletinIo & SettlementRouteIo): readonly Route[] => [
  groupStartRoute(io),
  registrationRoute(io),
  missingNominationsRoute(io),
  ...textActRoutes(io),
  ...dateRoutes(io),
  redrawRoute(io),
  partyCorrectionRoute(io),
  partyImportRoute(io),
  ...allLettersRoutes(io),
  ...journalRoutes(io),
  ...addressRoutes(io),
  ...settlementRoutes(io),
  ...figureRoutes(io),
  ...presidentsListRoutes(io),
  ...worklistRoutes(io),
  ...bulletinRoutes(io),
  ...storedTextRoutes(io),
];
