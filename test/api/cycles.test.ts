import { afterAll, beforeAll, expect, test } from "vitest";
import { planGroup } from "../../domain/parties/groups.ts";
import { drawReview } from "../../domain/review/commands/start-review.ts";
import { CycleId, GroupId, ReviewId } from "../../schemas/base/ids.ts";
import { CalendarDate } from "../../schemas/base/values.ts";
import { change, factsOf, party } from "../fixtures/changes.ts";
import { freshKey, openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";

/** A group of one review in another cycle than the first. */
const cycle = CycleId.parse("untoc2");
const [review, group] = [ReviewId.parse("untoc2-c1-FR"), GroupId.parse("untoc2-c1-g12")];
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  const { store, clock, close } = api.contents();
  const now = clock.now();
  const seats = [
    { party: party("FR"), role: "under-review" as const, instruments: ["UNTOC" as const] },
    { party: party("PE"), role: "reviewing" as const, instruments: ["UNTOC" as const] },
  ];
  const plan = { cycle, cluster: 1, group: 12, plannedFor: CalendarDate.parse("2020-12-01"), reviews: [review] };
  const drawn = drawReview({ id: review, cluster: 1, group, party: party("FR"), seats }, now);
  await store.commit({ changes: [change("review", review, undefined, factsOf(drawn))], by: "load", at: now });
  await store.commit({
    changes: [change("group", group, undefined, factsOf(planGroup(plan, now)))],
    by: "load",
    at: now,
  });
  close();
  await api.app.rest();
});
afterAll(() => api.close());

const read = async (path: string) => {
  const { status, text, body } = await api.get(path, secretariat);
  expect([path, status < 300 ? "" : text]).toEqual([path, ""]);
  return body;
};

test("a group of another cycle starts, and its reviews have the obligations that those of the first have", async () => {
  const starting = { as: secretariat, body: { startedOn: "2020-12-01" } };
  const { startedOn, hash } = (await api.request("POST", `/v1/groups/${group}/start/previews`, starting)).body;
  // Lots were drawn here for the Convention alone.
  const uncovered = [{ review, reason: "The other instruments are reviewed from the next cluster on" }];
  const started = await api.request("POST", `/v1/groups/${group}/start`, {
    as: secretariat,
    key: freshKey(),
    body: { startedOn, preview: hash, uncovered },
  });
  expect([started.status, started.body]).toMatchObject([202, { id: group, cycle, cluster: 1, group: 12 }]);
  await api.app.rest();
  expect(await read(`/v1/reviews/${review}`)).toMatchObject({
    id: review,
    cycle,
    cluster: 1,
    group,
    stage: "nomination",
  });
  const { items } = await read(`/v1/obligations?cycle=${cycle}`);
  expect(items.map(({ id }: { id: string }) => id)).toEqual([
    "focal-point:FR",
    "focal-point:PE",
    "experts:FR",
    "experts:PE",
  ]);
});

test("lists and figures of a cycle have none of another, and a cluster alone is one of the first", async () => {
  const idsOf = async (path: string): Promise<readonly string[]> =>
    (await read(path)).items.map((one: { id?: string; review?: string }) => one.id ?? one.review);
  expect(await idsOf(`/v1/reviews?cycle=${cycle}`)).toEqual([review]);
  expect(await idsOf("/v1/reviews?cycle=untoc1&limit=200")).not.toContain(review);
  expect(await idsOf(`/v1/figures/current/reviews?cycle=${cycle}&cluster=1`)).toEqual([review]);
  expect(await idsOf("/v1/figures/current/reviews?cluster=1&limit=200")).not.toContain(review);
  const reviews = (await read("/v1/figures/current")).figures.find(({ figure }: any) => figure === "reviews");
  expect(reviews.parts).toContainEqual({ cycle, cluster: 1, count: 1 });
});

test("the first cycle is in no id", async () => {
  expect((await api.get("/v1/reviews/c1-FR", secretariat)).status).toBe(200);
  const refusal = { status: 404, problem: "not-found", places: [{ parameter: "reviewId" }] } as const;
  await api.expectRefusal(["GET", "/v1/reviews/untoc1-c1-FR", { as: secretariat }], refusal);
});
