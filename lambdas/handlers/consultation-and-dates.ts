import {
  agreeLanguages,
  concludeConsultation,
  leaveLanguagesOpen,
  recordMeeting,
} from "../../domain/review/commands/consultation.ts";
import { correctMeetingMode, recordRound } from "../../domain/review/commands/consultation-rounds.ts";
import { correctDate, correctLanguages } from "../../domain/review/commands/correct-date.ts";
import { correctDelay, notifyDelay, reverseDelay } from "../../domain/review/commands/delays.ts";
import { divideWork } from "../../domain/review/commands/divide-work.ts";
import * as api from "../../schemas/api/endpoints/consultation-and-dates.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview } from "./review-commands.ts";

/** Routes that move a review to its next stage and change its dates, by its parties or on their behalf. */
export const stageRoutes = (io: RouteIo): readonly Route[] => [
  route(api.RecordMeeting, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => recordMeeting(review, actor, body, now));
  }),

  route(api.RecordRound, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => recordRound(review, actor, body, now));
  }),

  route(api.RecordLanguages, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      "open" in body ? leaveLanguagesOpen(review, actor, body.open, now) : agreeLanguages(review, actor, body, now),
    );
  }),

  route(api.ConcludeConsultation, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      concludeConsultation(review, actor, body, now),
    );
  }),

  route(api.DivideWork, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => divideWork(review, actor, body.parts, now));
  }),

  route(api.NotifyDelay, io, (request) => {
    const { params, body, actor, now } = request;
    const { reviewId, obligationId: obligation } = params;
    return commandReview(io.store, reviewId, request, (review) =>
      notifyDelay(review, actor, { obligation, ...body }, now),
    );
  }),

  route(api.ReverseDelay, io, (request) => {
    const { params, body, actor, now } = request;
    const { reviewId, obligationId: obligation } = params;
    return commandReview(io.store, reviewId, request, (review) =>
      reverseDelay(review, actor, { obligation, reason: body.reason }, now),
    );
  }),
];

/** Routes by which the secretariat decides on the dates of a review. */
export const dateRoutes = (io: RouteIo): readonly Route[] => [
  route(api.CorrectDate, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      body.what === "delay" ? correctDelay(review, actor, body, now) : correctDate(review, actor, body, now),
    );
  }),

  route(api.CorrectMeetingMode, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => correctMeetingMode(review, actor, body, now));
  }),

  route(api.CorrectLanguages, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => correctLanguages(review, actor, body, now));
  }),
];
