import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import {
  answerClarification,
  askClarification,
  closeClarification,
} from "../../domain/review/commands/clarifications.ts";
import { type Decision, type Refused, refuse } from "../../domain/base/decision.ts";
import { articlesOf } from "../../domain/parties/cluster-articles.ts";
import { draftsRead, handoverRefused, type ReadDraft } from "../../domain/review/commands/drafts.ts";
import { clearFeedback, returnFeedback } from "../../domain/review/commands/feedback.ts";
import { type FrozenText, freezeText, textsHandedIn } from "../../domain/review/frozen-text.ts";
import {
  agreeToObservations,
  consentToPublication,
  draftObservations,
  publishObservations,
} from "../../domain/review/commands/observations.ts";
import { publishErratum } from "../../domain/review/commands/publish-erratum.ts";
import {
  type Documents,
  openAnswers,
  returnAnswers,
  submitAnswers,
} from "../../domain/review/commands/questionnaire.ts";
import { clarificationViews, observationsView } from "../../domain/views/texts.ts";
import * as api from "../../schemas/api/endpoints/review-texts.ts";
import { clusterOf, type PartyId, type ReviewId } from "../../schemas/base/ids.ts";
import { ClusterNumber } from "../../schemas/base/values.ts";
import type { ObservationItem } from "../../schemas/model/observation-items.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Draft, DraftKind } from "../../schemas/model/draft.ts";
import { documentRecords } from "../commands/document-records.ts";
import { StaleVersion } from "../commands/outcomes.ts";
import type { SideRecord } from "../io/ports/commit.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview, decideOnReview, requireActingParty, type ReviewDecision } from "./review-commands.ts";

/** Returns a decision with the texts of its facts; none if it has no facts. */
export const withTexts = (
  decision: Decision,
  review: ReviewId,
  ...frozen: readonly FrozenText[]
): Refused | ReviewDecision =>
  decision.ok && decision.facts.length > 0 ? { ...decision, sideRecords: documentRecords(review, frozen) } : decision;

interface Clearing {
  readonly kind: DraftKind;
  readonly party: PartyId;
  readonly read: readonly ReadDraft[];
  readonly decide: (documents: Documents) => Decision;
}

/** Submits a party's drafts as read: frozen by hash, and checked again at commit. */
const handOver = (
  review: Review,
  all: readonly Draft[],
  { kind, party, read, decide }: Clearing,
): Refused | ReviewDecision => {
  const drafts = draftsRead(all, kind, party, read);
  const frozen = drafts.map((draft) => ({ draft, ...freezeText({ text: draft.text }) }));
  const decision = decide(Object.fromEntries(frozen.map(({ draft, hash }) => [draft.instrument, hash])));
  if (!decision.ok) return decision;
  const refused = handoverRefused(review, party, drafts, read);
  if (refused !== undefined) return refused;
  if (decision.facts.length === 0) return decision;
  const asRead = drafts.map((draft): SideRecord => ({ kind: "draft-read", draft }));
  return { ...decision, sideRecords: [...documentRecords(review.id, frozen), ...asRead] };
};

const submitAnswersRoute = (io: RouteIo): Route =>
  route(api.SubmitAnswers, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, async (review) =>
      handOver(review, await io.store.draftsOf(review.id), {
        kind: "answers",
        party: review.party,
        read: body.drafts,
        decide: (documents) => submitAnswers(review, actor, documents, now),
      }),
    );
  });

const clearFeedbackRoute = (io: RouteIo): Route =>
  route(api.ClearFeedback, io, (request) => {
    const { params, body, actor, now } = request;
    const party = params.partyId;
    return commandReview(io.store, params.reviewId, request, async (review) =>
      handOver(review, await io.store.draftsOf(review.id), {
        kind: "feedback",
        party,
        read: body.drafts,
        decide: (documents) => clearFeedback(review, actor, { party, documents }, now),
      }),
    );
  });

const askClarificationRoute = (io: RouteIo): Route =>
  route(api.AskClarification, io, (request) => {
    const { params, body, actor, now } = request;
    const question = freezeText({ text: body.text });
    return decideOnReview(
      io.store,
      params.reviewId,
      request,
      (review) =>
        withTexts(
          askClarification(
            review,
            actor,
            { party: requireActingParty(actor, review, now), question: question.hash, instruments: body.instruments },
            now,
          ),
          review.id,
          question,
        ),
      ({ state, version }) => {
        const texts = new Map([[question.hash, question.document]]);
        const party = requireActingParty(actor, state, now);
        const clarification = clarificationViews(state, texts).findLast(
          (one) => one.askedBy === party && one.question.hash === question.hash,
        );
        if (clarification === undefined) throw new Error(`${state.id}: the request for clarification is not there`);
        return { reply: clarification, version, location: `/v1/reviews/${state.id}/clarifications` };
      },
    );
  });

const answerClarificationRoute = (io: RouteIo): Route =>
  route(api.AnswerClarification, io, (request) => {
    const { params, body, actor, now } = request;
    const answer = freezeText({ text: body.text });
    return commandReview(io.store, params.reviewId, request, (review) =>
      withTexts(
        answerClarification(review, actor, { number: params.number, answer: answer.hash }, now),
        review.id,
        answer,
      ),
    );
  });

const closeClarificationRoute = (io: RouteIo): Route =>
  route(api.CloseClarification, io, (request) => {
    const { params, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      closeClarification(review, actor, { number: params.number }, now),
    );
  });

interface ListSent {
  readonly list: string;
  readonly summary: string;
  readonly items?: ObservationItem[] | undefined;
}

