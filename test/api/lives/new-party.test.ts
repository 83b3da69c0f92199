import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boxFor } from "../../../domain/lots/box.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { correctJoined, registerAtlantis } from "../../fixtures/later-party.ts";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import {
  byNote,
  freshKey,
  missionOf,
  personOf,
  secretariat,
  openTestApi,
  type TestApi,
} from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import type { StackContents } from "../../harness/stack-contents.ts";

/**
 * Bhutan, as if it had joined the Convention in 2019. The Conference decides in October 2020 that it takes part, in the first
 * group. Atlantis is made up, joins in December 2020 and enters the second.
 */
let api: TestApi;
let kept: StackContents;
let life: Life;
const review = "c1-BT";
const decision = { body: "conference", document: "CTOC/COP/2020/9", decidedOn: "2020-10-16" };
const place = { group: "c1-g1" };
const request = (path: string, body: object, as = secretariat) =>
  api.request("POST", path, { as, body, key: freshKey() });
const enter = (more: object = {}, party = "BT") =>
  request(`/v1/parties/${party}/entry`, { ...place, decision, ...more });
const preview = (party = "BT", more: object = {}) =>
  request(`/v1/parties/${party}/entry/previews`, { ...place, ...more });
const participationOf = async (party: string) =>
  (await api.get(`/v1/parties/${party}`, secretariat)).body.participation;

beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  await api.app.moveTo("2020-12-14T12:00:00.000Z");
  const person = { name: "Permanent Mission of Bhutan", email: missionOf("BT"), language: "en" };
  expect((await request("/v1/users", { role: "permanent-mission", party: "BT", person })).status).toBe(201);
  await api.app.rest();
});
afterAll(async () => {
  kept.close();
  await api.close();
});

describe("an act that cannot be recorded changes nothing", () => {
  const problemOf = async (answer: Promise<{ status: number; problem?: unknown }>) => {
    const { status, problem } = await answer;
    return [status, problem];
  };

  test("a party that has a review of the cluster, one that is none, a group that is none", async () => {
    expect(await problemOf(enter({}, "FR"))).toEqual([409, "party-has-review"]);
    expect(await problemOf(preview("FR"))).toEqual([409, "party-has-review"]);
    expect(await problemOf(enter({}, "ZZ"))).toEqual([404, "not-found"]);
    expect(await problemOf(enter({ group: "c2-g1" }))).toEqual([422, "group-not-planned"]);
  });

  test("a decision of a day ahead, a start before it, a party that has not joined the Convention", async () => {
    const ahead = { ...decision, decidedOn: "2020-12-15" };
    expect(await problemOf(enter({ decision: ahead }))).toEqual([422, "date-in-the-future"]);
    expect(await problemOf(enter({ startsOn: "2020-10-15" }))).toEqual([422, "date-too-early"]);
    expect(await problemOf(enter())).toEqual([422, "convention-not-joined"]);
    await correctJoined(api, "BT", { UNTOC: "2020-10-17" });
    const early = await enter();
    expect([early.status, early.problem, early.body.earliest]).toEqual([422, "date-too-early", "2020-10-17"]);
    await correctJoined(api, "BT", { UNTOC: "2019-02-20", TIP: "2019-02-20" });
  });

  test("a draw held outside that breaks a rule without a reason, with the rule and the party", async () => {
    const drawn = {
      reviewers: [{ party: "FR", role: "reviewing", instruments: ["UNTOC"] }],
      drawnOn: "2020-11-16",
      document: "CTOC/COP/WG.10/2020/3",
    };
    const refused = await enter({ drawn });
    expect([refused.status, refused.problem]).toEqual([422, "breaks-lots-rules"]);
    expect(refused.body.violations.map(({ rule, party }: any) => [rule, party])).toContainEqual([
      "one-from-each-side",
      "BT",
    ]);
    expect(await participationOf("BT")).toBe("unassigned");
    expect((await api.get(`/v1/pairings/${review}`)).status).toBe(404);
  });
});

test("a preview states the parties in the draw, and draws none", async () => {
  const { status, body } = await preview();
  expect([status, body.review, body.group]).toEqual([200, review, "c1-g1"]);
  expect(body.instruments).toContain("UNTOC");
  expect(body.ownGroup.length).toBeGreaterThan(3);
  expect(body.otherGroups.length).toBeGreaterThan(3);
  expect(await participationOf("BT")).toBe("unassigned");
});

