import type { Actor } from "../../domain/base/actor.ts";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { draftRefused, hasDraftPlace } from "../../domain/review/commands/drafts.ts";
import { deniedTo } from "../../domain/review/permissions.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import {
  answersView,
  clarificationView,
  draftView,
  feedbackOf,
  observationsView,
  type Texts,
  textsOfClarification,
} from "../../domain/views/texts.ts";
import { readableFeedback } from "../../domain/views/review-details.ts";
import { peopleKnownTo } from "../../domain/views/reviews.ts";
import { seesClarification, visibleInstruments } from "../../domain/review/visibility.ts";
import type { Action } from "../../schemas/base/actions.ts";
import * as api from "../../schemas/api/endpoints/review-drafts.ts";
import type { Hash } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { DraftKind, DraftPlace } from "../../schemas/model/draft.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { saveDraft } from "../commands/save-draft.ts";
import { listPage, type ListRequest } from "../shell/http/full-pages.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { asParticipant } from "../use-cases/accounts/as-participant.ts";

type Found = { readonly ok: true; readonly aggregate: Aggregate<"review">; readonly review: Review };

/** The caller who reads a text of a review, and the review. */
interface Reading {
  readonly review: () => Promise<Aggregate<"review"> | undefined>;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Returns a review with a text that the caller may read. Refuses as `deniedTo` does. */
const readable = async ({ review, actor, now }: Reading, action: Action): Promise<Found | Refused> => {
  const aggregate = await review();
  if (aggregate === undefined) return refuse("not-found");
  return deniedTo(actor, action, { review: aggregate.state }, now) ?? { ok: true, aggregate, review: aggregate.state };
};

const textsOf = (io: RouteIo, review: Review, hashes: readonly Hash[]): Promise<Texts> =>
  io.store.documents(review.id, hashes);

const draftKinds: { readonly [K in DraftKind]: `${K}-draft` } = {
  answers: "answers-draft",
  feedback: "feedback-draft",
};

/** Returns the drafts of a kind in a review that the caller may read. */
const draftsFor = async (io: RouteIo, { query, cursors, ...reading }: ListRequest & Reading, kind: DraftKind) => {
  const found = await readable(reading, `${kind}.read-draft`);
  if (!found.ok) return found;
  const { review } = found;
  const { actor, now } = reading;
  const visible = visibleInstruments(draftKinds[kind], review, actor, now);
  const drafts = (await io.store.draftsOf(review.id)).filter(
    (draft) => draft.kind === kind && draft.party in review.seats && visible.includes(draft.instrument),
  );
  const reply = await listPage(drafts, { query, cursors }, (draft) => draftView(draft, draft));
  return { reply, mayName: peopleKnownTo(actor, review, now) };
};

/** Returns one draft with its version; an unwritten draft has version 0. */
const draftAt = async (io: RouteIo, place: DraftPlace, reading: Reading) => {
  const { actor, now } = reading;
  const aggregate = await reading.review();
  if (aggregate === undefined || !hasDraftPlace(aggregate.state, place)) return refuse("not-found");
  const found = await readable({ ...reading, review: () => Promise.resolve(aggregate) }, `${place.kind}.read-draft`);
  if (!found.ok) return found;
  const held = found.review.seats[place.party]?.instruments ?? [];
  const visible = visibleInstruments(draftKinds[place.kind], found.review, actor, now);
  if (!held.includes(place.instrument) || !visible.includes(place.instrument))
    return refuse("instrument-not-reviewed", {
      instruments: held.filter((instrument) => visible.includes(instrument)),
    });
  const view = draftView(place, await io.store.draft(place));
  return { reply: view, version: view.version, mayName: peopleKnownTo(actor, found.review, now) };
};

interface DraftWrite {
  readonly actor: Actor;
  readonly now: Instant;
  readonly decidedOn: () => number;
  readonly body: { readonly text: string };
}

const write = async (io: RouteIo, place: DraftPlace, { actor, now, decidedOn, body }: DraftWrite) => {
  const { usesOfCommand, withinLimits } = await import("../shell/http/allowances.ts");
  const written = await withinLimits(io.store, now, () =>
    saveDraft(io.store)({
      place,
      text: body.text,
      by: actor.id,
      now,
      decidedOn: decidedOn(),
      uses: usesOfCommand(actor, undefined, now),
      decide: (aggregate) =>
        aggregate === undefined ? refuse("not-found") : draftRefused(aggregate.state, actor, place, now),
    }),
  );
  return "draft" in written ? { reply: draftView(place, written.draft), version: written.draft.version } : written;
};

const feedbackRoute = (io: RouteIo): Route =>
  route(api.GetFeedback, io, async ({ review: loaded, query, cursors, actor, now }) => {
    const found = await readable({ review: loaded, actor, now }, "feedback.read");
    if (!found.ok) return found;
    const { review } = found;
    const page = await listPage(readableFeedback(review), { query, cursors }, async (one) =>
      feedbackOf(review, one, actor, await textsOf(io, review, Object.values(one.documents)), now),
    );
    return { reply: { review: review.id, ...page } };
  });

const clarificationsRoute = (io: RouteIo): Route =>
  route(api.ListClarifications, io, async ({ review: loaded, query, cursors, actor, now }) => {
    const found = await readable({ review: loaded, actor, now }, "clarifications.read");
    if (!found.ok) return found;
    const { review } = found;
    const seen = (review.clarifications ?? []).filter((each) => seesClarification(each, review, actor, now));
    const page = await listPage(seen, { query, cursors }, async (one) =>
      clarificationView(review, one, await textsOf(io, review, textsOfClarification(one))),
    );
    return { reply: page };
  });

/** Routes of texts and drafts in a review, for callers who may read them. */
export const readingRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetAnswers, io, async ({ review: loaded, actor, now }) => {
    const aggregate = await loaded();
    if (aggregate === undefined) return refuse("not-found");
    const review = aggregate.state;
    const opened = review.answersOpenedAt !== undefined;
    const reader = opened ? await asParticipant(io.store, actor, now) : actor;
    const denied = deniedTo(reader, "answers.read", { review }, now);
    if (denied !== undefined) return denied;
    if (visibleInstruments("answers", review, reader, now).length === 0) return refuse("not-found");
    return {
      reply: answersView(
        review,
        reader,
        await textsOf(io, review, Object.values(review.answers?.documents ?? {})),
        now,
      ),
    };
  }),

  route(api.ListAnswerDrafts, io, (request) => draftsFor(io, request, "answers")),

  route(api.GetAnswerDraft, io, async (request) => {
    const { reviewId: review, instrument } = request.params;
    const aggregate = await request.review();
    if (aggregate === undefined) return refuse("not-found");
    return draftAt(io, { review, party: aggregate.state.party, kind: "answers", instrument }, request);
  }),

  route(api.PutAnswerDraft, io, async (request) => {
    const { reviewId: review, instrument } = request.params;
    const aggregate = await request.review();
    if (aggregate === undefined) return refuse("not-found");
    return write(io, { review, party: aggregate.state.party, kind: "answers", instrument }, request);
  }),

  feedbackRoute(io),

  route(api.ListFeedbackDrafts, io, (request) => draftsFor(io, request, "feedback")),

  route(api.GetFeedbackDraft, io, (request) => {
    const { reviewId: review, partyId: party, instrument } = request.params;
    return draftAt(io, { review, party, kind: "feedback", instrument }, request);
  }),

  route(api.PutFeedbackDraft, io, (request) => {
    const { reviewId: review, partyId: party, instrument } = request.params;
    return write(io, { review, party, kind: "feedback", instrument }, request);
  }),

  clarificationsRoute(io),

  route(api.GetObservations, io, async (request) => {
    const found = await readable(request, "observations.read");
    if (!found.ok) return found;
    const view = observationsView(
      found.review,
      await textsOf(
        io,
        found.review,
        found.review.observations === undefined ? [] : [found.review.observations.document],
      ),
    );
    return { reply: view, version: view.version };
  }),
];
