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
    return commandReview(io.store, params.reviewId, request, (review) =>
      body.meeting === "first" ? recordMeeting(review, actor, body, now) : recordRound(review, actor, body, now),
    );
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
  route(api.CorrectReview, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => {
      if (body.what === "delay") return correctDelay(review, actor, body, now);
      if (body.what === "meeting-mode") return correctMeetingMode(review, actor, { ...body, mode: body.to }, now);
      if (body.what === "agreed-languages")
        return correctLanguages(review, actor, { ...body, languages: body.to }, now);
      return correctDate(review, actor, body, now);
    });
  }),
];
