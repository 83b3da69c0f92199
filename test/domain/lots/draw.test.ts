import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxFor } from "../../../domain/lots/box.ts";
import { type DrawInput, draw } from "../../../domain/lots/draw.ts";
import { violations } from "../../../domain/lots/rules.ts";
import { lotsLimits, plannedGroups } from "../../../domain/policy/lots.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { day, id, limits as smallLimits, parties as few, party } from "./few-parties.ts";

const file = parsePartyFile(readFileSync(new URL("../../../data/parties.csv", import.meta.url), "utf8"));
if (!file.ok) throw new Error(JSON.stringify(file.problems));
const { parties, reportedGroups: knownGroups } = file;
const limits = inForce(lotsLimits, day);
const groups = inForce(plannedGroups, day);
const all = (change: Partial<DrawInput>): DrawInput => ({
  cluster: 1,
  parties,
  groups,
  knownGroups,
  limits,
  seed: 1,
  ...change,
});
const small = (change: Partial<DrawInput>): DrawInput => ({
  cluster: 1,
  parties: few,
  groups: [{ number: 1, plannedFor: day, size: change.parties?.length ?? few.length }],
  knownGroups: new Map(),
  limits: smallLimits,
  seed: 1,
  ...change,
});
const seeds = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const impossible = (input: DrawInput): string[] => {
  const drawn = draw(input);
  return drawn.ok ? [] : drawn.impossible.map(({ rule, party: code, detail }) => `${rule} ${code ?? "-"} ${detail}`);
};

describe("a draw of all parties", () => {
  test("keeps every rule, whatever the seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(all({ seed }));
        expect(drawn.ok && violations(drawn.groups, parties, limits)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test("is equal for equal seeds and differs for different ones", () => {
    expect(draw(all({ seed: 7 }))).toEqual(draw(all({ seed: 7 })));
    expect(draw(all({ seed: 7 }))).not.toEqual(draw(all({ seed: 8 })));
  });

  test("is the same whatever order the parties come in, since they are sorted first", () => {
    const drawn = draw(all({ seed: 7 }));
    fc.assert(
      fc.property(fc.shuffledSubarray([...parties], { minLength: parties.length }), (shuffled) => {
        expect(draw(all({ seed: 7, parties: shuffled }))).toEqual(drawn);
      }),
      { numRuns: 5 },
    );
  });

  test("leaves out parties that do not take part", () => {
    const drawn = draw(all({}));
    const seated = drawn.ok ? drawn.groups.flatMap(({ reviews }) => reviews.flatMap(({ seats }) => seats)) : [];
    expect(new Set(seated.map((seat) => seat.party)).size).toBe(189);
    expect(seated.filter((seat) => ["BT", "PW"].includes(seat.party))).toEqual([]);
  });
});

describe("a draw that cannot be made says which rule fails and for which party", () => {
  test("no other party in the regional group has joined the instrument", () => {
    const alone = few.map((one) => (one.id === "AA" ? one : party(one.id, one.regionalGroup, ["UNTOC"])));
    expect(impossible(small({ parties: alone }))).toEqual([
      "one-from-each-side AA no party in its own group has joined FP",
      "one-from-each-side AA no party in another group has joined FP",
    ]);
  });

  test("a party carries no regional group", () => {
    expect(impossible(small({ parties: [...few, party("ZZ", null)] }))).toContain(
      "one-from-each-side ZZ carries no regional group to draw from",
    );
  });

  test("two are all there are of a group, so they would have to review each other", () => {
    const problems = impossible(small({ parties: few.filter(({ id: code }) => code !== "AC") }));
    expect(problems[0]).toMatch(/^one-from-each-side A[AB] no party left in its own group may review it/);
  });

  test("the groups have more or fewer places than there are parties", () => {
    expect(impossible(small({ groups: [{ number: 1, plannedFor: day, size: 5 }] }))).toEqual([
      "seats - 7 parties take part, the groups have 5 places",
    ]);
  });

  test("more parties belong to a group than it has places", () => {
    const sizes = [
      { number: 1, plannedFor: day, size: 1 },
      { number: 2, plannedFor: day, size: 6 },
    ];
    const known = new Map([
      [id("AA"), 1],
      [id("AB"), 1],
    ]);
    expect(impossible(small({ groups: sizes, knownGroups: known }))).toEqual([
      "seats - 2 parties belong to group 1, which has 1 places",
    ]);
  });

  test.each([
    [{ mostReviewers: 4, load: { min: 0, max: 1 } }, /^load - at most 1 reviews per party/],
    [{ mostReviewers: 4, load: { min: 5, max: 9 } }, /^load - at most 4 reviewers per party/],
    [{ mostReviewers: 4, load: { min: 4, max: 4 } }, /^load \w\w reviews \d parties, must review at least 4/],
    [{ mostReviewers: 1, load: { min: 1, max: 3 } }, /^most-reviewers \w\w needs [2-4] reviewers/],
  ])("limits that cannot be kept: %j", (within, message) => {
    expect(impossible(small({ limits: within }))[0]).toMatch(message);
  });
});

describe("the box", () => {
  test("gives every lot the same chance, wherever it lies", () => {
    const box = boxFor(42);
    const counts = [0, 0, 0, 0, 0];
    for (let time = 0; time < 10_000; time++) {
      const lot = box.oneOf([0, 1, 2, 3, 4]);
      if (lot !== undefined) counts[lot] = (counts[lot] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  test("draws each of all lots once", () => {
    fc.assert(
      fc.property(seeds, fc.uniqueArray(fc.integer()), (seed, lots) => {
        const ascending = (one: number, other: number) => one - other;
        expect(boxFor(seed).allOf(lots).toSorted(ascending)).toEqual(lots.toSorted(ascending));
      }),
    );
  });

  test("has nothing to give when it is empty", () => {
    expect(boxFor(1).oneOf([])).toBeUndefined();
  });
});
