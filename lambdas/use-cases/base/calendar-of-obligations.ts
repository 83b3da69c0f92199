import { defined } from "../../../schemas/base/defined.ts";
import type { OwedObligation } from "../../../domain/calendar/own-obligations.ts";
import { partyName } from "../../../domain/parties/party-names.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Language } from "../../../schemas/base/values.ts";
import { loadCalendarWording } from "../../io/calendar-words.ts";
import type { PartyCache } from "./party-cache.ts";

/** The data for a calendar file. */
interface CalendarSource {
  readonly obligations: readonly OwedObligation[];
  readonly language: Language;
  /** The parties whose dates they are, for the name of a feed; omitted for the file of a letter. */
  readonly owners?: readonly PartyId[];
  /** The address of the front end. */
  readonly frontEndUrl?: string | undefined;
}

/** Obligations as a calendar file in a language, with the names of parties in it. */
export const calendarOfObligations = async (
  { parties }: { readonly parties: PartyCache },
  { obligations, language, owners, frontEndUrl }: CalendarSource,
): Promise<string> => {
  const named = [
    ...(owners ?? []),
    ...obligations.flatMap(({ review, obligation }) => [review.party, obligation.party]),
  ];
  const [found, wording, { calendarWriter }, { calendarFile }] = await Promise.all([
    parties.of([...new Set(named)]),
    loadCalendarWording(language),
    // Most letters have no date, so the writer of files is loaded only for those with one.
    import("../../../domain/calendar/calendar-writer.ts"),
    import("../../../domain/calendar/calendar-file.ts"),
  ]);
  const names = new Map([...found].map(([id, party]) => [id, partyName(party, language)] as const));
  const owner = owners?.map((party) => names.get(party) ?? party).join(" / ");
  return calendarFile(calendarWriter(wording, names), {
    obligations,
    ...defined({ owner }),
    frontEndUrl,
  });
};
