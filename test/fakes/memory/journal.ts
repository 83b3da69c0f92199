import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { aggregateKey, parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { defined } from "../../../schemas/base/defined.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { answer, pageOf, rowOf } from "./pages.ts";

/**
 * Returns the store's methods for the entries of a subject and of a month. There are no counts in addition to them, so
 * a reader of counts reads the entries.
 */
export const memoryJournal = (
  journal: readonly JournalEntry[],
  aggregates: ReadonlyMap<string, Aggregate<AggregateKind>>,
): Pick<
  Store,
  "journalOf" | "feed" | "recordedAggregates" | "recordedAggregatesOf" | "projectionState" | "totalsOn"
> => ({
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
  recordedAggregates: ({ limit, after }) =>
    answer(() => {
      const journals = [...Map.groupBy(journal, ({ subject }) => subject)]
        .filter(([subject]) => after === undefined || subject > after)
        .toSorted(([one], [other]) => (one < other ? -1 : 1));
      let left = limit;
      const read = journals.filter(([, entries]) => {
        const isBegun = left > 0;
        left -= entries.length;
        return isBegun;
      });
      const next = read.length === journals.length ? undefined : read.at(-1)?.[0];
      return {
        items: read.map(([subject, entries]) =>
          rowOf({ ...parseAggregateKey(subject), aggregate: aggregates.get(subject), entries }),
        ),
        ...defined({ next }),
      };
    }),
  recordedAggregatesOf: (subjects) =>
    answer(() =>
      subjects.map((subject) =>
        rowOf({
          ...parseAggregateKey(subject),
          aggregate: aggregates.get(subject),
          entries: journal.filter((entry) => entry.subject === subject),
        }),
      ),
    ),
  projectionState: () => Promise.resolve(undefined),
  totalsOn: () => Promise.resolve(new Map<string, number>()),
});
