import type { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Store } from "../../io/ports/store.ts";

/** The reviews in which any of the parties has a seat, each once, in the order of their ids; none where there is no party. */
export const reviewsOfParties = async (
  store: Pick<Store, "reviewsOfParty">,
  parties: readonly PartyId[],
): Promise<readonly ReviewId[]> => {
  const [first] = parties;
  if (first === undefined) return [];
  if (parties.length === 1) return store.reviewsOfParty(first);
  const ids = await Promise.all(parties.map((party) => store.reviewsOfParty(party)));
  return [...new Set(ids.flat())].toSorted();
};
