import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import { OptionalPartyName, PartyName } from "../base/names.ts";
import { CalendarDate, Instant, Instrument, Language } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { LanguagesOpen, MeetingMode, QuestionnaireClock, RoundNumber } from "../model/review.ts";
import { Source } from "../model/source.ts";
import { NamedParty } from "./named.ts";

/** The members of a consultation in a reply that equal the stored row. */
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

const RoundView = withId(
  "ConsultationRound",
  z.strictObject({
    number: RoundNumber,
    heldOn: CalendarDate,
    mode: MeetingMode,
    /**
     * The party that logged it, or for which it was logged from the source; absent if the secretariat did so on its
     * own initiative.
     */
    by: PartyId.optional(),
    byName: OptionalPartyName,
    source: Source.optional(),
  }),
);

export const ConsultationView = withId(
  "Consultation",
  z.strictObject({
    ...ConsultationFields.shape,
    /** Further meetings after the first one. */
    rounds: z.array(RoundView).optional(),
    /** Parties drawn in later, whose confirmation of languages and division of work is pending. */
    toConfirmWith: z.array(NamedParty).optional(),
  }),
);
export type ConsultationView = z.infer<typeof ConsultationView>;

const PartyInstruments = withId(
  "DivisionPart",
  z.strictObject({ party: PartyId, partyName: PartyName, instruments: z.array(Instrument) }),
);

/** The division of work among the reviewing parties. */
export const DivisionView = withId(
  "Division",
  z.strictObject({
    parts: z.array(PartyInstruments),
    /** Instruments that no party took: all parties that review them give feedback on them. */
    undivided: z.array(Instrument),
    dividedAt: Instant,
    /** The party that recorded it, or for which it was recorded from the source. */
    by: PartyId,
    byName: PartyName,
    source: Source.optional(),
    /** Parties drawn in later, that have yet to divide the work. */
    toConfirmWith: z.array(NamedParty).optional(),
  }),
);
export type DivisionView = z.infer<typeof DivisionView>;
