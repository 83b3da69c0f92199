import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, endOfDay, startOfDay } from "../../../domain/base/time.ts";
import { gateProjection } from "../../../domain/statistics/gate-projection.ts";
import type { ReviewHistory } from "../../../domain/statistics/review-history.ts";
import type { StageSpan } from "../../../domain/statistics/stage-spans.ts";
import type { MechanismHistory } from "../../../domain/statistics/mechanism-history.ts";
import { groupIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import { Stage } from "../../../schemas/model/review.ts";
import { day, party } from "../../fixtures/changes.ts";

const codes = ["FR", "DE", "BR", "JP", "IE", "KE", "TD", "PE", "AT", "UY"] as const;
const start = day("2020-12-01");
const group = groupIdOf(1, 1);

/**
 * Returns the history of a review that started with its group, from the number of days of each of its steps. It is
 * still in the step after them.
 */
const historyOf = (code: string, took: readonly number[], more: Partial<ReviewHistory> = {}): ReviewHistory => {
  const stages: StageSpan[] = [];
  let from = start;
  for (const [place, days] of took.entries()) {
    const to = addDays(from, days);
    const stage = Stage.options[place + 1] ?? "concluded";
    stages.push({ stage, from: startOfDay(from), to: startOfDay(to) });
    from = to;
  }
  stages.push({ stage: Stage.options[took.length + 1] ?? "concluded", from: startOfDay(from) });
  const none = {
    seats: [],
    mandates: [],
    obligations: [],
    delays: [],
    languages: [],
    answers: [],
    denouncedAt: new Map(),
    redrawsAsked: [],
    redraws: [],
  };
  return {
    ...none,
    id: reviewIdOf(1, party(code)),
    cluster: 1,
    group,
    party: party(code),
    drawnAt: startOfDay(day("2020-11-01")),
    startedAt: startOfDay(start),
    stages,
    ...more,
  };
};

const mechanismOf = (reviews: readonly ReviewHistory[]): MechanismHistory => ({
  reviews,
  parties: new Map(),
  people: new Map(),
  planned: new Map([[group, start]]),
});
const projected = (reviews: readonly ReviewHistory[], asAt: string) =>
  gateProjection({ mechanism: mechanismOf(reviews), at: endOfDay(day(asAt)), scope: {} });

/**
 * Returns ten reviews, of which seven are needed. One is concluded after 100, one after 200, one after 300 … days; the
 * others are in the last step.
 */
const concludedAfter = (...days: readonly number[]): ReviewHistory[] =>
  codes.map((code, place) => {
    const all = days[place];
    return historyOf(code, all === undefined ? [10, 10, 10, 10] : [10, 10, 10, 10, all - 40]);
  });

describe("the gate of 70 per cent", () => {
  test("was reached on the day of the conclusion that was needed last, and nothing is projected then", () => {
    const { state, reachedOn, points, needed, concluded } = projected(
      concludedAfter(100, 200, 300, 300, 300, 400, 500, 600),
      "2024-01-01",
    );
    expect({ state, needed, concluded, reachedOn }).toEqual({
      state: "reached",
      needed: 7,
      concluded: 8,
      reachedOn: addDays(start, 500),
    });
    expect(new Set(points.map(({ series }) => series))).toEqual(new Set(["concluded"]));
    expect(points.at(0)).toEqual({ series: "concluded", day: start, concluded: 0 });
    expect(points.at(-1)).toEqual({ series: "concluded", day: "2024-01-01", concluded: 8 });
  });

  test("is not projected from fewer than four reviews that passed a step ahead", () => {
    const { state, quick, steps } = projected(concludedAfter(100, 200, 300), addDays(start, 310));
    expect({ state, quick }).toEqual({ state: "too-little", quick: undefined });
    expect(steps.map(({ step, passed }) => [step, passed])).toEqual([
      ["nomination", 10],
      ["consultation", 10],
      ["questionnaire", 10],
      ["feedback", 10],
      ["observations", 3],
    ]);
  });

  test("is projected by the quartiles of the days of each step, counted from when each review came to its own", () => {
    const reviews = concludedAfter(140, 240, 340, 440, 540);
    const { state, quick, middle, slow, withoutPace, steps } = projected(reviews, addDays(start, 40));
    expect(steps.at(-1)).toEqual({ step: "observations", passed: 0 });
    expect(state).toBe("too-little");
    const later = projected(
      reviews.map((one, place) => (place < 5 ? one : historyOf(codes[place] ?? "", [10, 10, 10, 400]))),
      addDays(start, 540),
    );
    // They came to the last step after 430 days; it took 100, 200, 300, 400 and 500, of which those over 110 give the
    // rest.
    expect(later.steps.at(-1)).toEqual({ step: "observations", passed: 5, quick: 200, middle: 300, slow: 400 });
    expect([later.quick, later.middle, later.slow]).toEqual([275, 350, 425].map((days) => addDays(start, 430 + days)));
    expect([quick, middle, slow, withoutPace, later.withoutPace]).toEqual([undefined, undefined, undefined, 0, 0]);
  });

  test("is not reached at this pace where reviews are in their step longer than any that passed it", () => {
    const { state, withoutPace, quick } = projected(concludedAfter(100, 110, 120, 130), addDays(start, 2000));
    expect({ state, withoutPace, quick }).toEqual({ state: "not-at-this-pace", withoutPace: 6, quick: undefined });
  });

  test("does not count a review whose party left", () => {
    const reviews = concludedAfter(100, 200, 300, 400, 500, 600, 700);
    const left = reviews.map((one, place) =>
      place < 9 ? one : { ...one, discontinuedAt: startOfDay(addDays(start, 60)) },
    );
    expect(projected(left, addDays(start, 50)).of).toBe(10);
    expect(projected(left, addDays(start, 70))).toMatchObject({ of: 9, needed: 7 });
  });

  test("comes no sooner at a slower pace, and the same facts give the same days", () => {
    const took = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 0, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(took, { minLength: 10, maxLength: 10 }), fc.nat(1500), (all, days) => {
        const reviews = codes.map((code, place) => historyOf(code, all[place] ?? []));
        const asAt = addDays(start, days);
        const one = projected(reviews, asAt);
        expect(projected(reviews.toReversed(), asAt)).toEqual(one);
        const reached = [one.quick, one.middle, one.slow].map((each) => each ?? "9999-12-31");
        expect(reached).toEqual(reached.toSorted());
        if (one.state === "projected") expect(reached[0] !== undefined && reached[0] > asAt).toBe(true);
      }),
    );
  });
});
