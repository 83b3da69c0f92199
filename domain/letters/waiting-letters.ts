import type { LetterId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { queueOf } from "./letter-kinds.ts";
import { epochOf, latest } from "../base/time.ts";

/**
 * Returns the time when a letter should have left: its planned moment or, if later, the moment it was written down. Its
 * retry time says nothing about its age, because each postponement moves it.
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
