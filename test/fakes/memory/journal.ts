import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { answer, pageOf } from "./pages.ts";

/**
 * Returns the store's methods for the entries of a subject and of a month. There are no counts in addition to them, so
 * a reader of counts reads the entries.
 */
export const memoryJournal = (
  journal: readonly JournalEntry[],
): Pick<Store, "journalOf" | "feed" | "projectionState" | "totalsOn"> => ({
  journalOf: (kind, id, paging) => {
    const key = aggregateKey(kind, id);
    return answer(() =>
      pageOf(
        journal
          .filter(({ subject }) => subject === key)
          .map((entry) => [String(entry.version).padStart(10, "0"), entry]),
        paging,
      ),
    );
  },
  feed: (month, { from, ...paging }) =>
    answer(() =>
      pageOf(
        journal
          .filter(({ recordedAt }) => recordedAt.startsWith(month) && (from === undefined || recordedAt >= from))
          .map((entry) => [`${entry.recordedAt}#${entry.subject}#${String(entry.version).padStart(10, "0")}`, entry]),
        paging,
      ),
    ),
  projectionState: () => Promise.resolve(undefined),
  totalsOn: () => Promise.resolve(new Map<string, number>()),
});
