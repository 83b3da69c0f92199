import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { DemoStep, DemoCommand } from "../../demo/timeline.ts";
import { planDemo } from "../../demo/plan.ts";
import { firstDay, lastDay, tuesdayFrom, type Population } from "../../demo/population.ts";
import { playedByTheRules, preparedWorld } from "./demo-course.ts";
import { day } from "../domain/review/play.ts";

let prepared: Awaited<ReturnType<typeof preparedWorld>>;
let world: Population;
beforeAll(async () => {
  prepared = await preparedWorld();
  ({ world } = prepared);
});

const seeds = fc.integer();
const usual = [1, 2, 3, 4, 5];
const few = { numRuns: 20 };

const deeds = <Kind extends DemoCommand["kind"]>(plan: readonly DemoStep[], kind: Kind) =>
  plan.flatMap(({ does }) => (does.kind === kind ? [does as Extract<DemoCommand, { kind: Kind }>] : []));

describe("the course of a demo", () => {
  test("is equal for one seed, whatever the order of reviews and parties", () => {
    const shuffled = fc
      .tuple(
        fc.shuffledSubarray([...world.reviews], { minLength: world.reviews.length }),
        fc.shuffledSubarray([...world.parties], { minLength: world.parties.length }),
      )
      .map(([reviews, parties]): Population => ({ ...world, reviews, parties }));
    fc.assert(
      fc.property(shuffled, seeds, (other, seed) => {
        expect(planDemo(other, seed)).toEqual(planDemo(world, seed));
      }),
      few,
    );
  });

  test("is another one for another seed", () => {
    const courses = Array.from({ length: 20 }, (_, seed) => JSON.stringify(planDemo(world, seed)));
    expect(new Set(courses).size).toBe(20);
  });

  test("goes from day to day, from the start of the group to the middle of 2023", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const days = planDemo(world, seed).map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
        expect(days.filter((on) => on <= firstDay || on > lastDay)).toEqual([]);
      }),
      few,
    );
  });

  test("names no person twice, and lets no person act before being named", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const named = new Set<string>();
        const nameOf = (one: object) => JSON.stringify(one);
        for (const { by, does } of planDemo(world, seed)) {
          if ("number" in by) expect(named).toContain(nameOf({ role: by.role, party: by.party, number: by.number }));
          const person = does.kind === "name" ? does.person : does.kind === "replace" ? does.by : undefined;
          if (person === undefined) continue;
          expect(named).not.toContain(nameOf(person));
          named.add(nameOf(person));
        }
      }),
      few,
    );
  });

  test("requests nothing that the rules refuse or that changes nothing, on any day and in any stage", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(playedByTheRules(prepared, planDemo(world, seed)).stumbles).toEqual([]);
      }),
      few,
    );
  });

  test.each(usual)("leaves reviews in every stage behind, and many that miss a focal point (seed %i)", (seed) => {
    const { reviews } = playedByTheRules(prepared, planDemo(world, seed));
    const stages = Map.groupBy(reviews, ({ stage }) => stage);
    const count = (stage: (typeof reviews)[number]["stage"]): number => stages.get(stage)?.length ?? 0;
    expect(reviews).toHaveLength(62);
    expect(count("scheduled")).toBe(0);
    // A half of all reviews had not commenced by mid 2023 (background paper, paragraph 15).
    expect(count("nomination")).toBeGreaterThan(12);
    expect(count("nomination")).toBeLessThan(38);
    for (const stage of ["consultation", "questionnaire", "feedback", "observations", "concluded"] as const)
      expect([stage, count(stage) > 0]).toEqual([stage, true]);
    expect(count("concluded")).toBeLessThan(9);
  });

  test.each(usual)("has all kinds of events of reviews (seed %i)", (seed) => {
    const plan = planDemo(world, seed);
    const missing = (
      [
        ["replace", "remove", "delay", "return-answers", "return-feedback", "open-answers", "request", "answer"],
        ["correct", "request-redraw", "redraw", "publish", "consent"],
      ] as const
    )
      .flat()
      .filter((kind) => deeds(plan, kind).length === 0);
    expect(missing).toEqual([]);
    const outcomes = deeds(plan, "outcome");
    expect(outcomes.filter(({ withoutMeeting }) => withoutMeeting !== undefined)).toHaveLength(1);
    const languages = [...outcomes, ...deeds(plan, "languages")].flatMap((one) => one.languages ?? []);
    expect(languages.some((one) => "open" in one)).toBe(true);
    for (const many of [1, 2, 3])
      expect(languages.some((one) => "languages" in one && one.languages.length === many)).toBe(true);
    const ahead = deeds(plan, "replace").filter(({ effectiveOn }) => effectiveOn !== undefined);
    expect(ahead.length).toBeGreaterThan(0);
    expect(deeds(plan, "replace").length).toBeGreaterThan(ahead.length);
  });

  test("counts Tuesdays from the day given", () => {
    expect(["2020-12-01", "2020-12-02", "2020-12-06", "2020-12-08"].map((one) => tuesdayFrom(day(one)))).toEqual([
      "2020-12-01",
      "2020-12-08",
      "2020-12-08",
      "2020-12-08",
    ]);
  });
});
