import type { PaperFigureView } from "../../schemas/model/paper-figures.ts";
import type { Wording } from "../labels/words.ts";
import {
  drawHeading,
  drawLegend,
  drawLines,
  drawRows,
  frame,
  margin,
  pencil,
  seriesOf,
  sizes,
  width,
} from "./figure-canvas.ts";
import { figureWords, hasSeries } from "./figure-words.ts";

/** Returns a figure of the status paper as SVG; its series differ in more than colour. */
export const drawFigure = (data: PaperFigureView, wording: Wording): string => {
  const { figure, rows } = data;
  const words = figureWords(data, wording);
  const by = pencil(wording.language);
  const heading = drawHeading(words, by);
  const legend = drawLegend(words.legend, figure, heading.bottom, by);
  const named = rows.map((row, place) => ({ ...row, name: words.rows[place] ?? "" }));
  const content =
    rows.length === 0
      ? drawLines(words.none, margin, legend.bottom, sizes.words, width - 2 * margin, by)
      : drawRows(
          { rows: named, axis: words.axis, isStacked: hasSeries(data), widestName: 200 },
          figure,
          legend.bottom,
          by,
        );
  const svg = heading.svg + legend.svg + content.svg;
  return frame(figure, words, wording.language, { svg, bottom: content.bottom }, seriesOf(rows));
};
