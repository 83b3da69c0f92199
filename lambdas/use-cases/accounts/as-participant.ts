import type { Actor } from "../../../domain/base/actor.ts";
import { partiesOfUser } from "../../../domain/parties/users.ts";
import { withService } from "../../../domain/review/permissions.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { reviewsOfParties } from "./reviews-of-parties.ts";

/** Returns the actor with whether they serve as focal point or expert in any review now. */
export const asParticipant = async (
  store: Pick<Store, "loadMany" | "reviewsOfParty">,
  actor: Actor,
  now: Instant,
): Promise<Actor> => {
  if (actor.role !== "delegate") return actor;
  const reviews = await store.loadMany("review", await reviewsOfParties(store, partiesOfUser(actor)));
  return withService(
    actor,
    reviews.map(({ state }) => state),
    now,
  );
};
