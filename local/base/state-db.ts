import { DatabaseSync } from "node:sqlite";
import { dataFormat } from "./data-format.ts";
import { damaged, diskTrouble } from "./disk-errors.ts";
import { UserError } from "./user-error.ts";

/** The one file in which the local parts keep what must survive a restart. Held by one process at a time. */
export interface StateDb {
  readonly database: DatabaseSync;
  readonly setting: (name: string) => string | undefined;
  readonly set: (name: string, value: string) => void;
  /** Runs `work` in one transaction. */
  readonly together: <Result>(work: () => Result) => Result;
  readonly close: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queue TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, sender TEXT NOT NULL, sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL,
    received INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER, receipt TEXT, origin TEXT
  );
  CREATE INDEX IF NOT EXISTS by_queue ON messages (queue, visible_at);
  CREATE INDEX IF NOT EXISTS by_receipt ON messages (receipt);
  CREATE TABLE IF NOT EXISTS schedules (
    name TEXT NOT NULL, grouped TEXT NOT NULL, input TEXT NOT NULL, created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL, due_at INTEGER, recurring INTEGER NOT NULL, PRIMARY KEY (grouped, name)
  );
  CREATE INDEX IF NOT EXISTS by_due ON schedules (recurring, due_at);
  CREATE TABLE IF NOT EXISTS mails (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, sender TEXT NOT NULL,
    recipients TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, details TEXT NOT NULL,
    fate TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS mails_by_time ON mails (at);
  CREATE TABLE IF NOT EXISTS suppressed (
    address TEXT PRIMARY KEY, reason TEXT NOT NULL, at INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS mailed_before (letter TEXT PRIMARY KEY, mail TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS accounts (
    pool TEXT NOT NULL, username TEXT NOT NULL, address TEXT, attributes TEXT NOT NULL, status TEXT NOT NULL,
    enabled INTEGER NOT NULL, password TEXT, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    PRIMARY KEY (pool, username)
  );
  CREATE INDEX IF NOT EXISTS by_address ON accounts (pool, address);
  CREATE TABLE IF NOT EXISTS second_factors (pool TEXT NOT NULL, username TEXT NOT NULL, PRIMARY KEY (pool, username));
  CREATE TABLE IF NOT EXISTS refresh_tokens (
    hash TEXT PRIMARY KEY, session TEXT NOT NULL, client TEXT NOT NULL, address TEXT NOT NULL, scope TEXT NOT NULL,
    expires_at INTEGER NOT NULL, replaced_at INTEGER
  );
`;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && (error.errcode === 5 || error.errcode === 6);

/** Another process has the file. */
export class StateDbInUse extends UserError {}

const openDatabase = (file: string): DatabaseSync => {
  try {
    return new DatabaseSync(file, { timeout: 200 });
  } catch (error) {
    throw diskTrouble(error, file) ?? error;
  }
};

/** Marks an empty database with the format of its data. Throws a UserError where the data are of another format. */
const checkFormat = (database: DatabaseSync, file: string): void => {
  const format = database.prepare("PRAGMA user_version").get()?.["user_version"];
  if (format === dataFormat) return;
  if (database.prepare("SELECT name FROM sqlite_master LIMIT 1").get() !== undefined)
    throw new UserError(
      `${file} holds data of another version (format ${String(format)}, this one reads ${dataFormat}): discard them with npm start -- --fresh, or name another folder with --data`,
    );
  database.exec(`PRAGMA user_version = ${dataFormat}`);
};

/**
 * Opens the state database in `file`, or one that keeps nothing. Throws StateDbInUse when another process holds it,
 * UserError when the disk does not let it be opened or the data are of another format.
 */
export const openStateDb = (file: string | undefined): StateDb => {
  const database = openDatabase(file ?? ":memory:");
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    checkFormat(database, file ?? "memory");
    database.exec(schema);
    database.exec("BEGIN IMMEDIATE; COMMIT;");
    if (database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] !== "ok")
      throw new UserError(damaged(file ?? ""));
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw diskTrouble(error, file ?? "memory") ?? error;
    throw new StateDbInUse(
      `${file} is in use by another process: end that one, or start with --memory or another folder`,
    );
  }
  const read = database.prepare("SELECT value FROM settings WHERE name = ?");
  const write = database.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)");
  let depth = 0;
  return {
    database,
    setting: (name) => {
      const value = read.get(name)?.["value"];
      return typeof value === "string" ? value : undefined;
    },
    set: (name, value) => {
      write.run(name, value);
    },
    together: (work) => {
      if (depth > 0) return work();
      depth += 1;
      database.exec("BEGIN");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        // A full disk has rolled back already.
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => database.close(),
  };
};
