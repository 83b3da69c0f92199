import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { ObligationKind, Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** The number of rows that one call of the index returns. */
const perPage = 1_000;

/**
 * Returns the reviews in which a party has an open obligation of some kinds, or one due before a time, in the order of
 * ids. It reads only these reviews, for any number of others. Eventually consistent. Throws if a row is unreadable.
 */
export const reviewsOwing = async (
  store: Pick<Store, "pending" | "lookUp">,
  kinds: readonly ObligationKind[],
  before?: Instant,
): Promise<readonly Review[]> => {
  const range = before === undefined ? {} : { before };
  const rows = await Promise.all(
    kinds.map((kind) => all((paging) => store.pending(kind, { ...paging, ...range }), perPage)),
  );
  const ids = new Set<ReviewId>(rows.flat().map(({ review }) => review));
  return (await store.lookUp("review", [...ids].toSorted())).map(({ state }) => state);
};
