import { defined } from "../../schemas/base/defined.ts";
import { refuse } from "../../domain/base/decision.ts";
import { isChosen, isChosenObligation, isOfOpen, type ObligationFilter } from "../../domain/views/review-lists.ts";
import { partiesOfUser } from "../../domain/parties/users.ts";
import { reviewSummary } from "../../domain/views/listed-reviews.ts";
import { may } from "../../domain/review/permissions.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { meView } from "../../domain/views/me.ts";
import { obligationsFor, obligationView, partiesIn, peopleIn, reviewView } from "../../domain/views/reviews.ts";
import * as api from "../../schemas/api/endpoints/reviews.ts";
import { type PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { Instant } from "../../schemas/base/values.ts";
import { addDays, startOfDay } from "../../domain/base/time.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { ObligationView } from "../../schemas/views/core.ts";
import { earliestObligations } from "../use-cases/oversight/earliest-obligations.ts";
import { findReviews, readableReviews, visibleReviews } from "../use-cases/oversight/find-reviews.ts";
import { listPage } from "../shell/http/full-pages.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";

const asItIs = <View>(view: View): View => view;

const byDueDate = (one: ObligationView, other: ObligationView): number =>
  one.dueAt.localeCompare(other.dueAt) || one.review.localeCompare(other.review);

const obligationsOf = (aggregates: readonly Aggregate<"review">[], party: PartyId, now: Instant): ObligationView[] =>
  aggregates
    .flatMap(({ state }) =>
      Object.values(state.obligations)
        .filter((obligation) => obligation.party === party)
        .map((obligation) => obligationView(state, obligation, now)),
    )
    .toSorted(byDueDate);

/** Returns the position of an obligation in the list of all, by its date. */
const placeOf = ({ dueAt, review, id }: ObligationView): string => `${dueAt} ${review} ${id}`;

/** Returns the start of a page of obligations: after a position, or at a day. */
const beginningOf = (after: string | undefined, dueFrom: ObligationFilter["dueFrom"]) => {
  if (after === undefined) return dueFrom && { dueAt: startOfDay(dueFrom) };
  const [dueAt, review] = after.split(" ");
  return { dueAt: Instant.parse(dueAt), review: ReviewId.parse(review) };
};

/** Before which instant everything is due that a filter chooses of open obligations; undefined where it sets no end. */
const endOf = ({ state, dueTo }: Pick<ObligationFilter, "state" | "dueTo">, now: Instant): Instant | undefined =>
  [
    ...(state === "overdue" ? [now] : []),
    ...(dueTo === undefined ? [] : [startOfDay(addDays(dueTo, 1))]),
  ].toSorted()[0];

/**
 * Lists the obligations that the caller may see, over all reviews. For the secretariat, open obligations of all parties
 * come from their index, one page at a time. Completed ones are in no index, so those are selected from all reviews.
 */
const listObligationsRoute = (io: RouteIo): Route =>
  route(api.ListObligations, io, async ({ query, cursors, actor, now }) => {
    const { limit, cursor, cycle, cluster, group, ...chosen } = query;
    const { after, onUnreadable } = await cursors.page({ limit, cursor });
    const obligationsIn = (review: Review): readonly ObligationView[] =>
      isChosen(review, { cycle, cluster, group })
        ? obligationsFor(review, actor, now).filter(
            (obligation) =>
              isChosenObligation(obligation, chosen) && (after === undefined || placeOf(obligation) > after),
          )
        : [];
    const isIndexed = actor.role === "secretariat" && chosen.party === undefined && isOfOpen(chosen);
    const obligations = isIndexed
      ? await earliestObligations(
          io.store,
          { kind: chosen.kind, from: beginningOf(after, chosen.dueFrom), before: endOf(chosen, now) },
          obligationsIn,
          { limit, ...defined({ onUnreadable }) },
        )
      : (await visibleReviews(io.store, { actor, now }, { ...chosen, cycle, cluster }, onUnreadable)).flatMap(
          ({ state }) => obligationsIn(state),
        );
    const left = obligations.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
    const items = left.slice(0, limit);
    const last = left.length > limit ? items.at(-1) : undefined;
    return { reply: { items, ...(await cursors.seal(last && placeOf(last))) } };
  });

/** Routes of reviews and their obligations, each as its caller may see it. */
export const reviewRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetMe, io, async ({ actor, now, secondFactor, language }) => {
    const parties = partiesOfUser(actor);
    const [person, serving, partyNames, words] = await Promise.all([
      io.store.person(actor.id),
      readableReviews(io.store, actor, parties, now),
      partyNamesIn(language, io, parties),
      loadWords(labelWords, language),
    ]);
    const reviews = serving.map(({ state }) => state);
    return { reply: meView(actor, { person, secondFactor, reviews, partyNames, language, words }, now) };
  }),

  route(api.ListReviews, io, async ({ query, cursors, actor, now, language }) => {
    const { limit, cursor, ...chosen } = query;
    const namesOf = (parties: readonly PartyId[]) => partyNamesIn(language, io, parties);
    const reader = { actor, now, language, namesOf };
    const page = await findReviews(io.store, reader, chosen, await cursors.page({ limit, cursor }));
    const items = page.items.map((listed) => reviewSummary(listed, now));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  listObligationsRoute(io),

  route(api.GetReview, io, async ({ review, actor, now, language }) => {
    const aggregate = await review();
    if (aggregate === undefined || !may(actor, "review.read", { review: aggregate.state }, now))
      return refuse("not-found");
    // Requested together, people and parties are read in one call.
    const [persons] = await Promise.all([
      io.store.persons(peopleIn(aggregate.state, actor)),
      partyNamesIn(language, io, partiesIn(aggregate.state)),
    ]);
    return { reply: reviewView(aggregate, actor, persons, now), version: aggregate.version, persons };
  }),

  route(api.ListReviewObligations, io, async ({ review, query, cursors, actor, now }) => {
    const aggregate = await review();
    if (aggregate === undefined || !may(actor, "review.read", { review: aggregate.state }, now))
      return refuse("not-found");
    const chosen = obligationsFor(aggregate.state, actor, now).filter((obligation) =>
      isChosenObligation(obligation, query),
    );
    return { reply: await listPage(chosen, { query, cursors }, asItIs) };
  }),

  route(api.ListPartyObligations, io, async ({ params, query, cursors, actor, now }) => {
    const party = params.partyId;
    if ((await io.store.load("party", party)) === undefined) return refuse("not-found");
    const aggregates = await readableReviews(io.store, actor, [party], now);
    const mine = aggregates.filter(({ state }) => may(actor, "obligations.read", { review: state, party }, now));
    if (mine.length === 0 && !may(actor, "obligations.read", { party }, now)) return refuse("not-found");
    const { cycle, cluster } = query;
    const chosen = mine.filter(({ state }) => isChosen(state, { cycle, cluster }));
    const pending = obligationsOf(chosen, party, now).filter((obligation) => isChosenObligation(obligation, query));
    return { reply: await listPage(pending, { query, cursors }, asItIs) };
  }),
];
