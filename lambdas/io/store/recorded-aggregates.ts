import pMap from "p-map";
import { defined } from "../../../schemas/base/defined.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { type AggregateRef, parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { journalTable, recordsTable } from "../../../schemas/model/tables.ts";
import type { Page, PageRequest } from "../ports/paging.ts";
import { aggregateReader } from "./aggregates.ts";
import type { WireItem } from "./attributes.ts";
import { readBatches } from "./batches.ts";
import { readEntry } from "./journal-entries.ts";
import { aggregateRowKey } from "./keys/aggregates.ts";
import { endOfJournal, versionsAfter } from "./keys/journal.ts";
import { all, decodePosition, encodePosition, readItems } from "./pages.ts";
import { asItem, journal } from "./questions.ts";
import { type Access, tableOf } from "./tables.ts";

/** An aggregate with its journal, as far as their rows are there and readable. */
export interface RecordedAggregate extends AggregateRef {
  readonly aggregate: Aggregate<AggregateKind> | undefined;
  readonly entries: readonly JournalEntry[];
}

/** Reads all journals. */
export interface RecordedAggregates {
  /**
   * Aggregates that have entries, in no order, each with its whole journal; eventually consistent. The limit is the
   * number of entries in one read: a page has more if the last journal has more.
   */
  recordedAggregates(paging: PageRequest): Promise<Page<RecordedAggregate>>;
  /** The named aggregates, each with its whole journal; eventually consistent. */
  recordedAggregatesOf(
    subjects: readonly string[],
    onUnreadable?: PageRequest["onUnreadable"],
  ): Promise<readonly RecordedAggregate[]>;
}

const textOf = (item: WireItem, name: string): string => item[name]?.S ?? "";

/** Returns the items of whole journals from a position on, and the subject after which further ones follow. */
const scanJournals = async (access: Access, { limit, after }: PageRequest) => {
  const { name } = tableOf(access.tables, "journal");
  const { Items: items = [], LastEvaluatedKey: last } = await access.client.scan({
    TableName: name,
    Limit: limit,
    ExclusiveStartKey: after === undefined ? undefined : decodePosition(after),
  });
  if (last === undefined) return { items, partition: undefined };
  // A table is read partition by partition, each in the order of versions: only the last journal may be cut.
  const partition = textOf(last, journalTable.partitionKey);
  const sort = { from: versionsAfter(textOf(last, journalTable.sortKey)) };
  return { items: [...items, ...(await all(access.client, journal(access, { partition, sort }), asItem))], partition };
};

/** Returns aggregates by their names, read eventually consistent; unreadable and missing ones are omitted. */
const aggregatesNamed = async (
  { client, tables }: Access,
  refs: readonly AggregateRef[],
  onUnreadable: PageRequest["onUnreadable"],
): Promise<ReadonlyMap<string, Aggregate<AggregateKind>>> => {
  const table = tableOf(tables, "records");
  const keys = refs.map(({ kind, id }) => aggregateRowKey(kind, id));
  const items = await readBatches(client, table.name, keys, { isConsistent: false });
  const byKind = Map.groupBy(items, (item) => parseAggregateKey(textOf(item, recordsTable.partitionKey)).kind);
  const found = new Map<string, Aggregate<AggregateKind>>();
  for (const [kind, own] of byKind) {
    const read = await aggregateReader(kind);
    const named = (item: WireItem) => [textOf(item, recordsTable.partitionKey), read(item)] as const;
    for (const [subject, aggregate] of readItems(own, table, named, onUnreadable)) found.set(subject, aggregate);
  }
  return found;
};

const isSubject = (text: string): boolean => JournalEntry.shape.subject.safeParse(text).success;

/** The limit of parallel reads of named journals. */
const maxConcurrency = 8;

/** Reads all journals, with a few calls for many of them, or named ones. */
export const recordedAggregates = (access: Access): RecordedAggregates => ({
  recordedAggregatesOf: async (subjects, onUnreadable) => {
    const aggregates = await aggregatesNamed(access, subjects.map(parseAggregateKey), onUnreadable);
    const withJournal = async (partition: string): Promise<RecordedAggregate> => ({
      ...parseAggregateKey(partition),
      aggregate: aggregates.get(partition),
      entries: await all(access.client, journal(access, { partition, isEventual: true }), readEntry, onUnreadable),
    });
    return pMap(subjects, withJournal, { concurrency: maxConcurrency });
  },
  recordedAggregates: async (paging) => {
    const table = tableOf(access.tables, "journal");
    const { items, partition } = await scanJournals(access, paging);
    const rows = Map.groupBy(items, (item) => textOf(item, journalTable.partitionKey));
    const journals = [...rows].map(
      ([subject, own]) => [subject, readItems(own, table, readEntry, paging.onUnreadable)] as const,
    );
    // An entry under another key is unreadable, and belongs to no aggregate.
    const named = journals.filter(([subject]) => isSubject(subject));
    const refs = named.map(([subject]) => parseAggregateKey(subject));
    const aggregates = await aggregatesNamed(access, refs, paging.onUnreadable);
    const next = partition === undefined ? undefined : encodePosition(endOfJournal(partition));
    return {
      items: named.map(([subject, entries]) => ({
        ...parseAggregateKey(subject),
        aggregate: aggregates.get(subject),
        entries,
      })),
      ...defined({ next }),
    };
  },
});
