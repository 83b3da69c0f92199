import { refuse } from "../../domain/base/decision.ts";
import { missionOf, partiesOfUser } from "../../domain/parties/users.ts";
import { reviewSummary } from "../../domain/views/listed-reviews.ts";
import { chosenBy } from "../../domain/views/review-lists.ts";
import { may } from "../../domain/review/permissions.ts";
import { meView } from "../../domain/views/me.ts";
import { obligationView, partiesIn, peopleIn, reviewView } from "../../domain/views/reviews.ts";
import * as api from "../../schemas/api/endpoints/reviews.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { ListedObligation } from "../../schemas/model/listed-obligation.ts";
import { findObligations, findReviews, readableReviews } from "../use-cases/oversight/find-reviews.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";

/** Returns the position of an obligation in lists: by its date, then by review. */
const placeOf = ({ dueAt, review, id }: ListedObligation): string => `${dueAt} ${review} ${id}`;
const inOrder = (one: ListedObligation, other: ListedObligation): number => (placeOf(one) < placeOf(other) ? -1 : 1);

/** Lists the obligations that the caller may see, of all reviews, a party or a review. */
const listObligationsRoute = (io: RouteIo): Route =>
  route(api.ListObligations, io, async ({ query, cursors, actor, now }) => {
    const { limit, cursor, cycle, cluster, group, review, ...chosen } = query;
    const { after, onUnreadable } = await cursors.page({ limit, cursor });
    const isChosen = chosenBy({ ...chosen, cycle, cluster, group }, now);
    const keeps = (obligation: ListedObligation): boolean =>
      isChosen(obligation) && (after === undefined || placeOf(obligation) > after);
    const within = { party: chosen.party, review, cycle, cluster };
    const left = await findObligations(io.store, { actor, now }, within, keeps, onUnreadable);
    const items = left.toSorted(inOrder).slice(0, limit);
    const last = left.length > limit ? items.at(-1) : undefined;
    return {
      reply: { items: items.map((one) => obligationView(one, now)), ...(await cursors.seal(last && placeOf(last))) },
    };
  });

/** Routes of reviews and their obligations, each as its caller may see it. */
export const reviewRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetMe, io, async ({ actor, user, now, secondFactor, language }) => {
    const parties = partiesOfUser(actor);
    const own = missionOf(actor);
    const [person, mission, serving, partyNames, words] = await Promise.all([
      io.store.person(actor.id),
      own && io.store.mission(own),
      readableReviews(io.store, actor, parties, now),
      partyNamesIn(language, io, parties),
      loadWords(labelWords, language),
    ]);
    const reviews = serving.map(({ state }) => state);
    const { offers = [] } = user;
    const about = { person, mission, secondFactor, offers, reviews, partyNames, language, words };
    return { reply: meView(actor, about, now) };
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
];
