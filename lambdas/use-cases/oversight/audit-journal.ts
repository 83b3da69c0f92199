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
import { partyNameViolations } from "./audit-party-names.ts";
import { feedFrom, launch } from "../base/journal-feed.ts";
import { aggregatesById, type TryReading } from "../base/skip-unreadable.ts";

const wholeJournal = (store: Store, kind: AggregateKind, id: string): Promise<readonly JournalEntry[]> =>
  all((paging) => store.journalOf(kind, id, paging));

/**
 * A subject's aggregate with its entries. Entries that were recorded while they were read are left out; those beyond an aggregate
 * that does not move are not, since an entry and its aggregate are written in one transaction.
 */
const aggregateWithEntries = async <K extends AggregateKind>(
  store: Store,
  kind: K,
  id: string,
): Promise<{ readonly aggregate: Aggregate<K> | undefined; readonly entries: readonly JournalEntry[] }> => {
  // The aggregate first: entries that come while reading only make the chain longer than it.
  const aggregate = await store.load(kind, id);
  const entries = await wholeJournal(store, kind, id);
  const ends = entries.at(-1)?.version ?? 0;
  if (ends <= (aggregate?.version ?? 0)) return { aggregate, entries };
  const again = await store.load(kind, id);
  if (again?.version === aggregate?.version) return { aggregate, entries };
  return aggregate === undefined
    ? aggregateWithEntries(store, kind, id)
    : { aggregate, entries: entries.filter(({ version }) => version <= aggregate.version) };
};

/** Verifies a subject's chain against its aggregate, entry by entry (guarantee 3). */
export const verifyJournal = async <K extends AggregateKind>(store: Store, kind: K, id: string) => {
  const { aggregate, entries } = await aggregateWithEntries(store, kind, id);
  return {
    aggregate,
    entries,
    report: verifyChain(aggregateKey(kind, id), entries, { aggregate: aggregate ?? "missing" }),
  };
};

type Authors = ReadonlyMap<string, User>;

/** Returns the first fault; without authors it does not check their permission to write. */
const faultOf = (
  aggregate: Aggregate<AggregateKind>,
  entries: readonly JournalEntry[],
  authors: Authors | undefined,
): string | undefined => {
  const [first] = [
    ...journalViolations(aggregate, entries),
    ...(authors === undefined ? [] : unauthorizedEntries(entries, authors)),
  ];
  return first === undefined ? undefined : `${first.about}: ${first.why} (guarantee ${first.guarantee})`;
};

const byId = (users: readonly Aggregate<"user">[]): Authors => new Map(users.map(({ id, state }) => [id, state]));

/** Returns the fault in an aggregate's current journal, or undefined if there is none. */
const auditJournal = async (store: Store, kind: AggregateKind, id: string): Promise<string | undefined> => {
  const { aggregate, entries, report } = await verifyJournal(store, kind, id);
  if (!report.intact) return `${aggregateKey(kind, id)}: ${report.firstBroken.why} (guarantee 3)`;
  if (aggregate === undefined) return undefined;
  const names = [...new Set(entries.map(({ by }) => by))];
  try {
    return faultOf(aggregate, entries, byId(await store.loadMany("user", names)));
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    // The author who cannot be read is a finding, not what was written.
    return faultOf(aggregate, entries, undefined);
  }
};

/** Returns the fault in an aggregate's journal; an unreadable row is such a fault. */
const auditReadable = async (store: Store, kind: AggregateKind, id: string): Promise<string | undefined> => {
  try {
    return await auditJournal(store, kind, id);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    return `${aggregateKey(kind, id)}: the aggregate or an entry of it cannot be read (guarantee 3)`;
  }
};

/** By then every list has caught up with what was written. */
const listsCatchUp = { hours: 1 } as const;

/** A fault in an aggregate's journal. */
export interface AuditFinding {
  readonly subject: string;
  readonly fault: string;
}

