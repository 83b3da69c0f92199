import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boxFor } from "../../../domain/lots/box.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { correctJoined } from "../../fixtures/later-party.ts";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import {
  addressOf,
  byNote,
  freshKey,
  missionOf,
  personOf,
  type Role,
  secretariat,
  openTestApi,
  type TestApi,
} from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import type { StackContents } from "../../harness/stack-contents.ts";

/**
 * Germany joins the Firearms Protocol on 14 December 2020, as it did ten months later, while it answers the questionnaire of cluster 1, and all parties
 * of its review agree that it covers the Protocol at once.
 */
let api: TestApi;
let kept: StackContents;
let life: Life;
const review = "c1-DE";
const agreement = (party: string) => byNote(party, "2020-12-18").onBehalfOf;
const add = (agreements: readonly object[], instruments: readonly string[] = ["FP"]) =>
  life.post("/instruments/additions", secretariat, { instruments, agreements }, { key: freshKey() });
const parties = () => ["DE", ...life.reviewers.map(({ party }) => party)];
const name = (party: string, role: Role) => {
  const body = { role, person: personOf(party, role), reviews: [review], ...byNote(party, "2020-12-21") };
  return api.request("POST", `/v1/parties/${party}/mandates`, { as: secretariat, key: freshKey(), body });
};

beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  life = await lifeOf(api, review);
  await life.nominate();
  await api.app.moveTo("2020-12-08T12:00:00.000Z");
  await life.conclude();
  await api.app.moveTo("2020-12-13T12:00:00.000Z");
});
afterAll(async () => {
  kept.close();
  await api.close();
});

test("before it has joined, and while a party has not agreed, nothing is added and it is said why", async () => {
  const early = await add(parties().map((party) => byNote(party, "2020-12-10").onBehalfOf));
  expect([early.status, early.problem, early.body.instruments]).toEqual([422, "instruments-not-joined", ["FP"]]);
  await api.app.moveTo("2020-12-21T12:00:00.000Z");
  await correctJoined(api, "DE", { FP: "2020-12-14" });
  const [missing = "", ...others] = parties();
  const refused = await add(others.map(agreement));
  expect([refused.status, refused.problem]).toEqual([409, "parties-disagree"]);
  expect(refused.body.parties).toEqual([missing]);
  expect((await add(parties().map(agreement), ["UNTOC", "FP"])).problem).toBe("instruments-reviewed");
  expect((await life.read()).version).toBe((await kept.store.load("review", review))?.version);
});

test("once all have agreed the review covers it, and an additional draw brings who is missing", async () => {
  const before = await life.read();
  const added = await add(parties().map(agreement));
  expect([added.status, added.problem]).toEqual([200, undefined]);
  await api.app.rest();
  const { seats, stage } = await life.read();
  expect(stage).toBe("questionnaire");
  const reviewing = seats.filter(({ role, instruments }: any) => role !== "under-review" && instruments.includes("FP"));
  expect(reviewing).toHaveLength(2);
  const drawn = seats.filter(({ party }: any) => before.seats.every((seat: any) => seat.party !== party));
  expect(drawn.length).toBeGreaterThan(0);
  for (const { role, instruments } of drawn) expect([role, instruments]).toEqual(["additional-reviewer", ["FP"]]);
  expect((await add(parties().map(agreement))).problem).toBe("instruments-reviewed");
});

describe("after it", () => {
  const newcomers = async (): Promise<readonly string[]> =>
    (await api.get(`/v1/pairings/${review}`)).body.additions[0].drawn.map(({ party }: any) => party);

  test("all users read the addition, and those with the right may draw again", async () => {
    const { additions } = (await api.get(`/v1/pairings/${review}`)).body;
    expect(additions).toMatchObject([{ addedOn: "2020-12-21", instruments: ["FP"] }]);
    const [{ draw, drawn }] = additions;
    const box = boxFor(draw.seed);
    expect(draw.turns.map(({ candidates }: any) => box.oneOf<any>(candidates).party)).toEqual(
      drawn.map(({ party }: any) => party),
    );
  });

  test("every mission of the review is notified once, those of drawn parties included", async () => {
    const missions = (await kept.letters())
      .filter(({ content, recipient }) => content.kind === "instruments-added" && recipient.kind === "mission")
      .map(({ party }) => party);
    expect(missions.toSorted()).toEqual([...parties(), ...(await newcomers())].toSorted());
  });

  test("a drawn party must name a focal point in two weeks and experts in four", async () => {
    const { obligations } = await life.read();
    for (const party of await newcomers())
      expect(
        obligations
          .filter((obligation: any) => obligation.party === party)
          .map(({ kind, dueOn }: any) => [kind, dueOn]),
      ).toEqual([
        ["focal-point", "2021-01-04"],
        ["experts", "2021-01-18"],
      ]);
  });

  test("answers and feedback are required on the Protocol as well, up to the conclusion", async () => {
    for (const party of await newcomers())
      for (const role of ["focal-point", "expert"] as const) expect((await name(party, role)).status).toBe(201);
    const now = await lifeOf(api, review);
    expect(now.instruments).toContain("FP");
    await now.submit();
    for (const party of await newcomers()) {
      const { body } = await api.get(life.at("/answers"), addressOf(party, "expert"));
      expect(body.texts.map(({ instrument }: any) => instrument)).toEqual(["FP"]);
    }
    expect((await add([], ["FP"])).problem).toBe("wrong-stage");
    await now.clearAll();
    const version = await now.list();
    await now.agreeAll(version);
    expect((await now.publish(version)).status).toBe(200);
    expect((await life.read(missionOf("DE"))).stage).toBe("concluded");
  });

  test("nothing that is promised is broken, and the checker finds nothing", async () => {
    await api.app.moveTo("2020-12-23T12:00:00.000Z");
    await api.sweep("full");
    await api.app.rest();
    expect([...(await brokenNow(kept)), ...(await brokenAtRest(kept))]).toEqual([]);
    expect(await checkerFindings(api)).toEqual([]);
  });
});
