import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Language } from "../../schemas/base/values.ts";
import { labelsIn, wordingIn } from "../harness/labels.ts";

/** Every code in the document has a label, so that front ends show no unknown code. */
const document = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
const enums = Object.entries<any>(document.components.schemas)
  .filter(([, { enum: values, type }]) => values !== undefined && type === "string")
  .map(([name, { enum: values }]) => [name, values as readonly string[]] as const);

const groupsIn = (language: Language): readonly (readonly string[])[] =>
  Object.values(labelsIn(language)).map((group) => Object.keys(group).toSorted());

test("each enum that the document names has a group of labels with exactly its codes", () => {
  expect(enums.length).toBeGreaterThan(45);
  const groups = new Set(groupsIn("en").map((codes) => codes.join()));
  const unlabelled = enums.filter(([, values]) => !groups.has([...values].toSorted().join()));
  expect(unlabelled.map(([name]) => name)).toEqual([]);
});

test("each enum that the document names says which list of labels has its codes", () => {
  const lists: Readonly<Record<string, Readonly<Record<string, unknown>>>> = labelsIn("en");
  const wrong = Object.entries<any>(document.components.schemas)
    .filter(([, { enum: values, type }]) => values !== undefined && type === "string")
    .filter(([, { enum: values, description }]) => {
      const said = [...(/Labels: (.*) of `GET \/v1\/labels`\.$/u.exec(description)?.[1] ?? "").matchAll(/\w+(?=`)/gu)];
      const codes = [...values].toSorted().join();
      const isRight = ([list]: readonly string[]) =>
        Object.keys(lists[list ?? ""] ?? {})
          .toSorted()
          .join() === codes;
      return said.length === 0 || !said.every(isRight);
    });
  expect(wrong.map(([name]) => name)).toEqual([]);
});

describe.each(Language.options)("in %s", (language) => {
  test("the labels have the same codes as in English, and no English words in another script", () => {
    expect(groupsIn(language)).toEqual(groupsIn("en"));
    const script = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }[language as string];
    const { figures, letterKinds, letterRules, bulletinStates, sourceDocuments } = labelsIn(language);
    const said = [
      ...Object.values(letterKinds),
      ...Object.values(letterRules),
      ...Object.values(bulletinStates),
      ...Object.values(sourceDocuments),
    ].concat(Object.values(figures).flatMap(({ name, definition }) => [name, definition]));
    if (script !== undefined) expect(said.filter((words) => !script.test(words))).toEqual([]);
  });

  test("the sentences of explanations and figures leave the same places to be filled in as in English", () => {
    const placesIn = (one: Language) => {
      const { explanations, figureSentences, ownFigureSentences } = wordingIn(one).words;
      return Object.entries({ ...explanations, ...figureSentences, ...ownFigureSentences }).map(([name, sentence]) => [
        name,
        [...sentence.matchAll(/\{\w+\}/gu)].map(([place]) => place).toSorted(),
      ]);
    };
    expect(placesIn(language)).toEqual(placesIn("en"));
  });
});
