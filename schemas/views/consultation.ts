import * as z from "zod";
import { CalendarDate, Language } from "../base/values.ts";
import { LanguagesOpen, MeetingMode, QuestionnaireClock } from "../model/review.ts";

/** What a reply says of a consultation as the stored row has it. */
export const ConsultationFields = z.strictObject({
  heldOn: CalendarDate.optional(),
  mode: MeetingMode.optional(),
  /** Concluded without a meeting, an exception. */
  withoutMeeting: z.boolean().optional(),
  concludedOn: CalendarDate.optional(),
  languages: z.array(Language).optional(),
  languagesOpen: LanguagesOpen.optional(),
  translationNeeded: z.array(Language).optional(),
  clock: QuestionnaireClock.optional(),
  clockStartsOn: CalendarDate.optional(),
  answersDueOn: CalendarDate.optional(),
});
