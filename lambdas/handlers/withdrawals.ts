import { refuse } from "../../domain/base/decision.ts";
import {
  withdrawClarification,
  withdrawConsent,
  withdrawDelay,
  withdrawRedraw,
} from "../../domain/review/commands/withdraw.ts";
import * as api from "../../schemas/api/endpoints/withdrawals.ts";
import { changeOf } from "../commands/execute-command.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview } from "./review-commands.ts";

/** What parties take back, or the secretariat records that they did. */
export const withdrawalRoutes = (io: RouteIo): readonly Route[] => [
  route(api.WithdrawDelay, io, (request) => {
    const { params, actor, now } = request;
    const { reviewId, obligationId: obligation } = params;
    return commandReview(io.store, reviewId, request, (review) => withdrawDelay(review, actor, { obligation }, now));
  }),

  route(api.WithdrawClarification, io, (request) => {
    const { params, actor, now } = request;
    const { reviewId, number } = params;
    return commandReview(io.store, reviewId, request, (review) =>
      withdrawClarification(review, actor, { number }, now),
    );
  }),

  route(api.WithdrawRedraw, io, (request) => {
    const { params, actor, now } = request;
    const { reviewId, seat } = params;
    return commandReview(io.store, reviewId, request, async (review) => {
      const asks = actor.party ?? actor.recordsFor?.party;
      if (asks === undefined) return refuse("source-missing");
      const party = await io.store.load("party", asks);
      if (party === undefined) return refuse("not-in-this-review", { review: review.id, party: asks });
      const decision = withdrawRedraw(review, party.state, actor, { seat }, now);
      if (!decision.ok) return decision;
      return { ok: true, facts: decision.review, changes: [changeOf("party", party.id, party, decision.party)] };
    });
  }),

  route(api.WithdrawConsent, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => withdrawConsent(review, actor, body, now));
  }),
];
