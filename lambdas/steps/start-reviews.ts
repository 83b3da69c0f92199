import { completeGroupStart } from "../../domain/groups.ts";
import { startReview } from "../../domain/reviews.ts";
import type { GroupId } from "../../schemas/ids.ts";
import { log } from "../io/log.ts";
import type { Clock, Store } from "../io/ports.ts";
import { acting } from "../shell/door.ts";
import { asProblem } from "../shell/problem.ts";

export interface StartIo {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Starts what is left of a starting group, review by review, and then says that the group has started. Begun again
 * after an interruption, it goes on where it stopped. A group that is not starting is left alone.
 */
export const startReviewsOf = async ({ store, clock }: StartIo, id: GroupId, by: string): Promise<void> => {
  const group = await store.load("group", id);
  const startedOn = group?.state.startedOn;
  if (group?.state.state !== "starting" || startedOn === undefined) return;
  log("GROUP_STARTING", { group: id, reviews: group.state.reviews.length });
  for (const review of group.state.reviews) {
    const started = await acting(store)({
      kind: "review",
      id: review,
      by,
      now: clock.now(),
      decide: (state) => startReview(state, startedOn),
    });
    if (!started.ok) throw asProblem(started);
  }
  const now = clock.now();
  await acting(store)({ kind: "group", id, by, now, decide: (state) => completeGroupStart(state, now) });
};
