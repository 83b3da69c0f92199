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
