import { journalPartition, entryFields } from "./keys/journal.ts";
import { page } from "./pages.ts";
import { journal } from "./questions.ts";
import type { Access } from "./tables.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { PageRequest, Page } from "../ports/paging.ts";
import { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type WireItem, withoutWriteId, fromItem } from "./attributes.ts";
import { asStored } from "./row.ts";

/** The journal. */
export interface JournalStore {
  journalOf(kind: AggregateKind, id: string, paging: PageRequest): Promise<Page<JournalEntry>>;
  /** Entries of one month (YYYY-MM, by recordedAt), `from` an instant on where given, as recorded; eventually consistent. */
  feed(month: string, paging: PageRequest & { readonly from?: Instant }): Promise<Page<JournalEntry>>;
}

/** Returns a journal entry from its item, or from the new image of a stream record. */
export const readEntry = (item: WireItem): JournalEntry =>
  asStored(JournalEntry, entryFields(withoutWriteId(fromItem(item))), "journal entry");

/** Reads the journal. */
export const journalEntries = (access: Access): JournalStore => ({
  journalOf: (kind, id, paging) =>
    page(access.client, journal(access, { partition: journalPartition(kind, id) }), paging, readEntry),
  feed: (month, { from, ...paging }) =>
    page(
      access.client,
      journal(access, { index: "feed", partition: month, ...(from === undefined ? {} : { sort: { from } }) }),
      paging,
      readEntry,
    ),
});
