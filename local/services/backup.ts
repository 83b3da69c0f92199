import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { chmod, copyFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { clearData, dataFiles } from "../base/data-folder.ts";
import { diskTrouble } from "../base/disk-errors.ts";
import { checkDatabase, hasNoBytes } from "../base/kept-files.ts";
import { openStateDb } from "../base/state-db.ts";
import { UserError } from "../base/user-error.ts";

/** Hears how many of all pages were copied. */
export type CopyProgress = (done: number, of: number) => void;

/** Pages of 4 KB between two reports of progress. */
const pagesAtOnce = 1000;

/** Milliseconds without progress after which a copy is given up: SQLite would wait for a lock for ever. */
const longestSilence = 15_000;

/** Watches a copy to a folder: `stalled` rejects when `heard` was not called for a while, unless `stop` was. */
const watchCopy = (folder: string) => {
  const { promise: stalled, reject } = Promise.withResolvers<never>();
  const line = `Copying to ${folder} makes no progress: end other programs that use the data or the backup, and try again`;
  const timer = setTimeout(() => reject(new UserError(line)), longestSilence);
  return { stalled, heard: () => timer.refresh(), stop: () => clearTimeout(timer) };
};

/** Copies databases into a folder that was made for them, each whole with what its log holds. */
const copyInto = async (
  folder: string,
  databases: readonly (readonly [DatabaseSync, string])[],
  progress: CopyProgress,
): Promise<void> => {
  const { stalled, heard, stop } = watchCopy(folder);
  try {
    for (const [index, [database, file]] of databases.entries()) {
      const copying = backup(database, join(folder, basename(file)), {
        rate: pagesAtOnce,
        progress: ({ totalPages, remainingPages }) => {
          heard();
          progress(index * totalPages + totalPages - remainingPages, databases.length * totalPages);
        },
      });
      await Promise.race([copying, stalled]);
    }
  } finally {
    stop();
  }
};

const isEmptyOrGone = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/** The files of a folder that holds a whole local system. Throws a UserError where one is missing. */
const wholeOf = (folder: string): ReturnType<typeof dataFiles> => {
  const files = dataFiles(folder);
  const missing = [files.stateDb, files.tables].filter((file) => !existsSync(file) || hasNoBytes(file));
  if (missing.length === 0) return files;
  throw new UserError(`${folder} holds no whole data of a local system: ${missing.join(" and ")} not found, or empty`);
};

export interface BackupOptions {
  readonly data: string;
  readonly copy: string;
  /** True if existing data are overwritten. */
  readonly force: boolean;
  readonly progress: CopyProgress;
}

/**
 * Copies the data of a local system that has ended to a folder: tables, clock, mailbox, queues, schedules, positions in
 * the streams, accounts and keys. The folder appears when it is complete. Throws a UserError while the system runs, where
 * something is in the folder and `force` is not given, and for a disk that is full or damaged data.
 */
export const backUp = async ({ data, copy, force, progress }: BackupOptions): Promise<void> => {
  const { stateDb: stateFile, tables: tablesFile } = wholeOf(data);
  const target = resolve(copy);
  if (!force && !isEmptyOrGone(target)) {
    throw new UserError(`${copy} is not empty: choose another folder, or overwrite it with --force`);
  }
  if (target === resolve(data)) throw new UserError(`${copy} is where the data are: choose another folder`);
  const stateDb = openStateDb(stateFile);
  let partial: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    partial = mkdtempSync(join(dirname(target), `.${basename(target)}.partial-`));
    checkDatabase(tablesFile);
    const tables = new DatabaseSync(tablesFile, { timeout: 5000 });
    try {
      const databases = [[tables, tablesFile] as const, [stateDb.database, stateFile] as const];
      await copyInto(partial, databases, progress);
    } finally {
      tables.close();
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
  } catch (error) {
    if (partial !== undefined) rmSync(partial, { recursive: true, force: true });
    throw diskTrouble(error, copy) ?? error;
  } finally {
    stateDb.close();
  }
};

/** Throws a UserError where a folder is in use: its log holds what is in no file yet. */
const refuseLive = (files: readonly string[], folder: string): void => {
  const live = files.some((file) => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0);
  if (live)
    throw new UserError(
      `${folder} is the data of a system that has not ended: save it with "npm run backup:local" first`,
    );
};

/**
 * Restores a backup into the folder of a local system. The backup is only read, and may be on a read-only disk. It is
 * copied next to the data, and checked there, before anything is removed. Throws a UserError while the system runs, if
 * data exist and `force` is not given, and for a backup that is damaged or incomplete.
 */
export const restore = async ({ data, copy, force, progress }: BackupOptions): Promise<void> => {
  const saved = wholeOf(copy);
  const { stateDb, tables } = dataFiles(data);
  refuseLive([saved.tables, saved.stateDb], copy);
  if (!force && (existsSync(stateDb) || existsSync(tables))) {
    throw new UserError(
      `${data} holds data already: choose another folder with --data, or overwrite them with --force`,
    );
  }
  let partial: string | undefined;
  try {
    mkdirSync(data, { recursive: true });
    // A folder of its own for each: of two at once neither takes away what the other copies.
    partial = mkdtempSync(join(data, ".restoring-"));
    for (const [index, file] of [saved.tables, saved.stateDb].entries()) {
      const copied = join(partial, basename(file));
      await copyFile(file, copied);
      await chmod(copied, 0o600);
      checkDatabase(copied, file);
      progress(index + 1, 2);
    }
    clearData(data);
    // The tables first: where this ends in between, the start says that the other file is missing.
    for (const file of [tables, stateDb]) renameSync(join(partial, basename(file)), file);
  } catch (error) {
    throw diskTrouble(error, data) ?? error;
  } finally {
    if (partial !== undefined) rmSync(partial, { recursive: true, force: true });
  }
};
