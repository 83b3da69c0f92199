import type { Decision } from "../../../domain/base/decision.ts";
import { completeGroupStart, completeStartUndoing } from "../../../domain/parties/groups.ts";
import { completeResumption, nextResumption } from "../../../domain/parties/resume-group.ts";
import { resumeInvitation } from "../../../domain/parties/users.ts";
import { pausedInvitations } from "../../../domain/letters/release-letters.ts";
import { resumeReminders } from "../../../domain/review/commands/resume-reminders.ts";
import { workOnEach } from "../base/work-on-each.ts";
import { completeStartCorrection } from "../../../domain/parties/correct-group-start.ts";
import { followStartCorrection } from "../../../domain/review/commands/correct-group-start.ts";
import { startReview } from "../../../domain/review/commands/start-review.ts";
import { undoReviewStart } from "../../../domain/review/commands/undo-start.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { GroupId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { log } from "../../io/log.ts";
import { all } from "../../io/pages.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../commands/execute-command.ts";

/** The number of people of a review who are invited in parallel. */
const maxConcurrentInvitations = 8;

export interface StartIo {
  readonly store: Store;
  readonly clock: Clock;
}

/** The work in progress on a group's start: the change of each review, and the final fact of the group. */
interface StartWork {
  readonly of: (review: Review) => Decision;
  readonly complete: (group: Group) => Decision;
  /** True if people who serve in a review and were not invited since an import are invited with it. */
  readonly invites?: true;
}

const workOf = (group: Group, { clock }: StartIo): StartWork | undefined => {
  const { state, startedOn, lettersAt, late, reminders, resumed } = group;
  if (reminders === "resuming" && resumed !== undefined)
    return {
      of: (review) => resumeReminders(review, resumed.lettersAt, clock.now()),
      complete: (followed) => completeResumption(followed, clock.now()),
      invites: true,
    };
  if (state === "correcting")
    return {
      of: (review) => followStartCorrection(review, group, clock.now()),
      complete: (corrected) => completeStartCorrection(corrected, clock.now()),
    };
  if (state === "starting" && startedOn !== undefined)
    return {
      of: (review) => startReview(review, startedOn, late === true ? { datedAt: lettersAt } : {}),
      complete: (started) => completeGroupStart(started, clock.now()),
      invites: true,
    };
  if (state !== "undoing") return undefined;
  return {
    of: (review) => undoReviewStart(review, clock.now()),
    complete: (undone) => completeStartUndoing(undone, clock.now()),
  };
};

/**
 * Completes a group's start, the undoing of a start, or the correction of its day, review by review, and then records
 * the completion. After an interruption it continues where it stopped. A group without such work is unchanged. A review
 * that cannot be changed does not prevent the others; the group then stays as it is, and this throws until it can.
 */
