import * as z from "zod";
import { defined } from "../../../schemas/base/defined.ts";
import { bouncedWork, unknownLetterWork, unreachableWork } from "../../../domain/oversight/letter-work.ts";
import { workListOf } from "../../../domain/oversight/work-lists.ts";
import { hasSeveralKinds, type WorkPlace } from "../../../domain/oversight/work-order.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { WorkItem, type WorkKind } from "../../../schemas/model/work-item.ts";
import type { PageRequest } from "../ports/paging.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import { fromItem, type WireItem } from "./attributes.ts";
import { letterRowKindOf } from "./keys/row-kinds.ts";
import { officerPartition, workPartition } from "./keys/work.ts";
import { placeAfter, placeName, workRange } from "./keys/work-ranges.ts";
import { readLetter } from "./letters.ts";
import { page, positionIn, type Question } from "./pages.ts";
import { readReturned, readUnreachable } from "./reach.ts";
import { parseRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";

/** Open tasks in the order of the worklist, and the place at which the list continues. */
export interface WorkPage {
  readonly items: readonly WorkItem[];
  readonly next?: WorkPlace;
}

/** Selects tasks that exist since `until` or longer; of an officer if named, of one kind alone if so. */
export interface WorkRequest extends Pick<PageRequest, "limit" | "onUnreadable"> {
  readonly until: Instant;
  readonly officer?: UserId | undefined;
  readonly isAlone?: boolean;
}

/** The open tasks of one table. */
export interface WorkStore {
  /**
   * Returns open tasks from a place on, from one query: of the kind of the place, and of later kinds in the same list.
   * It may return fewer than the limit, or none, and have a next place. Eventually consistent.
   */
  work(from: WorkPlace, request: WorkRequest): Promise<WorkPage>;
}

const workFrom = (
  access: Access,
  indexOf: (kind: WorkKind, officer: UserId | undefined) => Pick<Question, "table" | "index" | "partition">,
  read: (item: WireItem) => WorkItem,
): WorkStore => ({
  work: async (from, { until, officer, isAlone = false, ...paging }) => {
    const isOneKind = isAlone || !hasSeveralKinds(workListOf(from.kind, officer === undefined ? "all" : "officer"));
    const question: Question = { ...indexOf(from.kind, officer), sort: workRange(from, isOneKind ? until : undefined) };
    const found = await page(access.client, question, paging, read);
    const last = found.next === undefined ? undefined : positionIn(found.next, placeName(question.index));
    const next = last === undefined ? undefined : placeAfter(last, until);
    return { items: found.items.filter(({ since }) => since <= until), ...defined({ next }) };
  },
});

const WorkRow = z.object({ work: WorkItem });
/** Returns an open task as its index lists it. Throws a TypeError on a row of another kind. */
const readWork = (item: WireItem): WorkItem => parseRow(WorkRow, fromItem(item), "work").work;

/** Open tasks of reviews, users, groups, parties and bulletins, and contacts to follow up. */
export const recordedWork = (access: Access): WorkStore =>
  workFrom(
    access,
    (kind, officer) => {
      const table = tableOf(access.tables, "records");
      const partition = officer === undefined ? undefined : officerPartition(kind, officer);
      return partition === undefined
        ? { table, index: "byWork", partition: workPartition(kind) }
        : { table, index: "byOfficer", partition };
    },
    readWork,
  );

/** Returns the task of a row in the table of letters. Throws an UnreadableRow if it has none. */
const readLetterWork = (item: WireItem): WorkItem => {
  const work = letterWorkIn(item);
  if (work === undefined) throw new UnreadableRow("The row is in the list of tasks, and has none");
  return work;
};
const letterWorkIn = (item: WireItem): WorkItem | undefined => {
  switch (letterRowKindOf(item["id"]?.S ?? "")) {
    case "returned":
      return bouncedWork(readReturned(item));
    case "unreachable":
      return unreachableWork(readUnreachable(item));
    default:
      return unknownLetterWork(readLetter(item));
  }
};

/** Open tasks about letters that do not arrive, or whose delivery is unknown. They have no officer. */
export const letterWork = (access: Access): WorkStore =>
  workFrom(
    access,
    (kind) => ({ table: tableOf(access.tables, "letters"), index: "byWork", partition: workPartition(kind) }),
    readLetterWork,
  );
