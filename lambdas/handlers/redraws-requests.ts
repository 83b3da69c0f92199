import { refuse } from "../../domain/base/decision.ts";
import { askRedraw } from "../../domain/review/commands/redraw-seat.ts";
import * as api from "../../schemas/api/endpoints/redraws.ts";
import { changeOf } from "../commands/execute-command.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview } from "./review-commands.ts";

/** A party asks for lots to be drawn again. */
export const askRedrawRoute = (io: RouteIo): Route =>
  route(api.AskRedraw, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, async (review) => {
      const asks = actor.party ?? actor.recordsFor?.party;
      if (asks === undefined) return refuse("source-missing");
      const party = await io.store.load("party", asks);
      if (party === undefined) return refuse("not-in-this-review", { review: review.id, party: asks });
      const decision = askRedraw(review, party.state, actor, { seat: body.seat }, now);
      if (!decision.ok) return decision;
      return { ok: true, facts: decision.review, changes: [changeOf("party", party.id, party, decision.party)] };
    });
  });
