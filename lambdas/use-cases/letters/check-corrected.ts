import { skip } from "../../../domain/letters/content/letter-page.ts";
import { hasLeftBefore, leavesBefore } from "../../../domain/letters/stated-version.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { EarlyLetter, NotWritten } from "./written-letter.ts";

/**
 * Returns why a correction is not written now: none of the letters that it corrects left with what was wrong, or one is
 * about to leave and may still be put back. Undefined for a correction that is to be written, and for other letters.
 */
export const checkCorrected = async (
  ledger: Pick<Ledger, "letter">,
  { corrects, plannedFor: at }: Letter,
): Promise<NotWritten | EarlyLetter | undefined> => {
  if (corrects === undefined) return undefined;
  const { version } = corrects;
  const correction = version === undefined ? undefined : { at, version };
  const rows = await Promise.all(corrects.letters.map((id) => ledger.letter(id)));
  const letters = rows.flatMap((row) => row ?? []);
  if (letters.some((letter) => hasLeftBefore(letter, correction))) return undefined;
  return letters.some((letter) => leavesBefore(letter, correction)) ? { kind: "early" } : skip("replaced");
};
