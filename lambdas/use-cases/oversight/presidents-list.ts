import pMap from "p-map";
import { missingSince, presidentsList } from "../../../domain/oversight/presidents-list.ts";
import { type FollowedUp, presidentsListView } from "../../../domain/views/presidents-list.ts";
import type { PresidentsListView } from "../../../schemas/views/presidents-list.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { everyReview } from "../planning/every-review.ts";

export interface PresidentsListIo {
  readonly store: Pick<Store, "list" | "loadMany" | "contactsWith">;
  readonly ledger: Pick<Ledger, "ofParty">;
}

/** So many parties are asked about at the same time. */
const atOnce = 20;

const followUp = async ({ store, ledger }: PresidentsListIo, party: Party, from?: Instant): Promise<FollowedUp> => {
  const since = from === undefined ? {} : { from };
  const [letters, contacts] = await Promise.all([
    all((paging) => ledger.ofParty(party.id, { ...paging, ...since })),
    all((paging) => store.contactsWith(party.id, paging)),
  ]);
  return { party, letters, contacts };
};

/**
 * The President's list as it stands now, from the reading that the figures are counted from, with letters and contacts
 * of each party on it: two questions a party, for no letter that was planned before the first of its seats fell vacant.
 * Eventually consistent.
 */
export const presidentsListNow = async (io: PresidentsListIo, now: Instant): Promise<PresidentsListView> => {
  const reviews = await everyReview(io.store);
  const listed = presidentsList(reviews, now);
  const parties = await io.store.loadMany("party", [...new Set(listed.map(({ party }) => party))]);
  const followedUp = await pMap(parties, ({ state }) => followUp(io, state, missingSince(listed, state.id)), {
    concurrency: atOnce,
  });
  return presidentsListView(reviews, listed, followedUp, now);
};
