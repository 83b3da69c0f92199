import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openStateDb, StateDbInUse } from "./state-db.ts";

/** Returns the paths of a system's files inside its folder; other files there are not its own. */
export const dataFiles = (folder: string) => ({
  stateDb: join(folder, "state.sqlite"),
  tables: join(folder, "tables.sqlite"),
  logs: join(folder, "logs"),
});

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
  const { stateDb, tables, logs } = dataFiles(folder);
  if (!existsSync(stateDb) && !existsSync(tables)) return;
  if (existsSync(stateDb)) refuseWhileUsed(stateDb);
  for (const file of [stateDb, tables]) {
    for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
  }
  if (!existsSync(logs)) return;
  for (const file of readdirSync(logs)) if (file.endsWith(".log")) rmSync(join(logs, file), { force: true });
  if (readdirSync(logs).length === 0) rmdirSync(logs);
};
