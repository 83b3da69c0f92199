import type { Route } from "../shell/http/route.ts";
import { stageRoutes } from "./consultation-and-dates.ts";
import { groupRoutes } from "./groups.ts";
import { type LetterIo, letterRoutes } from "./letters.ts";
import { mandateRoutes } from "./mandates.ts";
import { type NominationIo, nominationRoutes } from "./nominations.ts";
import { partyRoutes } from "./parties.ts";
import { noticeRoutes } from "./proof-of-notice.ts";
import { askRedrawRoute } from "./redraws-asked.ts";
import { reminderPlanRoute } from "./reminder-plan.ts";
import { readingRoutes } from "./review-drafts.ts";
import { textRoutes } from "./review-texts.ts";
import { reviewRoutes } from "./reviews.ts";

/** Everything that the reviews' function answers. */
export const everyReviewRoute = (io: LetterIo & NominationIo): readonly Route[] => [
  ...partyRoutes(io),
  ...groupRoutes(io),
  ...reviewRoutes(io),
  ...nominationRoutes(io),
  ...mandateRoutes(io),
  ...stageRoutes(io),
  askRedrawRoute(io),
  ...readingRoutes(io),
  ...textRoutes(io),
  ...letterRoutes(io),
  ...noticeRoutes(io),
  reminderPlanRoute(io),
];
