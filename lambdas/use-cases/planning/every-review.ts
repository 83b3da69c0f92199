import type { Review } from "../../../schemas/model/review.ts";
import type { Store } from "../../io/ports/store.ts";
import { allReadable } from "../base/skip-unreadable.ts";

/**
 * Every review that can be read, as it stands; eventually consistent, a moment behind what was just written. One that cannot
 * be read is left out and logged: it must not take the figures, the President's list and the bulletins of all others away.
 * A page is as much as one read gives.
 */
export const everyReview = async (store: Pick<Store, "list">): Promise<readonly Review[]> =>
  (await allReadable((paging) => store.list("review", paging), 1_000)).map(({ state }) => state);
