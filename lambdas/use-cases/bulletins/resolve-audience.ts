import { addresseesOf, readingOf } from "../../../domain/bulletins/audience.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import type { StoredAudience } from "../../../schemas/model/audience.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import { type Review, Stage } from "../../../schemas/model/review.ts";
import type { Store } from "../../io/ports/store.ts";
import { everyReview, reviewsInStages } from "../planning/every-review.ts";
import { reviewsOwing } from "../oversight/reviews-owing.ts";

/** The reads that find an audience. */
export type AudienceStore = Pick<Store, "list" | "reviewsInStage" | "pending" | "lookUp">;

/**
 * Returns the current members of an audience, from the lists that the figures also count, and from the list of parties.
 * Of reviews it reads as few as possible: for a list of obligations those in the index of open obligations, limited to
 * the cycles and clusters. Eventually consistent, a moment behind the newest writes. Throws if a row is unreadable.
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
