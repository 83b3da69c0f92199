import { askRedraw } from "../../domain/review/commands/redraw-seat.ts";
import * as api from "../../schemas/api/endpoints/redraws.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReviewAndParty } from "./review-commands.ts";

/** A party asks for lots to be drawn again. */
export const askRedrawRoute = (io: RouteIo): Route =>
  route(api.AskRedraw, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReviewAndParty(io.store, params.reviewId, request, (review, party) =>
      askRedraw(review, party, actor, { seat: body.seat }, now),
    );
  });
