import { datesOfLetter } from "../../../domain/letters/letter-dates.ts";
import { partyName } from "../../../domain/parties/party-names.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { loadCalendarWording } from "../../io/calendar-words.ts";
import type { WriteIo, WrittenLetter } from "./written-letter.ts";

/** A letter with the dates that it tells its reader as a calendar file, in its language; as it is where it tells none. */
export const attachDates = async (
  io: WriteIo,
  letter: Letter,
  written: WrittenLetter,
  now: Instant,
): Promise<WrittenLetter> => {
  const duties = datesOfLetter(letter, written.about, now);
  if (duties.length === 0) return written;
  const { language } = written.composed;
  const [parties, wording, { calendarWriter }, { calendarFile }] = await Promise.all([
    io.parties.of(duties.flatMap(({ review, duty }) => [review.party, duty.party])),
    loadCalendarWording(language),
    // Many letters bring no date, so what writes files is loaded for those that do.
    import("../../../domain/calendar/calendar-writer.ts"),
    import("../../../domain/calendar/calendar-file.ts"),
  ]);
  const names = new Map([...parties].map(([id, party]) => [id, partyName(party, language)] as const));
  const calendar = calendarFile(calendarWriter(wording, names), { duties, frontEndUrl: io.frontEndUrl });
  return { ...written, calendar };
};
