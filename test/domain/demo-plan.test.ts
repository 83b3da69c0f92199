import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planNominations } from "../../bin/demo/plan.ts";
import { PartyId } from "../../schemas/ids.ts";
import { CalendarDate } from "../../schemas/values.ts";

const start = CalendarDate.parse("2020-12-01");
const parties = ["AT", "BR", "DE", "FR", "GR", "IE", "JP", "KE", "MX", "SE", "US", "ZA"].map((id) => PartyId.parse(id));
const someParties = fc.uniqueArray(fc.constantFrom(...parties));
const seeds = fc.integer();

describe("the course of a demo", () => {
  test("is the same for the same seed, whatever the order of the parties", () => {
    const orders = someParties.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(orders, seeds, ([one, other], seed) => {
        expect(planNominations(other, start, seed)).toEqual(planNominations(one, start, seed));
      }),
    );
  });

  test("is another one for another seed", () => {
    const courses = Array.from({ length: 20 }, (_, seed) => JSON.stringify(planNominations(parties, start, seed)));
    expect(new Set(courses).size).toBe(20);
  });

  test("goes from day to day within eight weeks, and names nobody twice", () => {
    fc.assert(
      fc.property(someParties, seeds, (some, seed) => {
        const plan = planNominations(some, start, seed);
        const days = plan.map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
        expect(days.filter((day) => day <= "2020-12-01" || day >= "2021-01-26")).toEqual([]);
        const people = plan.map(({ party, role, number }) => `${party} ${role} ${number}`);
        expect(new Set(people).size).toBe(people.length);
      }),
    );
  });

  test("has parties that name in time, late, and never", () => {
    const plan = planNominations(parties, start, 2).filter(({ role }) => role === "focal-point");
    expect(plan.some(({ on }) => on <= "2020-12-15")).toBe(true);
    expect(plan.some(({ on }) => on > "2020-12-15")).toBe(true);
    expect(plan.length).toBeLessThan(parties.length);
  });
});
