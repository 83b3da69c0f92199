import { defined } from "../../schemas/base/defined.ts";
import type { FigureSeries, PaperFigure, PaperFigureRow, PaperFigureView } from "../../schemas/model/paper-figures.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { ReviewBin } from "../../schemas/model/review-bin.ts";
import type { Measure, StatisticsScope } from "../../schemas/model/statistics.ts";
import { dayOf } from "../base/time.ts";
import { type Count, countedBy } from "./count.ts";
import type { Occurrence } from "./occurrences.ts";

/** The reviews that a measure counts, or those of them in one stage. */
export interface Series {
  readonly name: FigureSeries;
  readonly measure: Measure;
  readonly stage?: ReviewBin;
}

interface FigureDefinition {
  /** The measure whose reviews are divided into rows. */
  readonly of: Measure;
  readonly by: "group" | "languages";
  /** A review is in the first of these that counts it. */
  readonly series: readonly Series[];
}

const inStage = (stage: ReviewBin, name: FigureSeries = stage): Series => ({
  name,
  measure: "reviews-by-stage",
  stage,
});

/** A review of a party that left, as far as it did not come before that to what the figure is about. */
const discontinued = inStage("discontinued");

/** The figures of the status paper, by measures alone (paragraphs 16, 23, 26, 28, 31 and 34). The last series are all others. */
export const paperFigures: { readonly [F in PaperFigure]: FigureDefinition } = {
  "missing-focal-points": {
    of: "reviews",
    by: "group",
    series: [
      { name: "missing-focal-point", measure: "reviews-missing-focal-point" },
      { name: "no-focal-point-missing", measure: "reviews" },
    ],
  },
  status: {
    of: "reviews",
    by: "group",
    series: ReviewBin.options.map((stage) => inStage(stage)),
  },
  consultations: {
    of: "reviews",
    by: "group",
    series: [
      { name: "consultation-held", measure: "consultations-held" },
      { name: "consultation-not-held", measure: "reviews" },
    ],
  },
  languages: {
    of: "languages-agreed",
    by: "languages",
    series: [{ name: "languages-agreed", measure: "languages-agreed" }],
  },
  questionnaires: {
    of: "reviews",
    by: "group",
    series: [
      { name: "questionnaire-submitted", measure: "questionnaires-submitted" },
      inStage("questionnaire", "questionnaire-in-preparation"),
      discontinued,
      { name: "questionnaire-not-begun", measure: "reviews" },
    ],
  },
  feedback: {
    of: "reviews",
    by: "group",
    series: [
      { name: "feedback-concluded", measure: "feedback-concluded" },
      { name: "feedback-under-way", measure: "feedback-reached" },
      discontinued,
      { name: "feedback-not-reached", measure: "reviews" },
    ],
  },
};

/** Returns the measures that a figure shows. */
export const measuresOfFigure = (figure: PaperFigure): readonly Measure[] => {
  const { of, series } = paperFigures[figure];
  return [...new Set([of, ...series.map(({ measure }) => measure)])];
};

/** Returns the reviews of a series, by their ids. */
const membersOf = ({ measure, stage }: Series, count: Count): ReadonlySet<string> =>
  new Set(
    [...countedBy(measure, count)].flatMap(([review, all]) =>
      stage === undefined || all.some((one) => one.stage === stage) ? [review] : [],
    ),
  );

/** Returns the subject of a row, from one of its reviews. */
const rowOf = (
  by: FigureDefinition["by"],
  [first]: readonly Occurrence[],
): Pick<PaperFigureRow, "group" | "languages"> =>
  by === "group" ? { group: first?.group } : { languages: first?.languages };

/** Returns the rows in order: groups by their numbers; languages those of most reviews first. */
const inOrder = (one: PaperFigureRow, other: PaperFigureRow): number =>
  one.group !== undefined && other.group !== undefined
    ? one.group.localeCompare(other.group, "en", { numeric: true })
    : other.total - one.total || (one.languages ?? "").localeCompare(other.languages ?? "", "en");

/** Returns the rows of a figure, as the journal divides them. */
const figureRows = (figure: PaperFigure, count: Count): readonly PaperFigureRow[] => {
  const { of, by, series } = paperFigures[figure];
  const members = series.map((one) => ({ name: one.name, reviews: membersOf(one, count) }));
  const rows = Map.groupBy(countedBy(of, count), ([, all]) => JSON.stringify(rowOf(by, all)));
  return [...rows.values()].map((reviews) => {
    const bySeries = Map.groupBy(reviews, ([review]) => members.find((one) => one.reviews.has(review))?.name);
    return {
      ...rowOf(by, reviews[0]?.[1] ?? []),
      total: reviews.length,
      parts: series.map(({ name }) => ({ series: name, count: bySeries.get(name)?.length ?? 0 })),
    };
  });
};

/**
 * Returns the data of a figure of the status paper at an instant, in a part of the Mechanism. Every review of it is in
 * one row and one series, so that parts sum to totals.
 */
export const figureView = (
  figure: PaperFigure,
  asAt: CalendarDate,
  { cycle, cluster, group }: StatisticsScope,
  rows: readonly PaperFigureRow[],
): PaperFigureView => ({
  figure,
  asAt,
  ...defined({ cycle, cluster, group }),
  rows: rows.toSorted(inOrder),
});

/** Returns the data of a figure, counted from the journal. */
export const figureData = (figure: PaperFigure, count: Count): PaperFigureView =>
  figureView(figure, dayOf(count.at), count.scope, figureRows(figure, count));
