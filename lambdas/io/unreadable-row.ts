/**
 * A stored row does not match its schema: a person changed it without the functions, or a newer version wrote it. `row`
 * is its key, if the reader knew it.
 */
export class UnreadableRow extends TypeError {
  readonly row: string | undefined;
  constructor(message: string, row?: string) {
    super(message);
    this.name = "UnreadableRow";
    this.row = row;
  }
}

/** Reads a row, and names it by its key where it cannot be read. Throws what `read` throws. */
export const readNamed = <T>(row: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableRow) || error.row !== undefined) throw error;
    throw new UnreadableRow(error.message, row);
  }
};

const unnamed = "unknown";

/**
 * Returns the keys of the unreadable rows if these are the only cause; undefined for any other failure, also in
 * addition. A retry does not help, but a newer version may.
 */
export const unreadableRows = (error: unknown): readonly string[] | undefined => {
  if (error instanceof UnreadableRow) return [error.row ?? unnamed];
  if (!(error instanceof AggregateError)) return undefined;
  const rows = error.errors.map(unreadableRows);
  return rows.every((each) => each !== undefined) ? [...new Set(rows.flat())] : undefined;
};
