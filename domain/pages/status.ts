import type { PaperData } from "../../schemas/model/paper-data.ts";
import type { PaperFigureView } from "../../schemas/model/paper-figures.ts";
import type { Measure } from "../../schemas/model/statistics.ts";
import { drawFigure } from "../views/draw-figure.ts";
import { figureWords, hasSeries } from "../views/figure-words.ts";
import { text } from "../views/page-words.ts";
import { type PublicPage, tableOf } from "./public-page.ts";
import { type ListedPaper, paperItem } from "./publications.ts";
import type { PageWriter } from "./page-writer.ts";

/** The measures on the page, in order; all other measures are in the paper. */
const shownMeasures: readonly Measure[] = [
  "parties-taking-part",
  "reviews",
  "reviews-started",
  "focal-points",
  "consultations-held",
  "questionnaires-submitted",
  "feedback-concluded",
  "reviews-concluded",
  "lists-published",
];

const numbersOf = ({ asAt, measures }: PaperData, { say, day, words, number }: PageWriter): string =>
  tableOf({
    caption: say("paper", { day: day(asAt) }),
    columns: [say("counted"), say("number")],
    rows: shownMeasures.flatMap((name) => {
      const counted = measures.find(({ measure }) => measure === name);
      if (counted === undefined) return [];
      const { name: called, definition } = words.measures[name];
      const measure = `${text(called)}<br><span class="soft">${text(definition)}</span>`;
      return [[measure, text(number(counted.total))]];
    }),
    numbers: true,
  });

/** Returns the numbers of a figure as a table, for readers who cannot see it. */
const figureTable = (figure: PaperFigureView, writer: PageWriter): string => {
  const { say, words, number } = writer;
  const { title, rows: names } = figureWords(figure, writer);
  const series = hasSeries(figure)
    ? [...new Set(figure.rows.flatMap(({ parts }) => parts.map((part) => part.series)))]
    : [];
  const rows = figure.rows.map(({ total, parts }, place) => [
    text(names[place] ?? ""),
    ...series.map((one) => text(number(parts.find((part) => part.series === one)?.count ?? 0))),
    text(number(total)),
  ]);
  const columns = [say("counted"), ...series.map((one) => words.figureSeries[one]), say("total")];
  // The drawing has the title for a name already, and no two landmarks may have the same.
  return tableOf({ caption: `${say("figureNumbers")}: ${title}`, columns, rows, numbers: true });
};

const figureOf = (figure: PaperFigureView, writer: PageWriter): string => {
  const { title } = figureWords(figure, writer);
  const table =
    figure.rows.length === 0
      ? ""
      : `\n<details><summary>${writer.html("figureNumbers")}</summary>${figureTable(figure, writer)}</details>`;
  return `<figure><div class="wide" tabindex="0" role="region" aria-label="${text(title)}">${drawFigure(figure, writer)}</div>${table}</figure>`;
};

/**
 * Returns the page with the status of the Mechanism according to the latest published paper, which is the only public
 * source of figures.
 */
export const statusPage = (
  latest: { readonly paper: ListedPaper; readonly data: PaperData } | undefined,
  writer: PageWriter,
): PublicPage => {
  const { say, html, day, dayAt } = writer;
  const page = { title: say("mechanismStatus"), place: ["status"] };
  if (latest === undefined) return { ...page, main: `<p>${html("noFigures")}</p>` };
  const { paper, data } = latest;
  const asAt = say("standsAsAt", { day: day(paper.asAt), published: dayAt(paper.publishedAt) });
  return {
    ...page,
    main: `<p>${text(asAt)}</p>
<p>${paperItem(paper, writer)}</p>
<h2>${html("numbers")}</h2>
${numbersOf(data, writer)}
<h2>${html("figures")}</h2>
${data.figures.map((figure) => figureOf(figure, writer)).join("\n")}`,
  };
};
