import { nextEntry, aggregateKey } from "../../domain/base/hash-chain.ts";
import type { Ledger } from "../../lambdas/io/ports/outbox.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";

export interface Stream {
  /** Entries that were not handled yet, in the order of recording. */
  readonly pending: JournalEntry[];
  /** Entries that failed too often. */
  readonly putAside: JournalEntry[];
  retries: number;
}

/** The store with a stream of the entries that its commits wrote. */
export const streamCommits = (store: Store, stream: Stream): Store => ({
  ...store,
  commit: async (commit) => {
    const aggregates = await store.commit(commit);
    for (const { kind, id, before, facts } of commit.changes)
      if (facts.length > 0)
        stream.pending.push(
          nextEntry(before, {
            subject: aggregateKey(kind, id),
            recordedAt: commit.at,
            by: commit.by,
            facts: [...facts],
          }),
        );
    return aggregates;
  },
});

/** The ledger, noting claims that took place although something they speak of was not open any more. */
export const observeClaims = (ledger: Ledger, store: Store, late: string[]): Ledger => ({
  ...ledger,
  claim: async (next, stillOpen, said) => {
    const outcome = await ledger.claim(next, stillOpen, said);
    if (outcome === "claimed")
      for (const { review, obligation, generation } of stillOpen) {
        const aggregate = await store.load("review", review);
        const found = Object.values(aggregate?.state.obligations ?? {}).find(({ id }) => id === obligation);
        if (found?.state !== "open" || found.generation !== generation)
          late.push(`${next.id}: ${review} ${obligation}`);
      }
    return outcome;
  },
});
