import type { Actor } from "../../domain/base/actor.ts";
import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { meView } from "../../domain/views/me.ts";
import {
  obligationsFor,
  obligationView,
  partiesIn,
  peopleIn,
  reviewSummary,
  reviewView,
} from "../../domain/views/reviews.ts";
import * as api from "../../schemas/api/endpoints/reviews.ts";
import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { Stage } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { ObligationView } from "../../schemas/views/core.ts";
import { readableHeads } from "../use-cases/base/skip-unreadable.ts";
import type { Page, PageRequest } from "../io/ports/store.ts";
import { listPage } from "../shell/http/full-pages.ts";
import { partyNameIn, readPartyNames } from "../shell/http/names.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { loadWords } from "../shell/http/words.ts";

/** The reviews of a party that somebody may read. */
const readable = async (
  io: RouteIo,
  actor: Actor,
  party: PartyId | undefined,
  now: Instant,
): Promise<readonly Aggregate<"review">[]> => {
  if (party === undefined) return [];
  const heads = await readableHeads(io.store, "review", await io.store.reviewsOfParty(party));
  return heads.filter(({ state }) => may(actor, "review.read", { review: state }, now));
};

const reviewPage = async (
  io: RouteIo,
  actor: Actor,
  { stage, officer }: { readonly stage?: Stage | undefined; readonly officer?: UserId | undefined },
  paging: PageRequest,
  now: Instant,
): Promise<Page<Aggregate<"review">>> => {
  if (actor.role === "secretariat" && officer !== undefined) {
    const page = await io.store.reviewsOfOfficer(officer, paging);
    return { ...page, items: page.items.filter(({ state }) => stage === undefined || state.stage === stage) };
  }
  if (actor.role === "secretariat")
    return stage === undefined ? io.store.list("review", paging) : io.store.reviewsInStage(stage, paging);
  if (officer !== undefined) return { items: [] };
  const own = await readable(io, actor, actor.party, now);
  return pageById(
    own.filter(({ state }) => stage === undefined || state.stage === stage),
    paging,
  );
};

/** A page of what stands in the order of ids. */
const pageById = <Item extends { readonly id: string }>(
  all: readonly Item[],
  { limit, after }: PageRequest,
): Page<Item> => {
  const left = all.filter(({ id }) => after === undefined || id > after);
  const items = left.slice(0, limit);
  const last = items.at(-1);
  return left.length > limit && last !== undefined ? { items, next: last.id } : { items };
};

const asItIs = <View>(view: View): View => view;

const wanted = (obligation: ObligationView, state: "open" | "overdue" | "met" | "all"): boolean =>
  state === "all" || (state === "overdue" ? obligation.overdue : obligation.state === state);

const byDueDate = (one: ObligationView, other: ObligationView): number =>
  one.dueAt.localeCompare(other.dueAt) || one.review.localeCompare(other.review);

const owedBy = (heads: readonly Aggregate<"review">[], party: PartyId, now: Instant): ObligationView[] =>
  heads
    .flatMap(({ state }) =>
      Object.values(state.obligations)
        .filter((obligation) => obligation.party === party)
        .map((obligation) => obligationView(state, obligation, now)),
    )
    .toSorted(byDueDate);

/** Reviews and what is owed in them, each as its caller may see it. */
export const reviewRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetMe, io, async ({ actor, now, secondFactor, language }) => {
    const [person, serving, partyName, words] = await Promise.all([
      io.store.person(actor.id),
      readable(io, actor, actor.role === "delegate" ? actor.party : undefined, now),
      actor.party === undefined ? undefined : partyNameIn(language, io, actor.party),
      loadWords(language),
    ]);
    const reviews = serving.map(({ state }) => state);
    return { reply: meView(actor, { person, secondFactor, reviews, partyName, language, words }, now) };
  }),

  route(api.ListReviews, io, async ({ query, cursors, actor, now }) => {
    const page = await reviewPage(io, actor, query, await cursors.page(query), now);
    const items = page.items.map((head) => reviewSummary(head, now));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetReview, io, async ({ review, actor, now, language }) => {
    const head = await review();
    if (head === undefined || !may(actor, "review.read", { review: head.state }, now)) return refuse("not-found");
    // Asked for together, people and parties are read in one call.
    const [persons] = await Promise.all([
      io.store.persons(peopleIn(head.state, actor)),
      readPartyNames(language, io, partiesIn(head.state)),
    ]);
    return { reply: reviewView(head, actor, persons, now), version: head.version, persons };
  }),

  route(api.ListReviewObligations, io, async ({ review, query, cursors, actor, now }) => {
    const head = await review();
    if (head === undefined || !may(actor, "review.read", { review: head.state }, now)) return refuse("not-found");
    return { reply: await listPage(obligationsFor(head.state, actor, now), { query, cursors }, asItIs) };
  }),

  route(api.ListPartyObligations, io, async ({ params, query, cursors, actor, now }) => {
    const party = params.partyId;
    if ((await io.store.load("party", party)) === undefined) return refuse("not-found");
    const heads = await readable(io, actor, party, now);
    const mine = heads.filter(({ state }) => may(actor, "obligations.read", { review: state, party }, now));
    if (mine.length === 0 && !may(actor, "obligations.read", { party }, now)) return refuse("not-found");
    const owed = owedBy(mine, party, now).filter((one) => wanted(one, query.state));
    return { reply: await listPage(owed, { query, cursors }, asItIs) };
  }),
];
