import type { Language } from "../../schemas/base/values.ts";
import type { PaperFigureView } from "../../schemas/model/paper-figures.ts";
import { labelWords, loadWords } from "../io/words.ts";

/** Draws a figure of the status paper. Few requests draw, so the code that draws is loaded for those. */
export const drawnFigure = async (data: PaperFigureView, language: Language) => {
  const [words, { drawFigure }] = await Promise.all([
    loadWords(labelWords, language),
    import("../../domain/views/draw-figure.ts"),
  ]);
  return { reply: drawFigure(data, { language, words }), type: "image/svg+xml" } as const;
};
