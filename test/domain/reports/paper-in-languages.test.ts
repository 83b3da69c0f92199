import { beforeAll, describe, expect, test } from "vitest";
import { CalendarDate, Instant, Language } from "../../../schemas/base/values.ts";
import type { Paper } from "../../../domain/reports/content.ts";
import { paperAsMarkdown } from "../../../domain/reports/markdown.ts";
import { paperAsPage } from "../../../domain/reports/page.ts";
import { paperData } from "../../../domain/reports/paper-data.ts";
import { statusPaper } from "../../../domain/reports/status-paper.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { labelWords, loadWords } from "../../../lambdas/io/words.ts";
import { paperWords } from "../../../lambdas/use-cases/reports/write-paper.ts";
import type { PaperData } from "../../../schemas/model/paper-data.ts";
import { RegisterContent } from "../../../schemas/model/register.ts";
import { registerEntryId } from "../../fixtures/changes.ts";
import { entryOf } from "../../fixtures/register-entries.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";

/** The status paper of a made-up state of 9 June 2023 as it reads in each language. */

let data: PaperData;
beforeAll(async () => {
  const entries = Object.values(entryOf).map((content, place) => ({
    id: registerEntryId(place + 1),
    content: RegisterContent.parse(content),
  }));
  data = paperData({
    asAt: CalendarDate.parse("2023-06-09"),
    knownAt: Instant.parse("2023-06-20T10:00:00.000Z"),
    mechanism: historyOf(await journalOf2023()),
    entries,
  });
});

const written = async (language: Language) => {
  const [sentences, words] = await Promise.all([loadWords(paperWords, language), loadWords(labelWords, language)]);
  const wording = { language, words };
  const paper = statusPaper(data, sentences, wording);
  return { paper, page: paperAsPage(paper, wording), text: paperAsMarkdown(paper) };
};

const paragraph = ({ blocks }: Paper, number: number): string =>
  blocks
    .flatMap((block) => (block.kind === "paragraph" && block.number === number ? block.sentences : []))
    .map(({ text }) => text)
    .join(" ");

describe.each(Language.options)("the status paper in %s", (language) => {
  test("has no hole, no code and no two marks or spaces where there should be one", async () => {
    const { text } = await written(language);
    expect(text.match(/undefined|null|NaN|\[object|[{}]|\(\)| {2}(?!\|)|\.\.|: *\.|`/gu) ?? []).toEqual([]);
  });
});

test.each([
  ["fr", 12, "159 points de contact de la part de 149 parties\u202F; les femmes représentent 30,2\u202F% "],
  [
    "fr",
    25,
    "aucun des 62 examens de ce groupe pris en compte n’était achevé (0,0\u202F%). Il en faut 44\u202F: 44 restaient",
  ],
  ["zh", 7, "189项审议承接自以前的记录"],
  ["fr", 24, "au plus tard le 1er décembre 2022."],
  ["fr", 40, "langues employées\u202F: portugais."],
  ["es", 12, "159 puntos focales de 149 partes; el 30,2\u00A0% de los puntos focales son mujeres"],
  ["es", 24, "a más tardar el 1 de diciembre de 2022."],
  ["es", 28, "árabe e inglés (5)"],
  ["ru", 12, "от 149 участников сообщения о назначении 159 координаторов; женщины составляют 30,2 процента"],
  ["ru", 24, "не позднее 1 декабря 2022 года."],
  ["ru", 36, "находились 2 страновых обзора."],
] as const)("in %s paragraph %i says “%s”", async (language, number, said) => {
  const { paper } = await written(language);
  expect(paragraph(paper, number)).toContain(said);
});

test("Russian has a word of its own for one, for two and for five", async () => {
  const { sentences } = await loadWords(paperWords, "ru");
  expect(sentences["p22"]).toMatch(/one \{# странового обзора\} few \{# страновых обзоров\}/u);
  expect(sentences["p7.group"]).toMatch(
    /one \{выбран # участник\} few \{выбраны # участника\} many \{выбраны # участников\}/u,
  );
});

test("Chinese has no space between sentences, in the text, on the page and in what describes figures", async () => {
  const { text, page } = await written("zh");
  expect(text.match(/。(?:\[\^\d+\])* \S/gu) ?? []).toEqual([]);
  expect(page.match(/。(?:<sup>.*?<\/sup>)? [^<\s]/gu) ?? []).toEqual([]);
  expect(page).toMatch(/<desc [^>]*>截至2023年6月9日。\S/u);
});

test("French has a space before its high marks at which no line breaks, on the page as well", async () => {
  const { text, page } = await written("fr");
  const words = page.replaceAll(/<style>.*?<\/style>|<[^>]*>|&#?\w+;/gsu, "¤");
  for (const said of [text, words])
    expect(said.match(/\S+ [:;?!%»]|[^\s¤|-][;?!%»](?=\s)|\p{L}:(?=\s)/gu) ?? []).toEqual([]);
});

test("Russian writes the year out, which has no point where the sentence ends", async () => {
  const { text } = await written("ru");
  expect(text).not.toMatch(/\d{4} г\./u);
});

test("Arabic separates its references to notes from the numbers before them", async () => {
  const { page } = await written("ar");
  expect(page).toMatch(/sup \{[^}]*unicode-bidi: isolate/u);
});
