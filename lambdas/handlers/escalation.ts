import { refuse } from "../../domain/decision.ts";
import { may } from "../../domain/permissions.ts";
import { reminderPlan } from "../../domain/reminder-plan.ts";
import { presidentsPage, presidentsPagePolicy } from "../../domain/views/presidents-page.ts";
import * as api from "../../schemas/endpoints/escalation.ts";
import { route, type Route, type RouteIo } from "../shell/route.ts";
import { presidentsListNow } from "../steps/presidents-list.ts";
import type { LetterIo } from "./letters.ts";

/** The reminders of a review that lie ahead, for whoever may read it. */
export const reminderPlanRoute = (io: RouteIo): Route =>
  route(api.GetReminderPlan, io, async ({ params, query, actor, now }) => {
    const head = await io.store.load("review", params.reviewId);
    if (head === undefined || !may(actor, "review.read", { review: head.state }, now)) return refuse("not-found");
    const plan = reminderPlan(head.state, actor, query, now);
    return "refusal" in plan ? plan : { reply: plan };
  });

/** What neither letters nor the secretariat brought about, for the President: as data, and as a page to print. */
export const presidentsListRoutes = (io: LetterIo): readonly Route[] => [
  route(api.GetPresidentsList, io, async ({ now }) => ({ reply: await presidentsListNow(io, now) })),

  route(api.GetPresidentsListPage, io, async ({ now }) => ({
    reply: presidentsPage(await presidentsListNow(io, now)),
    headers: { "content-security-policy": presidentsPagePolicy, "cache-control": "no-store" },
  })),
];
