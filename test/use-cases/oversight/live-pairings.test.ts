import { expect, test } from "vitest";
import { planGroup } from "../../../domain/parties/groups.ts";
import { drawReview } from "../../../domain/review/commands/start-review.ts";
import { livePairings } from "../../../lambdas/use-cases/oversight/live-pairings.ts";
import { CycleId, firstCycle, groupIdOf, phaseIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { at, change, factsOf, party } from "../../fixtures/changes.ts";

const now = at("2020-11-16T12:00:00.000Z");
const second = CycleId.parse("untoc2");

test("lots are drawn again among the pairings of the review's own cycle and cluster", async () => {
  const store = memoryStore();
  for (const [cycle, cluster] of [
    [firstCycle, 1],
    [firstCycle, 4],
    [second, 1],
  ] as const) {
    const [id, group] = [reviewIdOf(cluster, party("FR"), cycle), groupIdOf(cluster, 1, cycle)];
    const seats = [
      { party: party("FR"), role: "under-review" as const, instruments: ["UNTOC" as const] },
      { party: party("PE"), role: "reviewing" as const, instruments: ["UNTOC" as const] },
    ];
    const plan = { cycle, cluster, group: 1, plannedFor: CalendarDate.parse("2020-12-01"), reviews: [id] };
    const drawn = drawReview({ id, cluster, group, party: party("FR"), seats }, now);
    const changes = [
      change("group", group, undefined, factsOf(planGroup(plan, now))),
      change("review", id, undefined, factsOf(drawn)),
    ];
    await store.commit({ changes, by: "load", at: now });
  }
  for (const [cycle, cluster] of [[firstCycle, 1] as const, [second, 1] as const]) {
    const id = reviewIdOf(cluster, party("FR"), cycle);
    const { reviews, pairings } = await livePairings(store, phaseIdOf(cluster, cycle), now);
    expect(reviews.map((review) => review.id)).toEqual([id]);
    expect(pairings.groups.map((group) => group.reviews.map((review) => review.id))).toEqual([[id]]);
    expect(pairings.elsewhere?.map((review) => review.id)).toEqual(cycle === firstCycle ? ["c4-FR"] : []);
  }
});
