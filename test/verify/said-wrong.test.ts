import { describe, expect, test } from "vitest";
import type { SentLetter } from "../../bin/verify/letter-parts.ts";
import { saidWrong } from "../../bin/verify/said-wrong.ts";

const today = "2021-06-21";

/** A letter that says one paragraph in both parts. */
const letterOf = (words: string, html = `<p>${words}</p>`): SentLetter => ({
  subject: "RM",
  text: `${words}\n`,
  html: `<html lang="en"><body>${html}</body></html>`,
});

const wrongIn = (words: string, language = "en", html?: string): readonly string[] =>
  saidWrong(letterOf(words, html), today, language, { codes: new Set(["focal-points-missing"]) });

describe("wrong statements of a letter are found", () => {
  test.each([
    ["a small letter at the beginning", "en", "the review of France began."],
    ["a day gone by that is called due", "en", "The feedback is due by 20 June 2021."],
    ["a day gone by that is called due", "fr", "Commentaires écrits, échéance\u00A0: 20 juin 2021"],
    ["a day gone by that is called due", "es", "El plazo es el 20 de junio de 2021."],
    ["a day gone by that is called due", "ar", "الموعد: \u206820 يونيو 2021\u2069"],
    ["a day gone by that is called due", "zh", "期限：2021年6月20日"],
    ["a day gone by that is called due", "ru", "Срок представления: 20 июня 2021 года"],
    ["a day ahead that is called over", "en", "You served as focal point until 20 July 2021."],
    ["a day ahead that is called over", "fr", "Échéance dépassée\u00A0: 20 juillet 2021"],
    ["a code that nothing explains", "en", "The review of France (c1-FR) began."],
    ["a code that nothing explains", "ru", "Обзор в отношении Франции (c1-FR) начался."],
    ["a code of a group", "en", "The reviews of c1-g1 began."],
    ["a word that only the system has", "en", "Figure focal-points-missing counts three."],
    ["an English word", "fr", "La liste est due by la partie."],
    ["an English word", "zh", "答复（overdue）尚未收到。"],
    ["two spaces", "en", "The review  began."],
    ["a value that is missing", "en", "The review of undefined began."],
    ["a placeholder", "en", "The review of {party} began."],
    ["a direction that nothing ends", "ar", "الاستعراض \u2068France بدأ."],
    ["a space among Chinese characters", "zh", "审议已开始。 请指派联络人。"],
    ["no space before a colon", "fr", "Référence: la lettre."],
    ["a space that may break a line", "fr", "La lettre est arrivée ; merci."],
  ])("%s (%s)", (_, language, words) => {
    expect(wrongIn(words, language)).not.toEqual([]);
  });

  test.each([
    ["an empty cell", "<table><tr><th>Date</th><td></td></tr></table>"],
    ["a link without a host", '<p>Read <a href="https:///reviews">more</a>.</p>'],
    ["a link to nothing", '<p>Read <a href="https://example.org/undefined">more</a>.</p>'],
    ["a link of another kind", '<p>Read <a href="javascript:alert(1)">more</a>.</p>'],
    ["a value under its label in small letters", '<p><span style="display:block">Due</span>end of 3 July 2021</p>'],
    ["a day gone by in a cell", "<table><tr><td>Due by 1 June 2021</td></tr></table>"],
  ])("%s", (_, html) => {
    expect(wrongIn("Words.", "en", html)).not.toEqual([]);
  });
});

test.each([
  ["en", "The feedback was due by 20 June 2021 (country review of France, code c1-FR)."],
  ["en", "Due by 21 June 2021."],
  ["en", "Letter of 1 June 2021: “Reminder: written feedback, due by 20 June 2021”"],
  ["en", "It rests on RM/c1-g1/FR/focal-points-missing and https://example.org/c1-FR, and a@example.org."],
  ["fr", "Échéance dépassée\u00A0: 20 juin 2021"],
  ["es", "El plazo venció el 20 de junio de 2021."],
  ["ar", "حلّ الموعد في \u206820 يونيو 2021\u2069"],
  ["zh", "已于2021年6月20日到期。请指派联络人。"],
  ["ru", "Срок истек 20 июня 2021 года"],
])("what is said right is left alone (%s)", (language, words) => {
  expect(wrongIn(words, language)).toEqual([]);
});

test("Free text of a user is not checked", () => {
  const letter = letterOf("The reason given: the ministry  was due by 1 June 2021 to answer.");
  const quotes = ["the ministry  was due by 1 June 2021 to answer."];
  expect(saidWrong(letter, today, "en", { quotes })).toEqual([]);
});

test("A language without rules is not passed over", () => {
  expect(() => wrongIn("Palavras.", "pt")).toThrow("pt");
});
