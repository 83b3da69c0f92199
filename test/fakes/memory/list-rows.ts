import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { listedObligations, listedReview } from "../../../domain/views/listed-reviews.ts";
import type { ListRowStore } from "../../../lambdas/io/store/list-rows.ts";
import { answer, pageOf } from "./pages.ts";

/** Rows for lists, from the aggregates. */
export const memoryListRows = (
  parties: () => readonly Aggregate<"party">[],
  reviews: () => readonly Aggregate<"review">[],
): Omit<ListRowStore, "lookUp"> => ({
  partyNames: () =>
    answer(() => {
      const names = parties().map(({ state: { id, name } }) => [id, name] as const);
      return new Map(names.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    }),
  listedReviews: (paging) =>
    answer(() =>
      pageOf(
        reviews().map((review) => [review.id, listedReview(review)] as const),
        paging,
      ),
    ),
  obligationsOfReviews: (paging) =>
    answer(() =>
      pageOf(
        reviews()
          .filter(({ state }) => Object.keys(state.obligations).length > 0)
          .map(({ id, state }) => [id, listedObligations(state)] as const),
        paging,
      ),
    ),
});
