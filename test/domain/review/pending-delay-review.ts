import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { needsApproval } from "../../fixtures/pending-delays.ts";
import { inQuestionnaire } from "./journey.ts";
import { at, day, focalPoint } from "./play.ts";

/** France has told of a delay of its answers, due on 11 July, to the end of August, and it waits for approval. */
export const pendingDelayReview = () => {
  const play = inQuestionnaire();
  const what = { obligation: ObligationId.parse("questionnaire:FR"), dueOn: day("2021-08-31") };
  const delay = { ...what, reason: "clearance" } as const;
  const facts = play.do((review) => notifyDelay(review, focalPoint("FR"), delay, at("2021-06-01"), needsApproval));
  return { play, what, facts };
};
