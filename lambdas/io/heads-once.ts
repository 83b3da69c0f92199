import DataLoader from "dataloader";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { AggregateKind } from "../../schemas/model/fact.ts";
import type { Store } from "./ports/store.ts";

/** Heads of a kind by their ids; those that there are not are left out. */
type ReadHeads<K extends AggregateKind> = (ids: Iterable<string>) => Promise<readonly Aggregate<K>[]>;

/** Heads of the kinds that reviews are counted by. */
export interface HeadsOnce {
  readonly reviews: ReadHeads<"review">;
  readonly parties: ReadHeads<"party">;
  readonly users: ReadHeads<"user">;
  readonly groups: ReadHeads<"group">;
}

const once = <K extends AggregateKind>(store: Pick<Store, "loadMany">, kind: K): ReadHeads<K> => {
  const loader = new DataLoader<string, Aggregate<K> | undefined>(async (ids) => {
    const heads = new Map<string, Aggregate<K>>((await store.loadMany(kind, ids)).map((head) => [head.id, head]));
    return ids.map((id) => heads.get(id));
  });
  return async (ids) => {
    const heads = await Promise.all([...new Set(ids)].toSorted().map((id) => loader.load(id)));
    return heads.filter((head) => head !== undefined);
  };
};

/**
 * Reads each head once, however many reviews are counted by it, and those that are asked for side by side in one request. They are
 * remembered for as long as one batch is decided: whoever changes a head meanwhile has it counted anew after that.
 */
export const headsOnce = (store: Pick<Store, "loadMany">): HeadsOnce => ({
  reviews: once(store, "review"),
  parties: once(store, "party"),
  users: once(store, "user"),
  groups: once(store, "group"),
});
