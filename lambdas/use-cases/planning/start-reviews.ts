import type { Decision } from "../../../domain/base/decision.ts";
import { completeGroupStart } from "../../../domain/parties/groups.ts";
import { startReview } from "../../../domain/review/commands/start-review.ts";
import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { log } from "../../io/log.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";

export interface StartIo {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Starts what is left of a starting group, review by review, and then says that the group has started. Begun again
 * after an interruption, it goes on where it stopped. A group that is not starting is left alone. A review that cannot
 * be started does not keep the others from it; the group stays `starting`, and this throws, until it can.
 */
export const startReviewsOf = async ({ store, clock }: StartIo, id: GroupId, by: string): Promise<void> => {
  const group = await store.load("group", id);
  const { startedOn, lettersAt } = group?.state ?? {};
  if (group?.state.state !== "starting" || startedOn === undefined) return;
  log("GROUP_STARTING", { group: id, reviews: group.state.reviews.length });
  const failures: unknown[] = [];
  for (const review of group.state.reviews)
    await startOne({ store, clock }, review, (state) => startReview(state, startedOn, lettersAt), by).catch(
      (error: unknown) => failures.push(error),
    );
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reviews of ${id} did not start`);
  const now = clock.now();
  await executeOnAggregate(store)({ kind: "group", id, by, now, decide: (state) => completeGroupStart(state, now) });
};

const startOne = async (
  { store, clock }: StartIo,
  id: ReviewId,
  decide: (review: Review) => Decision,
  by: string,
): Promise<void> => {
  const started = await executeOnAggregate(store)({ kind: "review", id, by, now: clock.now(), decide });
  if (!started.ok) throw new Error(`Review ${id} could not be started: ${started.refusal}`);
};
