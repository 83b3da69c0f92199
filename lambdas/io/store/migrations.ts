import * as z from "zod";
import { hashOf } from "../../../domain/base/hash.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import { isNew } from "./conditions.ts";
import { type RowKind, rowKinds } from "./keys/row-kinds.ts";
import { migrationKey } from "./keys/system.ts";
import { letterFields } from "./keys/letters.ts";
import { readingItems } from "./item-reader.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import { type RewritableTable, rewriteRows, type Rewriting, type Rewritten, type Row } from "./rewriting.ts";
import { parseRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";

/**
 * The kinds of rows that a migration may change. No entry of the journal ever changes, and what follows from entries is
 * rebuilt from them (rebuild.ts).
 */
export type MigratedKind = Exclude<RowKind, "entry" | "aggregate" | "index-row" | "migration">;

/** A change of how rows are stored that were written by an earlier release. */
export interface Migration {
  /** Migrations are done in the order of their numbers; a number is never used again. */
  readonly number: number;
  readonly name: string;
  readonly why: string;
  /**
   * Returns the new row of each kind, or undefined if it stays. The row alone decides, and a migrated row stays, so
   * that a migration may be repeated. The keys of a row and the content of a letter never change.
   */
  readonly changes: Readonly<Partial<Record<MigratedKind, (row: Row) => Row | undefined>>>;
}

/** Every migration there is, in the order of their numbers. */
export const migrations: readonly Migration[] = [];

/** The tables that a migration changes. */
export const tablesOf = ({ changes }: Migration): readonly RewritableTable[] =>
  (["records", "letters"] as const).filter((table) => Object.keys(changes).some((kind) => kind in rowKinds[table]));

/**
 * Returns the parts of a row that a migration must keep: its keys, and all fields of a letter except its index
 * attributes.
 */
const lasting = (kind: RowKind, row: Row): unknown =>
  kind === "letter" ? letterFields(row) : [row["pk"], row["sk"], row["id"]];

const changeFor = ({ changes }: Migration, kind: RowKind): ((row: Row) => Row | undefined) | undefined =>
  kind === "entry" || kind === "aggregate" || kind === "index-row" || kind === "migration" ? undefined : changes[kind];

/**
 * Returns the migrated row, or undefined if it stays. Throws a TypeError if a migration changes a part that must stay.
 */
export const migrateRow = (migration: Migration, kind: RowKind, row: Row): Row | undefined => {
  const next = changeFor(migration, kind)?.(row);
  if (next !== undefined && hashOf(lasting(kind, row)) !== hashOf(lasting(kind, next)))
    throw new TypeError(`Migration ${migration.number} changes what must stay of a ${kind}`);
  return next;
};

const DoneRow = z.object({ number: z.int().min(1), name: z.string(), doneAt: Instant });
/** The record that a migration is complete, with its time. */
export type DoneMigration = z.infer<typeof DoneRow>;
const readDone = (item: WireItem): DoneMigration => parseRow(DoneRow, fromItem(item), "migration");

/** The result of a migration in the tables that it changes. */
export interface MigrationRun {
  readonly tables: readonly Rewritten[];
  /** Nothing is left to be changed, and this was written down. */
  readonly isDone: boolean;
}

type RunOptions = Pick<Rewriting, "write" | "pace" | "progress">;

export interface Migrating {
  /** Returns the record of completion; undefined before. */
  done(number: number): Promise<DoneMigration | undefined>;
  /** Changes the rows of a migration, or only counts them, and writes down that it is done once nothing is left. */
  run(migration: Migration, now: Instant, options: RunOptions): Promise<MigrationRun>;
}

/**
 * Migrations on tables that may be in use. Each row is written only while it is as it was read, so that a run may be
 * interrupted and repeated, and two may run in parallel. Throws the errors of the database.
 */
export const migrating = (access: Access): Migrating => {
  const read = readingItems(access, "records");
  const writeDone = async (done: DoneMigration): Promise<void> => {
    try {
      await access.client.putItem({
        TableName: tableOf(access.tables, "records").name,
        Item: toItem({ ...migrationKey(done.number), schema: 1, ...done }),
        ...isNew(recordsTable.partitionKey),
      });
    } catch (error) {
      // Another run that was first wrote an equal record.
      if (!isConditionalCheckFailed(error)) throw error;
    }
  };
  return {
    done: (number) => read(migrationKey(number), readDone),
    run: async (migration, now, options) => {
      const tables: Rewritten[] = [];
      for (const table of tablesOf(migration)) {
        const rewrite = (kind: RowKind, row: Row) => {
          const next = migrateRow(migration, kind, row);
          return next && { row: next };
        };
        tables.push(await rewriteRows(access, { ...options, table, rewrite }));
      }
      const isDone = options.write && tables.every(({ left }) => left.length === 0);
      const { number, name } = migration;
      if (isDone) await writeDone({ number, name, doneAt: now });
      return { tables, isDone };
    },
  };
};
