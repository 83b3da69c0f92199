import { partyName } from "../../parties/party-names.ts";
import type { PartyForms } from "./letter-wording.ts";

const cases = ["gen", "dat", "ins"] as const;
type Case = (typeof cases)[number];
type Endings = Readonly<Record<Case, string>>;

const isCase = (form: string): form is Case => cases.some((each) => each === form);

/** Names whose word order is inverted in a list, in the order for a sentence. */
const inSentence: Readonly<Record<string, string>> = {
  BO: "Многонациональное Государство Боливия",
  FM: "Федеративные Штаты Микронезии",
  NL: "Королевство Нидерландов",
  VE: "Боливарианская Республика Венесуэла",
};

/** Words that no rule declines. */
const irregular: Readonly<Record<string, Endings>> = {
  "Гвинея-Бисау": { gen: "Гвинеи-Бисау", dat: "Гвинее-Бисау", ins: "Гвинеей-Бисау" },
  "Тимор-Лешти": { gen: "Тимора-Лешти", dat: "Тимору-Лешти", ins: "Тимором-Лешти" },
  "Бруней-Даруссалам": { gen: "Брунея-Даруссалама", dat: "Брунею-Даруссаламу", ins: "Брунеем-Даруссаламом" },
  Бангладеш: { gen: "Бангладеш", dat: "Бангладеш", ins: "Бангладеш" },
  Беларусь: { gen: "Беларуси", dat: "Беларуси", ins: "Беларусью" },
  Египет: { gen: "Египта", dat: "Египту", ins: "Египтом" },
  Острова: { gen: "Островов", dat: "Островам", ins: "Островами" },
};

type Rule = readonly [ending: RegExp, endings: Endings];

const adjectives: readonly Rule[] = [
  [/ая$/u, { gen: "ой", dat: "ой", ins: "ой" }],
  [/ое$/u, { gen: "ого", dat: "ому", ins: "ым" }],
  [/ий$/u, { gen: "ого", dat: "ому", ins: "им" }],
  [/ой$/u, { gen: "ого", dat: "ому", ins: "ым" }],
  [/(?:ы|ие|ые)$/u, { gen: "ых", dat: "ым", ins: "ыми" }],
];

/** Rules for nouns: the first matching one applies. A name without a matching rule is not declined. */
const nouns: readonly Rule[] = [
  [/(?<=[уо]а|[еиоуэ])$/u, { gen: "", dat: "", ins: "" }],
  [/(?<=и)я$/u, { gen: "и", dat: "и", ins: "ей" }],
  [/(?<=е)я$/u, { gen: "и", dat: "е", ins: "ей" }],
  [/(?<=[гкх])а$/u, { gen: "и", dat: "е", ins: "ой" }],
  [/(?<=[жш])а$/u, { gen: "и", dat: "е", ins: "ей" }],
  [/а$/u, { gen: "ы", dat: "е", ins: "ой" }],
  [/(?<=т)ы$/u, { gen: "ов", dat: "ам", ins: "ами" }],
  [/ы$/u, { gen: "", dat: "ам", ins: "ами" }],
  [/[йь]$/u, { gen: "я", dat: "ю", ins: "ем" }],
  [/$/u, { gen: "а", dat: "у", ins: "ом" }],
];

const neuter: Rule = [/(?<=ств)о$/u, { gen: "а", dat: "у", ins: "ом" }];

const byRules = (rules: readonly Rule[], word: string, wanted: Case): string => {
  const rule = rules.find(([ending]) => ending.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1][wanted]);
};

const declinedNoun = (word: string, wanted: Case): string =>
  irregular[word]?.[wanted] ?? byRules([neuter, ...nouns], word, wanted);

/** Endings after г, к and х begin with another vowel: "Багамских". */
const declinedAdjective = (word: string, wanted: Case): string =>
  byRules(adjectives, word, wanted).replace(/(?<=[гкх])ы(?=х$|м$|ми$)/u, "и");

const isAdjective = (word: string): boolean => /(?:ая|ое|ий|ой|овы|ие|ые)$/u.test(word);

/**
 * Returns a name in a case: declines its adjectives and their noun. Words after the noun do not change ("Республики
 * Корея"), except another name after "и" ("Боснии и Герцеговины").
 */
const declined = (name: string, wanted: Case): string => {
  const words = name.split(" ");
  const noun = words.findIndex((word, place) => place === words.length - 1 || !isAdjective(word));
  const rest = words.slice(noun + 1);
  const [and, ...other] = rest;
  return [
    ...words.slice(0, noun).map((word) => declinedAdjective(word, wanted)),
    declinedNoun(words[noun] ?? "", wanted),
    ...(and === "и" ? [and, declined(other.join(" "), wanted)] : rest),
  ].join(" ");
};

/**
 * Returns Russian forms: "Перу" in a sentence, its genitive, dative and instrumental as "gen", "dat" and "ins", and
 * "bare" in a list.
 */
export const partyForms: PartyForms = (party, form) => {
  const bare = partyName(party, "ru");
  if (form === "bare") return bare;
  const name = inSentence[party.id] ?? bare;
  if (form === "") return name;
  if (isCase(form)) return declined(name, form);
  throw new TypeError(`Russian has no form ${form} of ${party.id}`);
};
