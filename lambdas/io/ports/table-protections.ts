/** The protection of a table, and its tag among the resources of its stage. */
export interface TableProtection {
  readonly table: string;
  readonly isProtectedFromDeletion: boolean;
  /** Returns true if the table deletes rows that expire. */
  readonly deletesExpired: boolean;
  /** The value of the tag `stage`; undefined where the table has no such tag. */
  readonly stage: string | undefined;
}

/** Reads how the tables of a stage are protected. */
export interface TableProtections {
  read(): Promise<readonly TableProtection[]>;
}
