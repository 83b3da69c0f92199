import { drawFigure } from "../../domain/views/draw-figure.ts";
import type { Language } from "../../schemas/base/values.ts";
import type { PaperFigureView } from "../../schemas/model/paper-figures.ts";
import type { StoredReply } from "../io/ports/commit.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { drawing } from "../shell/http/drawing.ts";

/** Returns the reply that shows a figure of the paper as a drawing, in a language. */
export const drawnFigure = async (
  data: PaperFigureView,
  language: Language,
  headers?: Readonly<Record<string, string>>,
): Promise<StoredReply> =>
  drawing(drawFigure(data, { language, words: await loadWords(labelWords, language) }), headers);
