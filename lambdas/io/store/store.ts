import { onDemand } from "../on-demand.ts";
import type { Store } from "../ports/store.ts";
import { type ReadItem, readingItems } from "./item-reader.ts";
import type { Access } from "./tables.ts";
import { dynamoAggregates } from "./aggregates.ts";
import { dynamoReviews } from "./reviews.ts";
import { dynamoUsers } from "./users.ts";
import { dynamoMissions } from "./missions.ts";
import { dynamoRequests } from "./requests.ts";

/** The journal, what is derived from it, and the progress of both. */
const journalReads = (access: Access, read: ReadItem) => ({
  ...onDemand(["journalOf", "feed"], async () => (await import("./journal-entries.ts")).journalEntries(access)),
  ...onDemand(["recordedAggregates", "recordedAggregatesOf"], async () =>
    (await import("./recorded-aggregates.ts")).recordedAggregates(access),
  ),
  ...onDemand(["auditProgress", "saveAuditProgress"], async () =>
    (await import("./audit-progress.ts")).auditProgressStore(access, read),
  ),
  ...onDemand(["projectionState", "totalsOn"], async () =>
    (await import("./statistics-projection.ts")).statisticsProjection(access),
  ),
});

/**
 * The store on DynamoDB. A function without access to a table may only call methods that do not need it. The queries of
 * most requests are loaded at the start, the rest with the schemas of its rows at first use.
 */
export const dynamoStore = (access: Access): Store => {
  const read = readingItems(access, "records");
  return {
    ...dynamoAggregates(access, read),
    ...dynamoReviews(access),
    ...dynamoUsers(access, read),
    ...dynamoMissions(read),
    ...onDemand(["partyNames", "listedReviews", "obligationsOfReviews", "lookUp"], async () =>
      (await import("./list-rows.ts")).dynamoListRows(access),
    ),
    ...dynamoRequests(read),
    ...onDemand(["commit"], async () => ({ commit: (await import("./commit.ts")).commitTo(access, read) })),
    ...onDemand(["spend", "giveBack", "usedOn"], async () =>
      (await import("./allowances.ts")).allowances(access, read),
    ),
    ...onDemand(["draft", "draftsOf", "documents", "publishedDocuments", "publishDocuments"], async () =>
      (await import("./review-texts.ts")).reviewTexts(access, read),
    ),
    ...onDemand(["erasing", "forgetMentions", "emptyNote", "endErasure"], async () =>
      (await import("./erasures.ts")).erasures(access, read),
    ),
    ...onDemand(["erasePastNotes"], async () => (await import("./past-rows.ts")).pastRecords(access)),
    ...onDemand(["saveDraft"], async () => ({ saveDraft: (await import("./drafts.ts")).savingDrafts(access, read) })),
    ...onDemand(["contact", "contactsWith", "contacts", "contactsAbout"], async () =>
      (await import("./follow-ups.ts")).followUps(access, read),
    ),
    ...onDemand(["work"], async () => (await import("./work.ts")).recordedWork(access)),
    ...onDemand(
      [
        "savePreview",
        "preview",
        "orderOf",
        "presidentsReminders",
        "previewPage",
        "wording",
        "textVersion",
        "recipients",
      ],
      async () => (await import("./bulletin-records.ts")).bulletinRecords(access, read),
    ),
    ...onDemand(["saveImport", "importPages", "forgetImport"], async () =>
      (await import("./import-pages.ts")).importPages(access, read),
    ),
    ...onDemand(["savePaper", "paperPages", "latestPaper"], async () =>
      (await import("./paper-pages.ts")).paperPages(access, read),
    ),
    ...journalReads(access, read),
    ...onDemand(["cursorSecrets", "replaceCursorSecrets"], async () =>
      (await import("./cursor-secrets.ts")).sharedCursorSecrets(access, read),
    ),
  };
};
