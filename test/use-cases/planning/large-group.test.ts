import { describe, expect, test } from "vitest";
import { mostItems } from "../../../lambdas/io/ports/commit.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { given, missionUser, secretariat, startOf, subOf } from "../../fixtures/group.ts";
import { apiOf } from "../../harness/app-requests.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import type { TestApp } from "../../harness/test-app.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`)).slice(0, 120);
const ids = codes.map((code) => `c1-${code}` as Review["id"]);

/**
 * Returns an app with a group of more reviews than a transaction holds, each reviewed by the next one. Its start was
 * recorded before its letters leave.
 */
const started = async (): Promise<TestApp> => {
  const reviews = Object.fromEntries(codes.map((code, place) => [code, [codes[(place + 1) % codes.length] ?? code]]));
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T07:30:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};

const request = (app: TestApp, route: string, key: string, body: object) =>
  apiOf(app)({ as: subOf(secretariat), route, key: `key-of-${key}`, body, params: { groupId: "c1-g1" } });
const undo = (app: TestApp, key = "undo") =>
  request(app, "POST /v1/groups/{groupId}/start/reversal", key, { what: "start", reason: "A slip." });
const correct = (app: TestApp, key = "correct") =>
  request(app, "POST /v1/groups/{groupId}/corrections", key, { what: "start", to: "2020-11-28", reason: "A slip." });
/** Names the focal point of the last party under review as its mission. */
const name = (app: TestApp) =>
  apiOf(app)({
    as: subOf(missionUser(codes.at(-1) ?? "")),
    route: "POST /v1/parties/{partyId}/mandates",
    params: { partyId: codes.at(-1) ?? "" },
    key: "key-of-name",
    body: {
      role: "focal-point",
      person: { name: "A Person", email: "person@example.org", language: "en" },
    },
  });

const groupOf = async ({ store }: TestApp) => (await store.load("group", "c1-g1"))?.state;
const countOf = async ({ store }: TestApp, is: (review: Review) => boolean): Promise<number> =>
  (await store.loadMany("review", ids)).filter(({ state }) => is(state)).length;
const factsOfGroup = async ({ store }: TestApp): Promise<readonly Fact["kind"][]> =>
  (await store.journalOf("group", "c1-g1", { limit: 100 })).items.flatMap(({ facts }) => facts.map(({ kind }) => kind));

const isUndone = ({ stage }: Review): boolean => stage === "scheduled";
const isCorrected = ({ startedOn }: Review): boolean => startedOn === "2020-11-28";

/** Kills the effects of the order after a part of them, in every run of the function. */
const interruptAfter = async (app: TestApp, order: Fact["kind"]): Promise<void> => {
  await app.settleStream(order);
  app.stream.retries = 0;
  const kill = app.kill("react", 60);
  await app.settle();
  expect(kill.happened).toBe(true);
};

describe("the start of a group of more reviews than a transaction holds", () => {
  test.each([
    { what: "undone" as const, order: undo, again: correct, follows: isUndone, meanwhile: "undoing", after: "planned" },
    {
      what: "corrected" as const,
      order: correct,
      again: undo,
      follows: isCorrected,
      meanwhile: "correcting",
      after: "started",
    },
  ])("is $what by one command, review by review, and continues after an interruption", async (one) => {
    expect(ids.length).toBeGreaterThan(mostItems);
    const app = await started();
    expect(await one.order(app)).toMatchObject({ status: 202, body: { state: one.meanwhile } });
    await interruptAfter(app, `group-start-${one.what}`);
    const followed = await countOf(app, one.follows);
    expect(followed).toBeGreaterThan(0);
    expect(followed).toBeLessThan(ids.length);
    // As long as not all have followed, nothing else happens to the group.
    expect(await groupOf(app)).toMatchObject({ state: one.meanwhile });
    expect(await one.again(app)).toMatchObject({ status: 409, body: { state: one.meanwhile } });
    await app.sweep("hourly");
    await app.settle();
    expect(await countOf(app, one.follows)).toBe(ids.length);
    expect(await groupOf(app)).toMatchObject({ state: one.after });
    expect(await groupOf(app)).not.toHaveProperty("startBeingChecked");
    await app.sweep("full");
    await app.settle();
    expect([...(await brokenNow(app)), ...(await brokenAtRest(app))]).toEqual([]);
  });

  test("is not undone where a party acts once its reviews were read", async () => {
    const app = await started();
    const { store } = app;
    let isFirst = true;
    const commit: typeof store.commit = async (change) => {
      // All reviews have been read, and none of them shows an act of a party.
      if (isFirst && change.changes.some(({ facts }) => facts.some(({ kind }) => kind === "group-start-undone"))) {
        isFirst = false;
        expect(await name(app)).toMatchObject({ status: 201 });
      }
      return store.commit(change);
    };
    const answer = await undo({ ...app, store: { ...store, commit } });
    expect(answer).toMatchObject({ status: 409, body: { act: "mandate-began", party: codes.at(-1) } });
    expect(isFirst).toBe(false);
    expect(await groupOf(app)).toMatchObject({ state: "started" });
    expect((await factsOfGroup(app)).slice(-2)).toEqual(["group-start-check-begun", "group-start-check-ended"]);
  });

  test("that is undone while a party acts, which had read before that, leaves the act to be tried again", async () => {
    const app = await started();
    const { store } = app;
    let isFirst = true;
    const commit: typeof store.commit = async (change) => {
      if (isFirst) expect(await undo(app)).toMatchObject({ status: 202 });
      isFirst = false;
      return store.commit(change);
    };
    const [under = "", reviewing = ""] = codes;
    const asking = {
      as: subOf(missionUser(under)),
      route: "POST /v1/reviews/{reviewId}/redraw-requests",
      params: { reviewId: `c1-${under}` },
      key: "key-of-request",
      body: { seat: reviewing },
    };
    const answer = await apiOf({ ...app, store: { ...store, commit } })(asking);
    expect(answer).toMatchObject({ status: 409, body: { type: expect.stringContaining("conflict") } });
    await app.settle();
    expect(await countOf(app, isUndone)).toBe(ids.length);
  });

  test("that was checked by a run that never returned is undone all the same", async () => {
    const app = await started();
    const { store } = app;
    let commits = 0;
    const commit: typeof store.commit = async (change) => {
      commits += 1;
      if (commits > 1) throw new Error("The function has died");
      return store.commit(change);
    };
    expect(await undo({ ...app, store: { ...store, commit } })).toMatchObject({ status: 500 });
    expect(await groupOf(app)).toMatchObject({ state: "started", startBeingChecked: true });
    expect(await undo(app, "again")).toMatchObject({ status: 202, body: { state: "undoing" } });
    expect((await factsOfGroup(app)).slice(-2)).toEqual(["group-start-check-begun", "group-start-undone"]);
  });
});
