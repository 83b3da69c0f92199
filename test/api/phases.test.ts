import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boxFor } from "../../domain/lots/box.ts";
import { checkerFindings } from "../harness/api-verification.ts";
import {
  byNote,
  freshKey,
  missionOf,
  openTestApi,
  secondSecretariat,
  secretariat,
  startBody,
  type TestApi,
} from "../harness/test-api.ts";
import { heldOutside } from "../fixtures/outside-drawings.ts";

let api: TestApi;
let preview: string;
/** The number of reviews of each group of the first cluster, and the parties that take part in them. */
let sizes: readonly number[];
let parties: readonly string[];
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  for (const role of ["focal-point", "expert"] as const) expect((await api.name("DE", role)).status).toBe(201);
  await api.app.rest();
  sizes = (await api.get("/v1/groups", secretariat)).body.items.map(({ reviews }: any) => reviews);
  parties = await partiesIn("c1");
});
afterAll(() => api.close());

const opening = "/v1/phases/c4/opening";
const previewed = async () => (await api.request("POST", `${opening}/previews`, { as: secretariat })).body;
const decision = { body: "conference", document: "CTOC/COP/2020/11", decidedOn: "2020-11-30" };
const phase = async (id: string, as: string = secretariat) => (await api.get(`/v1/phases/${id}`, as)).body;
/** The parties that take part in the reviews of a cluster, by its pairings. */
const partiesIn = async (cluster: string): Promise<readonly string[]> => {
  const { items } = await api.pages("/v1/pairings", undefined, 200);
  const own = items.filter(({ group }) => group.startsWith(`${cluster}-`));
  return [...new Set(own.flatMap(({ party, reviewers }) => [party, ...reviewers.map((one: any) => one.party)]))];
};
const needed = (): number => Math.ceil((sizes[0] ?? 0) * 0.7);
const lettersAbout = async () =>
  (await api.pages("/v1/letters", secretariat, 200)).items.filter(({ kind }) => kind === "phase-opened");

describe("the phases", () => {
  test("are listed in the order of their clusters, with the gate before the next one", async () => {
    const { items } = (await api.get("/v1/phases", missionOf("DE"))).body;
    expect(items.map(({ id, state, follows }: any) => [id, state, follows])).toEqual([
      ["c1", "open", undefined],
      ["c4", "next", "c1"],
      ["c2", "later", "c4"],
      ["c3", "later", "c2"],
    ]);
    expect(items.map(({ gate }: any) => gate)).toEqual([
      undefined,
      { concluded: 0, of: sizes[0], needed: needed(), reached: false },
      undefined,
      undefined,
    ]);
    expect(items[0].groups).toMatchObject([
      { group: "c1-g1", state: "started", startedOn: "2020-12-01", reviews: sizes[0] },
      { group: "c1-g2", state: "planned", plannedFor: "2021-11-01", reviews: sizes[1] },
      { group: "c1-g3", state: "planned", plannedFor: "2022-11-01", reviews: sizes[2] },
    ]);
  });

  test("have their articles, and the list behind the gate", async () => {
    const { articles, articlesBasis, gateReviews, drawings } = await phase("c4", missionOf("DE"));
    expect(articles.UNTOC).toContain("18");
    expect(new Set(Object.values(articlesBasis))).toEqual(new Set(["recalled"]));
    const first = await phase("c1", missionOf("DE"));
    expect(first.articles).toMatchObject({ UNTOC: ["2", "5", "6", "8", "9", "10", "15", "23"], TIP: ["3", "5"] });
    expect(first.articlesBasis).toEqual({ UNTOC: "reported", TIP: "reported", SOM: "reported", FP: "recalled" });
    expect(first.articlesSources).toEqual([
      {
        publisher: "La Strada International",
        url: "https://www.lastradainternational.org/news/constructive-dialogues-un-review-mechanism/",
        instruments: ["UNTOC", "TIP", "SOM"],
      },
    ]);
    expect(gateReviews.concluded).toEqual([]);
    expect(gateReviews.remaining).toHaveLength(sizes[0] ?? 0);
    expect(drawings).toEqual([]);
  });

  test("that there are none of answer as nothing", async () => {
    await api.expectRefusal(["GET", "/v1/phases/c5", { as: secretariat }], {
      status: 404,
      problem: "not-found",
      places: [{ parameter: "phaseId" }],
    });
  });
});

