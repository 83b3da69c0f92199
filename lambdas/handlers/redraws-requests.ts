import { askRedraw } from "../../domain/review/commands/redraw-seat.ts";
import { waiveReviewerLimit } from "../../domain/review/commands/reviewer-limit.ts";
import * as api from "../../schemas/api/endpoints/redraws.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview, commandReviewAndParty } from "./review-commands.ts";

/** Routes of requests by parties about the drawing of lots, or of the secretariat's record of them. */
export const redrawRequestRoutes = (io: RouteIo): readonly Route[] => [
  route(api.AskRedraw, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReviewAndParty(io.store, params.reviewId, request, (review, party) =>
      askRedraw(review, party, actor, { seat: body.seat }, now),
    );
  }),

  route(api.WaiveReviewerLimit, io, (request) => {
    const { params, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => waiveReviewerLimit(review, actor, now));
  }),
];
