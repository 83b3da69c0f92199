import { parseArgs } from "node:util";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import pThrottle from "p-throttle";
import { systemClock } from "../lambdas/io/clock.ts";
import { type Migration, migrating, tablesOf } from "../lambdas/io/store/migrations.ts";
import type { RewritableTable, Rewriting, Rewritten } from "../lambdas/io/store/rewriting.ts";
import { argumentsOr } from "./arguments.ts";
import type { KeptTables } from "./kept-tables.ts";
import { patientBar } from "./load/progress.ts";
import { runOnTables, tableOptions } from "./run-on-tables.ts";

/**
 * Writes per second unless an option sets another number: an index key permits a thousand, and the functions need some
 * of them.
 */
const writesPerSecond = 200;

/** The options that commands share which rewrite rows. */
export const rewritingUsage = `  --data FOLDER  what a local system keeps, which has to be stopped; .data where left out
  --stage NAME   a deployed stage, which may be running
  --apply        writes; without it rows are counted and nothing is changed
  --rate N       writes at most N rows a second, ${writesPerSecond} where left out

It may be ended and repeated, and two may run at once: a row is written only while it is as it was read.
Ends with 1 where something is left to be done, with 2 where it could not be done.`;

/** Options of the command. */
export interface RewritingOptions {
  readonly data?: string | undefined;
  readonly stage?: string | undefined;
  readonly apply: boolean;
  readonly help: boolean;
  readonly again: boolean;
  readonly rate: number;
}

/** Returns the options of the command line. Ends with 2 and the usage if they cannot be read. */
const optionsOr = (usage: string): RewritingOptions =>
  argumentsOr(usage, () => {
    const again = { type: "boolean", default: false } as const;
    const rate = { type: "string", default: String(writesPerSecond) } as const;
    const { values } = parseArgs({ options: { ...tableOptions, again, rate } });
    const perSecond = Number(values.rate);
    if (!Number.isInteger(perSecond) || perSecond < 1)
      throw new Error("--rate is a number of rows a second, from 1 on");
    return { ...values, rate: perSecond };
  });

/**
 * Returns the number of rows of a table by the last count of the database. It is hours old in the cloud, so only a
 * progress bar may use it.
 */
const roughCount = async ({ client, tables }: KeptTables, table: RewritableTable): Promise<number> => {
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName: tables[table] }));
  return described?.ItemCount ?? 0;
};

/** Returns the rewriting of rows with these options, with a progress bar if a table takes more than two seconds. */
export const pacedRun = (kept: KeptTables, { apply, rate }: RewritingOptions) => {
  const pace = pThrottle({ limit: rate, interval: 1_000 })(() => Promise.resolve());
  return async <Result>(
    what: string,
    tables: readonly RewritableTable[],
    work: (how: Pick<Rewriting, "write" | "pace" | "progress">) => Promise<Result>,
  ): Promise<Result> => {
    let total = 0;
    for (const table of tables) total += await roughCount(kept, table);
    const bar = patientBar(what);
    let done = 0;
    const progress = (rows: number): void => {
      done += rows;
      bar.progress(done, Math.max(total, done));
    };
    try {
      return await work({ write: apply, pace, progress });
    } finally {
      bar.stop();
    }
  };
};

/** Prints what became of the rows of a table by kind, and what is left; says whether nothing is left to be done. */
export const printRewritten = (rewritten: Rewritten, { apply }: RewritingOptions): boolean => {
  const became = apply ? "changed" : "to be changed";
  const byName = [...rewritten.kinds].toSorted(([one], [other]) => (one < other ? -1 : 1));
  for (const [kind, { rows, changed }] of byName)
    if (changed > 0 || kind === "unknown") console.log(`  ${kind}: ${changed} of ${rows} ${became}`);
  for (const { row, why } of rewritten.left) console.log(`  ${row}: ${why}`);
  const changed = [...rewritten.kinds.values()].some((count) => count.changed > 0);
  return rewritten.left.length === 0 && (apply || !changed);
};

/** Runs migrations in their order, until one has rows left. Returns whether all are done. */
export const migrateAll =
  (migrations: readonly Migration[]) =>
  async (kept: KeptTables, options: RewritingOptions): Promise<boolean> => {
    const runs = migrating(kept);
    const run = pacedRun(kept, options);
    for (const migration of migrations) {
      const { number, name, why } = migration;
      const done = await runs.done(number);
      console.log(`${number} ${name}: ${done === undefined ? why : `done on ${done.doneAt}`}`);
      if (done !== undefined && !options.again) continue;
      const { tables } = await run(name, tablesOf(migration), (how) => runs.run(migration, systemClock.now(), how));
      const isWhole = tables.map((table) => printRewritten(table, options)).every(Boolean);
      // A later migration may rely on this one.
      if (!isWhole || (done === undefined && !options.apply)) return false;
    }
    console.log(migrations.length === 0 ? "There are no migrations." : "All migrations are done.");
    return true;
  };

/** Runs a command that rewrites rows, as its command line states. `work` returns whether nothing is left to be done. */
export const runRewriting = (
  usage: string,
  work: (tables: KeptTables, options: RewritingOptions) => Promise<boolean>,
): Promise<void> => runOnTables(usage, optionsOr(usage), work);