describe("the opening of a phase", () => {
  test("is previewed: groups with their days two years later, changes of instruments, and the number of letters", async () => {
    const counted = await previewed();
    preview = counted.hash;
    expect(counted).toMatchObject({ phase: "c4", cluster: 4, follows: "c1" });
    expect(counted.letters + counted.withoutAddress.length).toBe(parties.length);
    expect(counted.groups).toEqual([
      { group: "c4-g1", number: 1, plannedFor: "2022-12-01", reviews: sizes[0] },
      { group: "c4-g2", number: 2, plannedFor: "2023-11-01", reviews: sizes[1] },
      { group: "c4-g3", number: 3, plannedFor: "2024-11-01", reviews: sizes[2] },
    ]);
    const germany = counted.changes.find(({ party }: any) => party === "DE");
    expect(germany).toMatchObject({ partyName: "Germany", instruments: ["UNTOC", "TIP", "SOM", "FP"] });
    expect((await previewed()).hash).toBe(preview);
  });

  test("waits for the gate, and says how far it is", async () => {
    await api.expectRefusal(["POST", opening, { as: secretariat, body: { preview } }], {
      status: 409,
      problem: "gate-not-reached",
      more: { concluded: 0, needed: needed(), of: sizes[0] },
    });
  });

  test("follows the order of clusters", async () => {
    for (const [path, problem] of [
      ["/v1/phases/c2/opening", "phase-not-next"],
      ["/v1/phases/c1/opening", "phase-already-open"],
    ] as const)
      await api.expectRefusal(["POST", path, { as: secretariat, body: { preview, decision } }], {
        status: 409,
        problem,
        ...(problem === "phase-not-next" ? { more: { next: "c4" } } : {}),
      });
  });

  test("quotes its preview, and a decision of a day that has come", async () => {
    const stale = { preview: "0".repeat(64), decision };
    await api.expectRefusal(["POST", opening, { as: secretariat, body: stale }], {
      status: 409,
      problem: "phase-preview-changed",
    });
    const ahead = { preview, decision: { ...decision, decidedOn: "2021-06-01" } };
    await api.expectRefusal(["POST", opening, { as: secretariat, body: ahead }], {
      status: 422,
      problem: "date-in-the-future",
    });
  });

  test("is lifted over its gate by a recorded decision, and sets up every review and group", async () => {
    const { status, body } = await api.request("POST", opening, { as: secretariat, body: { preview, decision } });
    expect(status).toBe(202);
    expect(body).toMatchObject({ id: "c4", state: "opening", gate: { concluded: 0, reached: false }, decision });
    await api.app.rest();
    parties = await partiesIn("c4");
    const opened = await phase("c4");
    expect(opened).toMatchObject({
      state: "open",
      follows: "c1",
      decision,
      confirmations: { confirmed: 0, of: parties.length },
    });
    expect(opened.groups).toMatchObject([
      { group: "c4-g1", state: "planned", plannedFor: "2022-12-01", reviews: sizes[0] },
      { group: "c4-g2", state: "planned", reviews: sizes[1] },
      { group: "c4-g3", state: "planned", reviews: sizes[2] },
    ]);
    expect((await phase("c2")).state).toBe("next");
  });

  test("happens once", async () => {
    await api.expectRefusal(["POST", opening, { as: secretariat, body: { preview, decision } }], {
      status: 409,
      problem: "phase-already-open",
    });
  });

  test("takes over pairings and people", async () => {
    const [before, after] = await Promise.all(
      ["c1-DE", "c4-DE"].map(async (id) => (await api.get(`/v1/reviews/${id}`, secretariat)).body),
    );
    const seats = ({ seats: all }: any) => all.map(({ party, role, instruments }: any) => [party, role, instruments]);
    expect(seats(after).map(([party]: any) => party)).toEqual(
      expect.arrayContaining(seats(before).map(([party]: any) => party)),
    );
    expect(after).toMatchObject({ cluster: 4, group: "c4-g1", stage: "scheduled" });
    const { items } = await api.pages("/v1/parties/DE/mandates", secretariat, 50);
    expect(items.map(({ role }) => role).toSorted()).toEqual(["expert", "focal-point"]);
    for (const { reviews } of items) expect(reviews).toEqual(expect.arrayContaining(["c1-DE", "c4-DE"]));
  });

  test("brings instruments that were joined since, with lots for missing reviewers, which any reader can repeat", async () => {
    const { body: germany } = await api.get("/v1/reviews/c4-DE", secretariat);
    const reviewers = germany.seats.filter(
      ({ role, instruments }: any) => role !== "under-review" && instruments.includes("FP"),
    );
    expect(reviewers).toHaveLength(2);
    const { drawings } = await phase("c4", missionOf("DE"));
    const seatsIn = async (party: string) => (await api.get(`/v1/pairings/c4-${party}`)).body;
    const keysOf = (seats: readonly any[]) =>
      seats.map(({ party, role, instruments }) => [party, role, ...instruments].join(" ")).toSorted();
    for (const { party, seats } of drawings) {
      const { reviewers: given } = await seatsIn(party);
      expect([party, keysOf(given)]).toEqual([party, keysOf(seats.filter((one: any) => one.party !== party))]);
    }
    const drawn = drawings.filter(({ draw }: any) => draw !== undefined);
    expect(drawn.length).toBeGreaterThan(0);
    for (const { draw, seats, party } of drawn) {
      const { reviewers: before } = (await api.get(`/v1/pairings/c1-${party}`)).body;
      const box = boxFor(draw.seed);
      const again = draw.turns.map(({ candidates }: any) => box.oneOf<any>(candidates).party);
      const came = seats
        .map((seat: any) => seat.party)
        .filter((one: string) => one !== party && before.every((each: any) => each.party !== one));
      expect([party, again.toSorted()]).toEqual([party, came.toSorted()]);
    }
  });

  test("is notified to the mission of each party by one letter", async () => {
    const letters = await lettersAbout();
    expect(letters).toHaveLength(parties.length);
    expect(new Set(letters.map(({ party }) => party)).size).toBe(parties.length);
    await api.sweep("hourly");
    await api.app.rest();
    expect(await lettersAbout()).toHaveLength(parties.length);
  });
});

