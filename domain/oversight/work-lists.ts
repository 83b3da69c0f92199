import type { WorkItem, WorkKind } from "../../schemas/model/work-item.ts";

/**
 * The lists of tasks, each read by one query. Overdue obligations and blocked reviews have lists of their own, because
 * most of their rows are about days ahead. Tasks about letters are in another table. Common tasks have no officer: any
 * member of the secretariat can do them.
 */
export type WorkList = "duty-overdue" | "review-blocked" | "others" | "common" | "letters";

/**
 * The list of each kind of task, in the order of the worklist. The place of a kind is part of the keys of its tasks: if
 * one moves, `npm run rebuild` writes them again.
 */
const lists = {
  "duty-overdue": "duty-overdue",
  "review-blocked": "review-blocked",
  "nomination-to-check": "others",
  "invitation-unused": "common",
  "address-bounced": "letters",
  "recipient-unreachable": "letters",
  "letter-unknown": "letters",
  "follow-up-due": "others",
  "bulletin-to-approve": "common",
  "bulletin-stopped": "others",
  "bulletin-unsettled": "others",
  "group-behind-plan": "common",
  "group-start-to-approve": "common",
  "denunciation-to-approve": "common",
  "erasure-to-approve": "common",
} as const satisfies Readonly<Record<WorkKind, WorkList>>;

/** Returns the place of a kind in the worklist. */
export const placeOfKind = (kind: WorkKind): number => Object.keys(lists).indexOf(kind);

/** Returns the place of a task among those of its kind: the longest waiting first. */
export const placeInKind = ({ since, id }: Pick<WorkItem, "since" | "id">): string => `${since}#${id}`;

/** Returns the list that holds the tasks of a kind, among those of all officers or of one. */
export const workListOf = (kind: WorkKind, of: "all" | "officer"): WorkList => {
  const list = lists[kind];
  if (of === "all") return list === "common" ? "others" : list;
  return list === "review-blocked" ? "others" : list;
};
