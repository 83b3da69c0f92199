import type { Refused } from "../../domain/base/decision.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { UserId } from "../../schemas/base/ids.ts";
import type { Draft, DraftPlace } from "../../schemas/model/draft.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { attemptUpTo } from "../io/attempts.ts";
import { Conflict, type DayUse } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { tries } from "./execute-command.ts";
import { LimitReached, StaleVersion, TooManyConflicts } from "./outcomes.ts";

export interface DraftCommand {
  readonly place: DraftPlace;
  readonly text: string;
  readonly by: UserId;
  readonly now: Instant;
  /** The version that the caller read: 0 where nothing was written yet. */
  readonly decidedOn: number;
  /** The use of daily limits when it is saved. */
  readonly uses: readonly DayUse[];
  readonly decide: (review: Aggregate<"review"> | undefined) => Refused | undefined;
}

/**
 * Saves a draft, which has a version of its own and no facts. Decides again when the review moved meanwhile. Throws
 * StaleVersion when the draft has changed since it was read, and LimitReached when a limit of the day would be passed. The
 * same text again is no new version, and uses nothing.
 */
export const saveDraft =
  (store: Store) =>
  async ({
    place,
    text,
    by,
    now,
    decidedOn,
    uses,
    decide,
  }: DraftCommand): Promise<Refused | { readonly draft: Draft }> => {
    const saved = await attemptUpTo(tries, async () => {
      const [review, before] = await Promise.all([store.load("review", place.review), store.draft(place)]);
      const refused = decide(review);
      if (refused !== undefined) return refused;
      if (review === undefined) throw new Error(`A draft was let through for ${place.review}, which does not exist`);
      const current = before?.version ?? 0;
      const isSame = before?.text === text;
      // A request repeated after a lost reply names the version of its first decision.
      const isRepeated = isSame && before.changedBy === by && current === decidedOn + 1;
      if (current !== decidedOn && !isRepeated) throw new StaleVersion(current);
      if (isSame) return { draft: before };
      const draft: Draft = { ...before, ...place, version: decidedOn + 1, text, changedAt: now, changedBy: by };
      try {
        await store.saveDraft(draft, review, uses);
        return { draft };
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        if (error.why === "used-up") throw new LimitReached(uses);
        // Of a draft that has changed, the next attempt reads the version that it has now.
        return undefined;
      }
    });
    if (saved === undefined) throw new TooManyConflicts();
    return saved;
  };
