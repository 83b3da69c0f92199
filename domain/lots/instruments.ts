import type { Party } from "../../schemas/model/party.ts";
import { type CalendarDate, Instrument } from "../../schemas/base/values.ts";

/** The instruments that a party had joined by a day, that day included, in their usual order. */
export const joinedBy = (party: Party, day: CalendarDate): Instrument[] =>
  Instrument.options.filter((instrument) => {
    const since = party.joined[instrument];
    return since !== undefined && since <= day;
  });
