import { datesOfLetter } from "../../../domain/letters/letter-dates.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { calendarOfObligations } from "../base/calendar-of-obligations.ts";
import type { WriteIo, WrittenLetter } from "./written-letter.ts";

/** Returns a letter with its dates as a calendar file in its language; unchanged if it has no dates. */
export const attachDates = async (
  io: WriteIo,
  letter: Letter,
  written: WrittenLetter,
  now: Instant,
): Promise<WrittenLetter> => {
  const obligations = datesOfLetter(letter, written.about, now);
  if (obligations.length === 0) return written;
  const { language } = written.composed;
  return {
    ...written,
    calendar: await calendarOfObligations(io, { obligations, language, frontEndUrl: io.frontEndUrl }),
  };
};
