import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { foldVersion } from "../../../domain/audit/fold-version.ts";
import { parseAggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import { fold, type Aggregate } from "../../../domain/audit/aggregates.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import { journalTable, recordsTable } from "../../../schemas/model/tables.ts";
import { toItem, type WireItem } from "./attributes.ts";
import { isFreeFor, isAggregateAt, isNew } from "./conditions.ts";
import {
  changedRows,
  isAccountChange,
  isAggregateChange,
  ownerOfAccount,
  readStoredRows,
  type RowChange,
  type StoredRows,
  withAccount,
} from "./aggregate-rows.ts";
import { journalPartition } from "./keys/journal.ts";
import { aggregateRowKey, aggregateSort } from "./keys/aggregates.ts";
import { type Step, transact } from "./outcome.ts";
import { all } from "./pages.ts";
import { readingItems } from "./item-reader.ts";
import { readEntry } from "./journal-entries.ts";
import { allItems } from "./table-scan.ts";
import { type Access, tableOf } from "./tables.ts";

/** The result for one aggregate. `rows` names the items that were missing, or differed from the journal. */
export type Rebuilt =
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly rows: readonly string[]; readonly written: boolean }
  | { readonly kind: "refused"; readonly why: string };

export interface AggregateRebuilder {
  /** Every subject that has an entry or an aggregate, in order. */
  subjects(): Promise<readonly string[]>;
  /** Compares the stored rows of an aggregate with its journal, and writes the differences if requested. */
  rebuild(subject: string, options: { readonly write: boolean }): Promise<Rebuilt>;
}

/** The number of readings of an aggregate that other commands change meanwhile. */
const maxReadings = 5;
/** A transaction takes a hundred items, one of which is the aggregate or the check of it. */
const rowsPerTransaction = 99;

/** Returns why a stored aggregate cannot belong to these entries, which are a valid chain; undefined if it can. */
const aggregateFault = (stored: StoredRows["aggregate"], entries: readonly JournalEntry[]): string | undefined => {
  if (stored === undefined) return undefined;
  if (stored === "unreadable") return "the aggregate says no version or no hash: take it away, if the journal holds";
  if (stored.foldVersion > foldVersion) return `the aggregate was folded by version ${stored.foldVersion}, a later one`;
  const ends = entries.at(-1)?.version ?? 0;
  if (stored.version > ends) return `the aggregate is at version ${stored.version}, the journal ends with ${ends}`;
  const its = entries[stored.version - 1];
  return its?.hash === stored.hash ? undefined : `the aggregate carries another hash than entry ${stored.version}`;
};

type FoldResult = { readonly aggregate: Aggregate<AggregateKind> } | { readonly why: string };

