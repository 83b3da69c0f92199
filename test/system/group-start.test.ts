import { beforeAll, describe, expect, test } from "vitest";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { secretariat, startGroup } from "../harness/test-api.ts";
import { findingsOf } from "../harness/verification.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";

const openAt = async (instant: string): Promise<InProcess> => {
  const api = await openInProcess();
  api.behind.mail.usually = "accepts";
  await api.app.moveTo(instant);
  return api;
};

/** Checks that the system is whole, and that the checker finds nothing. */
const expectWhole = async ({ behind, app }: InProcess): Promise<void> => {
  await behind.sweep("full");
  await app.rest();
  expect([...(await brokenNow(behind)), ...(await brokenAtRest(behind))]).toEqual([]);
  expect(await findingsOf(behind)).toEqual([]);
};

const letterKinds = async ({ behind }: InProcess): Promise<Readonly<Record<string, number>>> => {
  const letters = (await behind.letters()).filter(
    ({ recipient, coveredBy }) => recipient.kind === "mission" && coveredBy === undefined,
  );
  const kinds = Map.groupBy(letters, ({ content }) => content.kind);
  return Object.fromEntries([...kinds].map(([kind, those]) => [kind, those.length]));
};

describe("a start that is recorded a year late", () => {
  let api: InProcess;
  let parties = 0;
  beforeAll(async () => {
    api = await openAt("2021-12-01T12:00:00.000Z");
    await startGroup(api, "c1-g1", "2020-12-01");
    const reviews = await api.behind.store.loadMany(
      "review",
      (await api.behind.store.load("group", "c1-g1"))!.state.reviews,
    );
    parties = new Set(reviews.flatMap(({ state }) => Object.keys(state.seats))).size;
  });

  test("sends no letter before the next nine o'clock, and then every party by one letter", async () => {
    expect(await letterKinds(api)).toEqual({});
    await api.app.moveTo("2021-12-02T08:00:00.000Z");
    await api.app.rest();
    expect(await letterKinds(api)).toEqual({ "late-start": parties });
    await expectWhole(api);
  });

  test("is followed by the reminders of later days alone", async () => {
    await api.app.moveTo("2022-01-05T12:00:00.000Z");
    await api.app.rest();
    const { "nomination-reminder": reminders, "late-start": starts } = await letterKinds(api);
    expect(starts).toBe(parties);
    // One reminder of each nomination is within these five weeks; if two are, both.
    expect(reminders).toBeLessThanOrEqual(4 * parties);
    await expectWhole(api);
  });
});

const undoStart = (api: InProcess) =>
  api.request("POST", "/v1/groups/c1-g1/start/reversal", {
    as: secretariat,
    body: { what: "start", reason: "Another day was meant" },
  });
const scheduled = async ({ behind }: InProcess): Promise<boolean> => {
  const group = await behind.store.load("group", "c1-g1");
  const reviews = await behind.store.loadMany("review", group?.state.reviews ?? []);
  return group?.state.state === "planned" && reviews.every(({ state }) => state.stage === "scheduled");
};

test("a wrong start that is undone before its letters left has sent nothing, and a new one mails as any", async () => {
  const api = await openAt("2020-12-01T12:00:00.000Z");
  await startGroup(api, "c1-g1", "2020-12-01");
  expect((await undoStart(api)).status).toBe(202);
  await api.app.rest();
  expect([await scheduled(api), await letterKinds(api)]).toEqual([true, {}]);
  await expectWhole(api);
  await api.app.moveTo("2020-12-03T12:00:00.000Z");
  await startGroup(api, "c1-g1", "2020-12-03");
  await api.app.moveTo("2020-12-04T12:00:00.000Z");
  const { "nomination-reminder": reminders = 0, ...others } = await letterKinds(api);
  expect([reminders > 10, others]).toEqual([true, {}]);
  await expectWhole(api);
});

test("a wrong start that is undone after its letters left is corrected to each that had one, until a party acts", async () => {
  const api = await openAt("2020-12-01T12:00:00.000Z");
  await startGroup(api, "c1-g1", "2020-12-01");
  await api.app.moveTo("2020-12-02T12:00:00.000Z");
  const { "nomination-reminder": reminders = 0 } = await letterKinds(api);
  expect((await undoStart(api)).status).toBe(202);
  await api.app.rest();
  expect(await scheduled(api)).toBe(true);
  expect((await letterKinds(api))["start-undone"]).toBe(reminders);
  await expectWhole(api);
  await startGroup(api, "c1-g1", "2020-12-02");
  await api.name("FR", "focal-point");
  const refused = await undoStart(api);
  expect([refused.status, refused.problem, refused.body.party, refused.body.act]).toEqual([
    409,
    "party-has-acted",
    "FR",
    "mandate-began",
  ]);
  await api.app.moveTo("2020-12-20T12:00:00.000Z");
  await expectWhole(api);
});

const correctStart = (api: InProcess, startedOn: string) =>
  api.request("POST", "/v1/groups/c1-g1/corrections", {
    as: secretariat,
    body: { what: "start", to: startedOn, reason: "The day of the plenary was recorded" },
  });
const startDays = async ({ behind }: InProcess): Promise<ReadonlySet<string | undefined>> => {
  const group = await behind.store.load("group", "c1-g1");
  const reviews = await behind.store.loadMany("review", group?.state.reviews ?? []);
  return new Set([group?.state.startedOn, ...reviews.map(({ state }) => state.startedOn)]);
};

test("a wrong day of a start that is corrected before its letters left is stated by these, and by no other", async () => {
  const api = await openAt("2020-12-01T12:00:00.000Z");
  await startGroup(api, "c1-g1", "2020-12-01");
  expect((await correctStart(api, "2020-11-27")).status).toBe(202);
  await api.app.rest();
  expect([await startDays(api), await letterKinds(api)]).toEqual([new Set(["2020-11-27"]), {}]);
  await api.app.moveTo("2020-12-03T12:00:00.000Z");
  const { "nomination-reminder": reminders = 0, ...others } = await letterKinds(api);
  expect([reminders > 10, others]).toEqual([true, {}]);
  await expectWhole(api);
  await api.app.moveTo("2020-12-20T12:00:00.000Z");
  await expectWhole(api);
});

test("a wrong day that is corrected after its letters left is notified by one letter to each, and parties continue", async () => {
  const api = await openAt("2020-12-01T12:00:00.000Z");
  await startGroup(api, "c1-g1", "2020-12-01");
  await api.app.moveTo("2020-12-03T12:00:00.000Z");
  await api.name("FR", "focal-point");
  await api.app.rest();
  const { "nomination-reminder": before = 0 } = await letterKinds(api);
  expect((await correctStart(api, "2020-12-03")).status).toBe(202);
  await api.app.rest();
  expect(await startDays(api)).toEqual(new Set(["2020-12-03"]));
  await api.app.moveTo("2020-12-04T12:00:00.000Z");
  // A mission gets one letter, and a focal point has its own.
  expect(await letterKinds(api)).toMatchObject({ "nomination-reminder": before, "start-corrected": before });
  const toPeople = (await api.behind.letters()).filter(
    ({ content, recipient }) => content.kind === "start-corrected" && recipient.kind === "user",
  );
  expect(toPeople.map(({ party, state }) => [party, state])).toEqual([["FR", "delivered"]]);
  await expectWhole(api);
  expect((await correctStart(api, "2020-12-01")).status).toBe(202);
  await api.app.rest();
  await api.app.moveTo("2020-12-21T12:00:00.000Z");
  expect((await letterKinds(api))["start-corrected"]).toBe(2 * before);
  await expectWhole(api);
});
