import type { Decision } from "../../../domain/base/decision.ts";
import { completeGroupStart, completeStartUndoing } from "../../../domain/parties/groups.ts";
import { completeStartCorrection } from "../../../domain/parties/correct-group-start.ts";
import { followStartCorrection } from "../../../domain/review/commands/correct-group-start.ts";
import { startReview } from "../../../domain/review/commands/start-review.ts";
import { undoReviewStart } from "../../../domain/review/commands/undo-start.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { log } from "../../io/log.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../commands/execute-command.ts";

export interface StartIo {
  readonly store: Store;
  readonly clock: Clock;
}

/** What is under way with a group's start, review by review: how each is changed, and what the group is told at the end. */
interface StartWork {
  readonly of: (review: Review) => Decision;
  readonly complete: (group: Group) => Decision;
}

const workOf = (group: Group, { clock }: StartIo): StartWork | undefined => {
  const { state, startedOn, lettersAt, late } = group;
  if (state === "correcting")
    return {
      of: (review) => followStartCorrection(review, group, clock.now()),
      complete: (corrected) => completeStartCorrection(corrected, clock.now()),
    };
  if (state === "starting" && startedOn !== undefined)
    return {
      of: (review) => startReview(review, startedOn, late === true ? lettersAt : undefined),
      complete: (started) => completeGroupStart(started, clock.now()),
    };
  if (state !== "undoing") return undefined;
  return {
    of: (review) => undoReviewStart(review, clock.now()),
    complete: (undone) => completeStartUndoing(undone, clock.now()),
  };
};

/**
 * Starts what is left of a starting group, review by review, takes back what is left of a start that is undone, or corrects
 * what is left of one whose day was wrong, and then says that it is done. Begun again after an interruption, it goes on where it stopped. A group with which none of it is
 * under way is left alone. A review that cannot be changed does not keep the others from it; the group stays as it is, and
 * this throws, until it can.
 */
export const startReviewsOf = async (io: StartIo, id: GroupId, by: string): Promise<void> => {
  const { store, clock } = io;
  const group = await store.load("group", id);
  const work = group === undefined ? undefined : workOf(group.state, io);
  if (group === undefined || work === undefined) return;
  log("GROUP_STARTING", { group: id, state: group.state.state, reviews: group.state.reviews.length });
  const failures: unknown[] = [];
  for (const review of group.state.reviews)
    await changeOne(io, group, review, work, by).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reviews of ${id} did not follow`);
  await executeOnAggregate(store)({
    kind: "group",
    id,
    by,
    now: clock.now(),
    decide: (state, version) => (version === group.version ? work.complete(state) : { ok: true, facts: [] }),
  });
};

/**
 * Changes one review under the condition that its group stands as it was read: whoever is late must not start again what
 * was undone meanwhile, nor undo what was started anew.
 */
const changeOne = async (
  { store, clock }: StartIo,
  group: Aggregate<"group">,
  id: ReviewId,
  work: StartWork,
  by: string,
): Promise<void> => {
  const changed = await executeCommand(store)<undefined>({
    by,
    now: clock.now(),
    decide: async () => {
      const [review, current] = await Promise.all([store.load("review", id), store.load("group", group.id)]);
      if (review === undefined) throw new Error(`There is no review ${id}`);
      if (current?.version !== group.version) return { ok: true, changes: [], outcome: undefined };
      const decision = work.of(review.state);
      if (!decision.ok) return decision;
      if (decision.facts.length === 0) return { ok: true, changes: [], outcome: undefined };
      return {
        ok: true,
        changes: [changeOf("review", id, review, decision.facts)],
        mustBeUnchanged: [changeOf("group", group.id, current, [])],
        outcome: undefined,
      };
    },
  });
  if (!changed.ok) throw new Error(`Review ${id} could not follow its group: ${changed.refusal}`);
};
