import { datesOfLetter } from "../../../domain/letters/letter-dates.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { calendarOfDuties } from "../base/calendar-of-duties.ts";
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
  return { ...written, calendar: await calendarOfDuties(io, { duties, language, frontEndUrl: io.frontEndUrl }) };
};
