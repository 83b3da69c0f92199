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
import type { RecordedAggregate } from "../../io/store/recorded-aggregates.ts";
import { UnreadableRow } from "../../io/unreadable-row.ts";
import { dueIndexViolations } from "./audit-due-index.ts";
import { listRowViolations } from "./audit-list-rows.ts";
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

/**
 * Returns true if an earlier version of the fold wrote the aggregate: then only its fields of that version are
 * compared.
 */
export const isEarlierAggregate = ({ foldVersion: own }: Aggregate<AggregateKind>): boolean => own < foldVersion;

/** Returns the authors of some entries, as far as they are readable: an unreadable author is a separate finding. */
export type ReadAuthors = (entries: readonly JournalEntry[]) => Promise<Authors>;

/** Returns the reader of authors for one run, which reads each author once: an author of one page wrote in others too. */
export const authorsOnce = (store: Store): ReadAuthors => {
  const names = new Set<string>();
  const authors = new Map<string, User>();
  const unlessUnreadable: TryReading = async (_, work) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error;
    }
  };
  return async (entries) => {
    const unread = [...new Set(entries.map(({ by }) => by))].filter((name) => !names.has(name));
    const users = unread.filter((name) => UserId.safeParse(name).success);
    for (const { id, state } of await aggregatesById(store, "user", users, unlessUnreadable)) authors.set(id, state);
    for (const name of unread) names.add(name);
    return authors;
  };
};

/**
 * Returns faults in the journals of some aggregates: a broken chain, a different replay, a step or a date that no rule
 * permits, an author without permission, or entries without an aggregate. The journals are eventually consistent, so an
 * inconsistent one is read again directly before it is reported; `trying` decides what happens if that fails.
 */
export const auditRecorded = async (
  store: Store,
  recorded: readonly RecordedAggregate[],
  readAuthors: ReadAuthors,
  trying: TryReading,
): Promise<readonly AuditFinding[]> => {
  const authors = await readAuthors(recorded.flatMap(({ entries }) => entries));
  const findings: AuditFinding[] = [];
  for (const { kind, id, aggregate, entries } of recorded) {
    if (aggregate !== undefined && faultOf(aggregate, entries, authors) === undefined) continue;
    const subject = aggregateKey(kind, id);
    await trying(subject, async () => {
      const fault = await auditReadable(store, kind, id);
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

/** The aggregates that lists show and that have no entries, and the others, with the instant of the first entry. */
interface OneSided {
  readonly unrecorded: ReadonlySet<string>;
  readonly unlisted: ReadonlyMap<string, Instant>;
}

const compareLists = async (store: Store, now: Instant): Promise<OneSided> => {
  const listed = await listedSubjects(store);
  const unrecorded = new Set(listed);
  const unlisted = new Map<string, Instant>();
  for await (const entries of feedFrom(store, launch(), now))
    for (const { subject, recordedAt } of entries) {
      unrecorded.delete(subject);
      if (!listed.has(subject) && !unlisted.has(subject)) unlisted.set(subject, recordedAt);
    }
  return { unrecorded, unlisted };
};

/** Returns why an existing aggregate is faulty if no list shows it after enough time; otherwise undefined. */
const whyUnlisted = (subject: string, recordedAt: Instant, now: Instant): string | undefined =>
  later(recordedAt, listsCatchUp) <= now
    ? `${subject}: there is an aggregate, and the list of all aggregates does not show it (guarantee 16)`
    : undefined;

/**
 * Returns the faults of lists and indexes: aggregates with entries but in no list, or in a list but without entries;
 * reviews whose index entries differ from their aggregates; and rows of lists that differ from theirs. Together with
 * the audit of all journals, it reveals a lost aggregate or entry while the other exists. It keeps only the names of all
 * aggregates and a page of entries in memory.
 */
export const auditLists = async (store: Store, now: Instant): Promise<readonly AuditFinding[]> => {
  const findings: AuditFinding[] = [];
  const { unrecorded, unlisted } = await compareLists(store, now);
  for (const subject of [...unlisted.keys(), ...unrecorded]) {
    const { kind, id } = parseAggregateKey(subject);
    const recordedAt = unlisted.get(subject);
    const fault =
      (await auditReadable(store, kind, id)) ??
      (recordedAt === undefined ? undefined : whyUnlisted(subject, recordedAt, now));
    if (fault !== undefined) findings.push({ subject, fault });
  }
  return [...findings, ...(await dueIndexViolations(store)), ...(await listRowViolations(store))];
};

const isOf =
  <K extends AggregateKind>(wanted: K) =>
  (aggregate: Aggregate<AggregateKind>): aggregate is Aggregate<K> =>
    aggregate.kind === wanted;

/** Returns the faults of lists and indexes that concern some aggregates, without reading others. */
export const auditListRows = async (
  store: Store,
  aggregates: readonly Aggregate<AggregateKind>[],
): Promise<readonly AuditFinding[]> => {
  const [reviews, parties] = [aggregates.filter(isOf("review")), aggregates.filter(isOf("party"))];
  const states = reviews.map(({ state }) => state);
  return [
    ...(states.length === 0 ? [] : await dueIndexViolations(store, states)),
    ...(await listRowViolations(store, { parties, reviews })),
  ];
};
