import { targetLettersOf, targetTimer } from "../../../domain/letters/target-letters.ts";
import { snapshotsOf } from "../../../domain/review/snapshots.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { ReviewId } from "../../../schemas/base/ids.ts";
import { all } from "../../io/pages.ts";
import { planLetters, type PlanningIo } from "./plan-letters.ts";

/**
 * Plans the letters about a missed consultation target, or arms the timer for the morning when they are due. Returns
 * which it did; a repetition changes nothing.
 */
export const planTargetMissedLetters = async (
  io: PlanningIo,
  id: ReviewId,
): Promise<"waiting" | "planned" | "nothing"> => {
  const aggregate = await io.store.load("review", id);
  if (aggregate === undefined) return "nothing";
  const now = io.clock.now();
  const timer = targetTimer(aggregate.state, now);
  if (timer !== undefined) {
    await io.schedules.arm(timer.name, timer.at, timer.message, now);
    return "waiting";
  }
  return (await planLetters(io, targetLettersOf([aggregate.state], now))).length > 0 ? "planned" : "nothing";
};

/** Returns true if a fact sets, moves or ends the target of a consultation. */
const movesTarget = (fact: Fact): boolean =>
  fact.kind === "consultation-concluded" ||
  fact.kind === "reminders-released" ||
  (fact.kind === "stage-changed" && (fact.from === "consultation" || fact.to === "consultation")) ||
  (fact.kind === "date-corrected" && fact.consultationSince !== undefined);

/** Arms the timer for the target that an entry of a review sets, and disarms that of the one before it. */
export const followTarget = async (
  io: PlanningIo,
  id: string,
  { version, facts }: Pick<JournalEntry, "version" | "facts">,
): Promise<void> => {
  if (!facts.some(movesTarget)) return;
  const entries = await all((paging) => io.store.journalOf("review", id, paging));
  const before = snapshotsOf(entries.filter((entry) => entry.version < version)).at(-1)?.review;
  const aggregate = await io.store.load("review", id);
  const now = io.clock.now();
  const [was, is] = [before, aggregate?.state].map((review) =>
    review === undefined ? undefined : targetTimer(review, now),
  );
  if (was !== undefined && was.name !== is?.name) await io.schedules.disarm(was.name);
  if (is !== undefined) await io.schedules.arm(is.name, is.at, is.message, now);
};
