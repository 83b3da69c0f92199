import { log } from "../../io/log.ts";
import type { TableProtections } from "../../io/ports/table-protections.ts";

export interface CheckTablesIo {
  /** The tables of a stage that keeps its data; left out where a stage does not. */
  readonly ownTables?: { readonly protections: TableProtections; readonly stage: string } | undefined;
}

/**
 * Logs each table of the stage that can be deleted, or lacks the tag of the stage: a restored table has neither until it is taken
 * into use by the command. Returns the number of these tables.
 */
export const checkTables = async ({ ownTables }: CheckTablesIo): Promise<number> => {
  if (ownTables === undefined) return 0;
  const { protections, stage } = ownTables;
  const lacking = (await protections.read())
    .map((found) => ({
      table: found.table,
      lacks: [
        ...(found.isProtectedFromDeletion ? [] : ["deletion protection"]),
        ...(found.stage === stage ? [] : ["tags"]),
      ],
    }))
    .filter(({ lacks }) => lacks.length > 0);
  for (const each of lacking) log("TABLE_UNPROTECTED", each);
  return lacking.length;
};
