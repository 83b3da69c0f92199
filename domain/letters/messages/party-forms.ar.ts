import { partyName } from "../../parties/party-names.ts";
import type { NamedParty, PartyForms } from "./letter-wording.ts";

/** Names whose word order is inverted in a list: "بوليفيا (دولة - المتعددة القوميات)". */
const inverted = /^(.+) \((.+) - (.+)\)$/u;

/** Returns the name for a sentence. It has no written case, so it fits after verbs and prepositions. */
const inSentence = (party: NamedParty): string => {
  const name = partyName(party, "ar");
  const [, country, kind, rest] = inverted.exec(name) ?? [];
  return country === undefined ? name : `${kind} ${country} ${rest}`;
};

/**
 * Returns the name after "li": the preposition merges with the article ("للسودان"), and precedes any other name
 * ("لفرنسا").
 */
const withLam = (name: string): string => (name.startsWith("ال") ? `لل${name.slice(2)}` : `ل${name}`);

/**
 * Returns Arabic forms: "" in a sentence, "bare" in a list, "li" joined to the preposition "for", and "rep" after the
 * name of its representation: "البعثة الدائمة لفرنسا", but "وفد الاتحاد الأوروبي".
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
