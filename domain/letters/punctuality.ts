import type { Letter, LetterState } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { punctualityObjective } from "../base/policy.ts";
import { dayOf, later, morningOf } from "../base/time.ts";
import { queueOf } from "./letter-kinds.ts";
import { needsSettlement } from "./lifecycle.ts";

/** States in which the mail service has taken a letter. */
const leftStates: ReadonlySet<LetterState> = new Set(["accepted", "delivered", "bounced", "complained"]);

/** Whether a move is the one by which it became known that the mail service had taken a letter. */
export const hasLeftNow = (before: Letter, next: Letter): boolean =>
  leftStates.has(next.state) && !before.history.some(({ state }) => leftStates.has(state));

/**
 * The 09:00 that a letter was due at; undefined for one that leaves when something happens: a notice, a bulletin, what is
 * written as soon as an obligation is recorded, and what a person asked for again.
 */
const dueMorningOf = (letter: Letter): Instant | undefined => {
  const { plannedFor, onOpening, attempt } = letter;
  const isDue = queueOf(letter) === "deadline-letters" && onOpening !== true && attempt === 1;
  return isDue && plannedFor === morningOf(dayOf(plannedFor)) ? plannedFor : undefined;
};

/** Whether it is known of a letter whether it was punctual: it left, it failed, or nobody but a person can tell. */
const isJudged = (letter: Letter): boolean =>
  letter.state === "failed" || needsSettlement(letter) || letter.history.some(({ state }) => leftStates.has(state));

/**
 * What a move says of a due letter, once in its life: whether it was accepted within an hour of its 09:00, or was late or
 * never accepted. Undefined for every other move, and for letters that are skipped: nothing was due any more.
 */
export const punctualityOf = (before: Letter, next: Letter): "within-hour" | "late" | undefined => {
  const due = dueMorningOf(next);
  if (due === undefined || isJudged(before) || !isJudged(next)) return undefined;
  const leftAt = next.history.find(({ state }) => leftStates.has(state))?.at;
  return leftAt !== undefined && leftAt <= later(due, punctualityObjective.within) ? "within-hour" : "late";
};
