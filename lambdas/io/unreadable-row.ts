/**
 * A stored row is not what its schema says: somebody changed it past the functions, or a newer version wrote what this one
 * does not know. `row` is its key, where the reader knew it.
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
 * The keys of the rows that could not be read, if that is all that went wrong; undefined for any other failure, and where
 * others happened besides. Trying again does not help against what it tells of, waiting for a newer version may.
 */
export const unreadableRows = (error: unknown): readonly string[] | undefined => {
  if (error instanceof UnreadableRow) return [error.row ?? unnamed];
  if (!(error instanceof AggregateError)) return undefined;
  const rows = error.errors.map(unreadableRows);
  return rows.every((each) => each !== undefined) ? [...new Set(rows.flat())] : undefined;
};
