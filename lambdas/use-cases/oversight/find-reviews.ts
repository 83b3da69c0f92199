import { defined } from "../../../schemas/base/defined.ts";
import * as z from "zod";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import { idRangeOf, type PhaseFilter } from "../../../domain/base/cycles.ts";
import { listedReview } from "../../../domain/views/listed-reviews.ts";
import { obligationsFor } from "../../../domain/views/reviews.ts";
import { may } from "../../../domain/review/permissions.ts";
import { isAsOverdue, isChosen, type ReviewFilter, sortKeys } from "../../../domain/views/review-lists.ts";
import type { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Instant, Language } from "../../../schemas/base/values.ts";
import type { ListedObligation } from "../../../schemas/model/listed-obligation.ts";
import type { ListedReview } from "../../../schemas/model/listed-review.ts";
import { all, pagesOf } from "../../io/pages.ts";
import type { Page, PageRequest } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";
import { partiesOfUser } from "../../../domain/parties/users.ts";
import { reviewsOfParties } from "../accounts/reviews-of-parties.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";

type ReviewAggregate = Aggregate<"review">;

/** Returns the reviews of parties that the caller may read, each once, in the order of their ids. */
export const readableReviews = async (
  store: Store,
  actor: Actor,
  parties: readonly PartyId[],
  now: Instant,
): Promise<readonly ReviewAggregate[]> => {
  const aggregates = await readableAggregates(store, "review", await reviewsOfParties(store, parties));
  return aggregates.filter(({ state }) => may(actor, "review.read", { review: state }, now));
};

export interface ReviewQuery extends ReviewFilter {
  readonly sort: "id" | "due" | "party" | "stage";
}

/** The caller of a list of reviews: the time, and the language of names. */
export interface ReviewReader {
  readonly actor: Actor;
  readonly now: Instant;
  readonly language: Language;
  /** Returns the names of parties in that language. */
  readonly namesOf: (parties: readonly PartyId[]) => Promise<ReadonlyMap<string, string>>;
}

/** Returns the reviews that the caller may see: those with a party, or with any party of the caller. */
const visibleReviews = (
  store: Store,
  { actor, now }: Pick<ReviewReader, "actor" | "now">,
  party: PartyId | undefined,
): Promise<readonly ReviewAggregate[]> =>
  readableReviews(
    store,
    actor,
    actor.role === "secretariat" && party !== undefined ? [party] : partiesOfUser(actor),
    now,
  );

interface Placed {
  readonly listed: ListedReview;
  readonly key: string;
}

/** The end of a page: the sort value of its last review, and its id. */
const Position = z.tuple([z.string(), z.string()]);

const byCode = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const keysOf = async (
  reviews: readonly ListedReview[],
  { namesOf, now }: ReviewReader,
  sort: ReviewQuery["sort"],
): Promise<(review: ListedReview) => string> => {
  if (sort !== "party") return (review) => sortKeys[sort](review, now);
  const names = await namesOf([...new Set(reviews.map(({ party }) => party))]);
  return ({ party }) => names.get(party) ?? party;
};

/** Returns true if a list comes from the small rows of all reviews; those of a party are few. */
const isOfAll = ({ actor }: Pick<ReviewReader, "actor">, { party }: Pick<ReviewFilter, "party">): boolean =>
  actor.role === "secretariat" && party === undefined;

/** Returns the small rows of all reviews of a phase. An unreadable row is skipped and reported. */
export const everyListedReview = (
  store: Pick<Store, "listedReviews">,
  phase: PhaseFilter,
  onUnreadable?: PageRequest["onUnreadable"],
): Promise<readonly ListedReview[]> =>
  all((paging) => store.listedReviews({ ...paging, ...defined({ onUnreadable }), ids: idRangeOf(phase) }), 1_000);

