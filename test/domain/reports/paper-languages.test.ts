import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faultInWords, messageFaults } from "../../../domain/letters/messages/check-messages.ts";
import { Language } from "../../../schemas/base/values.ts";

const folder = new URL("../../../domain/labels/", import.meta.url);

interface Words {
  readonly [name: string]: string | Words;
}

/** Returns the words of the paper by their path: "sentences/p1". */
const flat = (words: Words, above = ""): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([name, said]) =>
    typeof said === "string" ? [[above + name, said] as const] : flat(said, `${above}${name}/`),
  );

const wordsIn = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(flat(JSON.parse(readFileSync(new URL(`status-paper.${language}.json`, folder), "utf8")) as Words));

/** English leaves out a plural where its words are those of another. */
const present = Language.options.filter(
  (language) => language !== "en" && readdirSync(folder).includes(`status-paper.${language}.json`),
);
const partyForms = () => {
  throw new TypeError("The paper has no forms");
};

test.each(present)("the words of the status paper in %s say all that the English ones say", (language) => {
  const faults = messageFaults(wordsIn("en"), { language, messages: wordsIn(language), partyForms });
  expect(faults.map((fault) => faultInWords(language, fault))).toEqual([]);
});
