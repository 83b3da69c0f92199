import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";

/**
 * How far a clock may step back, in milliseconds: a time service sets it by fractions of a second, and functions run by
 * clocks of several machines. A letter about a fact may then seem to have been planned before the fact was recorded.
 */
const clockStep = 1_000;

/** A moment as it is read of letters; a fact that a letter had to precede is read alike, or a letter of its own second would not. */
export const afterStep = (at: string): string => new Date(Date.parse(at) + clockStep).toISOString();

/**
 * The earliest moment at which a letter may have been written that was read as late: what was so between then and its moment
 * may be what it states.
 */
export const beforeStep = (at: string): string => new Date(Date.parse(at) - 2 * clockStep).toISOString();

/** The row with the moments of its letter read as late as a step of the clock allows; what it was planned for stays. */
export const rowAfterStep = (row: LetterRow): LetterRow => ({
  ...row,
  plannedAt: afterStep(row.plannedAt),
  changedAt: afterStep(row.changedAt),
  claimedAt: row.claimedAt && afterStep(row.claimedAt),
  decidedAt: row.decidedAt && afterStep(row.decidedAt),
});

/** The mail with the moment of its acceptance read as late. */
export const mailAfterStep = (mail: Mail): Mail => ({ ...mail, at: afterStep(mail.at) });
