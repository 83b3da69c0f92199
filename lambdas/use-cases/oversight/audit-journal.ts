import { unauthorizedEntries } from "../../../domain/audit/unauthorized-entries.ts";
import { foldVersion } from "../../../domain/audit/fold-version.ts";
import { journalViolations } from "../../../domain/audit/guarantees.ts";
import { parseAggregateKey, aggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { later } from "../../../domain/base/time.ts";
import { type JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { AggregateKind } from "../../../schemas/model/fact.ts";
import { UserId } from "../../../schemas/base/ids.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all, pagesOf } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { UnreadableRow } from "../../io/unreadable-row.ts";
import { dueIndexViolations } from "./audit-due-index.ts";
import { feedFrom, launch } from "../base/journal-feed.ts";
import { headsById, type TryReading } from "../base/skip-unreadable.ts";

const wholeJournal = (store: Store, kind: AggregateKind, id: string): Promise<readonly JournalEntry[]> =>
  all((paging) => store.journalOf(kind, id, paging));

/**
 * A subject's head with its entries. Entries that were recorded while they were read are left out; those beyond a head
 * that does not move are not, since an entry and its head are written in one transaction.
 */
const headWithEntries = async <K extends AggregateKind>(
  store: Store,
  kind: K,
  id: string,
): Promise<{ readonly head: Aggregate<K> | undefined; readonly entries: readonly JournalEntry[] }> => {
  // The head first: entries that come while reading only make the chain longer than it.
  const head = await store.load(kind, id);
  const entries = await wholeJournal(store, kind, id);
  const ends = entries.at(-1)?.version ?? 0;
  if (ends <= (head?.version ?? 0)) return { head, entries };
  const again = await store.load(kind, id);
  if (again?.version === head?.version) return { head, entries };
  return head === undefined
    ? headWithEntries(store, kind, id)
    : { head, entries: entries.filter(({ version }) => version <= head.version) };
};

/** Verifies a subject's chain against its head, entry by entry (guarantee 3). */
export const verifyJournal = async <K extends AggregateKind>(store: Store, kind: K, id: string) => {
  const { head, entries } = await headWithEntries(store, kind, id);
  return { head, entries, report: verifyChain(aggregateKey(kind, id), entries, { head: head ?? "missing" }) };
};

type Authors = ReadonlyMap<string, User>;

/** The first thing that is wrong; without authors it is not asked whether they might write what they wrote. */
const faultOf = (
  head: Aggregate<AggregateKind>,
  entries: readonly JournalEntry[],
  authors: Authors | undefined,
): string | undefined => {
  const [first] = [
    ...journalViolations(head, entries),
    ...(authors === undefined ? [] : unauthorizedEntries(entries, authors)),
  ];
  return first === undefined ? undefined : `${first.about}: ${first.why} (guarantee ${first.guarantee})`;
};

const byId = (users: readonly Aggregate<"user">[]): Authors => new Map(users.map(({ id, state }) => [id, state]));

/** What is wrong with a subject's journal as it stands now, or undefined. */
const auditJournal = async (store: Store, kind: AggregateKind, id: string): Promise<string | undefined> => {
  const { head, entries, report } = await verifyJournal(store, kind, id);
  if (!report.intact) return `${aggregateKey(kind, id)}: ${report.firstBroken.why} (guarantee 3)`;
  if (head === undefined) return undefined;
  const names = [...new Set(entries.map(({ by }) => by))];
  try {
    return faultOf(head, entries, byId(await store.loadMany("user", names)));
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    // The author who cannot be read is a finding, not what was written.
    return faultOf(head, entries, undefined);
  }
};

/** The same of a subject with a row that cannot be read: that is what is wrong with it. */
const auditReadable = async (store: Store, kind: AggregateKind, id: string): Promise<string | undefined> => {
  try {
    return await auditJournal(store, kind, id);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    return `${aggregateKey(kind, id)}: the head or an entry of it cannot be read (guarantee 3)`;
  }
};

/** By then every list has caught up with what was written. */
const listsCatchUp = { hours: 1 } as const;

/** What is wrong with a subject. */
export interface AuditFinding {
  readonly subject: string;
  readonly fault: string;
}

/** A head as a list shows it, with its journal where that could be read. */
export interface ListedSubject {
  readonly head: Aggregate<AggregateKind>;
  readonly entries: readonly JournalEntry[] | undefined;
}

/** Whether a head was written by an earlier version of the fold: it is compared by what that knew. */
export const isEarlierHead = ({ foldVersion: own }: Aggregate<AggregateKind>): boolean => own < foldVersion;

/** Whoever wrote any of some entries, as far as they can be read: an author who cannot be is a finding of their own. */
const authorsOf = async (store: Store, subjects: readonly ListedSubject[]): Promise<Authors> => {
  const names = subjects.flatMap(({ entries = [] }) => entries.map(({ by }) => by));
  const users = [...new Set(names)].filter((name) => UserId.safeParse(name).success);
  const unlessUnreadable: TryReading = async (_, work) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error;
    }
  };
  return byId(await headsById(store, "user", users, unlessUnreadable));
};

