import { describeError, log } from "./log.ts";
import { unreadableRows } from "./unreadable-row.ts";

type Fields = NonNullable<Parameters<typeof log>[1]>;

/** Says that a row was left out of what is read, by its key. */
export const logUnreadable = (row: string): void => log("ROW_UNREADABLE", { row });

/**
 * Logs what ended some work: the rows that could not be read, one entry each, if that is all, else FAILED. Whoever works on
 * rows learns so that trying again does not help.
 */
export const logFailure = (fields: Fields, error: unknown): void => {
  const rows = unreadableRows(error);
  if (rows === undefined) return log("FAILED", { ...fields, ...describeError(error) });
  for (const row of rows) log("ROW_UNREADABLE", { ...fields, row });
};
