import type { Review } from "../../../schemas/model/review.ts";
import type { Store } from "../../io/ports/store.ts";
import { all } from "../../io/pages.ts";

/**
 * Every review as it stands; eventually consistent, a moment behind what was just written. Throws where one cannot be read: a
 * figure that counts without it is untrue, and a bulletin is not sent to whom it would have added. A page is as much as one
 * read gives.
 */
export const everyReview = async (store: Pick<Store, "list">): Promise<readonly Review[]> =>
  (await all((paging) => store.list("review", paging), 1_000)).map(({ state }) => state);