export const startReviewsOf = async (io: StartIo, id: GroupId, by: string): Promise<void> => {
  const { store, clock } = io;
  const group = await store.load("group", id);
  const work = group === undefined ? undefined : workOf(group.state, io);
  if (group === undefined || work === undefined) return;
  log("GROUP_STARTING", { group: id, state: group.state.state, reviews: group.state.reviews.length });
  const failures: unknown[] = [];
  const { reviews } = group.state;
  for (let from = 0; from < reviews.length; from += together)
    failures.push(...(await followAll(io, group, reviews.slice(from, from + together), work, by)));
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
 * Applies the resumption of a group, unless an earlier ordered one is in progress, which applies the next when it is
 * complete. The sweep waits for none, so that a review that cannot follow delays no other group.
 */
export const applyResumption = async (io: StartIo, id: GroupId, by: string): Promise<void> => {
  const next = await findNextResumption(io);
  if (next?.id === id) await startReviewsOf(io, id, by);
  else log("GROUP_RESUMPTION_WAITING", { group: id, behind: next?.id });
};

/** Applies the resumption that waited for another, if there is one. */
export const applyNextResumption = async (io: StartIo, by: string): Promise<void> => {
  const next = await findNextResumption(io);
  if (next !== undefined) await startReviewsOf(io, next.id, by);
};

const findNextResumption = async ({ store }: StartIo): Promise<Group | undefined> => {
  const groups = await all((paging) => store.list("group", paging));
  return nextResumption(groups.map(({ state }) => state));
};

/** Permits invitations of people who serve in some reviews and whom an import registered, for any of its reviews. */
export const resumeInvitations = async (
  { store, clock }: StartIo,
  reviews: readonly Review[],
  by: string,
): Promise<void> => {
  const now = clock.now();
  const named = new Set(reviews.flatMap(({ mandates }) => Object.values(mandates).map(({ user }) => user)));
  const users = (await store.loadMany("user", [...named])).map(({ state }) => state);
  const held = [...new Set(reviews.flatMap((review) => pausedInvitations(review, users, now)))];
  const release = (user: UserId) =>
    executeOnAggregate(store)({ kind: "user", id: user, by, now, decide: (state) => resumeInvitation(state, now) });
  await workOnEach(held, release, maxConcurrentInvitations);
};

/**
 * The number of reviews that follow their group in one transaction: each writes some twenty items at its start. A
 * thousand reviews one by one would exceed a function's time, and parallel transactions that check one group delay each
 * other.
 */
const together = 4;

/** Changes several reviews in one transaction, or one by one if that fails. Returns the errors. */
const followAll = async (
  io: StartIo,
  group: Aggregate<"group">,
  ids: readonly ReviewId[],
  work: StartWork,
  by: string,
): Promise<readonly unknown[]> => {
  try {
    // Before the reviews, so that a review that has followed needs nothing further.
    if (work.invites === true)
      await resumeInvitations(
        io,
        (await io.store.loadMany("review", ids)).map(({ state }) => state),
        by,
      );
    return await changeReviews(io, group, ids, work, by);
  } catch (error) {
    if (ids.length === 1) return [error];
    const failures: unknown[] = [];
    for (const id of ids) failures.push(...(await followAll(io, group, [id], work, by)));
    return failures;
  }
};

/**
 * Changes reviews on the condition that their group is unchanged since it was read: a late function must not start what
 * was undone meanwhile, nor undo a new start. Returns an error for each review that may not be changed.
 */
const changeReviews = async (
  { store, clock }: StartIo,
  group: Aggregate<"group">,
  ids: readonly ReviewId[],
  work: StartWork,
  by: string,
): Promise<readonly unknown[]> => {
  const changed = await executeCommand(store)<readonly unknown[]>({
    by,
    now: clock.now(),
    decide: async () => {
      const [reviews, current] = await Promise.all([store.loadMany("review", ids), store.load("group", group.id)]);
      if (current?.version !== group.version) return { ok: true, changes: [], outcome: [] };
      const known = new Set<string>(reviews.map(({ id }) => id));
      const missing = ids.filter((id) => !known.has(id)).map((id) => new Error(`There is no review ${id}`));
      const decided = reviews.map((review) => ({ review, decision: work.of(review.state) }));
      const changes = decided.flatMap(({ review, decision }) =>
        decision.ok && decision.facts.length > 0 ? [changeOf("review", review.id, review, decision.facts)] : [],
      );
      const refused = decided.flatMap(({ review, decision }) =>
        decision.ok ? [] : [new Error(`Review ${review.id} could not follow its group: ${decision.refusal}`)],
      );
      const mustBeUnchanged = changes.length === 0 ? [] : [changeOf("group", group.id, current, [])];
      return { ok: true, changes, mustBeUnchanged, outcome: [...missing, ...refused] };
    },
  });
  if (!changed.ok) throw new Error(`Reviews of ${group.id} could not follow it: ${changed.refusal}`);
  return changed.outcome;
};
