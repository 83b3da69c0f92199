import { partyName } from "../../parties/party-names.ts";
import type { NamedParty, PartyForms } from "./letter-wording.ts";

/** Names whose order is turned round in a list: "بوليفيا (دولة - المتعددة القوميات)". */
const inverted = /^(.+) \((.+) - (.+)\)$/u;

/** The name as a sentence says it; no case changes its letters, so that it serves after verbs and prepositions alike. */
const inSentence = (party: NamedParty): string => {
  const name = partyName(party, "ar");
  const [, country, kind, rest] = inverted.exec(name) ?? [];
  return country === undefined ? name : `${kind} ${country} ${rest}`;
};

/** The preposition melts into the article: "للسودان" of "السودان", and stands before any other name: "لفرنسا". */
const withLam = (name: string): string => (name.startsWith("ال") ? `لل${name.slice(2)}` : `ل${name}`);

/**
 * Arabic: "" in a sentence, "bare" in a list, "li" after "for", written as one word with it, and "rep" after the name of
 * its representation: "البعثة الدائمة لفرنسا", but "وفد الاتحاد الأوروبي".
 */
export const partyForms: PartyForms = (party, form) => {
  const name = inSentence(party);
  switch (form) {
    case "":
      return name;
    case "bare":
      return partyName(party, "ar");
    case "li":
      return withLam(name);
    case "rep":
      return party.id === "EU" ? name : withLam(name);
    default:
      throw new TypeError(`Arabic has no form ${form} of ${party.id}`);
  }
};
