import { placeInKind, placeOfKind, workListOf } from "../../../../domain/oversight/work-lists.ts";
import type { UserId } from "../../../../schemas/base/ids.ts";
import type { WorkItem, WorkKind } from "../../../../schemas/model/work-item.ts";
import { inRecords, type RecordIndexKeys, sort } from "./key.ts";

/** The digits of the place of a kind, with which sort keys begin. */
export const rankDigits = 2;
/** Returns the place of a kind, as the beginning of sort keys. */
export const rankOf = (kind: WorkKind): string => String(placeOfKind(kind)).padStart(rankDigits, "0");

/** Returns the partition of tasks in the index of all tasks of a table. */
export const workPartition = (kind: WorkKind): string => workListOf(kind, "all");
/**
 * Returns the partition of an officer's tasks; those without an officer share one. Undefined for any other
 * task without an officer.
 */
export const officerPartition = (kind: WorkKind, officer: UserId | undefined): string | undefined => {
  const list = workListOf(kind, "officer");
  if (list === "common") return list;
  return officer === undefined ? undefined : sort(officer, list);
};

const workSort = (work: WorkItem): string => sort(rankOf(work.kind), placeInKind(work));
/** Returns the keys of a task in the index of all tasks of its table. */
export const workKeys = (work: WorkItem | undefined) =>
  work === undefined ? {} : { workKey: workPartition(work.kind), workSort: workSort(work) };

/** Index entries of a task: among all, and for the officer whose it is or for every officer. */
export const workEntries = (work: WorkItem | undefined): RecordIndexKeys & { readonly work?: WorkItem } => {
  if (work === undefined) return {};
  const officerKey = officerPartition(work.kind, work.officer);
  const own = officerKey === undefined ? {} : { officerKey, officerSort: workSort(work) };
  return { work, ...inRecords({ ...workKeys(work), ...own }) };
};
