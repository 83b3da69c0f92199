import { parseArgs } from "node:util";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import pThrottle from "p-throttle";
import type { RewritableTable, Rewriting, Rewritten } from "../lambdas/io/store/rewriting.ts";
import { messageOf, UserError } from "../local/base/user-error.ts";
import { argumentsOr } from "./arguments.ts";
import type { KeptTables } from "./kept-tables.ts";
import { patientBar } from "./load/progress.ts";
import { openTables } from "./open-tables.ts";

/** A second may see so many writes unless more are asked for: an index key takes a thousand, and the functions want theirs. */
const writesPerSecond = 200;

/** The options that commands share which rewrite rows. */
export const rewritingUsage = `  --data FOLDER  what a local system keeps, which has to be stopped; .data where left out
  --stage NAME   a deployed stage, which may be running
  --apply        writes; without it rows are counted and nothing is changed
  --rate N       writes at most N rows a second, ${writesPerSecond} where left out

It may be ended and repeated, and two may run at once: a row is written only while it is as it was read.
Ends with 1 where something is left to be done, with 2 where it could not be done.`;

/** What a command was asked for. */
export interface RewritingOptions {
  readonly data?: string | undefined;
  readonly stage?: string | undefined;
  readonly apply: boolean;
  readonly again: boolean;
  readonly rate: number;
}

/** The options of the command line. Ends with 2 and the usage where they cannot be read; with 0 where only the usage is asked for. */
const optionsOr = (usage: string): RewritingOptions => {
  const { values } = argumentsOr(usage, () =>
    parseArgs({
      options: {
        data: { type: "string" },
        stage: { type: "string" },
        apply: { type: "boolean", default: false },
        again: { type: "boolean", default: false },
        rate: { type: "string", default: String(writesPerSecond) },
        help: { type: "boolean", default: false },
      },
    }),
  );
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const rate = Number(values.rate);
  return argumentsOr(usage, () => {
    if (!Number.isInteger(rate) || rate < 1) throw new Error("--rate is a number of rows a second, from 1 on");
    return { ...values, rate };
  });
};

/** How many rows a table has, as the database last counted them: hours ago in the cloud, so that it serves a bar and no more. */
const roughCount = async ({ client, tables }: KeptTables, table: RewritableTable): Promise<number> => {
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName: tables[table] }));
  return described?.ItemCount ?? 0;
};

/** How rows are rewritten as the options say, with a bar once a table takes more than two seconds. */
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

/** Runs a command that rewrites rows, as its command line says. `work` says whether nothing is left to be done. */
export const runRewriting = async (
  usage: string,
  work: (tables: KeptTables, options: RewritingOptions) => Promise<boolean>,
): Promise<void> => {
  const options = optionsOr(usage);
  try {
    const tables = await openTables(usage, options);
    try {
      const isDone = await work(tables, options);
      if (!isDone && !options.apply) console.log("Nothing was written: repeat it with --apply.");
      process.exitCode = isDone ? 0 : 1;
    } finally {
      await tables.close();
    }
  } catch (error) {
    console.error(error instanceof UserError ? error.message : `Ended before its end: ${messageOf(error)}`);
    process.exitCode = 2;
  }
};
