import { measureOfFigure } from "../../schemas/model/figure-measures.ts";
import { FigureName } from "../../schemas/model/figures.ts";
import { Labels, problemKinds } from "../../schemas/views/labels.ts";
import { problemText } from "./problem-text.ts";
import type { ProblemTexts, Words } from "./words.ts";

/** Returns every label of one language, including those of problems; these are in English without a translation. */
export const labelsOf = (
  { explanations: _, figureSentences: __, ownFigureSentences: ___, ...words }: Words,
  translated: ProblemTexts | undefined,
): Labels =>
  Labels.parse({
    ...words,
    figures: Object.fromEntries(
      FigureName.options.map((figure) => [
        figure,
        { ...words.figures[figure], definition: words.measures[measureOfFigure[figure]].definition },
      ]),
    ),
    problems: Object.fromEntries(problemKinds.map((kind) => [kind, problemText(kind, translated)])),
  });