/** Returns the reviews that a filter may select, as lists show them. */
const listedFor = async (
  store: Store,
  reader: ReviewReader,
  filter: ReviewFilter,
  onUnreadable: PageRequest["onUnreadable"],
): Promise<readonly ListedReview[]> => {
  if (isOfAll(reader, filter)) return everyListedReview(store, filter, onUnreadable);
  // Only the secretariat filters by its officers.
  if (reader.actor.role !== "secretariat" && filter.officer !== undefined) return [];
  return (await visibleReviews(store, reader, filter.party)).map(listedReview);
};

/** Returns a review in a list if the caller may read it; else none. */
const readableReview = async (
  store: Pick<Store, "load">,
  { actor, now }: Pick<ReviewReader, "actor" | "now">,
  id: ReviewId,
) => {
  const review = await store.load("review", id);
  return review !== undefined && may(actor, "review.read", { review: review.state }, now) ? [review] : [];
};

/**
 * Returns the obligations that the caller may see and `keeps` selects, in no order. Those of all parties come from small
 * rows, one page in memory at a time; eventually consistent. An unreadable row is skipped and reported.
 */
export const findObligations = async (
  store: Store,
  { actor, now }: Pick<ReviewReader, "actor" | "now">,
  {
    party,
    review,
    ...phase
  }: Pick<ReviewFilter, "party" | "cycle" | "cluster"> & { readonly review?: ReviewId | undefined },
  keeps: (obligation: ListedObligation) => boolean,
  onUnreadable: PageRequest["onUnreadable"],
): Promise<readonly ListedObligation[]> => {
  if (review !== undefined || !isOfAll({ actor }, { party })) {
    const reviews =
      review === undefined
        ? await visibleReviews(store, { actor, now }, party)
        : await readableReview(store, { actor, now }, review);
    return reviews.flatMap(({ state }) => obligationsFor(state, actor, now)).filter(keeps);
  }
  const how = { ...defined({ onUnreadable }), ids: idRangeOf(phase) };
  const found: ListedObligation[] = [];
  for await (const rows of pagesOf((paging) => store.obligationsOfReviews({ ...paging, ...how }), 1_000))
    found.push(...rows.flat().filter(keeps));
  return found;
};

/**
 * Returns a page of the reviews that the caller may see and the filter selects, in the requested order, then by id. A
 * page of all reviews by id costs no more than a page.
 */
export const findReviews = async (
  store: Store,
  reader: ReviewReader,
  query: ReviewQuery,
  paging: PageRequest,
): Promise<Page<ListedReview>> => {
  const { limit, after, onUnreadable } = paging;
  const { sort, ...filter } = query;
  const isWhole = Object.values(filter).every((value) => value === undefined);
  if (isWhole && sort === "id" && isOfAll(reader, filter)) return store.listedReviews(paging);
  const listed = await listedFor(store, reader, filter, onUnreadable);
  const chosen = listed.filter((review) => isChosen(review, filter) && isAsOverdue(review, filter, reader.now));
  const keyOf = await keysOf(chosen, reader, sort);
  const compare = sort === "party" ? new Intl.Collator(reader.language).compare : byCode;
  const order = (one: readonly [string, string], other: readonly [string, string]): number =>
    compare(one[0], other[0]) || byCode(one[1], other[1]);
  const placeOf = ({ key, listed: { id } }: Placed) => [key, id] as const;
  const sorted = chosen
    .map((review): Placed => ({ listed: review, key: keyOf(review) }))
    .toSorted((one, other) => order(placeOf(one), placeOf(other)));
  const position = after === undefined ? undefined : Position.parse(JSON.parse(after));
  const left = position === undefined ? sorted : sorted.filter((one) => order(placeOf(one), position) > 0);
  const page = left.slice(0, limit);
  const last = left.length > page.length ? page.at(-1) : undefined;
  const items = page.map((one) => one.listed);
  return last === undefined ? { items } : { items, next: JSON.stringify(placeOf(last)) };
};
