import type { Letter } from "../../schemas/model/letter.ts";
import type { Restoration } from "../../schemas/model/restoration.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { mayBeRepeated, moveLetter, needsSettlement } from "./lifecycle.ts";

/** Whether a letter would leave by itself, now or later. */
const isUnsent = (letter: Letter): boolean =>
  letter.state === "planned" ||
  letter.state === "claimed" ||
  (letter.state === "unknown" && mayBeRepeated(letter) && !needsSettlement(letter));

/** Whether somebody asked for the letter after the tables were taken into use, so that it cannot have left before. */
const isAskedForSince = ({ released, requested, plannedAt }: Letter, { adoptedAt }: Restoration): boolean =>
  (released !== undefined && released >= adoptedAt) || (requested === true && plannedAt >= adoptedAt);

/**
 * Whether a letter waits for a person since tables were restored. Everything whose moment had come when they were taken into
 * use may have left in the time that they do not know, whatever their rows say; what falls due later has not.
 */
export const isHeld = (letter: Letter, restoration: Restoration | undefined): boolean =>
  restoration !== undefined &&
  isUnsent(letter) &&
  letter.plannedFor <= restoration.adoptedAt &&
  !isAskedForSince(letter, restoration);

/** What a person says of a letter that is held: it is to leave, or it had left. */
export type HeldLetterOutcome = "release" | "settle";

/** The row of a held letter that is to leave after all, as things stand when it does. */
const releasedLetter = (letter: Letter, at: Instant): Letter => {
  const again = { at, why: "a person released it after the tables were restored", notBefore: at };
  const moved =
    letter.state === "unknown"
      ? moveLetter(letter, "unknown", { ...again, repetition: "still-open" })
      : moveLetter(letter, "planned", again);
  return { ...moved, released: at };
};

/** The row of a held letter as a person decided; the letter has to be held. */
export const decideHeldLetter = (letter: Letter, outcome: HeldLetterOutcome, at: Instant): Letter =>
  outcome === "release"
    ? releasedLetter(letter, at)
    : moveLetter(letter, "settled", {
        at,
        reason: "went-out",
        why: "a person said that it had left before the tables were restored",
      });
