import { later } from "../../../domain/base/time.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";

/** Parties as letters name them. */
export interface PartyCache {
  /** Returns the registered parties among the ids, as they were at most half a minute ago. */
  readonly of: (ids: readonly PartyId[]) => Promise<ReadonlyMap<PartyId, Party>>;
}

/** Every letter names some parties, mostly the same ones; what they are called hardly ever changes. */
const rememberedFor = { seconds: 30 };

interface CachedParties {
  readonly party: Promise<Party | undefined>;
  readonly until: Instant;
}

/**
 * Reads a party once for the letters of a batch. A party that is not registered, or could not be read, is read again.
 */
export const newPartyCache = ({
  store,
  clock,
}: {
  readonly store: Pick<Store, "loadMany">;
  readonly clock: Clock;
}): PartyCache => {
  const cache = new Map<PartyId, CachedParties>();
  const request = (ids: readonly PartyId[], until: Instant): void => {
    const aggregates = store.loadMany("party", ids);
    for (const id of ids) {
      const party = aggregates.then(
        (found) => found.find((aggregate) => aggregate.state.id === id)?.state,
        (error: unknown) => {
          cache.delete(id);
          throw error;
        },
      );
      cache.set(id, { party, until });
    }
  };
  const of: PartyCache["of"] = async (ids) => {
    const now = clock.now();
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => (cache.get(id)?.until ?? now) <= now);
    if (missing.length > 0) request(missing, later(now, rememberedFor));
    const parties = await Promise.all(wanted.flatMap((id) => cache.get(id)?.party ?? []));
    const found = new Map(parties.flatMap((party) => (party === undefined ? [] : [[party.id, party] as const])));
    for (const id of wanted) if (!found.has(id)) cache.delete(id);
    return found;
  };
  return { of };
};