/** Returns a list with its summary and the subjects of its observations, if given, frozen under one hash. */
export const freezeList = ({ list, summary, items }: ListSent): FrozenText =>
  freezeText({ text: list, summary, ...defined({ items }) });

/** Refuses observations about articles that the cluster of the review does not review, with those that it does. */
export const refuseArticles = (review: ReviewId, items: readonly ObservationItem[] = []): void => {
  const cluster = ClusterNumber.parse(clusterOf(review));
  const { articles } = articlesOf(cluster);
  const errors = items.flatMap(({ instrument, article }, place) =>
    articles[instrument].includes(article)
      ? []
      : [
          {
            pointer: `#/items/${place}/article`,
            message: `must be an article of cluster ${cluster}: ${articles[instrument].join(", ") || "none"}`,
          },
        ],
  );
  if (errors.length > 0) throw new ProblemError("invalid-request", errors);
};

const putObservationsRoute = (io: RouteIo): Route =>
  route(api.PutObservations, io, (request) => {
    const { params, body, actor, now, decidedOn } = request;
    const version = decidedOn();
    const { items, outside } = body;
    refuseArticles(params.reviewId, items);
    const list = freezeList(body);
    return decideOnReview(
      io.store,
      params.reviewId,
      { ...request, ifMatch: undefined },
      (review) => {
        const decision = draftObservations(review, actor, { document: list.hash, items, outside }, now);
        const current = review.observations?.version ?? 0;
        // A request repeated after a lost reply names the version of its first decision.
        const isRepeated = decision.ok && decision.facts.length === 0 && current === version + 1;
        if (decision.ok && current !== version && !isRepeated) throw new StaleVersion(current);
        return withTexts(decision, review.id, list);
      },
      ({ state }) => ({
        reply: observationsView(state, new Map([[list.hash, list.document]])),
        version: state.observations?.version ?? 0,
      }),
    );
  });

const agreeToObservationsRoute = (io: RouteIo): Route =>
  route(api.AgreeToObservations, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      agreeToObservations(review, actor, { party: requireActingParty(actor, review, now), version: body.version }, now),
    );
  });

const consentToPublicationRoute = (io: RouteIo): Route =>
  route(api.ConsentToPublication, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      consentToPublication(review, actor, body, now),
    );
  });

/** Routes of the texts that parties write to one another and clear. */
export const textRoutes = (io: RouteIo): readonly Route[] => [
  submitAnswersRoute(io),
  clearFeedbackRoute(io),
  askClarificationRoute(io),
  answerClarificationRoute(io),
  closeClarificationRoute(io),
  putObservationsRoute(io),
  agreeToObservationsRoute(io),
  consentToPublicationRoute(io),
];

/**
 * Records texts, or their location, that a party submitted outside the system, for each instrument with an open
 * obligation.
 */
const recordTexts = (
  review: Review,
  party: PartyId,
  submission: z.infer<typeof api.RecordAnswers.body>,
  decide: (documents: Documents) => Decision,
): Refused | ReviewDecision => {
  const handedIn = textsHandedIn(review, party, submission);
  return handedIn.ok ? withTexts(decide(handedIn.documents), review.id, ...handedIn.frozen) : handedIn;
};

const recordAnswersRoute = (io: RouteIo): Route =>
  route(api.RecordAnswers, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      recordTexts(review, review.party, body, (documents) => submitAnswers(review, actor, documents, now)),
    );
  });

const recordFeedbackRoute = (io: RouteIo): Route =>
  route(api.RecordFeedback, io, (request) => {
    const { params, body, actor, now } = request;
    const { partyId: party, reviewId } = params;
    return commandReview(io.store, reviewId, request, (review) =>
      recordTexts(review, party, body, (documents) => clearFeedback(review, actor, { party, documents }, now)),
    );
  });

const returnAnswersRoute = (io: RouteIo): Route =>
  route(api.ReturnAnswers, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      returnAnswers(review, actor, body.reason, now),
    );
  });

const openAnswersRoute = (io: RouteIo): Route =>
  route(api.OpenAnswers, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) =>
      openAnswers(review, actor, now, body?.outside),
    );
  });

const returnFeedbackRoute = (io: RouteIo): Route =>
  route(api.ReturnFeedback, io, (request) => {
    const { params, body, actor, now } = request;
    const { partyId: party, reviewId } = params;
    return commandReview(io.store, reviewId, request, (review) =>
      party in review.seats ? returnFeedback(review, actor, { party, reason: body.reason }, now) : refuse("not-found"),
    );
  });

const publishObservationsRoute = (io: RouteIo): Route =>
  route(api.PublishObservations, io, (request) => {
    const { params, body, actor, now } = request;
    return commandReview(io.store, params.reviewId, request, (review) => publishObservations(review, actor, body, now));
  });

const publishErratumRoute = (io: RouteIo): Route =>
  route(api.PublishErratum, io, (request) => {
    const { params, body, actor, now } = request;
    const { items, reason, agreements, outside } = body;
    refuseArticles(params.reviewId, items);
    const list = freezeList(body);
    return commandReview(io.store, params.reviewId, request, (review) =>
      withTexts(
        publishErratum(review, actor, { document: list.hash, items, reason, agreements, outside }, now),
        review.id,
        list,
      ),
    );
  });

/** Routes by which the secretariat returns, opens and publishes texts. */
export const textActRoutes = (io: RouteIo): readonly Route[] => [
  returnAnswersRoute(io),
  openAnswersRoute(io),
  returnFeedbackRoute(io),
  publishObservationsRoute(io),
  publishErratumRoute(io),
  recordAnswersRoute(io),
  recordFeedbackRoute(io),
];
