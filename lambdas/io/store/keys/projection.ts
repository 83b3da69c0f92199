import type { CalendarDate } from "../../../../schemas/base/values.ts";
import { countsGeneration } from "../../../../domain/statistics/counts-version.ts";
import { pageKey, type RecordKey } from "./key.ts";

/**
 * The keys of the projection: their progress, the totals by phase and day, the data of each
 * aggregate, and the changes of a batch.
 */
export const projectionStateKey: RecordKey = { pk: `counts#${countsGeneration}#state`, sk: "state" };
export const countsPartition = (phase: string): string => `counts#${countsGeneration}#in#${phase}`;
export const countsBlockKey = (phase: string, from: CalendarDate): RecordKey => ({
  pk: countsPartition(phase),
  sk: from,
});
export const countedKey = (id: string): RecordKey => ({ pk: `counts#${countsGeneration}#of#${id}`, sk: "counted" });
export const countsBatchKey = (id: string, page: number): RecordKey => ({
  pk: `counts#${countsGeneration}#batch#${id}`,
  sk: pageKey(page),
});

/** Returns true if a row, by its partition, belongs to another version of the counts. */
export const isOfEarlierProjection = (partition: string): boolean =>
  partition.startsWith("counts#") && !partition.startsWith(`counts#${countsGeneration}#`);
export const isProjectionState = (partition: string): boolean => partition.endsWith("#state");
