import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { dataFiles } from "./data-folder.ts";
import { damaged, diskTrouble, notWritable } from "./disk-errors.ts";
import type { StateDb } from "./state-db.ts";
import { codeOf, UserError } from "./user-error.ts";

const advice = `put it back, put a whole backup back with "npm run restore:local", or start with --fresh`;
const madeSetting = "tables made";

/** Makes the folder of a system and the one of its logs. Throws a UserError where the disk does not let it. */
export const makeFolders = (folder: string): void => {
  const { logs } = dataFiles(folder);
  try {
    mkdirSync(logs, { recursive: true });
    // The system is queried first: for a read-only disk, SQLite reports only that something failed.
    accessSync(folder, constants.W_OK);
  } catch (error) {
    // Node says of a disk that may only be read that the folder is not there.
    if (codeOf(error) === "ENOENT") throw new UserError(notWritable(folder));
    throw diskTrouble(error, folder) ?? error;
  }
};

/** Throws a UserError where a database file is damaged or cannot be read; it is called by another name where it is a copy. */
export const checkDatabase = (file: string, name = file): void => {
  let verdict: unknown;
  try {
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      verdict = database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    } finally {
      database.close();
    }
  } catch (error) {
    throw diskTrouble(error, name) ?? error;
  }
  if (verdict !== "ok") throw new UserError(damaged(name));
};

/** Returns whether a file has no bytes. */
export const hasNoBytes = (file: string): boolean => statSync(file).size === 0;

/** Returns whether a database holds no table. The caller that opens it reports a file that is in use or damaged. */
const hasNoTables = (file: string): boolean => {
  try {
    const open = new DatabaseSync(file, { timeout: 0 });
    try {
      return open.prepare("SELECT 1 FROM sqlite_master LIMIT 1").get() === undefined;
    } finally {
      open.close();
    }
  } catch {
    return false;
  }
};

const empty = (file: string, whatItWas: string): string => `${file} is empty, ${whatItWas}: ${advice}`;

/**
 * Throws a UserError where the tables are kept and what belongs to them (clock, mailbox, queues, keys) is gone or empty: the
 * clock would go back behind what they say. A file without bytes is refused in any case: no system leaves one behind.
 */
export const checkStateFile = (folder: string): void => {
  const { stateDb, tables } = dataFiles(folder);
  const isKept = existsSync(stateDb);
  const whatItWas = `the clock and the mailbox of ${tables}`;
  if (isKept && (hasNoBytes(stateDb) || (existsSync(tables) && hasNoTables(stateDb))))
    throw new UserError(empty(stateDb, whatItWas));
  if (!isKept && existsSync(tables)) throw new UserError(`${stateDb} is missing, ${whatItWas}: ${advice}`);
};

/**
 * Throws a UserError if the tables are damaged, or missing or empty after their creation: otherwise they would be
 * recreated without notice.
 */
export const checkTablesFile = (folder: string, stateDb: StateDb): void => {
  const { tables } = dataFiles(folder);
  const wereMade = stateDb.setting(madeSetting) !== undefined;
  const whatItWas = `the tables of ${dataFiles(folder).stateDb}`;
  if (!existsSync(tables)) {
    if (wereMade) throw new UserError(`${tables} is missing, ${whatItWas}: ${advice}`);
    return;
  }
  checkDatabase(tables);
  if (hasNoBytes(tables) || (wereMade && hasNoTables(tables))) throw new UserError(empty(tables, whatItWas));
};

/** Remembers that the tables were made. */
export const noteTablesMade = (stateDb: StateDb): void => {
  if (stateDb.setting(madeSetting) === undefined) stateDb.set(madeSetting, "yes");
};
