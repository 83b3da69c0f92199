import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import english from "../../../domain/labels/status-paper.en.json" with { type: "json" };
import { argumentsOf } from "../../../domain/letters/messages/message-arguments.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import { paperWords } from "../../../lambdas/use-cases/reports/write-paper.ts";
import { Language } from "../../../schemas/base/values.ts";

/** Returns every message of a file of words, by its path. */
const messagesOf = (words: object, path = ""): readonly (readonly [path: string, text: string])[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "string") return [[`${path}${key}`, value] as const];
    return typeof value === "object" && value !== null ? messagesOf(value, `${path}${key}/`) : [];
  });

const namesIn = (text: string, language: string): readonly string[] => {
  const { printed, selectors } = argumentsOf(new IntlMessageFormat(text, language).getAst());
  return [...new Set([...printed, ...selectors])].toSorted();
};

describe.each(Language.options)("the words of the status paper in %s", (language) => {
  test("say all that those in English say, with the same values", async () => {
    const own = messagesOf(await loadWords(paperWords, language));
    expect(own.map(([path, text]) => [path, namesIn(text, language)])).toEqual(
      messagesOf(english).map(([path, text]) => [path, namesIn(text, "en")]),
    );
  });
});
