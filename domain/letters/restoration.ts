import type { Letter } from "../../schemas/model/letter.ts";
import type { Restoration } from "../../schemas/model/restoration.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { mayBeRepeated, moveLetter, needsSettlement } from "./lifecycle.ts";

/** Returns whether a letter would leave automatically, now or later. */
const isUnsent = (letter: Letter): boolean =>
  letter.state === "planned" ||
  letter.state === "claimed" ||
  (letter.state === "unknown" && mayBeRepeated(letter) && !needsSettlement(letter));

/**
 * Returns whether a person requested the letter after the tables were taken into use, so that it cannot have left
 * before.
 */
const isAskedForSince = ({ resumedAt, requested, plannedAt }: Letter, { adoptedAt }: Restoration): boolean =>
  (resumedAt !== undefined && resumedAt >= adoptedAt) || (requested === true && plannedAt >= adoptedAt);

/**
 * Returns whether a letter is paused for a person since tables were restored. Every letter that was due by the adoption
 * of the tables may have left in the lost time, whatever its row states. A letter that falls due later cannot have
 * left.
 */
export const isPaused = (letter: Letter, restoration: Restoration | undefined): boolean =>
  restoration !== undefined &&
  isUnsent(letter) &&
  letter.plannedFor <= restoration.adoptedAt &&
  !isAskedForSince(letter, restoration);

/** A person's decision about a paused letter: it must leave, or it had left. */
export type PausedLetterOutcome = "resume" | "settle";

/** Returns the row of a paused letter that leaves after all, with current data. */
const resumedLetter = (letter: Letter, at: Instant): Letter => {
  const again = { at, why: "a person released it after the tables were restored", notBefore: at };
  const moved =
    letter.state === "unknown"
      ? moveLetter(letter, "unknown", { ...again, repetition: "still-open" })
      : moveLetter(letter, "planned", again);
  return { ...moved, resumedAt: at };
};

/** Returns the row of a paused letter after a person's decision; the letter must be paused. */
export const decidePausedLetter = (letter: Letter, outcome: PausedLetterOutcome, at: Instant): Letter =>
  outcome === "resume"
    ? resumedLetter(letter, at)
    : moveLetter(letter, "settled", {
        at,
        reason: "went-out",
        why: "a person said that it had left before the tables were restored",
      });