test("the decision makes the party take part, and lots bring its reviewers in the same act", async () => {
  const candidates = (await preview()).body;
  const entered = await enter();
  expect([entered.status, entered.problem]).toEqual([201, undefined]);
  await api.app.rest();
  expect(await participationOf("BT")).toBe("takes-part");
  const { entry, reviewers } = (await api.get(`/v1/pairings/${review}`)).body;
  expect(entry).toMatchObject({ decisionDocument: decision.document, decidedOn: "2020-10-16", drawnOn: "2020-12-14" });
  const box = boxFor(entry.draw.seed);
  const again = entry.draw.turns.map((turn: any) => box.oneOf<any>(turn.candidates).party);
  expect(again.toSorted()).toEqual(reviewers.map(({ party }: any) => party).toSorted());
  expect(entry.draw.turns[0].candidates).toEqual(candidates.ownGroup);
  const { items } = (await api.get("/v1/pairings?limit=100")).body;
  expect(items.map(({ review: of }: any) => of)).toContain(review);
  expect((await api.get("/v1/groups/c1-g1", secretariat)).body.reviews).toBe(5);
  expect((await enter()).problem).toBe("party-has-review");
});

test("its group has started, so the review starts, and its missions are notified once and reminded of their obligations", async () => {
  life = await lifeOf(api, review);
  const { stage, startedOn, obligations } = await life.read(missionOf("BT"));
  expect([stage, startedOn]).toEqual(["nomination", "2020-12-14"]);
  expect(obligations.map(({ kind, dueOn }: any) => [kind, dueOn])).toEqual([
    ["focal-point", "2020-12-28"],
    ["experts", "2021-01-11"],
  ]);
  const parties = ["BT", ...life.reviewers.map(({ party }) => party)];
  const letters = (await kept.letters()).filter(({ plannedAt }) => plannedAt >= "2020-12-14T12:00:00.000Z");
  const missions = letters.filter(({ content }) => content.kind === "review-entered").map(({ party }) => party);
  expect(missions.toSorted()).toEqual(parties.toSorted());
  const missionsReminded = letters
    .filter(
      ({ content }) => content.kind === "nomination-reminder" && content.reminderSubject.dueAt.startsWith("2020-12-28"),
    )
    .map(({ party }) => party);
  // The letter about the entry names their obligations and replaces the first reminder.
  expect(missionsReminded).toEqual([]);
});

test("it is reviewed up to its conclusion", async () => {
  for (const party of ["BT", ...life.reviewers.map((one) => one.party)])
    for (const role of ["focal-point", "expert"] as const) {
      const named = { role, person: personOf(party, role), reviews: [review], ...byNote(party, "2020-12-14") };
      expect((await request(`/v1/parties/${party}/mandates`, named)).status).toBe(201);
    }
  await api.app.rest();
  await api.app.moveTo("2020-12-20T12:00:00.000Z");
  await life.conclude();
  await life.submit();
  await life.clearAll();
  const version = await life.list();
  await life.agreeAll(version);
  expect((await life.publish(version)).status).toBe(200);
  expect((await life.read(missionOf("BT"))).stage).toBe("concluded");
  const { reviews } = (await api.get("/v1/country-profiles/BT")).body;
  expect(reviews).toMatchObject([{ review, group: "c1-g1", stage: "concluded", startedOn: "2020-12-14" }]);
});

test("a party that was not registered before is registered, enters later than Bhutan, and may be reviewed by it", async () => {
  await registerAtlantis(api);
  const person = { name: "Permanent Mission of Atlantis", email: missionOf("XA"), language: "en" };
  expect((await request("/v1/users", { role: "permanent-mission", party: "XA", person })).status).toBe(201);
  await api.app.rest();
  const latest = { decision: { ...decision, decidedOn: "2020-12-18" }, group: "c1-g2" };
  const candidates = (await preview("XA", { group: "c1-g2" })).body;
  expect(candidates.ownGroup.map(({ party }: any) => party)).toContain("BT");
  const entered = await enter(latest, "XA");
  expect([entered.status, entered.problem]).toEqual([201, undefined]);
  await api.app.rest();
  const { entry, reviewers, group } = (await api.get("/v1/pairings/c1-XA")).body;
  expect([group, await participationOf("XA")]).toEqual(["c1-g2", "takes-part"]);
  const box = boxFor(entry.draw.seed);
  const again = entry.draw.turns.map((turn: any) => box.oneOf<any>(turn.candidates).party);
  expect(again.toSorted()).toEqual(reviewers.map(({ party }: any) => party).toSorted());
  for (const instrument of ["UNTOC", "FP"])
    expect(reviewers.filter(({ instruments }: any) => instruments.includes(instrument))).toHaveLength(2);
  expect((await api.get("/v1/reviews/c1-XA", secretariat)).body.stage).toBe("scheduled");
});

test("nothing that is promised is broken, and the checker finds nothing", async () => {
  await api.app.moveTo("2020-12-22T12:00:00.000Z");
  await api.sweep("full");
  await api.app.rest();
  expect([...(await brokenNow(kept)), ...(await brokenAtRest(kept))]).toEqual([]);
  expect(await checkerFindings(api)).toEqual([]);
});
