import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../lambdas/shell/http/language.ts";
import { Language } from "../../schemas/base/values.ts";
import { codePoint } from "../generators/values.ts";

describe("the language of an answer", () => {
  test.each([
    ["nothing", undefined, "en"],
    ["an empty header", "", "en"],
    ["one of the six", "ru", "ru"],
    ["it in capitals", "FR", "fr"],
    ["a region", "fr-CA", "fr"],
    ["a script", "zh-Hant", "zh"],
    ["a script and a region", "zh-Hans-CN", "zh"],
    ["a region of Arabic", "ar-EG", "ar"],
    ["several, the first of the same weight", "es,fr", "es"],
    ["weights against the order", "en;q=0.5, ru;q=0.9", "ru"],
    ["a browser's list", "de-AT,de;q=0.9,fr;q=0.8,en;q=0.7", "fr"],
    ["only others", "de, pt-BR, sw", "en"],
    ["another first", "de, ar;q=0.1", "ar"],
    ["anything", "*", "en"],
    ["anything but English", "en;q=0, *", "fr"],
    ["one better than anything", "*;q=0.5, zh;q=0.6", "zh"],
    ["one not at all", "fr;q=0", "en"],
    ["spaces around", "  fr ; q=0.8 ,  es ; q=0.9 ", "es"],
    ["a weight that is no number", "fr;q=much, es", "es"],
    ["a longer word that begins like one", "french", "en"],
    ["no sense", ";;,=,q=1,--,\u0000", "en"],
  ])("for %s", (_, header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  test("is one of the six whatever is requested", () => {
    const tag = fc.constantFrom("fr", "fr-CA", "zh-Hant-TW", "*", "de", "", "-", "x", "__proto__", "constructor");
    const weight = fc.constantFrom(
      "",
      ";q=0",
      ";q=1",
      ";q=0.333",
      ";q=-1",
      ";q=9e99",
      ";q=NaN",
      ";q",
      ";",
      ";x=1;q=.5",
    );
    const likely = fc.array(fc.tuple(tag, weight).map((parts) => parts.join(""))).map((parts) => parts.join(","));
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: codePoint })), (header) => {
        expect(Language.options).toContain(languageOf(header));
      }),
      { numRuns: 500 },
    );
  });
});
