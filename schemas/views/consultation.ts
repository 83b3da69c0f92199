import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import { CalendarDate, Language } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { LanguagesOpen, QuestionnaireClock } from "../model/review.ts";

export const ConsultationView = withId(
  "Consultation",
  z.strictObject({
    heldOn: CalendarDate.optional(),
    /** Concluded without a meeting, an exception. */
    withoutMeeting: z.boolean().optional(),
    concludedOn: CalendarDate.optional(),
    languages: z.array(Language).optional(),
    languagesOpen: LanguagesOpen.optional(),
    translationNeeded: z.array(Language).optional(),
    clock: QuestionnaireClock.optional(),
    clockStartsOn: CalendarDate.optional(),
    answersDueOn: CalendarDate.optional(),
    /** Parties drawn in later, with whom languages and division of work are to be confirmed. */
    toConfirmWith: z.array(PartyId).optional(),
  }),
);
export type ConsultationView = z.infer<typeof ConsultationView>;
