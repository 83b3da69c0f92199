import { withdrawReviewerLimitWaiver } from "../../domain/review/commands/reviewer-limit.ts";
import { withdrawClarification, withdrawConsent, withdrawRedraw } from "../../domain/review/commands/withdraw.ts";
import * as api from "../../schemas/api/endpoints/withdrawals.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview, commandReviewAndParty } from "./review-commands.ts";

/** Routes of acts that parties reverse, or that the secretariat records as reversed. */
export const withdrawalRoutes = (io: RouteIo): readonly Route[] => [
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
    return commandReviewAndParty(io.store, reviewId, request, (review, party) =>
      withdrawRedraw(review, party, actor, { seat }, now),
    );
  }),

  route(api.WithdrawReviewerLimitWaiver, io, (request) => {
    const { params, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      withdrawReviewerLimitWaiver(review, actor, now),
    );
  }),

  route(api.WithdrawConsent, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => withdrawConsent(review, actor, body, now));
  }),
];
