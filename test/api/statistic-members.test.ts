import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Measure } from "../../schemas/model/statistics.ts";
import {
  addressOf,
  missionOf,
  openTestApi,
  president,
  secretariat,
  startGroup,
  type TestApi,
} from "../harness/test-api.ts";

/**
 * Germany's review, and all others of its group, have started. Germany, France and a party that reviews Germany have named a
 * focal point each, Germany an expert too. The other parties have both obligations open.
 */
let api: TestApi;
let reviewer = "";
beforeAll(async () => {
  api = await openTestApi();
  await startGroup(api);
  await api.app.moveTo("2020-12-08T09:00:00Z");
  const { body } = await api.get("/v1/reviews/c1-DE", secretariat);
  reviewer = body.seats.map(({ party }: any) => party).find((party: string) => !["DE", "FR"].includes(party));
  for (const code of new Set(["DE", "FR", reviewer])) expect((await api.name(code, "focal-point")).status).toBe(201);
  expect((await api.name("DE", "expert")).status).toBe(201);
  await api.app.moveTo("2021-01-20T09:00:00Z");
  await api.app.rest();
});
afterAll(() => api.close());

const listOf = async (measure: Measure, as: string) => {
  const path = `/v1/statistics/${measure}/members`;
  const first = await api.get(path, as);
  expect([measure, as, first.status, first.text]).toEqual([measure, as, 200, expect.any(String)]);
  const { items } = await api.pages(path, as, 200);
  return { ...first.body, items };
};
const refusalOf = async (measure: Measure, as: string) => {
  const { status, problem } = await api.get(`/v1/statistics/${measure}/members`, as);
  return status === 200 ? "allowed" : problem;
};

/** Returns the reviews in which a party has a seat, from the public pairings. */
const reviewsOf = async (code: string): Promise<ReadonlySet<string>> => {
  const { items } = await api.pages("/v1/pairings", undefined, 100);
  return new Set(
    items
      .filter(({ party, reviewers }: any) => [party, ...reviewers.map((one: any) => one.party)].includes(code))
      .map(({ review }: any) => review),
  );
};

/** The measures whose rows are visible to all readers of the review, and those with one party in a review. */
const ofParties = new Set<Measure>([
  "parties-taking-part",
  "states-taking-part",
  "organizations-taking-part",
  "parties-in-reviews",
  "redraw-meetings",
  "new-parties",
  "parties-to-instruments",
  "parties-joining-protocols",
  "accessions-to-protocols",
  "focal-points",
  "parties-with-focal-point",
  "parties-with-several-focal-points",
  "parties-that-changed-focal-point",
  "changes-of-focal-point",
  "parties-without-focal-point",
  "experts",
  "parties-with-expert",
  "observers",
  "parties-with-observer",
]);
const ofOneSeat = new Set<Measure>([
  "seats-without-focal-point",
  "seats-without-expert",
  "seats-redrawn",
  "redraws-asked",
  "delays-notified",
  "duties-open",
  "duties-overdue",
  "duties-late",
  "duties-delayed",
  "duties-returned",
]);

describe("the readers of the members of a measure", () => {
  test("a permanent mission reads the rows of its party, and of its reviews their stage and blockers", async () => {
    const reviews = await reviewsOf("DE");
    let own = 0;
    for (const measure of Measure.options) {
      const all = await listOf(measure, secretariat);
      const shown = await listOf(measure, missionOf("DE"));
      const expected = all.items.filter(({ review, party }: any) => {
        if (ofParties.has(measure)) return party === "DE";
        return reviews.has(review) && (party === "DE" || !ofOneSeat.has(measure));
      });
      const plain = (items: any) => items.map(({ personName: _, ...one }: any) => one);
      expect([measure, plain(shown.items)]).toEqual([measure, plain(expected)]);
      expect([measure, shown.count, shown.ownRowsOnly]).toEqual([measure, all.items.length, true]);
      expect([measure, all.count, all.ownRowsOnly]).toEqual([measure, all.items.length, undefined]);
      own += shown.items.length;
    }
    expect(own).toBeGreaterThan(20);
  });

  test("a focal point and an expert read of the reviews in which they serve, every party's obligations too", async () => {
    for (const as of [addressOf("DE", "focal-point"), addressOf("DE", "expert")]) {
      const seats = await listOf("seats-without-expert", as);
      expect(seats.items.length).toBeGreaterThan(1);
      const reviews = await reviewsOf("DE");
      expect(seats.items.filter(({ review }: any) => !reviews.has(review))).toEqual([]);
      expect(seats.items.map(({ party }: any) => party)).toContain(reviewer);
      const parties = await listOf("parties-with-focal-point", as);
      expect(parties.items.map(({ party }: any) => party)).toEqual(["DE"]);
    }
  });

  test("a person named for one review reads of that one alone, and of none in which their party sits besides", async () => {
    const [other] = [...(await reviewsOf("DE"))].filter((review) => review !== "c1-DE");
    const named = await api.name("DE", "observer", { reviews: ["c1-DE"] });
    expect([named.status, typeof other]).toEqual([201, "string"]);
    await api.app.rest();
    const { items } = await listOf("reviews", addressOf("DE", "observer"));
    expect(items.map(({ review }: any) => review)).toEqual(["c1-DE"]);
  });

  test("a party reads the names of its own people", async () => {
    const { items, count } = await listOf("focal-points", missionOf("DE"));
    expect([items.map(({ party }: any) => party), count]).toEqual([["DE"], 3]);
    expect(items[0].personName).toEqual(expect.any(String));
  });

  test("the President reads all rows about missing nominations, and nothing else", async () => {
    const read: Measure[] = [];
    for (const measure of Measure.options) if ((await refusalOf(measure, president)) === "allowed") read.push(measure);
    expect(read.toSorted()).toEqual([
      "parties-without-focal-point",
      "reviews-missing-focal-point",
      "seats-without-expert",
      "seats-without-focal-point",
    ]);
    for (const measure of read) {
      const { count, items, ownRowsOnly } = await listOf(measure, president);
      const all = await listOf(measure, secretariat);
      expect([measure, count, items, ownRowsOnly]).toEqual([measure, all.count, all.items, undefined]);
    }
    expect(await refusalOf("duties-overdue", president)).toBe("not-yours");
  });

  test("a list of own rows has pages, and each says that it is a part", async () => {
    const path = "/v1/statistics/reviews/members?limit=1";
    const first = (await api.get(path, missionOf("DE"))).body;
    expect([first.items.length, first.ownRowsOnly, typeof first.next]).toEqual([1, true, "string"]);
    const { body } = await api.get(`${path}&cursor=${encodeURIComponent(first.next)}`, missionOf("DE"));
    expect([body.ownRowsOnly, body.count]).toEqual([true, first.count]);
    expect(body.items[0].review).not.toBe(first.items[0].review);
    // A cursor is valid only for the user who got it.
    const stolen = await api.get(`${path}&cursor=${encodeURIComponent(first.next)}`, missionOf("FR"));
    expect(stolen.status).toBe(400);
  });
});
