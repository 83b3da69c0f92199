import { type IndexKeys, sort } from "./key.ts";
import type { journalTable } from "../../../../schemas/model/tables.ts";
import type { JournalEntry } from "../../../../schemas/model/journal-entry.ts";
import { monthOf } from "../../../../domain/base/time.ts";
import { aggregateKey } from "../../../../domain/base/hash-chain.ts";

type JournalKey = Readonly<Record<typeof journalTable.partitionKey | typeof journalTable.sortKey, string>>;
type FeedKeys = Required<IndexKeys<typeof journalTable.indexes>>;
export const journalPartition = aggregateKey;
/** Versions as fixed-width text, so that the order of keys is the order of versions. */
const versionKey = (version: number): string => String(version).padStart(10, "0");
/** The lowest version that sorts after another. */
export const versionsAfter = (version: string): string => versionKey(Number(version) + 1);
/** Sorts after every entry of a subject. */
export const endOfJournal = (subject: string): JournalKey => ({ subject, version: "9".repeat(10) });
/** A journal entry as an item: its fields as they are, the version as text, and its place in the feed of its month. */
export const entryRow = (entry: JournalEntry): JournalKey & FeedKeys => {
  const version = versionKey(entry.version);
  return {
    ...entry,
    version,
    month: monthOf(entry.recordedAt),
    feedSort: sort(entry.recordedAt, entry.subject, version),
  };
};
/** Returns an entry's own fields, which its hash covers, from its item, without the keys of the feed. */
export const entryFields = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { month: _month, feedSort: _feedSort, ...fields } = row;
  return { ...fields, version: Number(row["version"]) };
};
