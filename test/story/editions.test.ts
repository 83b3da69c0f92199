import { describe, expect, test, vi } from "vitest";
import type * as Policy from "../../domain/policy/reminders.ts";
import { given, startOf, letterLines } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import type { Outage } from "../../bin/verify/reminders.ts";
import { schedules } from "../../bin/verify/rules.ts";
import { findingsOf } from "../harness/verification.ts";

/** From the first of February 2021 nominations are reminded of each week; until then as the policy of today says. */
vi.mock("../../domain/policy/reminders.ts", async (original) => {
  const policy = await original<typeof Policy>();
  const weekly = {
    effectiveFrom: "2021-02-01",
    sources: ["D"],
    value: { opening: true, offsets: [-7, 1], thenEvery: { days: 7, afterYear: 7 } },
  };
  const schedule = policy.reminderSchedules["focal-point"];
  return { ...policy, reminderSchedules: { ...policy.reminderSchedules, "focal-point": [...schedule, weekly] } };
});

/** Lets France lack a focal point since 15 December 2020: the obligation precedes the new edition. */
const started = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] } });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};
const stepNames = async (app: TestApp) =>
  (await letterLines(app)).filter((letter) => letter.includes("focal-point")).map((letter) => letter.split(" ")[2]);
const weekly = { from: "2021-02-01", days: [-7, 1], thenEvery: 7 };
const expectWhole = async (app: TestApp, outages: readonly Outage[] = []) => {
  expect(await brokenNow(app)).toEqual([]);
  expect(await brokenAtRest(app)).toEqual([]);
  const known = { ...schedules, "focal-point": [...schedules["focal-point"], weekly] };
  expect(await findingsOf(app, { schedules: known, outages })).toEqual([]);
};

const before = ["start", "d-7", "d-1", "d+1", "d+8", "d+22"];

// "a new reminder rule blasted years of old cases" (civicrm-core#18298).
describe("a new edition of a reminder schedule", () => {
  test("sends nothing on the day it takes effect for the weeks before it", async () => {
    const app = await started();
    await app.moveTo("2021-01-31T12:00:00.000Z");
    await app.sweep("full");
    await app.settle();
    expect(await stepNames(app)).toEqual(before);
    await app.moveTo("2021-02-01T12:00:00.000Z");
    await app.sweep("full");
    await app.settle();
    expect(await stepNames(app)).toEqual(before);
    await expectWhole(app);
  });

  test("rules the reminders from then on, one each week", async () => {
    const app = await started();
    await app.moveTo("2021-02-24T12:00:00.000Z");
    expect(await stepNames(app)).toEqual([...before, "d+50", "d+57", "d+64", "d+71"]);
    expect(app.mail.inbox.map(({ at }) => at.slice(0, 10)).slice(-3)).not.toContain("2021-02-01");
    await expectWhole(app);
  });

  test("on which the system did not run collapses with the earlier steps into one letter", async () => {
    const app = await started();
    await app.moveTo("2020-12-24T12:00:00.000Z");
    app.sleepUntil("2021-02-12T10:00:00.000Z");
    await app.sweep("hourly");
    await app.rest();
    await app.moveTo("2021-02-12T12:00:00.000Z");
    expect(await stepNames(app)).toEqual(["start", "d-7", "d-1", "d+1", "d+8", "d+57"]);
    await app.moveTo("2021-02-17T12:00:00.000Z");
    expect((await stepNames(app)).at(-1)).toBe("d+64");
    await expectWhole(app, [{ from: "2020-12-24T12:00:00.000Z", to: "2021-02-12T10:00:00.000Z" }]);
  });
});
