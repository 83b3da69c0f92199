import type { SweepPosition } from "../../schemas/model/messages.ts";

/** What a round found missing or stuck, and put right. */
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
  /** Letters that tell of consultations past their target. */
  targetLettersPlanned: number;
  /** Letters that tell of what happened, and that the stream had not brought about. */
  noticesPlanned: number;
  accountsMade: number;
  invitationsPlanned: number;
  /** Letters that are missing, of what happened too long ago: not written. */
  lettersTooOld: number;
  /** Letters of which nobody knows whether they left, and that are not sent again: a person has to find out. */
  lettersForAPerson: number;
  /** Letters that wait since tables were restored, until a person releases or settles them. */
  lettersPaused: number;
  /** Persons of whom nothing is left now. */
  erasuresEnded: number;
  /** Rows that were kept long enough: deleted, or emptied of what they told of people. */
  rowsErased: number;
  /** Aggregates that an earlier version of the fold wrote: `npm run rebuild` brings them up to date. */
  earlierAggregates: number;
  /** Keys of rows that cannot be read: passed over, for a person to look into. */
  unreadable: string[];
  /** Subjects whose journal is broken or does not replay to what is stored: for a person to look into. */
  broken: string[];
  /** What could not be worked on. The rest of the round was made. */
  failed: string[];
  /** Where another run of the function goes on with the round. */
  next?: SweepPosition;
}

/** The report of a round that has found nothing yet. */
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
  rowsErased: 0,
  earlierAggregates: 0,
  unreadable: [],
  broken: [],
  failed: [],
});
