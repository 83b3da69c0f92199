import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import {
  denunciationWork,
  followUpWork,
  groupWork,
  blockedWork,
  nominationsToCheck,
  overdueWork,
  bulletinWork,
  userWork,
} from "../../../domain/oversight/work-items.ts";
import { placeInKind, workListOf } from "../../../domain/oversight/work-lists.ts";
import { isEarlierPlace, type WorkPlace } from "../../../domain/oversight/work-order.ts";
import type { WorkPage, WorkRequest } from "../../../lambdas/io/store/work.ts";
import { rowOf } from "./pages.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import { ObligationKind, type Review } from "../../../schemas/model/review.ts";
import type { WorkItem } from "../../../schemas/model/work-item.ts";

/** Returns all work items of a review, now or later. */
export const reviewWork = (review: Review): readonly WorkItem[] =>
  [
    blockedWork(review),
    ...nominationsToCheck(review),
    ...Object.values(review.seats).flatMap(({ party }) =>
      ObligationKind.options.map((obligation) => overdueWork(review, party, obligation)),
    ),
  ].filter((work) => work !== undefined);

/** Returns all work items, for now or later, from all subjects and contacts. */
export const workIn = (
  ofKind: <K extends AggregateKind>(kind: K) => readonly Aggregate<K>[],
  contacts: Iterable<FollowUp>,
): readonly WorkItem[] => [
  ...ofKind("review").flatMap(({ state }) => reviewWork(state)),
  ...ofKind("user").flatMap(({ state }) => userWork(state) ?? []),
  ...ofKind("group").flatMap(({ state }) => groupWork(state) ?? []),
  ...ofKind("party").flatMap(({ state }) => denunciationWork(state) ?? []),
  ...ofKind("bulletin").flatMap(({ state }) => bulletinWork(state) ?? []),
  ...[...contacts].flatMap((contact) => followUpWork(contact) ?? []),
];

/** Returns a page of tasks as a query of their list returns it. */
export const workPage = (
  tasks: readonly WorkItem[],
  from: WorkPlace,
  { until, officer, isAlone = false, limit }: WorkRequest,
): WorkPage => {
  const listOf = (kind: WorkItem["kind"]) => workListOf(kind, officer === undefined ? "all" : "officer");
  const isShown = (task: WorkItem) =>
    officer === undefined || task.officer === officer || ["common", "letters"].includes(listOf(task.kind));
  const placeOf = (task: WorkItem): WorkPlace => ({ kind: task.kind, after: placeInKind(task) });
  const listed = tasks
    .filter((task) => (isAlone ? task.kind === from.kind : listOf(task.kind) === listOf(from.kind)))
    .filter((task) => task.since <= until && isShown(task) && isEarlierPlace(from, placeOf(task)))
    .toSorted((one, other) => (isEarlierPlace(placeOf(one), placeOf(other)) ? -1 : 1));
  const items = listed.slice(0, limit);
  const last = items.at(-1);
  return { items: rowOf(items), ...(last === undefined || listed.length <= limit ? {} : { next: placeOf(last) }) };
};
