import { labelsOf } from "../../domain/labels/index.ts";
import { problemText as textOf } from "../../domain/labels/problem-text.ts";
import { loadProblemTexts, loadWords } from "../../lambdas/shell/http/words.ts";
import type { ProblemKind } from "../../schemas/problems/problems.ts";
import { Language } from "../../schemas/base/values.ts";

const texts = new Map(
  await Promise.all(
    Language.options.map(async (language) => {
      const translated = await loadProblemTexts(language);
      return [language, { translated, labels: labelsOf(await loadWords(language), translated) }] as const;
    }),
  ),
);

/** Every label of a language, from its files. */
export const labelsIn = (language: Language) => texts.get(language)!.labels;

/** Title and detail of a problem in a language. */
export const problemText = (kind: ProblemKind, language: Language) => textOf(kind, texts.get(language)?.translated);
