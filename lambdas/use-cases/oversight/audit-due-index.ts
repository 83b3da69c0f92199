import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { pagesOf } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";

/** Returns the earliest open obligation of each party of a review, from its aggregate. */
const dueByAggregate = (review: Review): readonly string[] => {
  const parties = new Set(openObligations(review).map(({ party }) => party));
  return [...parties].map((party) => {
    const first = openObligations(review).find((obligation) => obligation.party === party);
    return `${party} ${first?.dueAt}`;
  });
};

/** Returns the earliest open obligations of each review, from their index. */
const dueByIndex = async (store: Store): Promise<ReadonlyMap<ReviewId, readonly string[]>> => {
  const byReview = new Map<ReviewId, string[]>();
  for await (const rows of pagesOf((paging) => store.due(paging), 1_000))
    for (const { review, party, dueAt } of rows) {
      const seat = `${party} ${dueAt}`;
      const known = byReview.get(review);
      if (known === undefined) byReview.set(review, [seat]);
      else known.push(seat);
    }
  return byReview;
};

/** The number of reviews in memory at a time. */
const reviewsPerPage = 200;

async function* allReviews(store: Store): AsyncGenerator<readonly Review[]> {
  for await (const page of pagesOf((paging) => store.list("review", paging), reviewsPerPage))
    yield page.map(({ state }) => state);
}

const differs = (review: Review, listed: readonly string[] = []): boolean =>
  dueByAggregate(review).toSorted().join() !== listed.toSorted().join();

/**
 * Returns some reviews, or all where none are given, whose entries in the index of open obligations differ from their
 * aggregates. Reminders are found by that index, and it reveals an older aggregate that was restored with the later
 * entries removed. The index is eventually consistent, so differences are read once more.
 */
export const dueIndexViolations = async (
  store: Store,
  reviews?: readonly Review[],
): Promise<readonly { readonly subject: string; readonly fault: string }[]> => {
  const index = await dueByIndex(store);
  const doubtful: ReviewId[] = [];
  const unseen = new Set(reviews === undefined ? index.keys() : []);
  for await (const page of reviews === undefined ? allReviews(store) : [reviews])
    for (const review of page) {
      unseen.delete(review.id);
      if (differs(review, index.get(review.id))) doubtful.push(review.id);
    }
  doubtful.push(...unseen);
  if (doubtful.length === 0) return [];
  const again = await dueByIndex(store);
  const aggregates = await readableAggregates(store, "review", doubtful);
  return aggregates
    .filter(({ state }) => differs(state, again.get(state.id)))
    .map(({ id, state }) => ({
      subject: aggregateKey("review", id),
      fault: `${aggregateKey("review", id)}: the index of open obligations lists ${again.get(state.id)?.join(", ") ?? "none"}, the aggregate has ${dueByAggregate(state).join(", ") || "none"} (guarantee 16)`,
    }));
};
