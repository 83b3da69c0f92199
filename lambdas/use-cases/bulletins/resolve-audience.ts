import { addresseesOf, readingOf } from "../../../domain/bulletins/audience.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import type { StoredAudience } from "../../../schemas/model/audience.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import { type Review, Stage } from "../../../schemas/model/review.ts";
import type { Store } from "../../io/ports/store.ts";
import { everyReview, reviewsInStages } from "../planning/every-review.ts";
import { reviewsOwing } from "../oversight/reviews-owing.ts";

/** What an audience is found with. */
export type AudienceStore = Pick<Store, "list" | "reviewsInStage" | "pending" | "loadMany">;

/**
 * Who is in an audience now, from the lists that the figures are counted from and from that of parties, and of the reviews
 * that it can be picked from: of a list of obligations those in which they are owed, by the index of what is owed, and of cycles
 * and clusters those of these. Eventually consistent, a moment behind what was just written. Throws where a row cannot be read.
 */
export const resolveAudience = async (
  { store }: { readonly store: AudienceStore },
  audience: StoredAudience,
  now: Instant,
): Promise<readonly Addressee[]> => {
  const { pending, stages, ids } = readingOf(audience, now);
  const reviewsOf = (): Promise<readonly Review[]> => {
    if (pending !== undefined) return reviewsOwing(store, pending.obligations, pending.before);
    return stages.length === Stage.options.length ? everyReview(store, ids) : reviewsInStages(store, stages, ids);
  };
  const [reviews, parties] = await Promise.all([reviewsOf(), all((paging) => store.list("party", paging), 1_000)]);
  return addresseesOf(audience, { reviews, parties: parties.map(({ state }) => state) }, now);
};
