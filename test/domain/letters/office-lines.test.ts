import { expect, test } from "vitest";
import { Language } from "../../../schemas/base/values.ts";
import { letterWriter } from "../../../domain/letters/content/letter-writer.ts";
import { officeLines } from "../../../domain/letters/content/compose.ts";
import { letterWordings } from "../../../lambdas/io/letter-writers.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import { LetterSender } from "../../../schemas/model/letter-sender.ts";

const sender = LetterSender.parse({
  organisation: { en: "Office of the Review" },
  city: { en: "Vienna" },
  postalAddress: ["Vienna"],
  telephone: "+43 1 000000",
  webPage: "https://reviews.example.org/",
});

/** The words for "the number of this letter" in each language. */
const numbers: Readonly<Record<Language, RegExp>> = {
  ar: /رقم هذه الرسالة/u,
  en: /number of this letter/u,
  es: /número de esta carta/u,
  fr: /numéro de la lettre/u,
  ru: /номер письма/u,
  zh: /本函编号/u,
};

test.each(Language.options)(
  "the lines below a letter in %s request its number where it has one, and not where it has none",
  async (language) => {
    const writer = letterWriter(await loadWords(letterWordings, language), { sender });
    const last = (number?: string) =>
      officeLines(number === undefined ? writer : { ...writer, number }).at(-1)?.text ?? "";
    expect(last("4F7A-19C0-2B13")).toMatch(numbers[language]);
    expect(last()).not.toMatch(numbers[language]);
    expect(last()).not.toBe("");
  },
);
