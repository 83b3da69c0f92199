import { binOn, type Counted, type CountedOne, languagesOn, type Measure, measures } from "./measures.ts";

import type { CountedReview } from "./counted-review.ts";
import type { ShownFigure } from "./read-papers.ts";

/** The recounted part of a figure: every row with its total and its series. */
export type CountedFigure = ReadonlyMap<string, number>;

/** In which series of a figure a review is: in the first that fits, and in the last where none does. */
type SeriesOf = (review: CountedReview) => string;

const seriesOf = (figure: ShownFigure["figure"], counted: Counted, day: string): SeriesOf => {
  const of = (measure: Measure): ReadonlySet<string> =>
    new Set(measures[measure](counted, day).map(({ key }: CountedOne) => key));
  const first = (
    those: readonly (readonly [name: string, ids: ReadonlySet<string>])[],
    otherwise: string,
  ): SeriesOf => {
    return ({ id }) => those.find(([, ids]) => ids.has(id))?.[0] ?? otherwise;
  };
  const inBin = (bin: string): ReadonlySet<string> =>
    new Set(counted.reviews.filter((review) => binOn(review, day) === bin).map(({ id }) => id));
  switch (figure) {
    case "missing-focal-points":
      return first([["missing-focal-point", of("reviews-missing-focal-point")]], "no-focal-point-missing");
    case "status":
      return (review) => binOn(review, day) ?? "";
    case "consultations":
      return first([["consultation-held", of("consultations-held")]], "consultation-not-held");
    case "languages":
      return () => "languages-agreed";
    case "questionnaires":
      return first(
        [
          ["questionnaire-submitted", of("questionnaires-submitted")],
          ["questionnaire-in-preparation", inBin("questionnaire")],
          ["discontinued", inBin("discontinued")],
        ],
        "questionnaire-not-begun",
      );
    case "feedback":
      return first(
        [
          ["feedback-concluded", of("feedback-concluded")],
          ["feedback-under-way", of("feedback-reached")],
          ["discontinued", inBin("discontinued")],
        ],
        "feedback-not-reached",
      );
  }
};

/** The row of a review: of languages those that were agreed, and none where they were not; else its group. */
const rowOf = (figure: ShownFigure["figure"], review: CountedReview, day: string): string | undefined => {
  if (figure !== "languages") return review.group;
  const languages = languagesOn(review, day);
  return languages === undefined || languages === "open" ? undefined : languages.toSorted().join("+");
};

/** A figure of the paper, counted from the journal: by row, and by row and series. What counts nothing is left out. */
export const countedFigure = (figure: ShownFigure["figure"], counted: Counted, day: string): CountedFigure => {
  const found = seriesOf(figure, counted, day);
  const cells = new Map<string, number>();
  const add = (cell: string): void => void cells.set(cell, (cells.get(cell) ?? 0) + 1);
  for (const review of counted.reviews) {
    const row = review.drawnOn > day ? undefined : rowOf(figure, review, day);
    if (row === undefined) continue;
    add(row);
    add(`${row} ${found(review)}`);
  }
  return cells;
};

/** Returns these cells of a figure as shown. */
export const shownFigure = ({ rows }: ShownFigure): CountedFigure =>
  new Map(
    rows.flatMap(({ group, languages, total, parts }) => {
      const row = group ?? languages ?? "";
      const cells = parts.map(({ series, count }) => [`${row} ${series}`, count] as const);
      return [[row, total] as const, ...cells].filter(([, count]) => count > 0);
    }),
  );
