import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openShelf } from "./shelf.ts";

/** Where a house keeps its things inside its folder; other files there are not its own. */
export const dataFiles = (folder: string) => ({
  shelf: join(folder, "house.sqlite"),
  tables: join(folder, "tables.sqlite"),
  logs: join(folder, "logs"),
});

/**
 * Throws away what a house kept in a folder, and nothing else there: a folder in which no house lived is left as it is.
 * Throws Trouble while another process uses it.
 */
export const clearData = (folder: string): void => {
  const { shelf, tables, logs } = dataFiles(folder);
  if (!existsSync(shelf)) return;
  openShelf(shelf).close();
  for (const file of [shelf, tables]) {
    for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
  }
  if (!existsSync(logs)) return;
  for (const file of readdirSync(logs)) if (file.endsWith(".log")) rmSync(join(logs, file), { force: true });
  if (readdirSync(logs).length === 0) rmdirSync(logs);
};
