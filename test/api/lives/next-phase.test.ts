import { defined } from "../../../schemas/base/defined.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { denounce } from "../../fixtures/denounce.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { correctJoined, registerAtlantis } from "../../fixtures/later-party.ts";
import {
  freshKey,
  missionOf,
  secondSecretariat,
  secretariat,
  openTestApi,
  startBody,
  type TestApi,
} from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import type { StackContents } from "../../harness/stack-contents.ts";

/** Cluster 4 is opened by decision; then parties come, leave and join instruments before its first group starts. */
let api: TestApi;
let kept: StackContents;
const decision = { body: "conference", document: "CTOC/COP/2020/9", decidedOn: "2020-10-16" };
const request = (path: string, body: object) => api.request("POST", path, { as: secretariat, body, key: freshKey() });
const phase = async (id: string, as: string = secretariat) => (await api.get(`/v1/phases/${id}`, as)).body;
const read = async (id: string) => (await api.get(`/v1/reviews/${id}`, secretariat)).body;
const holders = async (id: string) =>
  (await read(id)).seats.map(({ party, role, instruments }: any) => [party, role, instruments]).toSorted();
const coveredIn = async (id: string) =>
  (await read(id)).seats.find(({ role }: any) => role === "under-review").instruments;
const correct = async (party: string, participation: string) => {
  const path = `/v1/parties/${party}`;
  const match = (await api.get(path, secretariat)).headers.get("etag") ?? "";
  const body = { correction: { participation }, reason: "As the depositary has it" };
  expect((await api.request("PATCH", path, { as: secretariat, match, body })).status).toBe(200);
};
const startPreview = async () => (await request("/v1/groups/c4-g1/start/previews", { startedOn: "2020-12-14" })).body;

beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  await api.app.moveTo("2020-12-14T12:00:00.000Z");
  for (const party of ["AT", "NA"]) {
    const denunciation = { leftOn: "2020-12-14", document: "C.N.55.2020" };
    expect((await denounce(api, party, denunciation)).status).toBe(200);
  }
  const { hash } = (await request("/v1/phases/c4/opening/previews", {})).body;
  expect((await request("/v1/phases/c4/opening", { preview: hash, decision })).status).toBe(202);
  await api.app.rest();
  const person = { name: "Permanent Mission of Bhutan", email: missionOf("BT"), language: "en" };
  expect((await request("/v1/users", { role: "permanent-mission", party: "BT", person })).status).toBe(201);
  await correctJoined(api, "BT", { UNTOC: "2019-02-20", TIP: "2019-02-20" });
});
afterAll(async () => {
  kept.close();
  await api.close();
});

test("a party that left before the opening is not required to confirm, although it still has a seat", async () => {
  const { items: pairings } = await api.pages("/v1/pairings", undefined, 200);
  const own = pairings.filter(({ group }) => group.startsWith("c4-"));
  const seated = new Set<string>(
    own.flatMap(({ party, reviewers }) => [party, ...reviewers.map((one: any) => one.party)]),
  );
  expect(seated.delete("NA")).toBe(true);
  const { confirmations, unconfirmed } = await phase("c4");
  expect(confirmations).toEqual({ confirmed: 0, of: seated.size });
  expect(unconfirmed.map(({ party }: any) => party).toSorted()).toEqual([...seated].toSorted());
});

test("a party that takes part and has no review in the phase is listed, to the secretariat alone", async () => {
  expect((await phase("c4")).withoutReview).toEqual([]);
  await correct("AT", "takes-part");
  expect((await phase("c4")).withoutReview).toMatchObject([{ party: "AT" }]);
  expect(await phase("c4", missionOf("DE"))).not.toHaveProperty("withoutReview");
  await correct("AT", "not-taking-part");
});

describe("a party that enters the first cluster", () => {
  test("is reviewed in the phase that is open already as well, by the same pairing", async () => {
    const { reviews } = (await api.get("/v1/groups/c4-g1", secretariat)).body;
    const entered = await request("/v1/parties/BT/entry", { group: "c1-g1", decision });
    expect([entered.status, entered.problem]).toEqual([201, undefined]);
    await api.app.rest();
    expect(await read("c1-BT")).toMatchObject({ stage: "nomination", startedOn: "2020-12-14" });
    expect(await read("c4-BT")).toMatchObject({ stage: "scheduled", group: "c4-g1" });
    expect(await holders("c4-BT")).toEqual(await holders("c1-BT"));
    expect((await api.get("/v1/groups/c4-g1", secretariat)).body.reviews).toBe(reviews + 1);
    const { withoutReview, unconfirmed } = await phase("c4");
    expect(withoutReview).toEqual([]);
    expect(unconfirmed.map(({ party }: any) => party)).toContain("BT");
  });

  test("has a redraw of the first hold in the other as long as that has not started", async () => {
    const [reviewer] = (await api.get("/v1/pairings/c1-BT")).body.reviewers;
    expect((await request("/v1/parties/BT/entry", { group: "c4-g1", decision })).problem).toBe("party-has-review");
    const requested = await api.request("POST", "/v1/reviews/c1-BT/redraw-requests", {
      as: missionOf("BT"),
      body: { seat: reviewer.party },
    });
    expect([requested.status, requested.problem]).toEqual([200, undefined]);
    const drawn = await request("/v1/reviews/c1-BT/redraws", { from: reviewer.party });
    expect([drawn.status, drawn.body.changedWith]).toEqual([201, ["c4-BT"]]);
    await api.app.rest();
    expect(await holders("c4-BT")).toEqual(await holders("c1-BT"));
  });
});

