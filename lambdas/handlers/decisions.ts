import { recordDecision } from "../../domain/review/commands/record-decision.ts";
import * as api from "../../schemas/api/endpoints/decisions.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview } from "./review-commands.ts";

/** Decisions of the Conference or its working group about parties that stay silent, as the secretariat records them. */
export const decisionRoute = (io: RouteIo): Route =>
  route(api.RecordDecision, io, (request) => {
    const { params, body, actor, now } = request;
    const { reviewId, obligationId: obligation } = params;
    return commandReview(io.store, reviewId, request, (review) =>
      recordDecision(review, actor, { obligation, ...body }, now),
    );
  });
