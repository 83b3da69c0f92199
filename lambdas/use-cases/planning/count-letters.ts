import { dayOf } from "../../../domain/base/time.ts";
import { UserId } from "../../../schemas/base/ids.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { PlanningIo } from "./plan-letters.ts";

/** A caused letter is counted even above the limit: the limit stops the next command. */
const most = Number.MAX_SAFE_INTEGER;

/**
 * Applies the effects of a journal entry, and counts its new letters to the user who recorded the entry and to their
 * party, for the daily limits. Letters that existed before are not counted again. Letters about the system's own facts
 * count for no user.
 */
export const countingLetters = async <Io extends Pick<PlanningIo, "store" | "ledger" | "clock">>(
  io: Io,
  { by }: Pick<JournalEntry, "by">,
  work: (io: Io) => Promise<void>,
): Promise<void> => {
  const user = UserId.safeParse(by).data;
  if (user === undefined) return work(io);
  let letters = 0;
  const plan: PlanningIo["ledger"]["plan"] = async (letter, covered) => {
    const isNew = await io.ledger.plan(letter, covered);
    if (isNew) letters += 1;
    return isNew;
  };
  try {
    await work({ ...io, ledger: { ...io.ledger, plan } });
  } finally {
    if (letters > 0) {
      const aggregate = await io.store.load("user", user);
      const party = aggregate?.state.party;
      const day = dayOf(io.clock.now());
      const counts = { letters: { amount: letters, most } };
      for (const of of [user, ...(party === undefined ? [] : [party])]) await io.store.spend({ of, day, counts });
    }
  }
};
