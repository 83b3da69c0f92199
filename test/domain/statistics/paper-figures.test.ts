import { beforeAll, describe, expect, test } from "vitest";
import { readStatusPaper } from "../../../demo/take-over/status-paper.ts";
import { endOfDay } from "../../../domain/base/time.ts";
import { countMeasure } from "../../../domain/statistics/count.ts";
import { figureData } from "../../../domain/statistics/paper-figures.ts";
import { type MechanismHistory, historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import { PaperFigure } from "../../../schemas/model/paper-figures.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";

let mechanism: MechanismHistory;
beforeAll(async () => {
  mechanism = historyOf(await journalOf2023());
});

const at = endOfDay(CalendarDate.parse("2023-06-09"));
const dataOf = (figure: PaperFigure, scope: StatisticsScope = {}, of = mechanism) =>
  figureData(figure, { mechanism: of, at, scope });
const numbersOf = (figure: PaperFigure, of = mechanism): Record<string, Record<string, number>> =>
  Object.fromEntries(
    dataOf(figure, {}, of).rows.map(({ group, languages, parts }) => [
      group ?? languages,
      Object.fromEntries(parts.filter(({ count }) => count > 0).map(({ series, count }) => [series, count])),
    ]),
  );
/** Returns the number of reviews of all rows in each series. */
const totalsOf = (figure: PaperFigure): Record<string, number> =>
  Object.values(numbersOf(figure)).reduce((sum, row) => {
    for (const [series, count] of Object.entries(row)) sum[series] = (sum[series] ?? 0) + count;
    return sum;
  }, {});

describe("figures of the day of the status paper show what the paper counts", () => {
  const paper = readStatusPaper();
  const { questionnaire, feedback, observations, totalReviews } = paper.stages;

  test("every figure but that of languages has all reviews of each group (paragraph 7)", () => {
    for (const figure of PaperFigure.options.filter((one) => one !== "languages"))
      expect(dataOf(figure).rows.map(({ group, total }) => [group, total])).toEqual(
        paper.groups.map(({ group, reviews }) => [`c1-g${group}`, reviews]),
      );
  });

  test("I: those that miss focal points (paragraphs 15 and 16)", () => {
    const missing = paper.reviewsNotCommencedForMissingFocalPoints.value;
    expect(totalsOf("missing-focal-points")).toEqual({
      "missing-focal-point": missing,
      "no-focal-point-missing": totalReviews.value - missing,
    });
  });

  test("II: their status, with the bin that the paper forgets (paragraph 23)", () => {
    expect(totalsOf("status")).toEqual({
      nomination: 93,
      consultation: 41,
      questionnaire: questionnaire.value,
      feedback: feedback.value,
      observations: observations.value,
    });
    expect(numbersOf("status")["c1-g2"]).toEqual({ nomination: 30, consultation: 11, questionnaire: 22 });
  });

  test("III: consultations held (paragraph 26)", () => {
    expect(totalsOf("consultations")["consultation-held"]).toBe(paper.consultations.held.value);
    expect(numbersOf("consultations")["c1-g3"]).toEqual({ "consultation-not-held": 64 });
  });

  test("IV: languages, those of most reviews first (paragraph 28)", () => {
    const { one, two, three } = paper.languages;
    const selected = Object.entries<number>({ ...one, ...two, ...three });
    expect(numbersOf("languages")).toEqual(
      Object.fromEntries(selected.map(([languages, count]) => [languages, { "languages-agreed": count }])),
    );
    const totals = dataOf("languages").rows.map(({ total }) => total);
    expect(totals).toEqual(totals.toSorted((first, second) => second - first));
  });

  test("V: questionnaires submitted and in preparation (paragraphs 23 and 31)", () => {
    expect(totalsOf("questionnaires")).toEqual({
      "questionnaire-submitted": paper.questionnaires.submitted.value,
      "questionnaire-in-preparation": questionnaire.value,
      "questionnaire-not-begun": 134,
    });
  });

  test("VI: written feedback under way and concluded (paragraphs 23 and 34)", () => {
    expect(totalsOf("feedback")).toEqual({
      "feedback-concluded": observations.value,
      "feedback-under-way": feedback.value,
      "feedback-not-reached": 162,
    });
  });
});

test("parts sum to the total of their row, and rows to the measure", () => {
  for (const figure of PaperFigure.options) {
    const { rows } = dataOf(figure);
    for (const { total, parts } of rows) expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    const measure = figure === "languages" ? "languages-agreed" : "reviews";
    const all = rows.reduce((sum, { total }) => sum + total, 0);
    expect([figure, all]).toEqual([figure, countMeasure(measure, { mechanism, at, scope: {} }).total]);
  }
});

test("a review of a party that left is counted separately, unless it had come to what the figure is about", () => {
  const left = (stage: "questionnaire" | "feedback") =>
    mechanism.reviews.find((one) => one.stages.some((each) => each.stage === stage && each.to === undefined))?.id;
  const gone = new Set([left("questionnaire"), left("feedback")]);
  const reviews = mechanism.reviews.map((one) => (gone.has(one.id) ? { ...one, discontinuedAt: at } : one));
  const later = { ...mechanism, reviews };
  const sumOf = (figure: PaperFigure, series: string): number =>
    Object.values(numbersOf(figure, later)).reduce((sum, row) => sum + (row[series] ?? 0), 0);
  expect(gone.size).toBe(2);
  expect(["status", "questionnaires", "feedback"].map((one) => sumOf(PaperFigure.parse(one), "discontinued"))).toEqual([
    2, 1, 1,
  ]);
  expect([
    sumOf("questionnaires", "questionnaire-submitted"),
    sumOf("questionnaires", "questionnaire-in-preparation"),
  ]).toEqual([27, 27]);
});

test("it is narrowed to a group and a cluster, and says so", () => {
  const group = GroupId.parse("c1-g2");
  expect(dataOf("status", { group })).toMatchObject({ asAt: "2023-06-09", group, rows: [{ group, total: 63 }] });
  expect(dataOf("status", { cluster: 4 })).toEqual({ figure: "status", asAt: "2023-06-09", cluster: 4, rows: [] });
});

test("groups come in the order of their numbers, the second before the tenth", () => {
  const [first, second] = mechanism.reviews;
  const inGroup = (review: typeof first, group: string, id: string) =>
    review === undefined ? [] : [{ ...review, id: ReviewId.parse(id), group: GroupId.parse(group) }];
  const reviews = [...inGroup(first, "c1-g10", "c1-XA"), ...inGroup(second, "c1-g2", "c1-XB")];
  expect(dataOf("status", {}, { ...mechanism, reviews }).rows.map(({ group }) => group)).toEqual(["c1-g2", "c1-g10"]);
});