describe("an instrument that a party joins between the opening and the start", () => {
  test("is shown with the phase and in the preview of the start, and enters without any agreement", async () => {
    expect((await phase("c4")).joinedSince).toEqual([]);
    const before = await startPreview();
    expect(before.joinedSince).toEqual([]);
    expect(await coveredIn("c4-IE")).not.toContain("FP");
    await correctJoined(api, "IE", { FP: "2020-12-14" });
    const uncovered = [{ review: "c4-IE", cluster: 4, party: "IE", partyName: "Ireland", instruments: ["FP"] }];
    expect((await phase("c4")).joinedSince).toEqual(uncovered);
    expect(await phase("c4", missionOf("IE"))).not.toHaveProperty("joinedSince");
    const preview = await startPreview();
    expect([preview.joinedSince, preview.hash === before.hash]).toEqual([uncovered, false]);
    const { uncovered: _given, ...body } = await startBody(api, "c4-g1", "2020-12-14");
    for (const given of [undefined, [{ review: "c4-DE", reason: "Another one" }]]) {
      const refused = await request("/v1/groups/c4-g1/start", { ...body, ...(given && { uncovered: given }) });
      expect([refused.status, refused.problem, refused.body.reviews]).toEqual([
        409,
        "instruments-not-covered",
        ["c4-IE"],
      ]);
    }
    const added = await request("/v1/reviews/c4-IE/instruments/additions", { instruments: ["FP"], agreements: [] });
    expect([added.status, added.problem]).toEqual([200, undefined]);
    await api.app.rest();
    expect(await coveredIn("c4-IE")).toContain("FP");
    expect([(await phase("c4")).joinedSince, (await startPreview()).joinedSince]).toEqual([[], []]);
  });

  test("may draw a party that a redraw of the cluster before cannot seat twice, which its reply says", async () => {
    const [before, later] = [await holders("c1-IE"), await holders("c4-IE")];
    const additional = later.find(([, role]: any) => role === "additional-reviewer")?.[0];
    const replaced = before.find(([party, role]: any) => role === "reviewing" && party !== "FR")?.[0];
    const requested = await api.request("POST", "/v1/reviews/c1-IE/redraw-requests", {
      as: missionOf("IE"),
      body: { seat: replaced },
    });
    expect([requested.status, requested.problem]).toEqual([200, undefined]);
    const outside = { drawnOn: "2020-12-14", document: "CTOC/COP/WG.12/2020/3" };
    const drawn = { party: additional, instruments: ["UNTOC", "TIP"], ...outside };
    const redraw = (deviations?: readonly object[]) =>
      request("/v1/reviews/c1-IE/redraws", { from: replaced, drawn: { ...drawn, ...defined({ deviations }) } });
    const first = await redraw();
    // The lots decide who the additional reviewer is: now and then one that breaks a rule of the lots in the other seat.
    const redrawn =
      first.problem === "breaks-lots-rules"
        ? await redraw(first.body.violations.map(({ rule, party }: any) => ({ rule, party, reason: "Accepted" })))
        : first;
    expect([redrawn.status, redrawn.problem]).toEqual([201, undefined]);
    expect([redrawn.body.changedWith, redrawn.body.notChangedWith]).toEqual([undefined, "c4-IE"]);
    await api.app.rest();
    expect(await holders("c4-IE")).toEqual(later);
    expect((await holders("c1-IE")).map(([party]: any) => party)).toContain(additional);
  });

  test("is shown for the first cluster as well, for a group that has not started", async () => {
    expect((await phase("c1")).joinedSince).toEqual([]);
    await correctJoined(api, "US", { FP: "2020-12-13" });
    expect((await phase("c1")).joinedSince).toMatchObject([{ review: "c1-US", party: "US", instruments: ["FP"] }]);
  });
});

test("a party that entered a later cluster first does not enter the one before, which its review shows", async () => {
  await registerAtlantis(api);
  const person = { name: "Permanent Mission of Atlantis", email: missionOf("XA"), language: "en" };
  expect((await request("/v1/users", { role: "permanent-mission", party: "XA", person })).status).toBe(201);
  const entry = { decision: { ...decision, decidedOn: "2020-12-14" } };
  const entered = await request("/v1/parties/XA/entry", { group: "c4-g1", ...entry });
  expect([entered.status, entered.problem]).toEqual([201, undefined]);
  await api.app.rest();
  for (const path of ["entry/previews", "entry"]) {
    const body = { group: "c1-g1", ...(path === "entry" ? entry : {}) };
    const refused = await request(`/v1/parties/XA/${path}`, body);
    expect([refused.status, refused.problem, refused.body.review]).toEqual([409, "party-has-review", "c4-XA"]);
  }
});

test("with the start of the group both reviews run, and the checker finds nothing", async () => {
  expect((await request("/v1/groups/c4-g1/start", await startBody(api, "c4-g1", "2020-12-14"))).status).toBe(202);
  await api.request("POST", "/v1/groups/c4-g1/start/approval", { as: secondSecretariat });
  await api.app.rest();
  for (const id of ["c1-BT", "c4-BT", "c4-IE"])
    expect(await read(id)).toMatchObject({ stage: "nomination", startedOn: "2020-12-14" });
  await api.app.moveTo("2020-12-16T12:00:00.000Z");
  await api.sweep("full");
  await api.app.rest();
  expect([...(await brokenNow(kept)), ...(await brokenAtRest(kept))]).toEqual([]);
  expect(await checkerFindings(api)).toEqual([]);
});