/**
 * Of some subjects those whose journal is broken, does not replay, took a step or a date that no rule gives, or was written
 * by somebody who may not. Lists lag, so a subject that is not whole as it was read is read by itself before anything is
 * said of it; `trying` decides what becomes of that where it fails.
 */
export const auditSubjects = async (
  store: Store,
  subjects: readonly ListedSubject[],
  trying: TryReading,
): Promise<readonly AuditFinding[]> => {
  const authors = await authorsOf(store, subjects);
  const findings: AuditFinding[] = [];
  for (const { head, entries } of subjects) {
    if (entries !== undefined && faultOf(head, entries, authors) === undefined) continue;
    const subject = aggregateKey(head.kind, head.id);
    await trying(subject, async () => {
      const fault = await auditReadable(store, head.kind, head.id);
      if (fault !== undefined) findings.push({ subject, fault });
    });
  }
  return findings;
};

/** So many heads of a list are held at a time. */
const aggregatesPerPage = 200;

/** Every subject that the lists of all heads show. */
const listedSubjects = async (store: Store): Promise<ReadonlySet<string>> => {
  const listed = new Set<string>();
  for (const kind of AggregateKind.options)
    for await (const heads of pagesOf((paging) => store.list(kind, paging), aggregatesPerPage))
      for (const { id } of heads) listed.add(aggregateKey(kind, id));
  return listed;
};

/** Subjects that have entries and that no list of heads shows, with the instant of the first entry. */
const unlistedSubjects = async (store: Store, now: Instant): Promise<ReadonlyMap<string, Instant>> => {
  const listed = await listedSubjects(store);
  const unlisted = new Map<string, Instant>();
  for await (const entries of feedFrom(store, launch, now))
    for (const { subject, recordedAt } of entries)
      if (!listed.has(subject) && !unlisted.has(subject)) unlisted.set(subject, recordedAt);
  return unlisted;
};

/** That a subject which has a head is in no list although there was time enough, or undefined. */
const whyUnlisted = (subject: string, recordedAt: Instant, now: Instant): string | undefined =>
  later(recordedAt, listsCatchUp) <= now
    ? `${subject}: there is a head, and the list of all heads does not show it (guarantee 16)`
    : undefined;

/**
 * What lists and indexes get wrong: subjects that have entries, and no head or one that no list shows; and every review of
 * which the index of open duties says otherwise than its head. With the audit of all that lists show, neither a head nor an
 * entry can vanish unnoticed while the other is there. Holds no more than the names of all subjects, and a page of entries.
 */
export const auditLists = async (store: Store, now: Instant): Promise<readonly AuditFinding[]> => {
  const findings: AuditFinding[] = [];
  for (const [subject, recordedAt] of await unlistedSubjects(store, now)) {
    const { kind, id } = parseAggregateKey(subject);
    const fault = (await auditReadable(store, kind, id)) ?? whyUnlisted(subject, recordedAt, now);
    if (fault !== undefined) findings.push({ subject, fault });
  }
  return [...findings, ...(await dueIndexViolations(store))];
};
