import { describe, expect, test } from "vitest";
import { evolveGroup, planGroup } from "../../../domain/parties/groups.ts";
import { approveGroupStart, orderGroupStart } from "../../../domain/parties/order-group-start.ts";
import type { Decision } from "../../../domain/base/decision.ts";
import { Hash } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import { at, day, factsOf, reviewId, userId } from "../../fixtures/changes.ts";

const now = at("2020-12-16T05:00:00.000Z");
const preview = Hash.parse("1".repeat(64));
const plan = (plannedFor: string): Group => {
  const reviews = [reviewId("FR"), reviewId("JP")];
  const [fact] = factsOf(planGroup({ cluster: 1, group: 1, plannedFor: day(plannedFor), reviews }, now));
  if (fact === undefined) throw new Error("No facts");
  return evolveGroup(undefined, fact);
};
const counted = {
  hash: preview,
  missions: [],
  joinedSince: [
    { review: reviewId("FR"), instruments: ["FP"] as const },
    { review: reviewId("JP"), instruments: ["TIP", "SOM"] as const },
  ],
};
const france = { review: reviewId("FR"), reason: "Its answers are being written" };
const japan = { review: reviewId("JP"), reason: "By request of the party" };
const order = (group: Group, uncovered?: readonly (typeof france)[]): Decision =>
  orderGroupStart(group, { startedOn: day("2020-12-14"), preview, orderedBy: userId(1), uncovered }, counted, now);
const reviewsNamed = [
  { ...france, instruments: ["FP"] },
  { ...japan, instruments: ["TIP", "SOM"] },
];

describe("the start of a group with reviews that do not cover what their parties have joined", () => {
  test("is refused, and names those for which no reason is given", () => {
    expect(order(plan("2020-12-14"))).toMatchObject({
      refusal: "instruments-not-covered",
      details: { reviews: ["c1-FR", "c1-JP"] },
    });
    expect(order(plan("2020-12-14"), [france])).toMatchObject({ details: { reviews: ["c1-JP"] } });
  });

  test("says which they are, what each does not cover, and why", () => {
    expect(factsOf(order(plan("2020-12-14"), [japan, france]))).toMatchObject([
      { kind: "group-started", uncovered: reviewsNamed },
    ]);
    const rest = { hash: preview, missions: [], joinedSince: [] };
    const startOrder = { startedOn: day("2020-12-14"), preview, orderedBy: userId(1), uncovered: [france] };
    const [started] = factsOf(orderGroupStart(plan("2020-12-14"), startOrder, rest, now));
    expect(started).not.toHaveProperty("uncovered");
  });

  test("says the same once a second person has approved it", () => {
    const group = plan("2020-09-01");
    const facts = factsOf(order(group, [france, japan]));
    expect(facts).toMatchObject([{ kind: "group-start-ordered", uncovered: reviewsNamed }]);
    const pending = facts.reduce(evolveGroup, group);
    const member = (number: number) => ({ id: userId(number) });
    const people = { approver: member(2), orderer: member(1) };
    const approved = approveGroupStart(pending, people, counted, now);
    expect(factsOf(approved).at(-1)).toMatchObject({ kind: "group-started", uncovered: reviewsNamed });
  });
});
