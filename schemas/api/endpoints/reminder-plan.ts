import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { ObligationId, ReviewId } from "../../base/ids.ts";
import { CalendarDate } from "../../base/values.ts";

const presidentsListViews = () => import("../../views/presidents-list.ts");

export const GetReminderPlan = endpoint({
  ...plain,
  function: "review-api",
  access: "token",
  id: "getReminderPlan",
  method: "GET",
  path: "/v1/reviews/{reviewId}/reminder-plan",
  tag: "Letters",
  action: "review.read",
  summary: "The reminders of the coming year, and what a new date would change",
  description:
    "Of every open obligation that the caller may see, or of the one that `obligation` names. With `newDate` besides: what would leave, and what would not, if the party with the obligation notified a delay to that day now. The request changes nothing.",
  params: z.strictObject({ reviewId: ReviewId }),
  query: z
    .strictObject({
      obligation: ObligationId.optional().meta({ description: "The obligation that the plan is about, and `newDate`" }),
      newDate: CalendarDate.optional().meta({ description: "Goes with `obligation`" }),
    })
    .refine(({ obligation, newDate }) => obligation !== undefined || newDate === undefined, {
      path: ["obligation"],
      message: "is missing: newDate is a new date of one obligation, so say of which",
    }),
  reply: async () => (await presidentsListViews()).ReminderPlanView,
  refusals: [
    "not-found",
    "unknown-obligation",
    "not-owed",
    "no-delay-for-nominations",
    "date-too-early",
    "date-too-late",
  ],
});
