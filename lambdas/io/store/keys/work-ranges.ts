import type { WorkPlace } from "../../../../domain/oversight/work-order.ts";
import type { Instant } from "../../../../schemas/base/values.ts";
import { WorkKind } from "../../../../schemas/model/work-item.ts";
import { notAfter, sort } from "./key.ts";
import { rankDigits, rankOf } from "./work.ts";

/** Returns the name of the sort key with the place of a task, in the index of all tasks or in that of officers. */
export const placeName = (index: string | undefined): string => (index === "byOfficer" ? "officerSort" : "workSort");
/** Sorts after every place of the list. */
const endOfList = "~";
/** Sort keys of tasks from a place on. Those of one kind begin at `until` or before. */
export const workRange = ({ kind, after }: WorkPlace, onlyUntil: Instant | undefined) => ({
  // `!` follows a whole sort key, and no key begins with another and this.
  from: after === undefined ? sort(rankOf(kind), "") : `${sort(rankOf(kind), after)}!`,
  below: onlyUntil === undefined ? endOfList : sort(rankOf(kind), notAfter(onlyUntil)),
});

/**
 * Returns where a list continues after a sort key: after its task, or at the next kind if the rest of this one begins
 * after `until`. Undefined after the last kind.
 */
export const placeAfter = (workSort: string, until: Instant): WorkPlace | undefined => {
  const at = Number(workSort.slice(0, rankDigits));
  const after = workSort.slice(rankDigits + 1);
  const isAhead = after > notAfter(until);
  const kind = WorkKind.options[isAhead ? at + 1 : at];
  return kind === undefined ? undefined : { kind, ...(isAhead ? {} : { after }) };
};
