import * as fc from "fast-check";
import { expect, test } from "vitest";
import { idRangeOf, isInPhase, type PhaseFilter } from "../../../domain/base/cycles.ts";
import { addresseesOf } from "../../../domain/bulletins/audience.ts";
import { clusterOfGroup, groupPhrase } from "../../../domain/letters/content/phrases.ts";
import { currentFigures, membersOf } from "../../../domain/oversight/figures.ts";
import { isChosen } from "../../../domain/views/review-lists.ts";
import { listedReview, reviewSummary } from "../../../domain/views/listed-reviews.ts";
import { CycleId, GroupId, groupIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import { englishWriter } from "../../harness/compose-letter.ts";
import { StoredAudience } from "../../../schemas/model/audience.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { at, party, Play } from "../review/play.ts";

const second = CycleId.parse("untoc2");
const now = at("2021-01-15");
const first: Review = new Play().start().review;
const later: Review = {
  ...first,
  id: reviewIdOf(1, first.party, second),
  group: groupIdOf(1, 12, second),
};
const both = [later, first];

const listed = (filter: Parameters<typeof membersOf>[2]): readonly string[] =>
  membersOf("reviews", both, filter, now).map(({ member }) => member.review);

test("a reply states the cycle of a review, and says nothing of the first", () => {
  const [cycle, none] = both.map((state) => reviewSummary(listedReview({ version: 2, state }), now).cycle);
  expect([cycle, none]).toEqual(["untoc2", undefined]);
});

test("figures distinguish the clusters of two cycles, and a part's values give its members", () => {
  const reviews = currentFigures(both, {}, now).find(({ figure }) => figure === "reviews");
  const parts = reviews?.parts.filter(({ stage }) => stage === undefined) ?? [];
  expect(parts).toEqual([
    { cluster: 1, count: 1 },
    { cycle: "untoc2", cluster: 1, count: 1 },
    { group: "c1-g1", count: 1 },
    { group: "untoc2-c1-g12", count: 1 },
  ]);
  expect(parts.map(({ count: _, ...part }) => listed(part))).toEqual([
    ["c1-FR"],
    ["untoc2-c1-FR"],
    ["c1-FR"],
    ["untoc2-c1-FR"],
  ]);
  expect([listed({ cycle: second }), listed({})]).toEqual([["untoc2-c1-FR"], ["c1-FR", "untoc2-c1-FR"]]);
});

test("groups come in the order of their numbers, beyond nine too", () => {
  const groups = [10, 2, 1].map((number) => ({ ...first, group: groupIdOf(1, number) }));
  const reviews = currentFigures(groups, {}, now).find(({ figure }) => figure === "reviews");
  const ids = reviews?.parts.flatMap(({ group, stage }) => (stage === undefined && group ? [group] : []));
  expect(ids).toEqual(["c1-g1", "c1-g2", "c1-g10"]);
});

test("a list of reviews of one cycle has none of another", () => {
  expect(both.filter((review) => isChosen(review, { cycle: second }))).toEqual([later]);
  expect(both.filter((review) => isChosen(review, {}))).toEqual(both);
});

test("a list of reviews of a cluster has none of another, and is of the first cycle unless it says which", () => {
  const fourth: Review = { ...first, id: reviewIdOf(4, first.party), cluster: 4 };
  const chosen = (filter: PhaseFilter): readonly Review[] =>
    [...both, fourth].filter((review) => isChosen(review, filter));
  expect(chosen({ cluster: 4 })).toEqual([fourth]);
  expect(chosen({ cluster: 1 })).toEqual([first]);
  expect(chosen({ cluster: 1, cycle: second })).toEqual([later]);
  expect(chosen({ cluster: 4, cycle: second })).toEqual([]);
});

test("the ids of a cycle or cluster are exactly those in its range", () => {
  const cycles = fc.constantFrom(
    ...["untoc1", "untoc2", "untoc22", "aa1", "cc1", "zz9"].map((id) => CycleId.parse(id)),
  );
  const clusters = fc.integer({ min: 1, max: 4 });
  const optional = { nil: undefined };
  const filters = fc.record({ cycle: fc.option(cycles, optional), cluster: fc.option(clusters, optional) });
  const parts = fc.record({ cycle: cycles, cluster: clusters, party: fc.constantFrom("AA", "FR", "ZZ") });
  fc.assert(
    fc.property(parts, filters, ({ cycle, cluster, party: code }, filter) => {
      const range = idRangeOf(filter);
      for (const id of [reviewIdOf(cluster, party(code), cycle), groupIdOf(cluster, 12, cycle)]) {
        const isInRange = range === undefined || (id >= range.from && id <= range.below);
        expect([id, isInRange]).toEqual([id, isInPhase(id, filter)]);
      }
    }),
  );
});

test("an audience of a cluster is of the first cycle unless it says another", () => {
  const France = { id: party("FR"), name: "France", kind: "STATE", regionalGroup: "WEOG", joined: {} } as const;
  const pool = { reviews: both, parties: [{ ...France, participation: "takes-part" } as const] };
  const reviewsOf = (given: object): readonly string[] =>
    addresseesOf(StoredAudience.parse({ roles: ["mission"], ...given }), pool, now).flatMap(({ reviews }) => reviews);
  expect(reviewsOf({ clusters: [1] })).toEqual(["c1-FR"]);
  expect(reviewsOf({ clusters: [1], cycles: ["untoc2"] })).toEqual(["untoc2-c1-FR"]);
  expect(reviewsOf({ cycles: ["untoc1", "untoc2"] })).toEqual(["c1-FR", "untoc2-c1-FR"]);
});

test.each([
  ["c1-g3", "third group", "cluster 1 (criminalization and jurisdiction)"],
  ["c1-g12", "12th group", "cluster 1 (criminalization and jurisdiction)"],
  ["untoc2-c1-g1", "first group", "cluster 1 of the second cycle (criminalization and jurisdiction)"],
  ["untoc22-c4-g22", "22nd group", /^cluster 4 of the 22nd cycle \(international/],
  ["other1-c2-g1", "first group", "cluster 2 of the first cycle"],
])("a letter says which group and cluster %s is", (id, group, cluster) => {
  expect(englishWriter.write(groupPhrase(GroupId.parse(id))).text).toBe(group);
  expect(englishWriter.write(clusterOfGroup(GroupId.parse(id))).text).toMatch(cluster);
});
