/**
 * The registered log codes, with what an operator learns from each. Entries carry ids, never a name, an address,
 * or the text of a document.
 */
export const logCodes = {
  STARTED: "A request or a message began to be worked on.",
  COMPLETED: "It was worked on to its end; `status` or `outcome` says how it ended.",
  FAILED: "An unexpected error ended it; the platform tries again or shows it to the caller as 500 or 503.",
  FACT_HANDLED: "The effects of one journal entry were brought about.",
  COUNTED: "What changed in some reviews and parties was counted, in one batch.",
  PHASE_OPENING: "The reviews of a phase are being set up one by one.",
  GROUP_STARTING: "A group's reviews are being started one by one.",
  GROUP_RELEASE_WAITING: "The release of a group waits until one that was ordered before is complete.",
  PAPER_BEING_WRITTEN: "A status paper is being counted and written, format by format.",
  IMPORT_APPLYING: "What an import took over is being recorded, review by review.",
  LETTER_PLANNED: "A letter's row was written before anything was sent.",
  LETTER_MOVED: "A letter's row went on to another state.",
  LETTER_POSTPONED: "A letter could not leave for now; `reason` says why, and it is tried again by itself.",
  LETTER_FOR_A_PERSON: "Nobody knows whether a letter left, and it is not sent again: a person must find out.",
  MAIL_PERMIT_UNREAD: "The mail service does not say what it permits: what it said last counts, or one mail a second.",
  MAIL_QUOTA_USED_UP: "The mail service takes no more letters of a queue today: they wait until it does.",
  MAIL_ACCOUNT_CLOSED: "The mail service sends nothing for this account, or only to a few: `reasons` says why.",
  MAIL_ACCOUNT_UNREAD: "The mail service was asked too often to say how the account stands: the next round asks again.",
  LETTERS_WAITING: "Letters about deadlines wait past their time; the oldest of them, and for how many seconds.",
  TABLE_UNPROTECTED: "A table of the stage lacks what `lacks` names: it can be deleted, or has no tag of the stage.",
  LETTERS_HELD: "Tables were restored: letters that may have left before wait until a person decides.",
  LETTERS_TOO_OLD: "Letters are missing of what happened too long ago: they are not written; `about` names some.",
  ADDRESS_MARKED: "Letters fail at an address for good: nothing is sent there until it is released.",
  NOBODY_REACHABLE: "A letter reaches nobody: no address is known, or letters failed at every one.",
  TIMER_STALE: "A timer came for something that is no longer due: counted, nothing sent.",
  TIMER_FIRED: "A timer came and its reminder was planned.",
  BULLETIN_STOPPED: "The breaker stopped a bulletin: too many of its letters bounced.",
  BULLETIN_BROKEN: "The letters of a bulletin are not those of its recipients: a person must look.",
  RECEIPT_IGNORED: "A mail event that belongs to no letter, or says nothing new.",
  JOURNAL_BROKEN: "A subject's journal is broken or does not replay to what is stored: a person must look.",
  ROW_UNREADABLE: "A stored row is of no kind that is known here: passed over; a person must look.",
  CANARY_UNSUCCESSFUL: "The hourly try to sign in and read did not go well: `step` says where it ended.",
  SWEEP_REPORT: "What a sweep looked at and what it found.",
} as const;

export type LogCode = keyof typeof logCodes;
type Value = string | number | boolean | undefined | readonly string[];

const errors: ReadonlySet<LogCode> = new Set(["FAILED", "JOURNAL_BROKEN", "BULLETIN_BROKEN", "ROW_UNREADABLE"]);

/** Writes one JSON line. Not for personal data. */
export const log = (code: LogCode, fields: Readonly<Record<string, Value>> = {}): void => {
  const line = JSON.stringify({ level: errors.has(code) ? "ERROR" : "INFO", code, ...fields });
  if (errors.has(code)) console.error(line);
  else console.log(line);
};

/** Where an error was thrown; of several that were gathered, where each was. */
const stackOf = (error: unknown): string | undefined => {
  if (error instanceof AggregateError) return error.errors.map(stackOf).join("\n");
  return error instanceof Error ? error.stack : undefined;
};

/** An error as a log may show it: its name, its message and where it was thrown. */
export const describeError = (error: unknown): { error: string; stack: string | undefined } =>
  error instanceof Error
    ? { error: `${error.name}: ${error.message}`, stack: stackOf(error) }
    : { error: String(error), stack: undefined };
