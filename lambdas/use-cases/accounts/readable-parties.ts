import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";
import { newPartyCache, type PartyCache } from "../base/party-cache.ts";

/**
 * Returns the names of parties for replies, cached as for letters. An unreadable row is skipped and logged: only its
 * name is missing.
 */
export const newReadableParties = ({
  store,
  clock,
}: {
  readonly store: Pick<Store, "load" | "loadMany">;
  readonly clock: Clock;
}): PartyCache => newPartyCache({ store: { loadMany: (kind, ids) => readableAggregates(store, kind, ids) }, clock });
