import { endOfTime } from "../../../../domain/base/time.ts";
import type { Letter } from "../../../../schemas/model/letter.ts";
import type { Campaign } from "./campaign.ts";
import { type Report, stateAfter } from "./reports.ts";
import type { TakenMail } from "./service.ts";

/** The time for which a letter of unknown delivery waits for a report, in milliseconds. */
const settlingTime = 15 * 60_000;

/** One letter with its row, its mails in the order in which they were taken, and the reports on them. */
export interface MatchedLetter {
  readonly letter: Letter;
  readonly mails: readonly TakenMail[];
  readonly reports: readonly Report[];
}

/** Returns each letter with its mails and reports, matched by the letter's id. */
export const matchLetters = ({ letters, mails, reports }: Campaign): readonly MatchedLetter[] => {
  const mailsOf = Map.groupBy(mails, ({ letter }) => letter);
  const reportsOf = Map.groupBy(reports, ({ mail }) => mail.letter);
  return letters.map((letter) => ({
    letter,
    mails: mailsOf.get(letter.id) ?? [],
    reports: reportsOf.get(letter.id) ?? [],
  }));
};

const waitsForAPerson = ({ state, attentionAt }: Letter): boolean => state === "unknown" && attentionAt === endOfTime;

/** Returns the fault in the end of a letter, or undefined if there is none. */
const wrongEnd = ({ letter, mails, reports }: MatchedLetter, { refused }: Campaign): string | undefined => {
  const { state } = letter;
  const reported = stateAfter(reports);
  if (reported !== undefined) return state === reported ? undefined : `ends ${state}, reported ${reported}`;
  const wasRecorded = letter.history.some((step) => step.state === "accepted");
  if (mails.length > 0) {
    if (wasRecorded) return state === "accepted" ? undefined : `ends ${state} though it was accepted`;
    return waitsForAPerson(letter) ? undefined : `ends ${state} though no mail is known`;
  }
  switch (state) {
    case "skipped":
      return letter.reason === "suppressed" ? undefined : `is skipped: ${letter.reason}`;
    case "failed":
      return refused.has(letter.id) ? undefined : "failed though no server refused it";
    case "unknown":
      return waitsForAPerson(letter) ? undefined : "is left in the air";
    default:
      return `ends ${state} without a mail`;
  }
};

/**
 * Returns the fault in a second mail. Only one is ever sent, and only where no report said that the first had left. The
 * one documented case: a crash or timeout after the mail service accepted, and its report lost, or later than a quarter
 * of an hour.
 */
const wrongRepetition = ({ letter, mails }: MatchedLetter, { knownToHaveLeft }: Campaign): string | undefined => {
  const [first, second] = mails;
  if (first === undefined || second === undefined) return undefined;
  if (mails.length > 2) return `was mailed ${mails.length} times`;
  if (second.at < first.at + settlingTime - 60_000) return "was mailed again before its report could come";
  if (letter.resentAfterUnknown !== true) return "was mailed again as if for the first time";
  const known = knownToHaveLeft.get(letter.id) ?? Infinity;
  // A report may still come between the claim of the repetition and its slot.
  const claimedAgain = letter.history.findLast(({ state }) => state === "claimed")?.at ?? "";
  return known < Date.parse(claimedAgain) ? "was claimed again though its row said that it had left" : undefined;
};

/** Returns the false statement of a row about its mail, or undefined if there is none. */
const wrongRow = ({ letter, mails }: MatchedLetter): string | undefined => {
  if (mails.length === 0) return letter.messageId === undefined ? undefined : "names a mail that was never taken";
  if (letter.messageId !== undefined && !mails.some(({ messageId }) => messageId === letter.messageId))
    return "names the mail of another letter";
  // A repetition may have gone to another address, and never have been taken.
  if (letter.claims > mails.length) return undefined;
  const last = mails.at(-1);
  return last?.to === letter.address && last?.subject === letter.subjectLine ? undefined : "names another address";
};

/** Returns all faults, each with its letter; none in a correct system. */
export const mismatches = (campaign: Campaign): readonly string[] => {
  const known = new Set(campaign.letters.map(({ id }) => id));
  const strays = campaign.mails.filter(({ letter }) => !known.has(letter)).map(({ letter }) => `${letter} has no row`);
  const wrong = matchLetters(campaign).flatMap((one) => {
    const faults = [wrongEnd(one, campaign), wrongRepetition(one, campaign), wrongRow(one)];
    const steps = one.letter.history.map(({ state }) => state).join(" ");
    return faults.flatMap((fault) => (fault === undefined ? [] : [`${one.letter.id} ${fault} (${steps})`]));
  });
  return [...strays, ...wrong];
};
