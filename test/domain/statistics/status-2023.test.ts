import { beforeAll, describe, expect, test } from "vitest";
import { readStatusPaper } from "../../../demo/take-over/status-paper.ts";
import { endOfDay } from "../../../domain/base/time.ts";
import { countMeasure, countedBy, percentOf } from "../../../domain/statistics/count.ts";
import { measures } from "../../../domain/statistics/measures.ts";
import { type World, worldOf } from "../../../domain/statistics/world.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import { Measure, type StatisticsScope } from "../../../schemas/model/statistics.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";

let world: World;
beforeAll(async () => {
  world = worldOf(await journalOf2023());
});

const at = endOfDay(CalendarDate.parse("2023-06-09"));
const total = (measure: Measure, scope: StatisticsScope = {}): number =>
  countMeasure(measure, { world, at, scope }).total;
const partsOf = (measure: Measure, dimension: string): Record<string, number> =>
  Object.fromEntries(
    countMeasure(measure, { world, at, scope: {} })
      .parts.filter(({ values }) => Object.keys(values).join() === dimension)
      .map(({ values, count }) => [String(Object.values(values)[0]), count]),
  );

describe("a state of the day of the status paper is counted as the paper counts", () => {
  const paper = readStatusPaper();

  test("its parties, groups and reviews (paragraphs 5 to 9 and 22)", () => {
    expect(
      ["parties-taking-part", "states-taking-part", "organizations-taking-part"].map((each) =>
        total(Measure.parse(each)),
      ),
    ).toEqual([189, 188, 1]);
    expect(partsOf("reviews-started", "group")).toEqual({ "c1-g1": 62, "c1-g2": 63, "c1-g3": 64 });
    expect([total("new-parties"), total("parties-joining-protocols"), total("accessions-to-protocols")]).toEqual([
      1, 6, 7,
    ]);
  });

  test("its focal points, experts and observers (paragraphs 12 to 15, 18 and 19)", () => {
    const { focalPoints, experts, observers } = paper;
    expect(total("focal-points")).toBe(focalPoints.nominated.value);
    expect(total("parties-with-focal-point")).toBe(focalPoints.statesWith.value);
    expect(partsOf("focal-points", "gender")["female"]).toBe(focalPoints.female.value);
    expect(total("parties-with-several-focal-points")).toBe(focalPoints.statesWithMoreThanOne.value);
    expect(total("parties-that-changed-focal-point")).toBe(focalPoints.statesThatChanged.value);
    expect(total("parties-without-focal-point")).toBe(focalPoints.statesWithout.value);
    expect(total("experts")).toBe(experts.nominated.value);
    expect(partsOf("experts", "gender")["female"]).toBe(experts.female.value);
    expect(total("parties-with-observer")).toBe(observers.states.value);
  });

  test("its stages, with the bin that the paper forgets (paragraphs 15, 23 and 24)", () => {
    expect(partsOf("reviews-by-stage", "stage")).toEqual({
      nomination: 93,
      consultation: 41,
      questionnaire: 28,
      feedback: 25,
      observations: 2,
    });
    expect([total("reviews-not-commenced"), total("reviews-advancing"), total("reviews-concluded")]).toEqual([
      93, 55, 0,
    ]);
  });

  test("its consultations, languages, questionnaires and feedback (paragraphs 26 to 36)", () => {
    expect([total("consultations-held"), total("consultations-without-meeting")]).toEqual([54, 1]);
    expect(partsOf("languages-agreed", "languages")).toEqual({
      ...paper.languages.one,
      ...paper.languages.two,
      ...paper.languages.three,
    });
    expect([total("questionnaires-submitted"), total("feedback-concluded"), total("lists-published")]).toEqual([
      27, 2, 0,
    ]);
  });

  test("its percentages, which the paper rounds (paragraphs 12 to 15, 18 and 26)", () => {
    const share = (measure: Measure): number => {
      const base = measures[measure].shareOf;
      return base === undefined ? Number.NaN : percentOf(total(measure), total(base));
    };
    expect(
      (
        [
          "parties-with-several-focal-points",
          "parties-that-changed-focal-point",
          "parties-without-focal-point",
          "consultations-held",
        ] as const
      ).map(share),
    ).toEqual([5, 35, 21, 29]);
    expect(share("reviews-in-one-language")).toBe(66);
  });
});

test("parts sum to the total under every value that one counts under once, and pass it under none", () => {
  for (const measure of Measure.options) {
    const { parts, total: all } = countMeasure(measure, { world, at, scope: {} });
    for (const dimensions of measures[measure].parts) {
      const own = parts.filter(
        ({ values }) =>
          Object.keys(values)
            .filter((key) => key !== "cycle")
            .join() === dimensions.join(),
      );
      const sum = own.reduce((before, { count }) => before + count, 0);
      const overlaps = dimensions.some((each) => measures[measure].overlapping.includes(each));
      expect([measure, dimensions, overlaps ? sum >= all : sum]).toEqual([measure, dimensions, overlaps ? true : all]);
      expect(Math.max(0, ...own.map(({ count }) => count))).toBeLessThanOrEqual(all);
    }
  }
});

test("a part by group is what the measure counts when it is narrowed to that group", () => {
  for (const measure of Measure.options.filter((each) => measures[each].parts.some((one) => one.join() === "group")))
    for (const [group, count] of Object.entries(partsOf(measure, "group")))
      if (
        measures[measure].least === undefined &&
        measures[measure].without === undefined &&
        measures[measure].among === undefined
      )
        expect([measure, group, countedBy(measure, { world, at, scope: { group: group as never } }).size]).toEqual([
          measure,
          group,
          count,
        ]);
});

test("a measure that counts for good never falls from one day to the next", () => {
  const days = ["2020-12-01", "2021-06-30", "2021-12-31", "2022-06-30", "2022-12-31", "2023-06-09"];
  for (const measure of Measure.options.filter((each) => measures[each].cumulative === true)) {
    const totals = days.map(
      (day) => countMeasure(measure, { world, at: endOfDay(CalendarDate.parse(day)), scope: {} }).total,
    );
    expect([measure, totals]).toEqual([measure, totals.toSorted((one, other) => one - other)]);
  }
});
