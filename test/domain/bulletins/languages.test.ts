import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fallbackProblems,
  hashOfWords,
  languageAtSending,
  languageFor,
  languagesOf,
  leadingText,
  versionsOf,
} from "../../../domain/bulletins/languages.ts";
import { previewHash } from "../../../domain/bulletins/preview.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import type { TextsByLanguage } from "../../../schemas/model/bulletin-text.ts";
import { Language } from "../../../schemas/base/values.ts";
import type { BulletinWording } from "../../../schemas/model/bulletin.ts";

const textIn = (language: Language) => ({ subject: `In ${language}`, body: "A briefing is held." });
const textsIn = (...languages: readonly Language[]): TextsByLanguage =>
  Object.fromEntries(languages.map((language) => [language, textIn(language)]));

const someLanguages = fc.shuffledSubarray([...Language.options]);
const bulletins = fc.record({
  texts: fc.shuffledSubarray([...Language.options], { minLength: 1 }).map((all) => textsIn(...all)),
  fallback: someLanguages,
});
const readers = fc.constantFrom(...Language.options);

describe("each recipient", () => {
  test("gets the text in the first language of their order that has one, and the row says which were tried before", () => {
    fc.assert(
      fc.property(bulletins, readers, (versions, reads) => {
        const order = [...new Set([reads, ...versions.fallback])];
        const found = languageFor(reads, versions);
        const first = order.find((language) => versions.texts[language] !== undefined);
        expect(found?.language).toBe(first);
        if (found === undefined) return;
        expect([...found.languagesTried, found.language]).toEqual(order.slice(0, order.indexOf(found.language) + 1));
        for (const language of found.languagesTried) expect(versions.texts[language]).toBeUndefined();
      }),
    );
  });

  test("gets a letter that was ordered whatever they have come to read, and the one of the preview where they read the same", () => {
    fc.assert(
      fc.property(bulletins, readers, (versions, reads) => {
        const sent = languageAtSending(reads, versions);
        expect(languagesOf(versions)).toContain(sent.language);
        expect(languageFor(reads, versions) ?? sent).toEqual(sent);
      }),
    );
  });

  test("reads a single text in English, and that theirs was tried before", () => {
    const versions = versionsOf({ text: textIn("en") });
    expect(languageFor("fr", versions)).toEqual({ language: "en", languagesTried: ["fr"] });
    expect(languageFor("en", versions)).toEqual({ language: "en", languagesTried: [] });
  });
});

test("a language of the fallback without a text is reported", () => {
  expect(fallbackProblems({ texts: textsIn("fr", "zh"), fallback: ["zh", "en", "fr", "ru"] })).toEqual([
    { where: "fallback", problem: "no-text-in-language", language: "en" },
    { where: "fallback", problem: "no-text-in-language", language: "ru" },
  ]);
});

test("where one text is shown for all it is the first of the fallback, else the English one, else any", () => {
  expect(leadingText({ texts: textsIn("en", "fr"), fallback: ["fr", "en"] })).toEqual(textIn("fr"));
  expect(leadingText({ texts: textsIn("ar", "en") })).toEqual(textIn("en"));
  expect(leadingText({ texts: textsIn("zh") })).toEqual(textIn("zh"));
});

describe("the hash that an order quotes", () => {
  const audience: BulletinWording["audience"] = { roles: ["mission"] };
  const texts = textsIn("en", "fr");

  test("is another once a text or the order of fallback is", () => {
    const hashes = [
      previewHash({ audience, texts }, []),
      previewHash({ audience, texts, fallback: ["en", "fr"] }, []),
      previewHash({ audience, texts, fallback: ["fr", "en"] }, []),
      previewHash({ audience, texts: { ...texts, fr: { ...textIn("fr"), body: "Another." } } }, []),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  test("of a single text is its hash without a list of texts", () => {
    const text = textIn("en");
    expect(previewHash({ audience, text }, [])).toBe(hashOf({ audience, text, addressees: [] }));
    expect(hashOfWords({ text })).toBe(hashOf(text));
  });
});
