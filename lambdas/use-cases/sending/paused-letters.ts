import { decidePausedLetter, type PausedLetterOutcome, isPaused } from "../../../domain/letters/restoration.ts";
import { endOfTime } from "../../../domain/base/time.ts";
import type { LetterId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { log } from "../../io/log.ts";
import { all } from "../../io/pages.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import { workOnEach } from "../base/work-on-each.ts";
import { unsentStates } from "./watch-mail.ts";

type PausedLettersLedger = Pick<Ledger, "restoration" | "needingAttention">;

/** Returns the letters that have waited for a person since tables were restored, by the time of their next check. */
export const pausedLetters = async (ledger: PausedLettersLedger): Promise<readonly Letter[]> => {
  const restoration = await ledger.restoration();
  if (restoration === undefined) return [];
  const unsent: Letter[] = [];
  for (const state of unsentStates)
    unsent.push(...(await all((paging) => ledger.needingAttention(state, endOfTime, paging))));
  return unsent
    .filter((letter) => isPaused(letter, restoration))
    .toSorted((one, other) => one.plannedFor.localeCompare(other.plannedFor) || one.id.localeCompare(other.id));
};

/** The number of letters that are decided in parallel. */
const maxConcurrency = 8;

/**
 * Resumes or settles paused letters, all if none is named: resumed ones are sent with the next sweep, settled ones
 * count as sent. Returns the ids of those that moved. A letter that is not paused, or that another person decided, is
 * unchanged, so that a request may be repeated.
 */
export const decidePausedLetters = async (
  ledger: PausedLettersLedger & Pick<Ledger, "move">,
  outcome: PausedLetterOutcome,
  now: Instant,
  only?: ReadonlySet<string>,
): Promise<readonly LetterId[]> => {
  const moved: LetterId[] = [];
  const held = (await pausedLetters(ledger)).filter(({ id }) => only?.has(id) ?? true);
  const decide = async (letter: Letter): Promise<void> => {
    const next = decidePausedLetter(letter, outcome, now);
    if (!(await ledger.move(next))) return;
    log("LETTER_MOVED", { letter: next.id, state: next.state });
    moved.push(next.id);
  };
  await workOnEach(held, decide, maxConcurrency);
  return moved;
};
