import { endOfTime } from "../../../../domain/base/time.ts";
import type { Letter } from "../../../../schemas/model/letter.ts";
import type { Campaign } from "./campaign.ts";
import { type Report, stateAfter } from "./reports.ts";
import type { TakenMail } from "./service.ts";

/** How long a report is waited for where nobody knows whether a letter left, in milliseconds. */
const settlingTime = 15 * 60_000;

/** All that is known of one letter: its row, its mails in the order in which they were taken, and what was reported. */
export interface MatchedLetter {
  readonly letter: Letter;
  readonly mails: readonly TakenMail[];
  readonly reports: readonly Report[];
}

/** The ledger and the mailbox side by side, row by row, by the letter's id. */
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

/** What is wrong with the end of a letter, if anything. */
const wrongEnd = ({ letter, mails, reports }: MatchedLetter, { refused }: Campaign): string | undefined => {
  const { state } = letter;
  const reported = stateAfter(reports);
  if (reported !== undefined) return state === reported ? undefined : `ends ${state}, reported ${reported}`;
  const wasRecorded = letter.history.some((step) => step.state === "accepted");
  if (mails.length > 0) {
    if (wasRecorded) return state === "accepted" ? undefined : `ends ${state} though it was accepted`;
    return waitsForAPerson(letter) ? undefined : `ends ${state} though nobody knows of its mail`;
  }
  switch (state) {
    case "skipped":
      return letter.reason === "suppressed" ? undefined : `is skipped: ${letter.reason}`;
    case "failed":
      return refused.has(letter.id) ? undefined : "failed though nobody refused it";
    case "unknown":
      return waitsForAPerson(letter) ? undefined : "is left in the air";
    default:
      return `ends ${state} without a mail`;
  }
};

/**
 * What is wrong with a second mail: only one is ever sent, and only where nothing told that the first had left. The one
 * documented case: a crash or timeout after the mail service accepted, and its report lost, or later than a quarter of an hour.
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

/** What a row says of its mail that is not so. */
const wrongRow = ({ letter, mails }: MatchedLetter): string | undefined => {
  if (mails.length === 0) return letter.messageId === undefined ? undefined : "names a mail that nobody got";
  if (letter.messageId !== undefined && !mails.some(({ messageId }) => messageId === letter.messageId))
    return "names the mail of another letter";
  // A repetition may have gone to another address, and never have been taken.
  if (letter.claims > mails.length) return undefined;
  const last = mails.at(-1);
  return last?.to === letter.address && last?.subject === letter.subjectLine ? undefined : "names another address";
};

/** All that is wrong, each with its letter; nothing in a system that keeps its word. */
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
