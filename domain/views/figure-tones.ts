import type { FigureSeries } from "../../schemas/model/paper-figures.ts";
import { element } from "./svg.ts";

/** The fill of an area: a ground, and lines or dots over it that distinguish it in grey. */
interface Tone {
  readonly ground: string;
  /** One colour that represents it where nothing is drawn over a ground. */
  readonly solid: string;
  readonly ink?: string;
  /** A path in a square of 8 by 8 that is repeated. */
  readonly mark?: string;
}

const rising = "M-2 2L2 -2M0 8L8 0M6 10L10 6";
const falling = "M-2 6L2 10M0 0L8 8M6 -2L10 2";

const tones = {
  blank: { ground: "#ffffff", solid: "#ededed" },
  hatched: { ground: "#fdf0e3", solid: "#e8a15c", ink: "#b4540a", mark: rising },
  dotted: { ground: "#d5dde3", solid: "#b4bfc7", ink: "#3c4a55", mark: "M2 2h.01M6 6h.01" },
  light: { ground: "#a9cfee", solid: "#a9cfee" },
  striped: { ground: "#5f9fd4", solid: "#5f9fd4", ink: "#ffffff", mark: falling },
  middle: { ground: "#2f6fa8", solid: "#2f6fa8" },
  dark: { ground: "#0b2f55", solid: "#0b2f55" },
  crossed: { ground: "#ffffff", solid: "#8c8c8c", ink: "#6b6b6b", mark: `${rising}${falling}` },
} as const satisfies Record<string, Tone>;
type ToneName = keyof typeof tones;

/** The series of figures: those of the paper, and stalled reviews by whether they wait for one act alone. */
export type DrawnSeries = FigureSeries | "one-act" | "several-acts";

/** The tone of each series: what is reached is darker than what is ahead, and what waits for a person is marked. */
const toneOf: { readonly [S in DrawnSeries]: ToneName } = {
  scheduled: "blank",
  nomination: "hatched",
  consultation: "dotted",
  questionnaire: "light",
  feedback: "striped",
  observations: "middle",
  concluded: "dark",
  discontinued: "crossed",
  "missing-focal-point": "hatched",
  "no-focal-point-missing": "middle",
  "consultation-held": "middle",
  "consultation-not-held": "blank",
  "languages-agreed": "middle",
  "questionnaire-submitted": "middle",
  "questionnaire-in-preparation": "striped",
  "questionnaire-not-begun": "blank",
  "feedback-concluded": "dark",
  "feedback-under-way": "striped",
  "feedback-not-reached": "blank",
  "one-act": "middle",
  "several-acts": "hatched",
};

/** Returns the fill of an area of a series; `place` distinguishes figures of one page. */
export const fillOf = (series: DrawnSeries, place: string): string => {
  const tone: Tone = tones[toneOf[series]];
  return tone.mark === undefined ? tone.ground : `url(#${place}-${toneOf[series]})`;
};

/** Returns the patterns that some series are filled with. */
export const patternsOf = (all: readonly DrawnSeries[], place: string): string =>
  [...new Set(all.map((series) => toneOf[series]))]
    .flatMap((name) => {
      const { ground, ink = ground, mark }: Tone = tones[name];
      if (mark === undefined) return [];
      return element(
        "pattern",
        { id: `${place}-${name}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        element("rect", { width: 8, height: 8, fill: ground }),
        element("path", { d: mark, fill: "none", stroke: ink, "stroke-width": 2, "stroke-linecap": "round" }),
      );
    })
    .join("");

/** Returns a series in one colour, and whether words on it are white. */
export const solidOf = (series: FigureSeries): { readonly color: string; readonly isDark: boolean } => {
  const name = toneOf[series];
  return { color: tones[name].solid, isDark: name === "middle" || name === "dark" };
};
