import { subjectOf, verifyChain } from "../../domain/journal.ts";
import { hashOf } from "../../domain/hash.ts";
import { fold } from "../../domain/subjects.ts";
import type { JournalEntry, SubjectKind } from "../../schemas/fact.ts";
import type { Store } from "../io/ports.ts";

const wholeJournal = async (store: Store, kind: SubjectKind, id: string): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  let after: string | undefined;
  do {
    const page = await store.journalOf(kind, id, { limit: 200, ...(after === undefined ? {} : { after }) });
    entries.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return entries;
};

/** Verifies a subject's chain against its head, entry by entry (guarantee 3). */
export const verifyJournal = async (store: Store, kind: SubjectKind, id: string) => {
  // The head first: entries that come while reading only make the chain longer than it.
  const head = await store.load(kind, id);
  const entries = await wholeJournal(store, kind, id);
  const asOf = entries.slice(0, head?.version ?? 0);
  return { head, entries: asOf, report: verifyChain(subjectOf(kind, id), asOf, head === undefined ? {} : { head }) };
};

/**
 * What is wrong with a subject's journal, or undefined: a broken link of its chain (guarantee 3), or facts that do
 * not replay to the stored state (guarantee 16).
 */
export const auditJournal = async (store: Store, kind: SubjectKind, id: string): Promise<string | undefined> => {
  const { head, entries, report } = await verifyJournal(store, kind, id);
  if (!report.intact) return report.firstBroken.why;
  const facts = entries.flatMap((entry) => entry.facts);
  const replayed = fold(kind, undefined, facts);
  return hashOf(replayed) === hashOf(head?.state) ? undefined : "the journal does not replay to the stored state";
};
