import {
  isAtRest,
  isLaidDown,
  isLetterUnderWay,
  lettersToSettle,
  lettersUnderWay,
} from "../../../domain/bulletins/progress.ts";
import { completeBulletin } from "../../../domain/bulletins/bulletin.ts";
import { noChange } from "../../../domain/base/decision.ts";
import { needsSettlement } from "../../../domain/letters/lifecycle.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Bulletin } from "../../../schemas/model/bulletin.ts";
import type { BulletinId, LetterId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Timers } from "../../io/ports/schedules.ts";
import type { PlanningIo } from "../planning/plan-letters.ts";
import { lettersOf, lookAtBulletin, readAgain } from "./plan-pages.ts";

/**
 * Notifies the use case that completes bulletins that the letter a bulletin waits for is final; ignores other letters.
 * It runs after the row is written. The waiting side records the letter first and reads its row afterwards, so that one
 * of the two sees the other. A repetition changes nothing.
 */
export const reportSettled = async (
  { ledger, timers }: { readonly ledger: Pick<Ledger, "awaitedLetter">; readonly timers: Timers },
  letter: Letter,
): Promise<void> => {
  if (letter.content.kind !== "bulletin" || isLetterUnderWay(letter)) return;
  const { bulletin } = letter.content;
  if ((await ledger.awaitedLetter(bulletin)) === letter.id) await timers.fire({ settled: bulletin });
};

/**
 * Records that every letter is final, or that the last ones wait for a person. Does nothing if a person settled the
 * bulletin or its letters since they were read, or if a report came: the next check records the result.
 */
export const complete = async (
  io: Pick<PlanningIo, "store" | "ledger" | "clock">,
  read: Aggregate<"bulletin">,
  letters: readonly Letter[],
  by: string,
): Promise<void> => {
  if (!isAtRest(read.state, letters)) return;
  const unsettledLetters = lettersToSettle(letters);
  if (!(await readAgain(io.ledger, unsettledLetters)).every(needsSettlement)) return;
  const now = io.clock.now();
  const decide = (bulletin: Bulletin, version: number) =>
    version === read.version ? completeBulletin(bulletin, unsettledLetters.length, now) : noChange;
  await executeOnAggregate(io.store)({ kind: "bulletin", id: read.id, by, now, decide });
};

/** The number of checks of a bulletin, one each minute, until an index shows all of its letters. */
const mostLooks = 10;
/** The number of letters read again at once in the search for one in transit. */
const recipientsPerRead = 50;

/** Records the letter that is waited for, unless it has become final meanwhile; returns its current row. */
const awaitLetter = async (
  { ledger }: Pick<PlanningIo, "ledger">,
  bulletin: BulletinId,
  { id }: Letter,
  isAwaited: (letter: Letter) => boolean,
): Promise<Letter | undefined> => {
  await ledger.writeAwaitedLetter(bulletin, id);
  const current = await ledger.letter(id);
  return current !== undefined && isAwaited(current) ? undefined : current;
};

/**
 * Waits for one of the letters in transit. Returns the current rows if there is none, because a list may be outdated;
 * returns undefined once it waits for one.
 */
const awaitOneUnderWay = async (
  io: Pick<PlanningIo, "ledger">,
  bulletin: BulletinId,
  listed: readonly Letter[],
): Promise<readonly Letter[] | undefined> => {
  const rows = new Map<LetterId, Letter>(listed.map((letter) => [letter.id, letter]));
  const sought = lettersUnderWay(listed);
  for (let from = 0; from < sought.length; from += recipientsPerRead) {
    const fresh = await readAgain(io.ledger, sought.slice(from, from + recipientsPerRead));
    for (const letter of fresh) rows.set(letter.id, letter);
    for (const letter of lettersUnderWay(fresh)) {
      const settled = await awaitLetter(io, bulletin, letter, isLetterUnderWay);
      if (settled === undefined) return undefined;
      rows.set(settled.id, settled);
    }
  }
  return [...rows.values()];
};

/** The result of a check of a bulletin whose awaited letter became final. */
export type BulletinLook = "completed" | "awaits" | "looks-again" | "left-alone";

/**
 * Checks a bulletin whose awaited letter became final. It records the completion if no letter is in transit, and
 * otherwise waits for another letter; if letters wait for a person, for one of these. It thus reads the bulletin once
 * for each awaited letter, for any number of recipients. It may be repeated and interrupted anywhere; the hourly sweep
 * repairs the loss.
 */
export const followSettled = async (
  io: PlanningIo,
  id: BulletinId,
  look: number,
  by: string,
): Promise<BulletinLook> => {
  const aggregate = await io.store.load("bulletin", id);
  if (aggregate?.state.state !== "sending" && aggregate?.state.state !== "unsettled") return "left-alone";
  const lookAgain = async (): Promise<BulletinLook> => {
    if (look >= mostLooks) return "left-alone";
    await lookAtBulletin(io, id, look + 1);
    return "looks-again";
  };
  const listed = await lettersOf(io.ledger, id);
  if (!isLaidDown(aggregate.state, listed)) return lookAgain();
  const letters = await awaitOneUnderWay(io, id, listed);
  if (letters === undefined) return "awaits";
  if (!isAtRest(aggregate.state, letters)) return lookAgain();
  await complete(io, aggregate, letters, by);
  const [unsettled] = lettersToSettle(letters);
  if (unsettled === undefined) return "completed";
  return (await awaitLetter(io, id, unsettled, needsSettlement)) === undefined ? "awaits" : lookAgain();
};
