import { log } from "../../io/log.ts";
import type { TableProtections } from "../../io/ports/table-protections.ts";

export interface CheckTablesIo {
  /** The tables of a stage that keeps its data; left out where a stage does not. */
  readonly ownTables?:
    { readonly protections: TableProtections; readonly stage: string; readonly expiring: string } | undefined;
}

/**
 * Logs each table of the stage that can be deleted, keeps rows that expire, or lacks the tag of the stage. A restored
 * table lacks all three until the command takes it into use. Returns the number of these tables.
 */
export const checkTables = async ({ ownTables }: CheckTablesIo): Promise<number> => {
  if (ownTables === undefined) return 0;
  const { protections, stage, expiring } = ownTables;
  const lacking = (await protections.read())
    .map((found) => ({
      table: found.table,
      lacks: [
        ...(found.isProtectedFromDeletion ? [] : ["deletion protection"]),
        ...(found.deletesExpired || found.table !== expiring ? [] : ["time to live"]),
        ...(found.stage === stage ? [] : ["tags"]),
      ],
    }))
    .filter(({ lacks }) => lacks.length > 0);
  for (const each of lacking) log("TABLE_UNPROTECTED", each);
  return lacking.length;
};
