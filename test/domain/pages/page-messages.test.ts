import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { presidentsPageMessages } from "../../../lambdas/handlers/presidents-list.ts";
import { pageMessages } from "../../../lambdas/handlers/public-pages.ts";
import { loadWords, type WordFiles } from "../../../lambdas/io/words.ts";
import { Language } from "../../../schemas/base/values.ts";

type Messages = Readonly<Record<string, string>>;
type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** The parser's numbers for elements without a value, and for one with a wording for each plural. */
const kinds: Readonly<Partial<Record<number, "words" | "plural" | "sign">>> = { 0: "words", 6: "plural", 7: "sign" };

/** Returns the content of the wordings and the tags of an element. */
const partsOf = (element: Elements[number]): readonly Elements[] => {
  if ("options" in element) return Object.values(element.options).map(({ value }) => value);
  return "children" in element ? [element.children] : [];
};
const variablesOf = (elements: Elements): readonly string[] =>
  elements.flatMap((one) => {
    const kind = kinds[one.type];
    if (kind === "words" || kind === "sign") return [];
    return ["value" in one ? one.value : "", ...partsOf(one).flatMap(variablesOf)];
  });
const pluralsOf = (elements: Elements): readonly (readonly string[])[] =>
  elements.flatMap((one) => [
    ...(kinds[one.type] === "plural" && "options" in one ? [Object.keys(one.options)] : []),
    ...partsOf(one).flatMap(pluralsOf),
  ]);

const astOf = (message: string, language: Language): Elements => new IntlMessageFormat(message, language).getAst();

/** Returns the values that a message of a language uses and the English message does not, or the reverse. */
const variableFaults = (english: Messages, other: Messages, language: Language): readonly string[] =>
  Object.entries(english).flatMap(([key, message]) => {
    const namesIn = (text: string, of: Language) => [...new Set(variablesOf(astOf(text, of)))].toSorted().join(" ");
    const own = new Map<string, string>(Object.entries(other)).get(key) ?? "";
    return namesIn(message, "en") === namesIn(own, language) ? [] : [`${key}: ${namesIn(own, language)}`];
  });

/** The messages of each kind of page, and those that two languages say alike. */
const pages: Readonly<Record<string, { set: WordFiles<Messages>; alike: readonly string[] }>> = {
  "the public pages": {
    set: pageMessages,
    alike: ["publications", "contact", "group", "otherVersion", "total", "figures"],
  },
  "the President’s list": {
    set: presidentsPageMessages,
    alike: ["parties", "contacts", "codes", "letterItem", "fateWithReason"],
  },
};

describe.each(Object.entries(pages))("the messages of %s", (_, { set, alike }) => {
  describe.each(Language.options)("in %s", (language) => {
    test("are those of English, with the same values in each", async () => {
      const [english, messages] = await Promise.all([loadWords(set, "en"), loadWords(set, language)]);
      expect(Object.keys(messages)).toEqual(Object.keys(english));
      expect(variableFaults(english, messages, language)).toEqual([]);
    });

    test("are neither empty nor English, and have no quote that the format reads as its own", async () => {
      const [english, messages] = await Promise.all([loadWords(set, "en"), loadWords(set, language)]);
      for (const [key, message] of Object.entries(messages)) {
        expect([key, message]).toEqual([key, message.trim()]);
        expect([key, message]).toEqual([key, expect.not.stringMatching(/['"]|^$| {2}/u)]);
        if (language !== "en" && !alike.includes(key))
          expect([key, message]).not.toEqual([key, new Map(Object.entries(english)).get(key)]);
      }
    });

    test("have every plural that the language has", async () => {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries(await loadWords(set, language)))
        for (const options of pluralsOf(astOf(message, language)))
          expect([key, needed.filter((one) => !options.includes(one))]).toEqual([key, []]);
    });
  });
});

test("a value that a language does not say, or names otherwise, is found", async () => {
  const english = await loadWords(pageMessages, "en");
  const wrong = { ...english, group: "Groupe {numero}", version: "Version {number}." };
  expect(variableFaults(english, wrong, "fr")).toEqual(["group: numero", "version: number"]);
});

test("a plural within a choice, and a value between tags, are checked too", () => {
  const ast = astOf("{kind, select, other {<b>{day}, {count, plural, other {#}}</b>}}", "ru");
  expect([variablesOf(ast), pluralsOf(ast)]).toEqual([["kind", "b", "day", "count"], [["other"]]]);
});
