import { parseArgs } from "node:util";
import type { BackupOptions } from "../local/services/backup.ts";
import { UserError } from "../local/base/user-error.ts";
import { argumentsOr } from "./arguments.ts";
import { patientBar } from "./load/progress.ts";

export interface CopyCommand {
  readonly usage: string;
  /** The option that names the folder of the backup. */
  readonly option: "to" | "from";
  readonly what: string;
  readonly copy: (options: BackupOptions) => Promise<void>;
  readonly done: (options: BackupOptions) => string;
}

/** Runs a command that copies data to or from a backup, as its command line says; ends with 1 and one line on trouble. */
export const runCopying = async ({ usage, option, what, copy, done }: CopyCommand): Promise<void> => {
  const { values } = argumentsOr(usage, () =>
    parseArgs({
      options: {
        [option]: { type: "string" },
        data: { type: "string", default: ".data" },
        force: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }),
  );
  const folder = values[option];
  if (values.help || typeof folder !== "string" || folder === "") {
    console.error(usage);
    process.exit(values.help ? 0 : 2);
  }
  const bar = patientBar(what);
  const data = typeof values.data === "string" ? values.data : ".data";
  const options = { data, copy: folder, force: values.force, progress: bar.progress };
  try {
    await copy(options);
    bar.stop();
    console.log(done(options));
  } catch (error) {
    bar.stop();
    console.error(error instanceof UserError ? error.message : error);
    process.exit(1);
  }
};
