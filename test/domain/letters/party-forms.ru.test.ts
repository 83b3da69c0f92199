import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dayForms } from "../../../domain/letters/messages/day-forms.ru.ts";
import { partyForms } from "../../../domain/letters/messages/party-forms.ru.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { PartyId } from "../../../schemas/base/ids.ts";

const form = (id: string, wanted: string, name = id): string => partyForms({ id: PartyId.parse(id), name }, wanted);

test.each([
  ["FR", "Франции", "Франции", "Францией"],
  ["PE", "Перу", "Перу", "Перу"],
  ["NI", "Никарагуа", "Никарагуа", "Никарагуа"],
  ["SD", "Судана", "Судану", "Суданом"],
  ["EG", "Египта", "Египту", "Египтом"],
  ["BY", "Беларуси", "Беларуси", "Беларусью"],
  ["IL", "Израиля", "Израилю", "Израилем"],
  ["PL", "Польши", "Польше", "Польшей"],
  ["CR", "Коста-Рики", "Коста-Рике", "Коста-Рикой"],
  ["ER", "Эритреи", "Эритрее", "Эритреей"],
  ["MU", "Маврикия", "Маврикию", "Маврикием"],
  ["CI", "Кот-д’Ивуара", "Кот-д’Ивуару", "Кот-д’Ивуаром"],
  ["GW", "Гвинеи-Бисау", "Гвинее-Бисау", "Гвинеей-Бисау"],
  ["PH", "Филиппин", "Филиппинам", "Филиппинами"],
  ["BA", "Боснии и Герцеговины", "Боснии и Герцеговине", "Боснией и Герцеговиной"],
  ["AG", "Антигуа и Барбуды", "Антигуа и Барбуде", "Антигуа и Барбудой"],
  ["VC", "Сент-Винсента и Гренадин", "Сент-Винсенту и Гренадинам", "Сент-Винсентом и Гренадинами"],
  ["ZA", "Южной Африки", "Южной Африке", "Южной Африкой"],
  ["BS", "Багамских Островов", "Багамским Островам", "Багамскими Островами"],
  ["MH", "Маршалловых Островов", "Маршалловым Островам", "Маршалловыми Островами"],
  ["CK", "Островов Кука", "Островам Кука", "Островами Кука"],
  ["VA", "Святого Престола", "Святому Престолу", "Святым Престолом"],
  ["EU", "Европейского союза", "Европейскому союзу", "Европейским союзом"],
  ["KR", "Республики Корея", "Республике Корея", "Республикой Корея"],
  [
    "KP",
    "Корейской Народно-Демократической Республики",
    "Корейской Народно-Демократической Республике",
    "Корейской Народно-Демократической Республикой",
  ],
  ["US", "Соединенных Штатов Америки", "Соединенным Штатам Америки", "Соединенными Штатами Америки"],
  ["AE", "Объединенных Арабских Эмиратов", "Объединенным Арабским Эмиратам", "Объединенными Арабскими Эмиратами"],
  [
    "GB",
    "Соединенного Королевства Великобритании и Северной Ирландии",
    "Соединенному Королевству Великобритании и Северной Ирландии",
    "Соединенным Королевством Великобритании и Северной Ирландии",
  ],
  [
    "BO",
    "Многонационального Государства Боливия",
    "Многонациональному Государству Боливия",
    "Многонациональным Государством Боливия",
  ],
])("%s is declined in Russian as %s, %s, %s", (id, ...expected) => {
  expect(["gen", "dat", "ins"].map((each) => form(id, each))).toEqual(expected);
});

test.each([
  ["BO", "Многонациональное Государство Боливия", "Боливия (Многонациональное Государство)"],
  ["NL", "Королевство Нидерландов", "Нидерланды (Королевство)"],
  ["RU", "Российская Федерация", "Российская Федерация"],
])("%s is %s in a sentence in Russian, and %s in a list", (id, inSentence, bare) => {
  expect([form(id, ""), form(id, "bare")]).toEqual([inSentence, bare]);
});

describe("every party", () => {
  const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
  const parties = file.ok ? file.parties : [];

  test("has every form in Russian, without brackets but in a list", () => {
    expect(parties.length).toBeGreaterThan(190);
    for (const { id, name } of parties) {
      expect(form(id, "bare", name)).toMatch(/^[\p{Script=Cyrillic} ()’-]+$/u);
      for (const wanted of ["", "gen", "dat", "ins"])
        expect(form(id, wanted, name)).toMatch(/^\p{Lu}[\p{Script=Cyrillic} ’-]+$/u);
    }
  });

  test("keeps the spelling of Russian: no ending that begins with ы or я after a sibilant or velar", () => {
    for (const { id, name } of parties)
      for (const wanted of ["gen", "dat", "ins"]) expect(form(id, wanted, name)).not.toMatch(/[гкхжшчщ][ыя](?: |$)/u);
  });
});

test.each([
  ["1 августа 2021 года", "с 1 августа 2021 года"],
  ["2 августа 2021 года", "со 2 августа 2021 года"],
  ["22 августа 2021 года", "с 22 августа 2021 года"],
])("from %s is written as it is read", (written, from) => {
  expect(dayForms(written, "from")).toBe(from);
});

test("a form that Russian does not have is refused", () => {
  expect(() => dayForms("1 августа 2021 года", "gen")).toThrow(TypeError);
  expect(() => form("FR", "of")).toThrow(TypeError);
});
