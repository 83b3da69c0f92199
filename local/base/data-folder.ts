import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { diskTrouble } from "./disk-errors.ts";
import { openStateDb, StateDbInUse } from "./state-db.ts";
import { UserError } from "./user-error.ts";

/** Returns the paths of a system's files inside its folder; other files there are not its own. */
export const dataFiles = (folder: string) => ({
  stateDb: join(folder, "state.sqlite"),
  tables: join(folder, "tables.sqlite"),
  logs: join(folder, "logs"),
  /** Tokens of its people, for a shell. */
  tokens: join(folder, "tokens.env"),
});

/**
 * Makes the folder of a system if it does not exist. Throws a UserError with the remedy if its parent does not exist, if it
 * is a file, or if it cannot be written.
 */
export const openDataFolder = (folder: string): void => {
  const place = resolve(folder);
  if (folder.trim() === "") throw new UserError("--data names no folder: write it as --data .data");
  try {
    if (!existsSync(dirname(place))) {
      throw new UserError(`${dirname(place)} does not exist: create it, or choose another folder with --data`);
    }
    mkdirSync(place, { recursive: true });
    accessSync(place, constants.W_OK);
    if (!statSync(place).isDirectory()) throw new UserError(`${place} is no folder: choose another with --data`);
  } catch (error) {
    throw diskTrouble(error, place) ?? error;
  }
};

/**
 * Throws a UserError while another process uses a state database; a damaged or unreadable database is in use by no
 * process.
 */
const refuseWhileUsed = (file: string): void => {
  try {
    openStateDb(file).close();
  } catch (error) {
    if (error instanceof StateDbInUse) throw error;
  }
};

/**
 * Throws away what a system kept in a folder, and nothing else there: a folder in which no system lived is left as it is.
 * Throws a UserError while another process uses it.
 */
export const clearData = (folder: string): void => {
  const { stateDb, tables, logs, tokens } = dataFiles(folder);
  if (!existsSync(stateDb) && !existsSync(tables)) return;
  if (existsSync(stateDb)) refuseWhileUsed(stateDb);
  for (const file of [stateDb, tables]) {
    for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
  }
  rmSync(tokens, { force: true });
  if (!existsSync(logs)) return;
  for (const file of readdirSync(logs)) if (file.endsWith(".log")) rmSync(join(logs, file), { force: true });
  if (readdirSync(logs).length === 0) rmdirSync(logs);
};
