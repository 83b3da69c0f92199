import type { Review } from "../../../schemas/model/review.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** Every review as it stands; eventually consistent, a moment behind what was just written. A page is as much as one read gives. */
export const everyReview = async (store: Pick<Store, "list">): Promise<readonly Review[]> =>
  (await all((paging) => store.list("review", paging), 1_000)).map(({ state }) => state);
