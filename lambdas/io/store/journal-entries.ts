import type { Store } from "../ports/store.ts";
import { journalPartition } from "./keys/journal.ts";
import { page } from "./pages.ts";
import { journal } from "./questions.ts";
import { readEntry } from "./rows/journal.ts";
import type { Access } from "./tables.ts";

/** Reads the journal. */
export const journalEntries = (access: Access): Pick<Store, "journalOf" | "feed"> => ({
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
