import { defined } from "../../../schemas/base/defined.ts";
import type { CalendarMessages } from "../../../domain/calendar/calendar-writer.ts";
import type { OwnObligation } from "../../../domain/calendar/own-obligations.ts";
import { partyName } from "../../../domain/parties/party-names.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Language } from "../../../schemas/base/values.ts";
import type { Party } from "../../../schemas/model/party.ts";
import { labelWords, loadWords, type WordFiles } from "../../io/words.ts";

/** The messages of calendars. */
export const calendarMessages: WordFiles<CalendarMessages> = {
  ar: () => import("../../../domain/labels/calendar.ar.json", { with: { type: "json" } }),
  en: () => import("../../../domain/labels/calendar.en.json", { with: { type: "json" } }),
  es: () => import("../../../domain/labels/calendar.es.json", { with: { type: "json" } }),
  fr: () => import("../../../domain/labels/calendar.fr.json", { with: { type: "json" } }),
  ru: () => import("../../../domain/labels/calendar.ru.json", { with: { type: "json" } }),
  zh: () => import("../../../domain/labels/calendar.zh.json", { with: { type: "json" } }),
};

/** The data for a calendar file. */
interface CalendarSource {
  readonly obligations: readonly OwnObligation[];
  readonly language: Language;
  /** The parties whose dates they are, for the name of a feed; omitted for the file of a letter. */
  readonly owners?: readonly PartyId[];
  /** The address of the front end. */
  readonly frontEndUrl?: string | undefined;
}

/** The names of parties, as a cache of them or of their names returns them. */
interface CalendarParties {
  readonly of: (ids: readonly PartyId[]) => Promise<ReadonlyMap<PartyId, Pick<Party, "id" | "name">>>;
}

/** Obligations as a calendar file in a language, with the names of parties in it. */
export const calendarOfObligations = async (
  { parties }: { readonly parties: CalendarParties },
  { obligations, language, owners, frontEndUrl }: CalendarSource,
): Promise<string> => {
  const named = [
    ...(owners ?? []),
    ...obligations.flatMap(({ review, obligation }) => [review.party, obligation.party]),
  ];
  const [found, messages, words, { calendarWriter }, { calendarFile }] = await Promise.all([
    parties.of([...new Set(named)]),
    loadWords(calendarMessages, language),
    loadWords(labelWords, language),
    // Most letters have no date, so the writer of files is loaded only for those with one.
    import("../../../domain/calendar/calendar-writer.ts"),
    import("../../../domain/calendar/calendar-file.ts"),
  ]);
  const names = new Map([...found].map(([id, party]) => [id, partyName(party, language)] as const));
  const owner = owners?.map((party) => names.get(party) ?? party).join(" / ");
  return calendarFile(calendarWriter({ language, messages, words }, names), {
    obligations,
    ...defined({ owner }),
    frontEndUrl,
  });
};
