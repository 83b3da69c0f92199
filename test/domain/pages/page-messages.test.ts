import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import type { PageMessages } from "../../../domain/pages/page-writer.ts";
import { loadPageMessages } from "../../../lambdas/shell/http/page-messages.ts";
import { Language } from "../../../schemas/base/values.ts";

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** How the parser numbers what asks for no value, and what has a wording for each plural. */
const kinds: Readonly<Partial<Record<number, "words" | "plural" | "sign">>> = { 0: "words", 6: "plural", 7: "sign" };

const variablesOf = (elements: Elements): readonly string[] =>
  elements.flatMap((one) => {
    const kind = kinds[one.type];
    if (kind === "words" || kind === "sign") return [];
    const inside = "options" in one ? Object.values(one.options).flatMap(({ value }) => variablesOf(value)) : [];
    return ["value" in one ? one.value : "", ...inside];
  });
const pluralsOf = (elements: Elements): readonly (readonly string[])[] =>
  elements.flatMap((one) => (kinds[one.type] === "plural" && "options" in one ? [Object.keys(one.options)] : []));

const astOf = (message: string, language: Language): Elements => new IntlMessageFormat(message, language).getAst();

/** Values that a message of a language asks for and English does not have, or the other way around. */
const variableFaults = (english: PageMessages, other: PageMessages, language: Language): readonly string[] =>
  Object.entries(english).flatMap(([key, message]) => {
    const namesIn = (text: string, of: Language) => [...new Set(variablesOf(astOf(text, of)))].toSorted().join(" ");
    const own = new Map<string, string>(Object.entries(other)).get(key) ?? "";
    return namesIn(message, "en") === namesIn(own, language) ? [] : [`${key}: ${namesIn(own, language)}`];
  });

const english = await loadPageMessages("en");

describe.each(Language.options)("the messages of the public pages in %s", (language) => {
  test("are those of English, with the same values in each", async () => {
    const messages = await loadPageMessages(language);
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    expect(variableFaults(english, messages, language)).toEqual([]);
  });

  test("are neither empty nor English, and have no quote that the format reads as its own", async () => {
    const messages = await loadPageMessages(language);
    // What two languages call alike.
    const alike = new Set(["publications", "contact", "group", "otherVersion", "total", "figures"]);
    for (const [key, message] of Object.entries(messages)) {
      expect([key, message]).toEqual([key, message.trim()]);
      expect([key, message]).toEqual([key, expect.not.stringMatching(/['"]|^$| {2}/u)]);
      if (language !== "en" && !alike.has(key))
        expect([key, message]).not.toEqual([key, new Map(Object.entries(english)).get(key)]);
    }
  });

  test("have every plural that the language tells apart", async () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(await loadPageMessages(language)))
      for (const options of pluralsOf(astOf(message, language)))
        expect([key, needed.filter((one) => !options.includes(one))]).toEqual([key, []]);
  });
});

test("a value that a language does not say, or asks for by another name, is found", () => {
  const wrong = { ...english, group: "Groupe {numero}", version: "Version {number}." };
  expect(variableFaults(english, wrong, "fr")).toEqual(["group: numero", "version: number"]);
});
