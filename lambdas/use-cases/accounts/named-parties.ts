import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import { keepReading } from "../../io/reading-cache.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";

export type NamedParty = Pick<Party, "id" | "name">;

/** The names of parties in replies. */
export interface NamedParties {
  /** Returns the registered parties among the ids, with their names as they were at most a minute ago. */
  readonly of: (ids: readonly PartyId[]) => Promise<ReadonlyMap<PartyId, NamedParty>>;
}

/** The reply to a correction has the new name. Other lists may have the earlier one for this time. */
const namesKept = { minutes: 1 };

/**
 * Reads the names of all parties together, at most once a minute. A party that was registered since is read by itself;
 * if its row is unreadable, only its name is missing.
 */
export const newNamedParties = ({
  store,
  clock,
}: {
  readonly store: Pick<Store, "load" | "loadMany" | "partyNames">;
  readonly clock: Clock;
}): NamedParties => {
  const names = keepReading(clock, namesKept, () => store.partyNames());
  return {
    of: async (ids) => {
      const known = await names();
      const missing = ids.filter((id) => !known.has(id));
      const found = missing.length === 0 ? [] : await readableAggregates(store, "party", missing);
      return new Map<PartyId, NamedParty>([
        ...ids.flatMap((id) => {
          const name = known.get(id);
          return name === undefined ? [] : [[id, { id, name }] as const];
        }),
        ...found.map(({ state }) => [state.id, state] as const),
      ]);
    },
  };
};
