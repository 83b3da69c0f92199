import type { JoiningDates, Party } from "../../schemas/model/party.ts";
import { type CalendarDate, Instrument } from "../../schemas/base/values.ts";

/** The days by which a party must have joined an instrument for it to count in a review. */
export interface CountingDays {
  /** The planned day of the review's group. */
  readonly day: CalendarDate;
  /** Days of instruments that the review took in later, or all of them if the review itself joined later. */
  readonly countedOn?: JoiningDates | undefined;
}

/**
 * Returns the instruments that a party had joined by the day that counts for each, that day included, in their usual
 * order.
 */
export const joinedBy = (party: Pick<Party, "joined">, { day, countedOn = {} }: CountingDays): Instrument[] =>
  Instrument.options.filter((instrument) => {
    const since = party.joined[instrument];
    return since !== undefined && since <= (countedOn[instrument] ?? day);
  });
