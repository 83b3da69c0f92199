import { addresseesOf, stagesOf } from "../../../domain/bulletins/audience.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import type { StoredAudience } from "../../../schemas/model/audience.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import { Stage } from "../../../schemas/model/review.ts";
import type { Store } from "../../io/ports/store.ts";
import { everyReview, reviewsInStages } from "../planning/every-review.ts";

/**
 * Who is in an audience now, from the lists that the figures are counted from, of the reviews that it can be picked from, and
 * from that of parties: a handful of requests however many recipients there are. Eventually consistent, a moment behind what was just written.
 * Throws where a row cannot be read.
 */
export const resolveAudience = async (
  { store }: { readonly store: Pick<Store, "list" | "reviewsInStage"> },
  audience: StoredAudience,
  now: Instant,
): Promise<readonly Addressee[]> => {
  const stages = stagesOf(audience);
  const [reviews, parties] = await Promise.all([
    stages.length === Stage.options.length ? everyReview(store) : reviewsInStages(store, stages),
    all((paging) => store.list("party", paging), 1_000),
  ]);
  return addresseesOf(audience, { reviews, parties: parties.map(({ state }) => state) }, now);
};
