import DataLoader from "dataloader";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { AggregateKind } from "../../schemas/model/fact.ts";
import type { Store } from "./ports/store.ts";

/** Reads aggregates of a kind by their ids; missing ones are omitted. */
type ReadAggregates<K extends AggregateKind> = (ids: Iterable<string>) => Promise<readonly Aggregate<K>[]>;

/** Aggregates of the kinds that reviews are counted by. */
export interface AggregatesOnce {
  readonly reviews: ReadAggregates<"review">;
  readonly parties: ReadAggregates<"party">;
  readonly users: ReadAggregates<"user">;
  readonly groups: ReadAggregates<"group">;
}

const once = <K extends AggregateKind>(store: Pick<Store, "loadMany">, kind: K): ReadAggregates<K> => {
  const loader = new DataLoader<string, Aggregate<K> | undefined>(async (ids) => {
    const aggregates = new Map<string, Aggregate<K>>(
      (await store.loadMany(kind, ids)).map((aggregate) => [aggregate.id, aggregate]),
    );
    return ids.map((id) => aggregates.get(id));
  });
  return async (ids) => {
    const aggregates = await Promise.all([...new Set(ids)].toSorted().map((id) => loader.load(id)));
    return aggregates.filter((aggregate) => aggregate !== undefined);
  };
};

/**
 * Reads each aggregate once, for any number of reviews that count it, and parallel requests in one batch. They are
 * cached while one batch is decided; an aggregate that changes meanwhile is counted again afterwards.
 */
export const aggregatesOnce = (store: Pick<Store, "loadMany">): AggregatesOnce => ({
  reviews: once(store, "review"),
  parties: once(store, "party"),
  users: once(store, "user"),
  groups: once(store, "group"),
});
