import { describeError, log } from "./log.ts";
import { unreadableRows } from "./unreadable-row.ts";

type LogFields = NonNullable<Parameters<typeof log>[1]>;

/** Logs the key of a row that was skipped while reading. */
export const logUnreadable = (row: string): void => log("ROW_UNREADABLE", { row });

/**
 * Logs the error that ended some work: one entry for each unreadable row if these were the only cause, otherwise
 * FAILED. An operator thus learns that a retry does not help.
 */
export const logFailure = (fields: LogFields, error: unknown): void => {
  const rows = unreadableRows(error);
  if (rows === undefined) return log("FAILED", { ...fields, ...describeError(error) });
  for (const row of rows) log("ROW_UNREADABLE", { ...fields, row });
};
