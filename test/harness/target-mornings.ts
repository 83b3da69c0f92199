import { consultationTargetAt } from "../../domain/review/blockers.ts";
import { addDays, dayOf, morningOf } from "../../domain/base/time.ts";
import { all } from "../../lambdas/io/pages.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import type { Instant } from "../../schemas/base/values.ts";

/**
 * Mornings between two instants at which the parties of a review are to be told that its consultation is past its target,
 * the earliest first. No timer rings for a target, and a round that is made months later tells of it no more.
 */
export const targetMornings = async (
  store: Pick<Store, "reviewsInStage">,
  before: Instant,
  until: Instant,
): Promise<readonly Instant[]> => {
  const heads = await all((paging) => store.reviewsInStage("consultation", paging));
  const mornings = heads.flatMap(({ state }) => {
    const targetAt = consultationTargetAt(state);
    return targetAt === undefined ? [] : [morningOf(addDays(dayOf(targetAt), 1))];
  });
  return [...new Set(mornings)].filter((morning) => before < morning && morning < until).toSorted();
};
