import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, messageOf, UserError } from "./user-error.ts";

const elsewhere = "or choose another folder with --data";

/** Returns the remedy for a file or folder on a full disk. */
export const noRoom = (place: string): string =>
  `There is no room left on the disk of ${place}: make some, ${elsewhere}`;
/** Returns the remedy for a file or folder without write permission. */
export const notWritable = (place: string): string =>
  `${place} cannot be written: make its folder writable for you, ${elsewhere}`;
/** Returns the remedy for a database that cannot be read. */
export const damaged = (file: string): string =>
  `${file} is damaged: put a backup back with "npm run restore:local", or start with --fresh`;

/** The number of SQLite's primary error, without the details in its higher bits. */
const sqliteError = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : undefined;

const [busy, readOnly, ioError, corrupt, full, cannotOpen, notDatabase] = [5, 8, 10, 11, 13, 14, 26];

/** Returns whether a database or a file refused a write for lack of space. */
export const isFull = (error: unknown): boolean =>
  sqliteError(error) === full || ["ENOSPC", "EDQUOT"].includes(codeOf(error) ?? "");

/** With less than this free no database can be opened. */
const leastFree = 1024 * 1024;
const hasNoRoom = (place: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(existsSync(place) ? place : dirname(place));
    return bavail * bsize < leastFree;
  } catch {
    return false;
  }
};

/** Returns a disk error at a place as a UserError with the remedy, or undefined for any other error. */
export const diskTrouble = (error: unknown, place: string): UserError | undefined => {
  const [code = "", number = 0] = [codeOf(error), sqliteError(error)];
  // SQLite says no more than that something failed where its index of the log finds no room.
  if (isFull(error) || (number === ioError && hasNoRoom(place))) return new UserError(noRoom(place));
  if (["EROFS", "EACCES", "EPERM"].includes(code) || number === readOnly || number === cannotOpen)
    return new UserError(notWritable(place));
  if (number === busy) return new UserError(`${place} is in use by another process: end that one, ${elsewhere}`);
  if (number === corrupt || number === notDatabase) return new UserError(damaged(place));
  if (["ENOTDIR", "EEXIST"].includes(code)) return new UserError(`${place} is no folder: choose another with --data`);
  if (code === "EIO" || number === ioError)
    return new UserError(`The disk of ${place} failed (${messageOf(error)}): look after it, ${elsewhere}`);
  return undefined;
};
