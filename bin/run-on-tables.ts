import { messageOf, UserError } from "../local/base/user-error.ts";
import type { KeptTables } from "./kept-tables.ts";
import { openTables } from "./open-tables.ts";

/** The options of every command that changes the tables of a stage or a folder only with `--apply`. */
export const tableOptions = {
  data: { type: "string" },
  stage: { type: "string" },
  apply: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** The values of those options. */
interface TableOptions {
  readonly data?: string | undefined;
  readonly stage?: string | undefined;
  readonly apply: boolean;
  readonly help: boolean;
}

/**
 * Runs a command on the tables that its options name, or prints its usage. `work` returns whether nothing is left to be done.
 * Ends with 1 if something is left, and with 2 if the command failed.
 */
export const runOnTables = async <Options extends TableOptions>(
  usage: string,
  options: Options,
  work: (tables: KeptTables, options: Options) => Promise<boolean>,
): Promise<void> => {
  if (options.help) {
    console.log(usage);
    return;
  }
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
