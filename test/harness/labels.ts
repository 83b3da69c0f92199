import { labelsOf } from "../../domain/labels/index.ts";
import type { Wording } from "../../domain/labels/words.ts";
import { problemText as textOf } from "../../domain/labels/problem-text.ts";
import { spokenValues } from "../../domain/labels/problem-values.ts";
import { labelWords, loadWords, problemTexts } from "../../lambdas/io/words.ts";
import type { ProblemKind } from "../../schemas/problems/problems.ts";
import { Language } from "../../schemas/base/values.ts";

const texts = new Map(
  await Promise.all(
    Language.options.map(async (language) => {
      const [translated, words] = await Promise.all([
        loadWords(problemTexts, language),
        loadWords(labelWords, language),
      ]);
      return [language, { translated, words, labels: labelsOf(words, translated) }] as const;
    }),
  ),
);

/** Every label of a language, from its files. */
export const labelsIn = (language: Language) => texts.get(language)!.labels;

/** Title and detail of a problem in a language. */
export const problemText = (kind: ProblemKind, language: Language, body: Readonly<Record<string, unknown>> = {}) => {
  const values = spokenValues(body, { ...wordingIn(language), parties: new Map() });
  return textOf(kind, texts.get(language)?.translated, values);
};

/** A language with its words, as replies are written in it. */
export const wordingIn = (language: Language): Wording => ({ language, words: texts.get(language)!.words });
