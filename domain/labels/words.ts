import type * as z from "zod";
import type { Explanations, FigureSentences, Labels, OwnFigureSentences } from "../../schemas/views/labels.ts";
import type { FigureName } from "../../schemas/model/figures.ts";
import type { Language } from "../../schemas/base/values.ts";

/**
 * The labels of one language except those of problems, which are in files of their own. The definition of a figure is
 * that of its measure.
 */
export type CodeWords = Omit<Labels, "problems" | "figures"> & {
  readonly figures: { readonly [F in FigureName]: Pick<Labels["figures"][F], "name"> };
};

/** The labels of one language, including sentence templates. */
export type Words = CodeWords & {
  readonly explanations: z.infer<typeof Explanations>;
  readonly figureSentences: z.infer<typeof FigureSentences>;
  readonly ownFigureSentences: z.infer<typeof OwnFigureSentences>;
};

/** Title and detail of every problem in one language. */
export type ProblemTexts = Labels["problems"];

/** A language with its words. */
export interface Wording {
  readonly language: Language;
  readonly words: Words;
}
