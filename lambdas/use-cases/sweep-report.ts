import type { SweepPosition } from "../../schemas/model/messages.ts";

/** The repairs of a sweep: items that were missing or stuck. */
export interface SweepReport {
  startsResumed: number;
  importsResumed: number;
  papersResumed: number;
  lettersOrdered: number;
  remindersPlanned: number;
  alarmsArmed: number;
  alarmsDisarmed: number;
  /** Lists of the day to the secretariat. */
  listsPlanned: number;
  /** Letters about missed consultation targets. */
  targetLettersPlanned: number;
  /** Letters about facts that the stream had not planned. */
  noticesPlanned: number;
  accountsMade: number;
  invitationsPlanned: number;
  /** Letters that are missing, of what happened too long ago: not written. */
  lettersTooOld: number;
  /** Letters of unknown delivery that are not sent again: a person must decide. */
  lettersForAPerson: number;
  /** Letters that wait since tables were restored, until a person resumes or settles them. */
  lettersPaused: number;
  /** Persons without any remaining data. */
  erasuresEnded: number;
  /** Persons whose erasure waits for a letter in transit: the next night continues it. */
  erasuresWaiting: string[];
  /** Rows past their retention: deleted, or emptied of personal data. */
  rowsErased: number;
  /** Journals that a sweep at night read and verified. */
  journalsRead: number;
  /** The share of the nights' round over all journals that is complete, in per cent; 100 if all were read. */
  roundRead: number | undefined;
  /** Aggregates that an earlier version of the fold wrote: `npm run rebuild` brings them up to date. */
  earlierAggregates: number;
  /** Keys of unreadable rows: skipped, for a person to check. */
  unreadable: string[];
  /** Aggregates whose journal is broken or does not replay to the stored row: for a person to check. */
  broken: string[];
  /** Items that failed. The rest of the sweep is complete. */
  failed: string[];
  /** The position at which another run of the function continues the sweep. */
  next?: SweepPosition;
}

/** Returns the report of a sweep without findings. */
export const emptyReport = (): SweepReport => ({
  startsResumed: 0,
  importsResumed: 0,
  papersResumed: 0,
  lettersOrdered: 0,
  remindersPlanned: 0,
  alarmsArmed: 0,
  alarmsDisarmed: 0,
  listsPlanned: 0,
  targetLettersPlanned: 0,
  noticesPlanned: 0,
  accountsMade: 0,
  invitationsPlanned: 0,
  lettersTooOld: 0,
  lettersForAPerson: 0,
  lettersPaused: 0,
  erasuresEnded: 0,
  erasuresWaiting: [],
  rowsErased: 0,
  journalsRead: 0,
  roundRead: undefined,
  earlierAggregates: 0,
  unreadable: [],
  broken: [],
  failed: [],
});
