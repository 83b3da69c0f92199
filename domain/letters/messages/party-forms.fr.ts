import type { PartyForms } from "./letter-wording.ts";
import { partyName } from "../../parties/party-names.ts";

const ids = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Feminine names whose article is "la" before a consonant. */
const feminine = ids(
  "BA BB BE BG CF CG CH CI CN CO CZ DM FI FR GD GE GM GN GQ GW GR HR HU JM JO KP KR LA LT LV LY MD MK MN MR MY NA NO NZ PG PL RO RS RU SE SI SK SL SO SY TH TN TR TT TZ ZM CD DO",
);
/** Masculine names whose article is "le" before a consonant. */
const masculine = ids(
  "BD BF BI BJ BN BR BT BW BZ CA CL CM GA GB GH GT HN JP KE KG KH KW KZ LB LI LS LU MA ME MM ML MW MZ NE NG NI NP PA PE PK PT PY QA RW SD SN SR SS TD TG TJ TL TM VA VN WS YE ZW MX BY CR DK GY LR",
);
/** Names in the plural. */
const plural = ids("AE BS CK FJ KM MH MV PH PW SB SC TO US");
/** Names of either gender that begin with a vowel and take the article. */
const elided = ids("AD AF AL AM AO AR AT AU AZ DE DZ EC EE EG ER ES ET EU ID IE IN IQ IS IT PS SA SZ UA UG UY UZ ZA");

/** Names with an inverted word order in the list: article and name for a sentence. */
const inSentence: Readonly<Record<string, readonly [article: "la" | "le" | "les" | "l’", name: string]>> = {
  BO: ["l’", "État plurinational de Bolivie"],
  FM: ["les", "États fédérés de Micronésie"],
  IR: ["la", "République islamique d’Iran"],
  NL: ["le", "Royaume des Pays-Bas"],
  VE: ["la", "République bolivarienne du Venezuela"],
};

type Form = "" | "of" | "to" | "bare";

const forms = (name: string, before: Readonly<Record<Exclude<Form, "bare">, string>>) => ({
  "": `${before[""]}${name}`,
  of: `${before.of}${name}`,
  to: `${before.to}${name}`,
});

const articles = {
  la: { "": "la ", of: "de la ", to: "à la " },
  le: { "": "le ", of: "du ", to: "au " },
  les: { "": "les ", of: "des ", to: "aux " },
  "l’": { "": "l’", of: "de l’", to: "à l’" },
};

const articleOf = (id: string): keyof typeof articles | undefined => {
  if (feminine.has(id)) return "la";
  if (masculine.has(id)) return "le";
  if (plural.has(id)) return "les";
  return elided.has(id) ? "l’" : undefined;
};

const formsOf = (id: string, listed: string): Readonly<Record<Form, string>> => {
  const [article, name] = inSentence[id] ?? [articleOf(id), listed];
  const written = article && articles[article];
  const without = { "": "", of: /^[AEIOUÉÎH]/u.test(name) ? "d’" : "de ", to: "à " };
  return { ...forms(name, written ?? without), bare: listed };
};

const isForm = (form: string): form is Form => ["", "of", "to", "bare"].includes(form);

/**
 * Returns French forms: "la Gambie", "de la Gambie", "à la Gambie". A party in no list takes no article, like islands.
 */
export const partyForms: PartyForms = (party, form) => {
  if (!isForm(form)) throw new TypeError(`French has no form ${form} of ${party.id}`);
  return formsOf(party.id, partyName(party, "fr"))[form];
};
