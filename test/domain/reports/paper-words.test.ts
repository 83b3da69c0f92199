import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import english from "../../../domain/labels/status-paper.en.json" with { type: "json" };
import { argumentsOf } from "../../../domain/letters/messages/message-arguments.ts";
import { paperLanguages, paperWords } from "../../../lambdas/use-cases/reports/paper-words.ts";

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

describe.each(paperLanguages())("the words of the status paper in %s", (language) => {
  test("say all that those in English say, with the same values", async () => {
    const files = paperWords[language];
    const own = messagesOf((await files?.sentences())?.default ?? {});
    expect(own.map(([path, text]) => [path, namesIn(text, language)])).toEqual(
      messagesOf(english).map(([path, text]) => [path, namesIn(text, "en")]),
    );
  });
});
