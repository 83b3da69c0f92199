import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { Language } from "../../schemas/base/values.ts";
import { directionOf } from "../labels/direction.ts";
import { type DrawnSeries, fillOf, patternsOf } from "./figure-tones.ts";
import { text } from "./page-words.ts";
import { element, linesOf, widthOf } from "./svg.ts";

/** The width that figures are read at, in pixels; the height follows from what is in them. */
export const width = 600;
export const margin = 16;
/** Sizes of letters: at this width none is smaller than a note in print. */
export const sizes = { title: 18, words: 14, numbers: 13 } as const;
export const colors = { words: "#1a1a1a", outline: "#333333", grid: "#c4c4c4", paper: "#ffffff" } as const;
const barHeight = 28;
/** Room above a bar for the numbers of parts that are too narrow to hold them. */
const calloutHeight = 22;

/** Something drawn from a height on, and the height at which it ends. */
export interface Drawn {
  readonly svg: string;
  readonly bottom: number;
}

/** Places words, areas and lines; what is written from right to left is drawn from there as well. */
export const pencil = (language: Language) => {
  const isMirrored = directionOf(language) === "rtl";
  const at = (x: number): number => (isMirrored ? width - x : x);
  return {
    /** One line of words, which begins at a place or is centred there; `y` is its baseline. */
    words: (words: string, x: number, y: number, size: number, look: Readonly<Record<string, string>> = {}): string =>
      element("text", { x: at(x), y, "font-size": size, ...look }, text(words)),
    area: (x: number, y: number, wide: number, high: number, look: Readonly<Record<string, string | number>>): string =>
      element("rect", { x: isMirrored ? width - x - wide : x, y, width: wide, height: high, ...look }),
    /** A path through places, as it is or closed to an area. */
    path: (
      places: readonly (readonly [number, number])[],
      look: Readonly<Record<string, string | number>>,
      end: "" | "Z" = "",
    ): string =>
      element("path", {
        d: `M${places.map(([x, y]) => `${Math.round(at(x) * 100) / 100} ${Math.round(y * 100) / 100}`).join("L")}${end}`,
        ...look,
      }),
    line: (from: readonly [number, number], to: readonly [number, number], color: string): string =>
      element("line", { x1: at(from[0]), y1: from[1], x2: at(to[0]), y2: to[1], stroke: color }),
  };
};
export type Pencil = ReturnType<typeof pencil>;

export const centred = { "text-anchor": "middle" } as const;

/** Words in as many lines as they need. */
export const drawLines = (
  words: string,
  x: number,
  top: number,
  size: number,
  wide: number,
  { words: write }: Pencil,
  bold = false,
): Drawn => {
  const lines = linesOf(words, size, wide);
  const step = size * 1.35;
  return {
    svg: lines
      .map((one, place) => write(one, x, top + size + place * step, size, bold ? { "font-weight": "bold" } : {}))
      .join(""),
    bottom: top + lines.length * step,
  };
};

/** Sentences one below the other, each in as many lines as it needs. */
export const drawSentences = (sentences: readonly string[], top: number, size: number, by: Pencil, apart = 0): Drawn =>
  sentences.reduce<Drawn>(
    (before, sentence) => {
      const drawn = drawLines(sentence, margin, before.bottom + apart, size, width - 2 * margin, by);
      return { svg: before.svg + drawn.svg, bottom: drawn.bottom };
    },
    { svg: "", bottom: top },
  );

/** Draws the title of a figure, and its day. */
export const drawHeading = ({ title, subtitle }: Pick<FrameWords, "title" | "subtitle">, by: Pencil): Drawn => {
  const wide = width - 2 * margin;
  // Bold letters are a tenth wider.
  const first = drawLines(title, margin, margin, sizes.title, wide / 1.1, by, true);
  const second = drawLines(subtitle, margin, first.bottom + 2, sizes.words, wide, by);
  return { svg: first.svg + second.svg, bottom: second.bottom + 8 };
};

