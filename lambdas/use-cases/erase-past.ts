import { withoutAddress, withoutText } from "../../domain/letters/erased-letter.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Ledger } from "../io/ports/outbox.ts";
import type { Store } from "../io/ports/store.ts";
import type { Clock } from "../io/ports/time.ts";

export interface PastIo {
  readonly store: Pick<Store, "erasePastNotes">;
  readonly ledger: Pick<Ledger, "erasePastDetails" | "deletePast" | "deleteLetterText" | "move">;
  readonly clock: Clock;
}

/**
 * Writes a letter with fewer data; returns false if it moved meanwhile. Its text is deleted first: after an
 * interruption in between, the next sweep finds the row unchanged.
 */
const writeEmptied = async (ledger: Pick<Ledger, "deleteLetterText" | "move">, letter: Letter): Promise<boolean> => {
  if (letter.textErasedAt !== undefined) await ledger.deleteLetterText(letter.id);
  return ledger.move(letter);
};

/** Removes the address of letters, and later the text. A letter that moves meanwhile waits for the next sweep. */
const emptyLetters = async ({ ledger, clock }: PastIo): Promise<number> => {
  const now = clock.now();
  let emptied = 0;
  await ledger.erasePastDetails(now, async (letter, details) => {
    const bare = details.has("address") ? withoutAddress(letter, now) : undefined;
    const mute = details.has("text") ? withoutText(bare ?? letter, now) : undefined;
    const next = mute ?? bare;
    if (next === undefined) return true;
    const isEmptied = await writeEmptied(ledger, { ...next, revision: letter.revision + 1 });
    if (isEmptied) emptied += 1;
    return isEmptied;
  });
  return emptied;
};

/**
 * Erases data past the retention of its kind of row (io/store/keys/row-kinds.ts): notes on contacts, addresses and texts
 * of letters, and records of reachability. It reads what became past since its last run. The table deletes rows that
 * expire. Returns the number of deleted or emptied rows.
 */
export const erasePast = async (io: PastIo): Promise<number> => {
  const now = io.clock.now();
  const records = await io.store.erasePastNotes(now);
  return records + (await emptyLetters(io)) + (await io.ledger.deletePast(now));
};
