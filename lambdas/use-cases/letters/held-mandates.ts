import { outlasts } from "../../../domain/review/mandates.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { Mandate, Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { reviewsOfParties } from "../accounts/reviews-of-parties.ts";

/**
 * Returns the current and future mandates of a person for any of some parties, each with its review, as letters may
 * state them. Omits mandates imported with a review whose reminders are still paused.
 */
export const heldMandates = async (
  store: Pick<Store, "reviewsOfParty" | "loadMany">,
  user: UserId,
  parties: readonly PartyId[],
  now: Instant,
): Promise<readonly { readonly review: Review; readonly mandate: Mandate }[]> => {
  const aggregates = await store.loadMany("review", await reviewsOfParties(store, parties));
  return aggregates.flatMap(({ state: review }) =>
    Object.values(review.mandates)
      .filter((mandate) => mandate.user === user && parties.includes(mandate.party) && outlasts(mandate, now))
      .filter(({ id }) => review.mandatesHeld?.includes(id) !== true)
      .map((mandate) => ({ review, mandate })),
  );
};
