import { expect, test } from "vitest";
import english from "../../../domain/labels/imports.en.json" with { type: "json" };
import { englishOf, messageIn, refused, say } from "../../../domain/imports/messages.ts";
import { refuse } from "../../../domain/base/decision.ts";
import { Language } from "../../../schemas/base/values.ts";
import { problemText } from "../../harness/labels.ts";
import { loadImportWording } from "../../../lambdas/handlers/imports.ts";

const scripts: Readonly<Record<Language, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  en: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};
/** Returns the variables that a sentence names. */
const namesOf = (text: string): readonly string[] => (text.match(/\{\w+\}/gu) ?? []).toSorted();

test.each(Language.options)(
  "messages about rows of an import exist in %s, with the same variables",
  async (language) => {
    const { texts } = await loadImportWording(language);
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    const inEnglish = new Map<string, string>(Object.entries(english));
    for (const [code, text] of Object.entries(texts)) {
      expect(text, code).toMatch(scripts[language]);
      expect(text, code).not.toMatch(/[.。]$/u);
      expect([code, ...namesOf(text)]).toEqual([code, ...namesOf(inEnglish.get(code) ?? "")]);
    }
  },
);

test("a position is named by its code, by the refusal of a command, or by the values that a cell can contain", async () => {
  const spanish = await loadImportWording("es");
  expect(englishOf(say("uneven-row", { cells: 3, columns: 4 }))).toBe("has 3 cells, the header has 4");
  expect(messageIn(spanish, say("uneven-row", { cells: 3, columns: 4 }))).toBe("tiene 3 celdas, el encabezado tiene 4");
  expect(messageIn(spanish, { text: "must not be empty" })).toBe("no debe estar vacío");
  const unfair = { party: "Francia", rule: "most-reviewers", detail: "has 5 reviewers, at most 4" };
  expect(messageIn(spanish, say("rule-broken", unfair))).toContain("tiene 5 examinadores, como máximo 4");
  const late = refused(refuse("date-too-late", { latest: "2020-12-04" }));
  expect(messageIn(spanish, late)).toBe(`${problemText("date-too-late", "es").title} (latest: 2020-12-04)`);
});
