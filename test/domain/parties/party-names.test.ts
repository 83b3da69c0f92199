import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { partyName } from "../../../domain/parties/party-names.ts";
import { unShortNames } from "../../../domain/parties/un-short-names.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import { Language, ShortText } from "../../../schemas/base/values.ts";

const file = parsePartyFile(readFileSync(new URL("../../../data/parties.csv", import.meta.url), "utf8"));
if (!file.ok) throw new Error(JSON.stringify(file.problems));
const { parties } = file;
const name = (id: string, language: Language) => {
  const party = parties.find((one) => one.id === id);
  if (party === undefined) throw new Error(`no party ${id}`);
  return partyName(party, language);
};

const scripts: Record<Language, RegExp> = {
  ar: /^[\p{Script=Arabic}\s()-]+$/u,
  en: /^[\p{Script=Latin}\s()'-]+$/u,
  es: /^[\p{Script=Latin}\s()’-]+$/u,
  fr: /^[\p{Script=Latin}\s()’-]+$/u,
  ru: /^[\p{Script=Cyrillic}\s()’-]+$/u,
  zh: /^[\p{Script=Han}]+$/u,
};

describe.each(Language.options)("in %s", (language) => {
  test("every party has a name in the language's own script, without invisible characters", () => {
    const names = parties.map((party) => partyName(party, language));
    expect(names.filter((one) => !scripts[language].test(one) || !ShortText.safeParse(one).success)).toEqual([]);
  });

  test("no two parties share a name", () => {
    expect(new Set(parties.map((party) => partyName(party, language))).size).toBe(parties.length);
  });
});

test("English is the name on record, also after a correction", () => {
  expect(name("CI", "en")).toBe("Côte d'Ivoire");
  expect(partyName({ id: "CI" as PartyId, name: "Ivory Coast" }, "en")).toBe("Ivory Coast");
});

test("the European Union has a name in each language", () => {
  expect(Language.options.map((language) => name("EU", language))).toEqual([
    "الاتحاد الأوروبي",
    "European Union",
    "Unión Europea",
    "Union européenne",
    "Европейский союз",
    "欧洲联盟",
  ]);
});

test.each<[string, Language, string]>([
  ["DE", "fr", "Allemagne"],
  ["KR", "fr", "République de Corée"],
  ["KP", "es", "República Popular Democrática de Corea"],
  ["RU", "ru", "Российская Федерация"],
  ["GB", "zh", "大不列颠及北爱尔兰联合王国"],
  ["SY", "ar", "الجمهورية العربية السورية"],
  ["TR", "es", "Türkiye"],
  ["VA", "fr", "Saint-Siège"],
  ["PS", "en", "State of Palestine"],
])("%s in %s is %s, as the United Nations write it", (id, language, expected) => {
  expect(name(id, language)).toBe(expected);
});

test("a code that CLDR does not know falls back to the name on record", () => {
  expect(partyName({ id: "QQ" as PartyId, name: "Somewhere" }, "fr")).toBe("Somewhere");
});

test("every exception belongs to a party", () => {
  const codes: string[] = parties.map(({ id }) => id);
  expect(
    Object.values(unShortNames).flatMap((names) => Object.keys(names).filter((id) => !codes.includes(id))),
  ).toEqual([]);
});
