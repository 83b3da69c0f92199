import { copyToFormer } from "../../../domain/letters/mission-notifications.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Ledger, LetterQueues } from "../../io/ports/outbox.ts";
import type { NotWritten, WrittenLetter } from "../letters/written-letter.ts";
import { planLetter } from "../planning/plan-letters.ts";

/**
 * Plans a copy of a letter to the former address, while the new address of its mission is not confirmed. It is written
 * before the letter is sent, so that an interruption loses neither; a repetition changes nothing.
 */
export const planCopyToFormer = async (
  io: { readonly ledger: Ledger; readonly letterQueues: LetterQueues; readonly clock: Clock },
  letter: Letter,
  { unconfirmedChange: change }: WrittenLetter | NotWritten,
): Promise<void> => {
  const copy = change === undefined ? undefined : copyToFormer(letter, change, io.clock.now());
  if (copy !== undefined) await planLetter(io, copy);
};
