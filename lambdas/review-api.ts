import { reminderPlanRoute } from "./handlers/presidents-list.ts";
import { letterRoutes } from "./handlers/letters.ts";
import { mandateRoutes } from "./handlers/mandates.ts";
import { nominationRoutes } from "./handlers/nominations.ts";
import { noticeRoutes } from "./handlers/proof-of-notice.ts";
import { partyRoutes } from "./handlers/parties.ts";
import { readingRoutes } from "./handlers/review-drafts.ts";
import { reviewRoutes } from "./handlers/reviews.ts";
import { stageRoutes } from "./handlers/consultation-and-dates.ts";
import { textRoutes } from "./handlers/review-texts.ts";
import { clock, cursorSecret, ids, ledger, store } from "./io/deps/deps.ts";
import { apiFunction } from "./shell/http/api-function.ts";

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
