import { measureOfFigure } from "../../schemas/model/figure-measures.ts";
import { FigureName } from "../../schemas/model/figures.ts";
import { Labels, problemKinds } from "../../schemas/views/labels.ts";
import { problemText } from "./problem-text.ts";
import type { ProblemTexts, Words } from "./words.ts";

/** Every label of one language, those of problems among them: in English where no translation of these is handed in. */
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
