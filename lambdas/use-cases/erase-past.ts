import { inForce, type Setting } from "../../domain/base/settings.ts";
import { contactNotesKept, letterAddressesKept, letterTextsKept, reachKept } from "../../domain/policy/retention.ts";
import { dayBefore, dayOf, type Period, startOfDay } from "../../domain/base/time.ts";
import { isUnderWay, withoutAddress, withoutText } from "../../domain/letters/erased-letter.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Ledger } from "../io/ports/outbox.ts";
import type { Store } from "../io/ports/store.ts";
import type { Clock } from "../io/ports/time.ts";

export interface PastIo {
  readonly store: Pick<Store, "erasePast">;
  readonly ledger: Pick<Ledger, "detailed" | "deletePast" | "deleteLetterText" | "move">;
  readonly clock: Clock;
}

/** Returns the time from which data are kept, by the edition in force: data before it are past their retention. */
const keptFrom = (setting: Setting<Period>, now: Instant): Instant => {
  const today = dayOf(now);
  return startOfDay(dayBefore(today, inForce(setting, today)));
};

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
  const textsBefore = keptFrom(letterTextsKept, now);
  let emptied = 0;
  for (const letter of await ledger.detailed(keptFrom(letterAddressesKept, now))) {
    if (isUnderWay(letter)) continue;
    const bare = withoutAddress(letter, now);
    const mute = letter.changedAt < textsBefore ? withoutText(bare ?? letter, now) : undefined;
    const next = mute ?? bare;
    if (next !== undefined && (await writeEmptied(ledger, { ...next, revision: letter.revision + 1 }))) emptied += 1;
  }
  return emptied;
};

/**
 * Erases data past the retention in domain/policy/row-retention.ts: expired rows, notes on contacts, addresses and texts of
 * letters, and records of reachability. Returns the number of deleted or emptied rows.
 */
export const erasePast = async (io: PastIo): Promise<number> => {
  const now = io.clock.now();
  const records = await io.store.erasePast({ now, notesBefore: keptFrom(contactNotesKept, now) });
  return records + (await emptyLetters(io)) + (await io.ledger.deletePast(keptFrom(reachKept, now)));
};
