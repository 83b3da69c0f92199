import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import { reminderForecast } from "../../domain/views/reminder-forecast.ts";
import { peopleKnownTo } from "../../domain/views/reviews.ts";
import * as api from "../../schemas/api/endpoints/reminder-plan.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

/** Route of the future reminders of a review, for callers who may read the review. */
export const reminderPlanRoute = (io: RouteIo): Route =>
  route(api.GetReminderPlan, io, async ({ review, query, actor, now }) => {
    const aggregate = await review();
    if (aggregate === undefined || !may(actor, "review.read", { review: aggregate.state }, now))
      return refuse("not-found");
    const plan = reminderForecast(aggregate.state, actor, query, now);
    return "refusal" in plan ? plan : { reply: plan, mayName: peopleKnownTo(actor, aggregate.state, now) };
  });