test("a redraw in the cluster before holds in the next one as well, which has not started, and is notified once", async () => {
  const letters = async () =>
    (await api.pages("/v1/letters", secretariat, 200)).items
      .filter(({ kind }) => kind === "seat-redrawn" || kind === "mandate-ended")
      .map(({ kind, party, state }) => `${kind} ${party} ${state}`)
      .toSorted();
  const redrawRequest = await api.request("POST", "/v1/reviews/c1-SE/redraw-requests", {
    as: missionOf("SE"),
    body: { seat: "DE" },
  });
  expect([redrawRequest.status, redrawRequest.problem]).toEqual([200, undefined]);
  const instruments = ["UNTOC", "TIP", "SOM", "FP"];
  const drawn = { party: "FI", instruments, leaving: ["ES"], ...heldOutside("2020-12-01") };
  const body = { from: "DE", drawn };
  const redrawn = await api.request("POST", "/v1/reviews/c1-SE/redraws", { as: secretariat, key: freshKey(), body });
  expect([redrawn.status, redrawn.problem, redrawn.body.changedWith]).toEqual([201, undefined, ["c4-SE"]]);
  await api.app.rest();
  for (const id of ["c1-SE", "c4-SE"]) {
    const { seats } = (await api.get(`/v1/reviews/${id}`, secretariat)).body;
    expect([id, seats.map(({ party }: any) => party).toSorted()]).toEqual([id, ["BB", "FI", "SE", "SY"]]);
  }
  const { redraws } = (await api.get("/v1/pairings/c4-SE")).body;
  expect(redraws).toMatchObject([{ from: "DE", to: "FI", carriedFrom: "c1-SE", drawnOn: "2020-12-01" }]);
  expect(await letters()).toEqual([
    "mandate-ended DE delivered",
    "mandate-ended DE delivered",
    "seat-redrawn DE delivered",
    "seat-redrawn ES delivered",
    // The mission of Finland has no address.
    "seat-redrawn FI skipped",
  ]);
  parties = await partiesIn("c4");
});

