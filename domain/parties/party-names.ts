import type { Party } from "../../schemas/model/party.ts";
import type { Language } from "../../schemas/base/values.ts";
import { unShortNames } from "./un-short-names.ts";

const displayNames = new Map<Language, Intl.DisplayNames>();

const displayNamesIn = (language: Language): Intl.DisplayNames => {
  const known = displayNames.get(language) ?? new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  displayNames.set(language, known);
  return known;
};

/**
 * Returns the name of a party in one of the six working languages, without article. English is the name on record,
 * which the secretariat can correct. The others are the UN's short names: those listed here where they differ from
 * CLDR, else CLDR's as the runtime carries it, else, for a code that CLDR does not know, the English one.
 */
export const partyName = (party: Pick<Party, "id" | "name">, language: Language): string =>
  language === "en"
    ? party.name
    : (unShortNames[language][party.id] ?? displayNamesIn(language).of(party.id) ?? party.name);
