import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CycleId,
  cycleOf,
  firstCycle,
  GroupId,
  groupIdOf,
  laterCycleOf,
  PartyId,
  partsOfGroup,
  ReviewId,
  reviewIdOf,
} from "../../../schemas/base/ids.ts";

const letters = (pattern: RegExp) => fc.stringMatching(pattern);
const parties = letters(/^[A-Z]{2}$/).map((code) => PartyId.parse(code));
const cycles = letters(/^[a-z]{2,12}[1-9][0-9]?$/).map((cycle) => CycleId.parse(cycle));
const clusters = fc.integer({ min: 1, max: 4 });

describe("ids of reviews and groups", () => {
  test("every id of the first releases is one still, and is what its parts are written as", () => {
    for (const cluster of [1, 2, 3, 4]) {
      for (const party of ["FR", "EU", "CF"].map((code) => PartyId.parse(code))) {
        expect(ReviewId.parse(`c${cluster}-${party}`)).toBe(reviewIdOf(cluster, party));
        expect(cycleOf(reviewIdOf(cluster, party))).toBe(firstCycle);
      }
      for (const group of [1, 2, 3]) {
        const id = GroupId.parse(`c${cluster}-g${group}`);
        expect([groupIdOf(cluster, group), partsOfGroup(id), laterCycleOf(id)]).toEqual([id, { cluster, group }, {}]);
      }
    }
  });

  test("the ids of any cycle state it, and their parts give them back", () => {
    fc.assert(
      fc.property(cycles, clusters, parties, fc.integer({ min: 1, max: 99 }), (cycle, cluster, party, number) => {
        const review = reviewIdOf(cluster, party, cycle);
        const group = groupIdOf(cluster, number, cycle);
        expect([ReviewId.parse(review), cycleOf(review), cycleOf(group)]).toEqual([review, cycle, cycle]);
        expect(laterCycleOf(review)).toEqual(cycle === firstCycle ? {} : { cycle });
        expect(partsOfGroup(group)).toEqual({ cluster, group: number });
        expect(groupIdOf(partsOfGroup(group).cluster, partsOfGroup(group).group, cycleOf(group))).toBe(group);
      }),
    );
  });

  test("two ids are the same where all their parts are, and nowhere else", () => {
    const parts = fc.record({ cycle: fc.oneof(fc.constant(firstCycle), cycles), cluster: clusters, party: parties });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const isSame = one.cycle === other.cycle && one.cluster === other.cluster && one.party === other.party;
        const [first, second] = [one, other].map(({ cluster, party, cycle }) => reviewIdOf(cluster, party, cycle));
        expect(first === second).toBe(isSame);
      }),
    );
  });

  test.each(["untoc1-c1-FR", "untoc-c1-FR", "untoc0-c1-FR", "untoc02-c1-FR", "untoc100-c1-FR", "u2-c1-FR", "c5-FR"])(
    "a review is never called %s",
    (id) => {
      expect(ReviewId.safeParse(id).success).toBe(false);
    },
  );

  test.each(["untoc1-c1-g1", "c1-g0", "c1-g01", "c1-g100", "untoc2-c1-g100", "untoc2-c5-g1"])(
    "a group is never called %s",
    (id) => {
      expect(GroupId.safeParse(id).success).toBe(false);
    },
  );
});
