/**
 * The registered log codes, each with its meaning for an operator. Entries carry ids, never a name, an address,
 * or the text of a document.
 */
export const logCodes = {
  STARTED: "A function started to process a request or a message.",
  COMPLETED: "A function processed it completely; `status` or `outcome` is the result.",
  COMPILED_CODE_NOT_USED: "A new process compiles its code itself, since the build compiled for another Node: slower.",
  FAILED: "An unexpected error ended it; the platform retries it, or the caller gets 500 or 503.",
  FACT_HANDLED: "The effects of one journal entry are complete.",
  COUNTED: "The changes of some reviews and parties were counted in one batch.",
  PHASE_OPENING: "The reviews of a phase are being set up one by one.",
  GROUP_STARTING: "A group's reviews are being started one by one.",
  GROUP_RESUMPTION_WAITING: "The release of a group waits until the release that was ordered before it is complete.",
  PAPER_BEING_WRITTEN: "A status paper is being counted and written, format by format.",
  IMPORT_APPLYING: "An import is being recorded, review by review.",
  LETTER_PLANNED: "A letter's row was written; nothing is sent yet.",
  LETTER_MOVED: "A letter's row changed to another state.",
  LETTER_POSTPONED: "A letter cannot be sent now; `reason` says why. The system retries it automatically.",
  LETTER_DELIVERY_UNKNOWN: "The delivery of a letter is unknown and it is not repeated: a person must decide.",
  MAIL_PERMIT_UNREAD: "The mail service did not return its quota: the last known one applies, or one mail a second.",
  MAIL_QUOTA_USED_UP: "The mail service accepts no more letters of a queue today: they wait until it does.",
  MAIL_ACCOUNT_CLOSED: "The mail service sends nothing for this account, or only to a few: `reasons` says why.",
  MAIL_ACCOUNT_UNREAD: "The mail service throttled the request for the account status: the next sweep repeats it.",
  LETTERS_WAITING: "Letters about deadlines wait past their time; the oldest of them, and for how many seconds.",
  TABLE_THROTTLED: "A table or index refused a request for lack of capacity: it is repeated after a pause.",
  TABLE_UNPROTECTED: "A table of the stage lacks what `lacks` names: it can be deleted, or has no tag of the stage.",
  LETTERS_PAUSED: "Tables were restored: letters that may have been sent before wait until a person decides.",
  LETTERS_TOO_OLD: "Letters about facts that are too old are missing and are not written; `about` names some.",
  ADDRESS_MARKED: "Letters fail permanently at an address: the system sends nothing there until it is unsuppressed.",
  RECIPIENT_UNREACHABLE: "A recipient cannot be reached: no address is known, or letters failed at every one.",
  TIMER_STALE: "A timer fired for an obligation that is no longer due: counted, nothing sent.",
  TIMER_FIRED: "A timer fired and its reminder was planned.",
  BULLETIN_STOPPED: "The breaker stopped a bulletin: too many of its letters bounced.",
  BULLETIN_BROKEN: "The letters of a bulletin do not match its recipients: a person must check it.",
  RECEIPT_IGNORED: "A mail event that belongs to no letter, or reports nothing new.",
  JOURNAL_BROKEN: "A journal is broken or does not replay to the stored aggregate: a person must check it.",
  ROW_UNREADABLE: "A stored row has an unknown kind and was skipped: a person must check it.",
  CANARY_UNSUCCESSFUL: "The hourly attempt to sign in and read failed: `step` says where it ended.",
  SWEEP_REPORT: "The items that a sweep checked, and its findings.",
} as const;

export type LogCode = keyof typeof logCodes;
type Value = string | number | boolean | undefined | readonly string[];

const errors: ReadonlySet<LogCode> = new Set(["FAILED", "JOURNAL_BROKEN", "BULLETIN_BROKEN", "ROW_UNREADABLE"]);

/** Writes one JSON line to the log. Never pass personal data. */
export const log = (code: LogCode, fields: Readonly<Record<string, Value>> = {}): void => {
  const line = JSON.stringify({ level: errors.has(code) ? "ERROR" : "INFO", code, ...fields });
  if (errors.has(code)) console.error(line);
  else console.log(line);
};

/** Returns the stack of an error, or the stacks of all errors in an aggregate error. */
const stackOf = (error: unknown): string | undefined => {
  if (error instanceof AggregateError) return error.errors.map(stackOf).join("\n");
  return error instanceof Error ? error.stack : undefined;
};

/** Returns the name, message and stack of an error, as a log entry may show them. */
export const describeError = (error: unknown): { error: string; stack: string | undefined } =>
  error instanceof Error
    ? { error: `${error.name}: ${error.message}`, stack: stackOf(error) }
    : { error: String(error), stack: undefined };
