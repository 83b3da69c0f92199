import { Measure } from "../../schemas/model/statistics.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { type PlayedCourse, playCourse, verifyWith } from "./course.ts";
import { type Defect, expectReported, inAnswers, once } from "./answer-changes.ts";

let api: PlayedCourse;
beforeAll(async () => {
  api = await playCourse();
});

/** Changes one measure of the statistics as at one day. */
const inMeasure = (name: string, asAt: string, change: (measure: any) => any): Defect[1] => ({
  answers: [
    {
      path: /^\/v1\/statistics$/u,
      change: (body) =>
        body.asAt === asAt
          ? { ...body, measures: once(({ measure }) => measure === name, change)(body.measures) }
          : body,
    },
  ],
});
const today = "2021-07-01";

const defects: readonly Defect[] = [
  [
    "a total of an earlier day is one too many",
    inMeasure("consultations-held", "2020-12-31", (measure) => ({ ...measure, total: measure.total + 1 })),
    "statistic-wrong",
    /^consultations-held as at 2020-12-31$/u,
  ],
  [
    "a person counts in the part of another group",
    inMeasure("focal-points", today, (measure) => ({
      ...measure,
      parts: measure.parts.map((part: any) => (part.group === "c1-g1" ? { ...part, group: "c1-g2" } : part)),
    })),
    "statistic-wrong",
    /^focal-points by group c1-g1 as at 2021-07-01$/u,
  ],
  ["a measure is left out", inMeasure("duties-late", today, () => undefined), "statistic-wrong", /^duties-late as at/u],
  [
    "a stage counts one review too few",
    inMeasure("reviews-by-stage", today, (measure) => ({
      ...measure,
      parts: measure.parts.map((part: any) =>
        part.stage === "nomination" && part.group === undefined && part.cluster === undefined
          ? { ...part, count: part.count - 1 }
          : part,
      ),
    })),
    "statistic-parts-wrong",
    /^reviews-by-stage as at 2021-07-01$/u,
  ],
  [
    "a member is lost from a list",
    inAnswers(/^\/v1\/statistics\/duties-open\/members$/u, (items) => items.slice(1)),
    "statistic-members-wrong",
    /^duties-open$/u,
  ],
];

describe("the checker, over counts as at days,", () => {
  test("finds nothing wrong with any measure, in total and by group, on any day", async () => {
    const { findings, counts } = await verifyWith(api, {});
    expect(findings).toEqual([]);
    // The ends of both half years since the launch, and today; a day before the launch has the one measure that is counted then.
    const together = counts.get("measures of several groups counted again") ?? 0;
    expect(together).toBeGreaterThan(40);
    expect(counts.get("measures counted again")).toBe(3 * Measure.options.length + 1 + together);
    expect(counts.get("lists of members of measures")).toBe(Measure.options.length);
    expect(counts.get("parts of measures counted again")).toBeGreaterThan(48);
  });

  test.each(defects)("reports that %s", (...defect) => expectReported(api, defect));
});
