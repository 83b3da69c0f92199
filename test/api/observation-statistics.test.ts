import { afterAll, beforeAll, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { missionOf, openTestApi, secretariat, startGroup, type TestApi } from "../harness/test-api.ts";

/** The review of Greece reaches its list in a few days; the list has the subjects of its observations, and is published. */
let api: TestApi;
let life: Life;
let version: number;
beforeAll(async () => {
  api = await openTestApi();
  await startGroup(api);
  life = await lifeOf(api, "c1-GR");
  await life.nominate();
  await life.conclude();
  await life.days(1);
  await life.submit();
  await life.days(1);
  await life.clearAll();
  await life.days(1);
});
afterAll(() => api.close());

const need = { kind: "technical-assistance-need", instrument: "UNTOC", article: "5" };
const practice = { kind: "best-practice", instrument: "UNTOC", article: "6" };
const path = "/v1/statistics/observations";
const read = async (query = "", as: string = secretariat) => (await api.get(path + query, as)).body;
const today = async (): Promise<string> => (await api.get("/health")).body.now.slice(0, 10);

const put = async (items: readonly object[], after = "v0") =>
  api.request("PUT", life.at("/observations"), {
    as: life.expert(life.reviewers[0]?.party ?? ""),
    match: `"${after}"`,
    body: { list: "The list", summary: "In short.", items },
  });

test("an article that the cluster does not review is refused with those that it does, and so is an instrument", async () => {
  const wrong = await put([need, { ...need, article: "24" }]);
  expect([wrong.status, wrong.body.errors]).toEqual([
    400,
    [{ pointer: "#/items/1/article", message: expect.stringMatching(/of cluster 1: 2, 5, /u) }],
  ]);
  const unknown = ["TIP", "SOM", "FP"].find((one) => !life.instruments.includes(one));
  if (unknown !== undefined) {
    const other = await put([{ ...need, instrument: unknown, article: "3" }]);
    expect(other.problem).toBe(unknown === undefined ? undefined : "instrument-not-reviewed");
  }
});

test("observations count once their list is published, by kind, article and region", async () => {
  const drafted = await put([need, need, practice]);
  expect([drafted.status, drafted.body.items]).toEqual([200, [need, need, practice]]);
  await api.app.rest();
  version = drafted.body.version;
  expect(await read()).toMatchObject({ published: 0, itemized: 0, total: 0, parts: [] });
  const before = await today();
  await life.days(1);
  await life.agreeAll(version);
  await life.publish(version);
  await api.app.rest();
  const all = await read();
  expect(all).toMatchObject({ published: 1, itemized: 1, total: 3 });
  expect(all.parts).toEqual(
    expect.arrayContaining([
      { kind: "technical-assistance-need", count: 2, lists: 1 },
      { kind: "best-practice", count: 1, lists: 1 },
      { instrument: "UNTOC", article: "5", count: 2, lists: 1 },
      { regionalGroup: "WEOG", count: 3, lists: 1 },
      { ...need, count: 2, lists: 1 },
      { kind: "best-practice", regionalGroup: "WEOG", count: 1, lists: 1 },
    ]),
  );
  expect((await read(`?asAt=${before}`)).total).toBe(0);
  expect((await read("?kind=technical-assistance-need", missionOf("FR"))).total).toBe(2);
  expect((await read("?article=6")).total).toBe(1);
  expect((await read("?regionalGroup=AFRICAN")).published).toBe(0);
});

test("all users read the subjects of the observations with the published list, and never which party proposed one", async () => {
  const { body } = await api.get("/v1/publications/c1-GR");
  expect(body.observations).toEqual({
    hash: expect.any(String),
    list: "The list",
    summary: "In short.",
    items: [need, need, practice],
  });
});

test("all users with a mandate read the counts, the secretariat each observation, which are as many", async () => {
  expect((await api.get(`${path}/items`, missionOf("FR"))).problem).toBe("not-yours");
  const { body } = await api.get(`${path}/items`, secretariat);
  expect([body.count, body.items.length]).toEqual([3, 3]);
  expect(body.items[0]).toMatchObject({ review: "c1-GR", party: "GR", ...need });
  expect((await api.pages(`${path}/items`, secretariat, 2)).items).toHaveLength(3);
});

test("an erratum replaces the subjects of the observations, from its publication on", async () => {
  const published = await today();
  await life.days(2);
  const { body: review } = await api.get("/v1/reviews/c1-GR", secretariat);
  const agreements = review.seats.map(({ party }: any) => ({
    party,
    happenedOn: published,
    source: { kind: "note-verbale", number: "NV 1", date: published },
  }));
  const sent = await api.request("POST", life.at("/observations/errata"), {
    as: secretariat,
    match: `"v${review.version}"`,
    body: { list: "The list, corrected", summary: "In short.", items: [practice], reason: "A slip", agreements },
  });
  expect([sent.status, sent.text]).toEqual([200, expect.any(String)]);
  await api.app.rest();
  expect((await read()).total).toBe(1);
  expect((await read(`?asAt=${published}`)).total).toBe(3);
  const items = async (query: string) => (await api.get(`/v1/publications/c1-GR${query}`)).body.observations.items;
  const replaced = (await api.get("/v1/publications/c1-GR")).body.replaces.version;
  expect([await items(""), await items(`?version=${replaced}`)]).toEqual([[practice], [need, need, practice]]);
});

test("an erratum without subjects of the observations keeps the former ones", async () => {
  const { body: review } = await api.get("/v1/reviews/c1-GR", secretariat);
  const happenedOn = await today();
  const source = { kind: "note-verbale", number: "NV 2", date: happenedOn };
  const agreements = review.seats.map(({ party }: any) => ({ party, happenedOn, source }));
  const body = { list: "The list, with a comma", summary: "In short.", reason: "A slip", agreements };
  const errata = life.at("/observations/errata");
  expect((await api.request("POST", errata, { as: secretariat, match: `"v${review.version}"`, body })).status).toBe(
    200,
  );
  await api.app.rest();
  expect(await read()).toMatchObject({ published: 1, itemized: 1, total: 1 });
});

test("an unknown kind, article or day is refused with the known values", async () => {
  for (const [query, parameter] of [
    ["?kind=happiness", "kind"],
    ["?article=five", "article"],
    ["?asAt=2020-01-01", "asAt"],
  ]) {
    const { status, body } = await api.get(path + query, secretariat);
    expect([query, status, body.errors[0].parameter]).toEqual([query, 400, parameter]);
  }
});
