import pMap from "p-map";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { isOfEarlierProjection, isProjectionState } from "./keys/projection.ts";
import type { RecordKey } from "./keys/key.ts";
import { deleteUnder } from "./row-deletion.ts";
import { allItems } from "./table-scan.ts";
import { type Access, tableOf } from "./tables.ts";

const maxConcurrency = 8;

/** Returns the keys of rows from another version of the counts, that of its progress first. Reads the whole table. */
export const earlierProjectionRows = async (access: Access): Promise<readonly RecordKey[]> => {
  const items = await allItems(access, "records", [recordsTable.partitionKey, recordsTable.sortKey]);
  const found = items
    .map((item) => ({ pk: item["pk"]?.S ?? "", sk: item["sk"]?.S ?? "" }))
    .filter(({ pk }) => isOfEarlierProjection(pk));
  return [...found.filter(({ pk }) => isProjectionState(pk)), ...found.filter(({ pk }) => !isProjectionState(pk))];
};

/**
 * Removes them, the first before all others: functions of that version, if any still run, then count from the journal. Ended
 * half-way it is begun again.
 */
export const removeEarlierProjections = async (
  access: Access,
  rows: readonly RecordKey[],
  pace: () => Promise<unknown>,
): Promise<void> => {
  const remove = async ({ pk, sk }: RecordKey): Promise<void> => {
    await pace();
    await deleteUnder(access.client, tableOf(access.tables, "records"), { pk, sk });
  };
  const isState = ({ pk }: RecordKey): boolean => isProjectionState(pk);
  for (const state of rows.filter(isState)) await remove(state);
  await pMap(
    rows.filter((row) => !isState(row)),
    remove,
    { concurrency: maxConcurrency },
  );
};