/** The aggregate that entries lead to, or why they lead to none. */
const refold = (subject: string, entries: readonly JournalEntry[]): FoldResult => {
  const { kind, id } = parseAggregateKey(subject);
  const chain = verifyChain(subject, entries);
  if (!chain.intact) return { why: `entry ${chain.firstBroken.version}: ${chain.firstBroken.why}` };
  const facts = entries.flatMap((entry) => entry.facts);
  try {
    const state = fold<AggregateKind>(kind, undefined, facts);
    if (state === undefined) return { why: "there are no entries" };
    return { aggregate: { kind, id, version: chain.end.version, hash: chain.end.hash, foldVersion, state } };
  } catch (error) {
    return {
      why: `the facts do not follow from one another: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
};

const writeSteps = (
  access: Access,
  aggregate: Aggregate<AggregateKind>,
  { aggregate: stored }: StoredRows,
  changes: readonly RowChange[],
): readonly Step<"stale">[][] => {
  const { name: TableName } = tableOf(access.tables, "records");
  const condition = (change: RowChange) => {
    if (isAggregateChange(change))
      return stored === undefined || stored === "unreadable" ? isNew(recordsTable.partitionKey) : isAggregateAt(stored);
    return isAccountChange(change) ? isFreeFor("user", aggregate.id) : {};
  };
  const step = (item: TransactWriteItem): Step<"stale"> => ({ item, means: "stale" });
  const puts = changes.map((change) => step({ Put: { TableName, Item: toItem(change.row), ...condition(change) } }));
  const check = step({
    ConditionCheck: {
      TableName,
      Key: toItem(aggregateRowKey(aggregate.kind, aggregate.id)),
      ...isAggregateAt(aggregate),
    },
  });
  const isWritten = changes.some(isAggregateChange);
  // The aggregate row is first; items that exceed its transaction are written while that row is unchanged.
  return Array.from({ length: Math.ceil(puts.length / rowsPerTransaction) }, (_, lot) => {
    const part = puts.slice(lot * rowsPerTransaction, (lot + 1) * rowsPerTransaction);
    return isWritten && lot === 0 ? part : [check, ...part];
  });
};

/** One reading of an aggregate: its journal, its stored rows, and the differences. */
interface Reading {
  readonly aggregate: Aggregate<AggregateKind>;
  readonly stored: StoredRows;
  readonly changes: readonly RowChange[];
}

const versionIn = ({ aggregate }: StoredRows): number =>
  aggregate === undefined || aggregate === "unreadable" ? 0 : aggregate.version;

const aggregateReader =
  (access: Access) =>
  async (subject: string): Promise<Reading | { readonly why: string }> => {
    const read = readingItems(access, "records");
    const named = parseAggregateKey(subject);
    // The aggregate first: entries that come while reading only make the chain longer than it.
    const rows = await readStoredRows(access, read, named);
    const journal = {
      table: tableOf(access.tables, "journal"),
      partition: journalPartition(named.kind, named.id),
    };
    const entries = await all(access.client, journal, readEntry);
    const refolded = refold(subject, entries);
    if ("why" in refolded) return refolded;
    const why = aggregateFault(rows.aggregate, entries);
    if (why !== undefined) return { why };
    const { aggregate } = refolded;
    const stored = await withAccount(read, rows, aggregate);
    if ((ownerOfAccount(stored) ?? aggregate.id) !== aggregate.id) return { why: "its account leads to another user" };
    return { aggregate, stored, changes: changedRows(aggregate, stored) };
  };

/**
 * Reads until two consecutive readings find one version, because aggregate, rows and entries are not read atomically:
 * facts recorded meanwhile are no difference.
 */
const readingTwice = (access: Access) => {
  const readOnce = aggregateReader(access);
  return async (subject: string): Promise<Reading | { readonly why: string }> => {
    let before: number | undefined;
    for (let left = maxReadings; left > 0; left--) {
      const seen = await readOnce(subject);
      if ("why" in seen || seen.changes.length === 0) return seen;
      const version = versionIn(seen.stored);
      if (version === before) return seen;
      before = version;
    }
    return { why: "it changes all the time" };
  };
};

/** Returns the error in an item, in a few words; for an aggregate, from its version numbers. */
const inWords = (change: RowChange, { aggregate, stored }: Reading): string => {
  const { name, what } = change;
  if (what === "missing") return `${name} is missing`;
  if (!isAggregateChange(change) || stored.aggregate === undefined || stored.aggregate === "unreadable")
    return `${name} differs`;
  if (stored.aggregate.version < aggregate.version)
    return `${name} is at version ${stored.aggregate.version} of ${aggregate.version}`;
  return stored.aggregate.foldVersion < foldVersion
    ? `${name} is of an earlier version of the fold`
    : `${name} differs`;
};

const rebuildIn = (access: Access): AggregateRebuilder["rebuild"] => {
  const readOnce = readingTwice(access);
  return async (subject, { write }) => {
    let tried: readonly string[] | undefined;
    for (let left = maxReadings; left > 0; left--) {
      const seen = await readOnce(subject);
      if ("why" in seen) return { kind: "refused", why: seen.why };
      const rows = seen.changes.map((change) => inWords(change, seen));
      // A write whose reply was lost appears as nothing left to write.
      if (rows.length === 0)
        return tried === undefined ? { kind: "same" } : { kind: "differs", rows: tried, written: true };
      if (!write) return { kind: "differs", rows, written: false };
      tried ??= rows;
      const outcomes: string[] = [];
      for (const steps of writeSteps(access, seen.aggregate, seen.stored, seen.changes))
        outcomes.push(await transact(access.client, steps, ["stale"], () => Promise.resolve(undefined)));
      if (outcomes.every((outcome) => outcome === "done")) return { kind: "differs", rows: tried, written: true };
    }
    return { kind: "refused", why: "others change it at the same time" };
  };
};

const texts = (items: readonly WireItem[], name: string): readonly string[] =>
  items.flatMap((item) => item[name]?.S ?? []);

/**
 * Rebuilds aggregates and their items from the journal, on tables that may be in use: each write has the condition that
 * the aggregate is still the one that was read. An aggregate is refused, for a person to decide, if its chain is
 * broken, if its entries end before its version, or if its hash differs from its entry. Throws the errors of the
 * database.
 */
export const rebuildingAggregates = (access: Access): AggregateRebuilder => ({
  subjects: async () => {
    const { partitionKey, sortKey } = recordsTable;
    const entries = await allItems(access, "journal", [journalTable.partitionKey]);
    const inJournal = texts(entries, journalTable.partitionKey);
    const records = await allItems(access, "records", [partitionKey, sortKey]);
    const aggregates = texts(
      records.filter((item) => item[sortKey]?.S === aggregateSort),
      partitionKey,
    );
    return [...new Set([...inJournal, ...aggregates])].toSorted();
  },
  rebuild: rebuildIn(access),
});
