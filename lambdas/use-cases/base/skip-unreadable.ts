import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Person } from "../../../schemas/model/user.ts";
import { logUnreadable } from "../../io/log-failure.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { UnreadableRow } from "../../io/unreadable-row.ts";

/**
 * Returns the store and ledger with lists of all rows that skip unreadable rows and report their keys to
 * `onUnreadable`. One bad row must not prevent the repair of all others. Reads and lists of one aggregate still throw:
 * a skipped row would change the decision there.
 */
export const skipUnreadable = <Io extends { readonly store: Store; readonly ledger: Ledger }>(
  io: Io,
  onUnreadable: (key: string) => void,
): Io => {
  const { store, ledger } = io;
  return {
    ...io,
    store: {
      ...store,
      list: (kind, paging) => store.list(kind, { ...paging, onUnreadable }),
      listedReviews: (paging) => store.listedReviews({ ...paging, onUnreadable }),
      obligationsOfReviews: (paging) => store.obligationsOfReviews({ ...paging, onUnreadable }),
      due: (paging) => store.due({ ...paging, onUnreadable }),
      reviewsInStage: (stage, paging) => store.reviewsInStage(stage, { ...paging, onUnreadable }),
      feed: (month, paging) => store.feed(month, { ...paging, onUnreadable }),
      recordedAggregates: (paging) => store.recordedAggregates({ ...paging, onUnreadable }),
      recordedAggregatesOf: (subjects) => store.recordedAggregatesOf(subjects, onUnreadable),
    },
    ledger: {
      ...ledger,
      needingAttention: (state, until, paging) => ledger.needingAttention(state, until, { ...paging, onUnreadable }),
      unreachable: (paging) => ledger.unreachable({ ...paging, onUnreadable }),
      returned: (paging) => ledger.returned({ ...paging, onUnreadable }),
    },
  };
};

/** Runs the reading of one aggregate, and decides how to treat its failure. */
export type TryReading = (id: string, work: () => Promise<void>) => Promise<void>;

/** Aggregates by their ids; one by one where they cannot be read together, each as `tryReading` runs it. */
export const aggregatesById = async <K extends AggregateKind>(
  store: Pick<Store, "load" | "loadMany">,
  kind: K,
  ids: readonly string[],
  tryReading: TryReading,
): Promise<readonly Aggregate<K>[]> => {
  if (ids.length === 0) return [];
  try {
    return await store.loadMany(kind, ids);
  } catch {
    const readable: Aggregate<K>[] = [];
    for (const id of ids)
      await tryReading(id, async () => {
        const aggregate = await store.load(kind, id);
        if (aggregate !== undefined) readable.push(aggregate);
      });
    return readable;
  }
};

/** Logs a row that cannot be read, and throws any other failure. */
export const unlessUnreadable: TryReading = async (id, work) => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    logUnreadable(error.row ?? id);
  }
};

/** People whose rows can be read, in the same way. */
export const readablePersons = async (
  store: Pick<Store, "person" | "persons">,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, Person>> => {
  try {
    return await store.persons(ids);
  } catch {
    const readable = new Map<UserId, Person>();
    for (const id of ids)
      await unlessUnreadable(id, async () => {
        const person = await store.person(id);
        if (person !== undefined) readable.set(id, person);
      });
    return readable;
  }
};

/** The aggregates that can be read: a row that cannot be is left out and logged, and any other failure is thrown. */
export const readableAggregates = <K extends AggregateKind>(
  store: Pick<Store, "load" | "loadMany">,
  kind: K,
  ids: readonly string[],
): Promise<readonly Aggregate<K>[]> => aggregatesById(store, kind, ids, unlessUnreadable);
