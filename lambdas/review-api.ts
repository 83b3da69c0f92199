import { reminderPlanRoute } from "./handlers/escalation.ts";
import { letterRoutes } from "./handlers/letters.ts";
import { mandateRoutes } from "./handlers/mandate-changes.ts";
import { nominationRoutes } from "./handlers/nominations.ts";
import { noticeRoutes } from "./handlers/notices.ts";
import { partyRoutes } from "./handlers/parties.ts";
import { readingRoutes } from "./handlers/reading-texts.ts";
import { reviewRoutes } from "./handlers/reviews.ts";
import { stageRoutes } from "./handlers/stages.ts";
import { textRoutes } from "./handlers/texts.ts";
import { clock, cursorSecret, ids, ledger, store } from "./io/deps.ts";
import { apiFunction } from "./shell/api-function.ts";

const io = { store, ledger, clock, ids, cursorSecret };

/** HTTP with a token: everything that a party does. */
export const handler = apiFunction([
  ...partyRoutes(io),
  ...reviewRoutes(io),
  ...nominationRoutes(io),
  ...mandateRoutes(io),
  ...stageRoutes(io),
  ...readingRoutes(io),
  ...textRoutes(io),
  ...letterRoutes(io),
  ...noticeRoutes(io),
  reminderPlanRoute(io),
]);
