import { expect, test } from "vitest";
import { endOfDay } from "../../../domain/base/time.ts";
import { countMeasure } from "../../../domain/statistics/count.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { RegionalGroup } from "../../../schemas/base/values.ts";
import { at, day, party } from "../../fixtures/changes.ts";
import { Play } from "../review/play.ts";

test("parties to an instrument count from the day on which they joined it, before the launch as well", () => {
  const registered = (code: string, joined: object) => ({
    subject: `party#${code}`,
    facts: [
      {
        kind: "party-registered" as const,
        happenedAt: at("2020-10-16T10:00:00.000Z"),
        party: party(code),
        partyKind: "STATE" as const,
        name: code,
        regionalGroup: RegionalGroup.parse("WEOG"),
        joined,
        participation: "takes-part" as const,
      },
    ],
  });
  const mechanism = historyOf([
    registered("FR", { UNTOC: day("2003-09-29"), TIP: day("2003-12-25") }),
    registered("KE", { UNTOC: day("2004-06-16") }),
  ]);
  const countOn = (on: string) => {
    const { total, parts } = countMeasure("parties-to-instruments", { mechanism, at: endOfDay(day(on)), scope: {} });
    const tip = parts.find(({ values }) => values.instrument === "TIP" && Object.keys(values).length === 1);
    return [total, tip?.count ?? 0];
  };
  expect(["2003-09-28", "2003-09-29", "2003-12-25", "2004-06-16"].map(countOn)).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 1],
  ]);
});

test("a review has not started in substance from its start until its questionnaire begins", () => {
  const play = new Play().start();
  const mechanism = historyOf([{ subject: `review#${play.review.id}`, facts: [...play.facts] }]);
  const countOn = (on: string) =>
    countMeasure("reviews-before-questionnaire", { mechanism, at: endOfDay(day(on)), scope: {} }).total;
  expect(["2020-11-30", "2020-12-01"].map(countOn)).toEqual([0, 1]);
});