describe("the people of a phase", () => {
  const confirm = (as: string, more: object = {}) =>
    api.request("POST", "/v1/parties/DE/mandates/confirmation", { as, body: { phase: "c4", ...more } });

  test("are confirmed by their mission, once, or from its note verbale", async () => {
    const { status, body } = await confirm(missionOf("DE"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ party: "DE", partyName: "Germany", phase: "c4" });
    expect((await confirm(missionOf("DE"))).body).toEqual(body);
    const noted = await api.request("POST", "/v1/parties/SE/mandates/confirmation", {
      as: secretariat,
      body: { phase: "c4", ...byNote("SE", "2020-12-01") },
    });
    expect(noted.status).toBe(200);
    const { confirmations, unconfirmed } = await phase("c4");
    expect(confirmations).toEqual({ confirmed: 2, of: parties.length });
    expect(unconfirmed).toHaveLength(parties.length - 2);
    expect((await phase("c4", missionOf("DE"))).unconfirmed).toBeUndefined();
  });

  test("are confirmed by no party that takes part in nothing, and as of no day before the opening", async () => {
    const confirmed = (party: string, happenedOn: string) =>
      api.request("POST", `/v1/parties/${party}/mandates/confirmation`, {
        as: secretariat,
        body: { phase: "c4", ...byNote(party, happenedOn) },
      });
    expect((await confirmed("BT", "2020-12-01")).body).toMatchObject({ status: 409, party: "BT" });
    expect((await confirmed("AT", "2020-11-30")).body).toMatchObject({ status: 422, earliest: "2020-12-01" });
  });

  test("of a phase that is not open are not confirmed", async () => {
    await api.expectRefusal(
      ["POST", "/v1/parties/DE/mandates/confirmation", { as: missionOf("DE"), body: { phase: "c2" } }],
      { status: 409, problem: "phase-not-open" },
    );
  });
});

describe("reviews of two clusters", () => {
  test("run side by side, each with its own obligations and letters", async () => {
    const body = await startBody(api, "c4-g1", "2020-12-01");
    expect((await api.request("POST", "/v1/groups/c4-g1/start", { as: secretariat, body })).body.state).toBe(
      "awaiting-approval",
    );
    await api.request("POST", "/v1/groups/c4-g1/start/approval", { as: secondSecretariat });
    await api.app.rest();
    const { body: review } = await api.get("/v1/reviews/c4-DE", secretariat);
    expect(review).toMatchObject({ stage: "nomination", startedOn: "2020-12-01" });
    const { items: obligations } = await api.pages("/v1/obligations?review=c4-DE&state=all", secretariat, 50);
    expect(obligations.filter(({ party }) => party === "DE").map(({ kind, state }) => [kind, state])).toEqual([
      ["focal-point", "met"],
      ["experts", "met"],
    ]);
    expect((await api.get("/v1/reviews/c1-DE", secretariat)).body.stage).toBe("nomination");
  });

  test("count in figures and lists by their cluster", async () => {
    const { figures } = (await api.get("/v1/figures/current", secretariat)).body;
    const { parts } = figures.find(({ figure }: any) => figure === "reviews");
    expect(parts.filter((one: any) => one.cluster !== undefined && one.stage === undefined)).toEqual([
      { cluster: 1, count: sizes.reduce((sum, size) => sum + size, 0) },
      { cluster: 4, count: sizes.reduce((sum, size) => sum + size, 0) },
    ]);
  });

  test("are held against the indicative timeline of their group", async () => {
    const { body } = await api.get("/v1/groups/c1-g1/timeline", secretariat);
    expect(body).toMatchObject({ group: "c1-g1", cluster: 1, plannedFor: "2020-12-01", reviews: sizes[0] });
    expect(body.steps.map(({ step, expectedOn, passed, behind }: any) => [step, expectedOn, passed, behind])).toEqual([
      ["nomination", "2020-12-29", 0, 0],
      ["consultation", "2021-02-01", 0, 0],
      ["questionnaire", "2021-06-01", 0, 0],
      ["feedback", "2021-12-01", 0, 0],
      ["observations", "2022-12-01", 0, 0],
    ]);
    await api.app.moveTo("2020-12-30T12:00:00.000Z");
    const later = (await api.get("/v1/groups/c1-g1/timeline", secretariat)).body.steps[0];
    expect(later).toMatchObject({ behind: sizes[0] });
    expect(later.reviews).toHaveLength(sizes[0] ?? 0);
    const shown = (await api.get("/v1/groups/c1-g1/timeline", missionOf("DE"))).body.steps[0];
    expect(shown).toMatchObject({ behind: sizes[0] });
    expect(shown).not.toHaveProperty("reviews");
  });
});

test("the checker finds nothing afterwards", async () => {
  expect(await checkerFindings(api)).toEqual([]);
});