/** An aggregate as a list shows it, with its journal where that could be read. */
export interface ListedSubject {
  readonly aggregate: Aggregate<AggregateKind>;
  readonly entries: readonly JournalEntry[] | undefined;
}

/**
 * Returns true if an earlier version of the fold wrote the aggregate: then only its fields of that version are
 * compared.
 */
export const isEarlierAggregate = ({ foldVersion: own }: Aggregate<AggregateKind>): boolean => own < foldVersion;

/** Returns the authors of some entries, as far as they are readable: an unreadable author is a separate finding. */
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
  return byId(await aggregatesById(store, "user", users, unlessUnreadable));
};

/**
 * Returns faults in the journals of some aggregates: a broken chain, a different replay, a step or a date that no rule
 * permits, or an author without permission. Lists are eventually consistent, so an inconsistent aggregate is read again
 * directly before it is reported; `trying` decides what happens if that fails.
 */
export const auditSubjects = async (
  store: Store,
  subjects: readonly ListedSubject[],
  trying: TryReading,
): Promise<readonly AuditFinding[]> => {
  const authors = await authorsOf(store, subjects);
  const findings: AuditFinding[] = [];
  for (const { aggregate, entries } of subjects) {
    if (entries !== undefined && faultOf(aggregate, entries, authors) === undefined) continue;
    const subject = aggregateKey(aggregate.kind, aggregate.id);
    await trying(subject, async () => {
      const fault = await auditReadable(store, aggregate.kind, aggregate.id);
      if (fault !== undefined) findings.push({ subject, fault });
    });
  }
  return findings;
};

/** The number of aggregates of a list in memory at a time. */
const aggregatesPerPage = 200;

/** Every subject that the lists of all aggregates show. */
const listedSubjects = async (store: Store): Promise<ReadonlySet<string>> => {
  const listed = new Set<string>();
  for (const kind of AggregateKind.options)
    for await (const aggregates of pagesOf((paging) => store.list(kind, paging), aggregatesPerPage))
      for (const { id } of aggregates) listed.add(aggregateKey(kind, id));
  return listed;
};

/** Subjects that have entries and that no list of aggregates shows, with the instant of the first entry. */
const unlistedSubjects = async (store: Store, now: Instant): Promise<ReadonlyMap<string, Instant>> => {
  const listed = await listedSubjects(store);
  const unlisted = new Map<string, Instant>();
  for await (const entries of feedFrom(store, launch, now))
    for (const { subject, recordedAt } of entries)
      if (!listed.has(subject) && !unlisted.has(subject)) unlisted.set(subject, recordedAt);
  return unlisted;
};

/** Returns why an existing aggregate is faulty if no list shows it after enough time; otherwise undefined. */
const whyUnlisted = (subject: string, recordedAt: Instant, now: Instant): string | undefined =>
  later(recordedAt, listsCatchUp) <= now
    ? `${subject}: there is an aggregate, and the list of all aggregates does not show it (guarantee 16)`
    : undefined;

/**
 * Returns the faults of lists and indexes: aggregates with entries but without a row, or in no list; reviews whose
 * index entries differ from their aggregates; and names of parties that differ from theirs. Together with the audit of all listed aggregates, it reveals a lost
 * aggregate or entry while the other exists. It keeps only the names of all aggregates and a page of entries in memory.
 */
export const auditLists = async (store: Store, now: Instant): Promise<readonly AuditFinding[]> => {
  const findings: AuditFinding[] = [];
  for (const [subject, recordedAt] of await unlistedSubjects(store, now)) {
    const { kind, id } = parseAggregateKey(subject);
    const fault = (await auditReadable(store, kind, id)) ?? whyUnlisted(subject, recordedAt, now);
    if (fault !== undefined) findings.push({ subject, fault });
  }
  return [...findings, ...(await dueIndexViolations(store)), ...(await partyNameViolations(store))];
};
