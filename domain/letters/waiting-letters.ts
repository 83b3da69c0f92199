import type { LetterId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { queueOf } from "./letter-kinds.ts";
import { epochOf, latest } from "../base/time.ts";

/**
 * Returns when a letter should have left: at the moment it was planned for, or when it was written down, if that was
 * later. When it is tried again says nothing of its age, because that moves each time it is put back.
 */
const shouldHaveLeftAt = ({ plannedFor, plannedAt }: Letter): Instant => latest(plannedFor, plannedAt);

/** Deadline letters that wait past their time. */
export interface WaitingLetters {
  readonly count: number;
  readonly oldest?: { readonly letter: LetterId; readonly since: Instant; readonly seconds: number };
}

/** Returns how many of some unsent letters are about a deadline and past their time, and which of them waits longest. */
export const waitingLetters = (unsent: readonly Letter[], now: Instant): WaitingLetters => {
  const lateLetters = unsent
    .filter((letter) => queueOf(letter) === "deadline-letters")
    .map((letter) => ({ letter: letter.id, since: shouldHaveLeftAt(letter) }))
    .filter(({ since }) => since < now);
  const [first] = lateLetters.toSorted((one, other) => (one.since < other.since ? -1 : 1));
  if (first === undefined) return { count: 0 };
  const seconds = Math.floor((epochOf(now) - epochOf(first.since)) / 1000);
  return { count: lateLetters.length, oldest: { ...first, seconds } };
};
