import type { Letter, LetterState } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { punctualityObjective } from "../policy/letters.ts";
import { dayOf, later, morningOf } from "../base/time.ts";
import { queueOf } from "./letter-kinds.ts";
import { needsSettlement } from "./lifecycle.ts";

/** States in which the mail service has taken a letter. */
const leftStates: ReadonlySet<LetterState> = new Set(["accepted", "delivered", "bounced", "complained"]);

/** Returns whether a move first recorded that the mail service had accepted a letter. */
export const hasLeftNow = (before: Letter, next: Letter): boolean =>
  leftStates.has(next.state) && !before.history.some(({ state }) => leftStates.has(state));

/**
 * Returns the 09:00 at which a letter was due. Undefined for a letter that leaves when an event happens. These are
 * notifications, bulletins, letters written as soon as an obligation is recorded, and requested new attempts.
 */
const dueMorningOf = (letter: Letter): Instant | undefined => {
  const { plannedFor, onOpening, attempt } = letter;
  const isDue = queueOf(letter) === "deadline-letters" && onOpening !== true && attempt === 1;
  return isDue && plannedFor === morningOf(dayOf(plannedFor)) ? plannedFor : undefined;
};

/** Returns whether the punctuality of a letter is known: it left, it failed, or only a person can find out. */
const isJudged = (letter: Letter): boolean =>
  letter.state === "failed" || needsSettlement(letter) || letter.history.some(({ state }) => leftStates.has(state));

/**
 * Returns the punctuality of a due letter, once in its life: accepted within an hour of its 09:00, or late or never
 * accepted. Undefined for every other move, and for skipped letters, which were no longer due.
 */
export const punctualityOf = (before: Letter, next: Letter): "within-hour" | "late" | undefined => {
  const due = dueMorningOf(next);
  if (due === undefined || isJudged(before) || !isJudged(next)) return undefined;
  const leftAt = next.history.find(({ state }) => leftStates.has(state))?.at;
  return leftAt !== undefined && leftAt <= later(due, punctualityObjective.within) ? "within-hour" : "late";
};
