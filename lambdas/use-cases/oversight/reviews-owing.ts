import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { ObligationKind, Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** As many rows as one call of the index gives. */
const perPage = 1_000;

/**
 * The reviews in which a party owes anything of some kinds, or anything of these that is due before an instant, in the order
 * of ids: as many as owe it are read, however many there are besides. Eventually consistent. Throws where one cannot be read.
 */
export const reviewsOwing = async (
  store: Pick<Store, "pending" | "loadMany">,
  kinds: readonly ObligationKind[],
  before?: Instant,
): Promise<readonly Review[]> => {
  const range = before === undefined ? {} : { before };
  const rows = await Promise.all(
    kinds.map((kind) => all((paging) => store.pending(kind, { ...paging, ...range }), perPage)),
  );
  const ids = new Set<ReviewId>(rows.flat().map(({ review }) => review));
  return (await store.loadMany("review", [...ids].toSorted())).map(({ state }) => state);
};
