import { subjectOf, verifyChain } from "../../domain/journal.ts";
import { hashOf } from "../../domain/hash.ts";
import { earliestStart } from "../../domain/policy.ts";
import { fold, type Head } from "../../domain/subjects.ts";
import { monthsFrom, startOfDay } from "../../domain/time.ts";
import { type JournalEntry, SubjectKind } from "../../schemas/fact.ts";
import type { Instant } from "../../schemas/values.ts";
import { all } from "../io/pages.ts";
import type { Store } from "../io/ports.ts";

const wholeJournal = (store: Store, kind: SubjectKind, id: string): Promise<readonly JournalEntry[]> =>
  all((paging) => store.journalOf(kind, id, paging));

/** Verifies a subject's chain against its head, entry by entry (guarantee 3). */
export const verifyJournal = async (store: Store, kind: SubjectKind, id: string) => {
  // The head first: entries that come while reading only make the chain longer than it.
  const head = await store.load(kind, id);
  const entries = await wholeJournal(store, kind, id);
  const asOf = entries.slice(0, head?.version ?? 0);
  return { head, entries: asOf, report: verifyChain(subjectOf(kind, id), asOf, head === undefined ? {} : { head }) };
};

/** Whether facts replay to a stored state (guarantee 16). */
const replays = (head: Head<SubjectKind>, entries: readonly JournalEntry[]): boolean => {
  const facts = entries.flatMap((entry) => entry.facts);
  return hashOf(fold(head.kind, undefined, facts)) === hashOf(head.state);
};

/**
 * What is wrong with a subject's journal, or undefined: a broken link of its chain (guarantee 3), or facts that do
 * not replay to the stored state (guarantee 16).
 */
const auditJournal = async (store: Store, kind: SubjectKind, id: string): Promise<string | undefined> => {
  const { head, entries, report } = await verifyJournal(store, kind, id);
  if (!report.intact) return report.firstBroken.why;
  if (head === undefined) return "there are entries, and no subject";
  return replays(head, entries) ? undefined : "the journal does not replay to the stored state";
};

const wholeFeed = async (store: Store, now: Instant): Promise<ReadonlyMap<string, JournalEntry[]>> => {
  const entries: JournalEntry[] = [];
  for (const month of monthsFrom(startOfDay(earliestStart), now))
    entries.push(...(await all((paging) => store.feed(month, paging))));
  return Map.groupBy(entries, ({ subject }) => subject);
};

const looksWhole = (head: Head<SubjectKind>, inFeed: readonly JournalEntry[]): boolean => {
  const entries = inFeed.toSorted((one, other) => one.version - other.version).slice(0, head.version);
  return verifyChain(subjectOf(head.kind, head.id), entries, { head }).intact && replays(head, entries);
};

/**
 * Every subject whose journal is broken or does not replay. Reads the feed once, in pages; a subject that the feed,
 * which lags, does not show to be whole is read by itself before anything is said of it.
 */
export const auditAll = async (
  store: Store,
  now: Instant,
): Promise<readonly { readonly subject: string; readonly fault: string }[]> => {
  const feed = await wholeFeed(store, now);
  const broken: { subject: string; fault: string }[] = [];
  for (const kind of SubjectKind.options)
    for (const head of await all((paging) => store.list(kind, paging))) {
      const subject = subjectOf(kind, head.id);
      if (looksWhole(head, feed.get(subject) ?? [])) continue;
      const fault = await auditJournal(store, kind, head.id);
      if (fault !== undefined) broken.push({ subject, fault });
    }
  return broken;
};
