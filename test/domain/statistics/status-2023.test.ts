import { beforeAll, describe, expect, test } from "vitest";
import { compareWithPaper, mustBeEqual } from "../../../demo/take-over/compare.ts";
import { mayDiffer } from "../../../demo/take-over/paper-rows.ts";
import { registerRows } from "../../../demo/take-over/register-rows.ts";
import { readStatusFile, readStatusPaper } from "../../../demo/take-over/status-paper.ts";
import { endOfDay } from "../../../domain/base/time.ts";
import { countMeasure, countedBy } from "../../../domain/statistics/count.ts";
import { measures } from "../../../domain/statistics/measures.ts";
import { type MechanismHistory, historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { CalendarDate, type Instant } from "../../../schemas/base/values.ts";
import { Measure, Statistics } from "../../../schemas/model/statistics.ts";
import { statisticsOf } from "../../../domain/views/statistics.ts";
import { contactCounts } from "../../../domain/registers/contact-counts.ts";
import { registerStatistics } from "../../../domain/registers/register-statistics.ts";
import { RegisterContent } from "../../../schemas/model/register.ts";
import { RegisterStatistics } from "../../../schemas/views/register-statistics.ts";
import { day, registerEntryId } from "../../fixtures/changes.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";

let mechanism: MechanismHistory;
beforeAll(async () => {
  mechanism = historyOf(await journalOf2023());
});

const at = endOfDay(CalendarDate.parse("2023-06-09"));
const partsOf = (measure: Measure, dimension: string): Record<string, number> =>
  Object.fromEntries(
    countMeasure(measure, { mechanism, at, scope: {} })
      .parts.filter(({ values }) => Object.keys(values).join() === dimension)
      .map(({ values, count }) => [String(Object.values(values)[0]), count]),
  );

/** Returns the statistics of a day, with the change since an earlier one. */
const statisticsOn = (asAt: CalendarDate, since: CalendarDate) => {
  const count = { mechanism, at: endOfDay(asAt), scope: {} };
  const countedAt = (end: Instant) => (measure: Measure) => countMeasure(measure, { ...count, at: end });
  const measured = statisticsOf(Measure.options, count.scope, {
    counted: countedAt(count.at),
    before: countedAt(endOfDay(since)),
    definitionOf: () => "",
    namesParties: true,
  });
  // As a client reads it.
  return JSON.parse(JSON.stringify(Statistics.parse({ asAt, since, measures: [...measured] })));
};

/** Returns the register counts of the made-up state on a day, as a client reads them. */
const registersOn = (asAt: CalendarDate) => {
  const states = [...mechanism.parties.values()].flatMap(({ party: one }) => (one.kind === "STATE" ? [one.id] : []));
  const entries = registerRows(readStatusPaper(), states).map((content, place) => ({
    id: registerEntryId(place + 1),
    content: RegisterContent.parse(content),
  }));
  const counts = registerStatistics(entries, asAt, () => "");
  return JSON.parse(JSON.stringify(RegisterStatistics.parse({ asAt, counts, contacts: contactCounts([], asAt) })));
};

describe("a made-up state of the day of the status paper", () => {
  const compared = () =>
    compareWithPaper(readStatusFile(), {
      now: statisticsOn(day("2023-06-09"), day("2022-12-31")),
      halfYearBefore: statisticsOn(day("2022-12-31"), day("2022-06-30")),
      registers: registersOn(day("2023-06-09")),
    });

  test("is counted as the paper counts, but for the rows of a short list, which all differ", () => {
    const differing = compared().filter(({ paper, system }) => paper !== system);
    expect(differing.map(({ path }) => path)).toEqual(Object.keys(mayDiffer));
    expect(differing.filter(mustBeEqual)).toEqual([]);
  });

  test("is compared in every number of the paper, but for settings", () => {
    const numbersIn = (value: unknown, path: string): readonly string[] => {
      if (typeof value === "number") return [path];
      if (typeof value !== "object" || value === null || path.startsWith("contradictions")) return [];
      return Object.entries(value)
        .filter(([name]) => !["paragraph", "footnote", "group"].includes(name))
        .flatMap(([name, within]) => numbersIn(within, path === "" ? name : `${path}.${name}`));
    };
    const compares = new Set(compared().map(({ path }) => path));
    const others = numbersIn(readStatusFile(), "").filter((path) => !compares.has(path));
    expect(others).toEqual(["draws.redrawCap.value", "phaseGate.percent.value"]);
  });

  test("has every review in one stage, with the bin that the paper forgets (paragraphs 15 and 23)", () => {
    expect(partsOf("reviews-by-stage", "stage")).toEqual({
      nomination: 93,
      consultation: 41,
      questionnaire: 28,
      feedback: 25,
      observations: 2,
    });
  });
});

test("parts sum to the total under every value that one counts under once, and pass it under none", () => {
  for (const measure of Measure.options) {
    const { parts, total: all } = countMeasure(measure, { mechanism, at, scope: {} });
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
        expect([measure, group, countedBy(measure, { mechanism, at, scope: { group: group as never } }).size]).toEqual([
          measure,
          group,
          count,
        ]);
});

test("a measure that counts for good never falls from one day to the next", () => {
  const days = ["2020-12-01", "2021-06-30", "2021-12-31", "2022-06-30", "2022-12-31", "2023-06-09"];
  for (const measure of Measure.options.filter((each) => measures[each].cumulative === true)) {
    const totals = days.map((each) => countMeasure(measure, { mechanism, at: endOfDay(day(each)), scope: {} }).total);
    expect([measure, totals]).toEqual([measure, totals.toSorted((one, other) => one - other)]);
  }
});