/** A series by its tone and what it is called. */
export interface LegendEntry {
  readonly series: DrawnSeries;
  readonly words: string;
}

/** Draws the series with their tones: in two columns where each fits into one. */
export const drawLegend = (legend: readonly LegendEntry[], place: string, top: number, by: Pencil): Drawn => {
  const swatch = 30;
  const column = (width - 2 * margin) / 2;
  const columns = legend.every(({ words }) => widthOf(words, sizes.words) < column - swatch) ? 2 : 1;
  const rows = Math.ceil(legend.length / columns);
  const step = 22;
  const svg = legend
    .map(({ series, words }, at) => {
      const [x, y] = [margin + Math.floor(at / rows) * column, top + (at % rows) * step];
      const look = { fill: fillOf(series, place), stroke: colors.outline };
      return by.area(x, y + 1, 22, 15, look) + by.words(words, x + swatch, y + 14, sizes.words);
    })
    .join("");
  return { svg, bottom: top + rows * step + 4 };
};

/** A part of a bar, from one place to another. */
interface Segment {
  readonly series: DrawnSeries;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

const middleOf = ({ from, to }: Segment): number => (from + to) / 2;

/** Returns the width of a number with the white around it. */
const plateWidth = ({ count }: Segment): number => widthOf(String(count), sizes.numbers) + 8;

const holdsItsNumber = (one: Segment): boolean => one.to - one.from >= plateWidth(one) + 2;

/** Returns the places of numbers above a bar: each over its part, or as near as the others leave it room. */
const calloutPlaces = (narrow: readonly Segment[]): readonly number[] => {
  const apart = (one: Segment, other: Segment): number => (plateWidth(one) + plateWidth(other)) / 2;
  const places: number[] = [];
  for (const [place, one] of narrow.entries()) {
    const [before, last] = [narrow[place - 1], places.at(-1)];
    const least = before === undefined || last === undefined ? 0 : last + apart(before, one);
    places.push(Math.max(middleOf(one), least));
  }
  let most = width - margin;
  return places
    .toReversed()
    .map((x, back) => {
      const one = narrow.at(-1 - back);
      const after = narrow.at(-back);
      if (one === undefined) return x;
      most = back === 0 || after === undefined ? most - plateWidth(one) / 2 : most - apart(one, after);
      most = Math.min(x, most);
      return most;
    })
    .toReversed();
};

/** Draws a bar with the number of each part on it, or above it where the part is too narrow. */
const drawBar = (segments: readonly Segment[], top: number, place: string, by: Pencil): string => {
  const shown = segments.filter(({ count }) => count > 0);
  const narrow = shown.filter((one) => !holdsItsNumber(one));
  const places = calloutPlaces(narrow);
  const base = top + barHeight / 2 + sizes.numbers * 0.36;
  return [
    ...shown.map(({ series, from, to }) =>
      by.area(from, top, to - from, barHeight, { fill: fillOf(series, place), stroke: colors.outline }),
    ),
    ...shown.filter(holdsItsNumber).flatMap((one) => [
      by.area(middleOf(one) - plateWidth(one) / 2, top + 5, plateWidth(one), barHeight - 10, {
        fill: colors.paper,
        rx: 3,
      }),
      by.words(String(one.count), middleOf(one), base, sizes.numbers, centred),
    ]),
    ...narrow.flatMap((one, at) => {
      const x = places[at] ?? middleOf(one);
      return [
        by.words(String(one.count), x, top - 8, sizes.numbers, centred),
        by.line([x, top - 6], [middleOf(one), top], colors.outline),
      ];
    }),
  ].join("");
};

/** Draws a bar with its number behind it. */
const drawSingleBar = ([only]: readonly Segment[], top: number, place: string, by: Pencil): string =>
  only === undefined
    ? ""
    : by.area(only.from, top, only.to - only.from, barHeight, {
        fill: fillOf(only.series, place),
        stroke: colors.outline,
      }) + by.words(String(only.count), only.to + 6, top + barHeight / 2 + 5, sizes.numbers);

/** A row of a figure: its parts one after the other. */
export interface BarRow {
  readonly name: string;
  readonly total: number;
  readonly parts: readonly { readonly series: DrawnSeries; readonly count: number }[];
}

/** The rows of a figure, and what their numbers count. */
export interface Bars {
  readonly rows: readonly BarRow[];
  readonly axis: string;
  /** Rows are divided into parts; otherwise each has one number, which is behind its bar. */
  readonly isStacked: boolean;
  /** The largest width of the names of rows. */
  readonly widestName: number;
}

/** Returns the series of rows, each of which has all of them. */
export const seriesOf = (rows: readonly Pick<BarRow, "parts">[]): readonly DrawnSeries[] =>
  (rows[0]?.parts ?? []).map(({ series }) => series);

/** Draws the rows with their names, over a scale that begins at none. */
export const drawRows = (
  { rows, axis, isStacked, widestName }: Bars,
  place: string,
  top: number,
  by: Pencil,
): Drawn => {
  const rowHeight = barHeight + 10 + (isStacked ? calloutHeight : 0);
  const nameWidth = Math.min(widestName, Math.max(...rows.map(({ name }) => widthOf(name, sizes.words)))) + 10;
  const x = scaleLinear()
    .domain([0, Math.max(...rows.map(({ total }) => total))])
    .nice(5)
    .range([margin + nameWidth, width - margin - (isStacked ? 8 : 32)]);
  const y = scaleBand<number>()
    .domain(rows.keys())
    .range([top, top + rows.length * rowHeight]);
  const bottom = top + rows.length * rowHeight;
  const stacked = stack<BarRow, DrawnSeries>()
    .keys(seriesOf(rows))
    .value(({ parts }, series) => parts.find((one) => one.series === series)?.count ?? 0)(rows);
  const bars = rows.map(({ name: words }, row) => {
    const barTop = (y(row) ?? top) + rowHeight - barHeight - 5;
    const segments = stacked.flatMap((layer): Segment[] => {
      const [from = 0, to = 0] = layer[row] ?? [];
      return [{ series: layer.key, count: to - from, from: x(from), to: x(to) }];
    });
    const name = linesOf(words, sizes.words, nameWidth - 8);
    const nameTop = barTop + barHeight / 2 - (name.length * sizes.words * 1.35) / 2 - 1;
    const named = drawLines(words, margin, nameTop, sizes.words, nameWidth - 8, by);
    return named.svg + (isStacked ? drawBar : drawSingleBar)(segments, barTop, place, by);
  });
  const ticks = x.ticks(5).filter(Number.isInteger);
  const grid = ticks.map((tick) => by.line([x(tick), top], [x(tick), bottom], colors.grid));
  const numbers = ticks.map((tick) => by.words(String(tick), x(tick), bottom + 16, sizes.numbers, centred));
  const caption = drawLines(axis, margin, bottom + 22, sizes.numbers, width - 2 * margin, by);
  return { svg: [...grid, ...bars, ...numbers, caption.svg].join(""), bottom: caption.bottom };
};

/** The words of a figure about itself, for readers who see it and those who do not. */
export interface FrameWords {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
}

/**
 * Returns a self-contained figure as SVG: it loads nothing, and describes in `title` and `desc` what it shows. Ids in
 * it begin with the figure's name, so that one page may contain several.
 */
export const frame = (
  figure: string,
  words: FrameWords,
  language: Language,
  { svg, bottom }: Drawn,
  series: readonly DrawnSeries[],
): string => {
  const height = Math.ceil(bottom + margin / 2);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": `${figure}-title ${figure}-desc`,
      "xml:lang": language,
      lang: language,
      direction: directionOf(language),
      "font-family": "Arial, Helvetica, sans-serif",
      fill: colors.words,
    },
    element("title", { id: `${figure}-title` }, text(words.title)),
    element("desc", { id: `${figure}-desc` }, text(words.description)),
    element("defs", {}, patternsOf(series, figure)),
    element("rect", { width, height, fill: colors.paper }),
    svg,
  );
};
