import * as z from "zod";
import { endpoint } from "../endpoint.ts";
import { commandRefusals, secretariatCommand } from "../review-command.ts";
import { ObligationId, ReviewId } from "../../base/ids.ts";
import { RecordedDecision } from "../../model/review.ts";

export const RecordDecision = endpoint({
  ...secretariatCommand,
  id: "recordDecision",
  path: "/v1/reviews/{reviewId}/obligations/{obligationId}/decision",
  tag: "Reviews",
  action: "decision.record",
  summary: "Record a decision that a review proceeds without the pending act of a silent party",
  description:
    "The Conference or its working group decided that the review proceeds without the answers, the feedback or the agreement of a party that is overdue. The obligation ends, and the decision is shown with the review. It is never over a missing focal point.",
  params: z.strictObject({ reviewId: ReviewId, obligationId: ObligationId }),
  body: z.strictObject(RecordedDecision.shape).meta({ id: "DecisionRecord" }),
  refusals: [
    ...commandRefusals,
    "unknown-obligation",
    "not-owed",
    "not-yet-due",
    "list-missing",
    "date-in-the-future",
    "date-too-early",
  ],
});
