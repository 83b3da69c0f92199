import { subjectOf, verifyChain } from "../../domain/journal.ts";
import { brokenAuthorship } from "../../domain/authorship.ts";
import { brokenInJournal } from "../../domain/invariants.ts";
import { earliestStart } from "../../domain/policy.ts";
import type { Head } from "../../domain/subjects.ts";
import { monthsFrom, startOfDay } from "../../domain/time.ts";
import { type JournalEntry, SubjectKind } from "../../schemas/fact.ts";
import type { User } from "../../schemas/user.ts";
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

type Authors = ReadonlyMap<string, User>;

const faultOf = (head: Head<SubjectKind>, entries: readonly JournalEntry[], authors: Authors): string | undefined => {
  const [first] = [...brokenInJournal(head, entries), ...brokenAuthorship(entries, authors)];
  return first === undefined ? undefined : `${first.about}: ${first.why} (guarantee ${first.guarantee})`;
};

const byId = (users: readonly Head<"user">[]): Authors => new Map(users.map(({ id, state }) => [id, state]));

/** What is wrong with a subject's journal as it stands now, or undefined. */
const auditJournal = async (store: Store, kind: SubjectKind, id: string): Promise<string | undefined> => {
  const { head, entries } = await verifyJournal(store, kind, id);
  if (head === undefined) return "there are entries, and no subject";
  const authors = await store.loadMany("user", [...new Set(entries.map(({ by }) => by))]);
  return faultOf(head, entries, byId(authors));
};

const wholeFeed = async (store: Store, now: Instant): Promise<ReadonlyMap<string, JournalEntry[]>> => {
  const entries: JournalEntry[] = [];
  for (const month of monthsFrom(startOfDay(earliestStart), now))
    entries.push(...(await all((paging) => store.feed(month, paging))));
  return Map.groupBy(entries, ({ subject }) => subject);
};

/**
 * Every subject whose journal is broken, does not replay, took a step or a date that no rule gives, or was written by
 * somebody who may not. Reads the feed once, in pages; a subject that the feed, which lags, does not show to be whole
 * is read by itself before anything is said of it.
 */
export const auditAll = async (
  store: Store,
  now: Instant,
): Promise<readonly { readonly subject: string; readonly fault: string }[]> => {
  const feed = await wholeFeed(store, now);
  const authors = byId(await all((paging) => store.list("user", paging)));
  const broken: { subject: string; fault: string }[] = [];
  for (const kind of SubjectKind.options)
    for (const head of await all((paging) => store.list(kind, paging))) {
      const subject = subjectOf(kind, head.id);
      const inFeed = (feed.get(subject) ?? []).toSorted((one, other) => one.version - other.version);
      if (faultOf(head, inFeed.slice(0, head.version), authors) === undefined) continue;
      const fault = await auditJournal(store, kind, head.id);
      if (fault !== undefined) broken.push({ subject, fault });
    }
  return broken;
};
