import { unauthorizedEntries } from "../../../domain/audit/unauthorized-entries.ts";
import { foldVersion } from "../../../domain/audit/fold-version.ts";
import { journalViolations } from "../../../domain/audit/guarantees.ts";
import { parseAggregateKey, aggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { later } from "../../../domain/base/time.ts";
import { type JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { AggregateKind } from "../../../schemas/model/fact.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { UnreadableRow } from "../../io/unreadable-row.ts";
import { dueIndexViolations } from "./audit-due-index.ts";
import { wholeFeed } from "../base/journal-feed.ts";

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

const everyHead = async (store: Store): Promise<readonly Aggregate<AggregateKind>[]> => {
  const heads: Aggregate<AggregateKind>[] = [];
  for (const kind of AggregateKind.options) heads.push(...(await all((paging) => store.list(kind, paging))));
  return heads;
};

/** By then every list has caught up with what was written. */
const listsCatchUp = { hours: 1 } as const;

/** That a subject which has a head is in no list although there was time enough, or undefined. */
const whyUnlisted = (subject: string, inFeed: readonly JournalEntry[], now: Instant): string | undefined => {
  const settled = inFeed.some(({ recordedAt }) => later(recordedAt, listsCatchUp) <= now);
  return settled ? `${subject}: there is a head, and the list of all heads does not show it (guarantee 16)` : undefined;
};

export interface Audit {
  readonly broken: readonly { readonly subject: string; readonly fault: string }[];
  /** How many heads an earlier version of the fold wrote: they are compared by what it knew. */
  readonly earlierHeads: number;
}

/**
 * Every subject whose journal is broken, does not replay, took a step or a date that no rule gives, or was written by
 * somebody who may not; and every review of which the index of open duties says otherwise than its head. Looks at
 * whatever has a head or an entry: neither can vanish unnoticed while the other is there. Takes the feed as it was
 * read, or reads it, once; a subject that the feed, which lags, does not show to be whole is read by itself before
 * anything is said of it.
 */
export const auditAll = async (store: Store, now: Instant, read?: readonly JournalEntry[]): Promise<Audit> => {
  const feed = Map.groupBy(read ?? (await wholeFeed(store, now)), ({ subject }) => subject);
  const heads = new Map((await everyHead(store)).map((head) => [aggregateKey(head.kind, head.id), head]));
  const authors = byId(await all((paging) => store.list("user", paging)));
  const broken: { subject: string; fault: string }[] = [];
  for (const subject of new Set([...heads.keys(), ...feed.keys()])) {
    const head = heads.get(subject);
    const inFeed = (feed.get(subject) ?? []).toSorted((one, other) => one.version - other.version);
    if (head !== undefined && faultOf(head, inFeed, authors) === undefined) continue;
    const { kind, id } = parseAggregateKey(subject);
    const fault =
      (await auditReadable(store, kind, id)) ?? (head === undefined ? whyUnlisted(subject, inFeed, now) : undefined);
    if (fault !== undefined) broken.push({ subject, fault });
  }
  const known = new Set(broken.map(({ subject }) => subject));
  const seats = await dueIndexViolations(store);
  return {
    broken: [...broken, ...seats.filter(({ subject }) => !known.has(subject))],
    earlierHeads: [...heads.values()].filter((head) => (head.foldVersion ?? 0) < foldVersion).length,
  };
};
