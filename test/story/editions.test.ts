import { describe, expect, test, vi } from "vitest";
import type * as Policy from "../../domain/base/policy.ts";
import { given, startOf, told } from "../support/given.ts";
import type { House } from "../support/house.ts";
import { brokenAtRest, brokenNow } from "../support/invariants.ts";
import type { Outage } from "../../bin/verify/reminders.ts";
import { ladders } from "../../bin/verify/rules.ts";
import { findingsOf } from "../support/verifying.ts";

/** From the first of February 2021 nominations are reminded of each week; until then as the policy of today says. */
vi.mock("../../domain/base/policy.ts", async (original) => {
  const policy = await original<typeof Policy>();
  const weekly = {
    effectiveFrom: "2021-02-01",
    sources: ["D"],
    value: { opening: true, offsets: [-7, 1], thenEvery: { days: 7, afterYear: 7 } },
  };
  const ladder = policy.reminderLadders["focal-point"];
  return { ...policy, reminderLadders: { ...policy.reminderLadders, "focal-point": [...ladder, weekly] } };
});

/** France owes a focal point since 15 December 2020: a case of old when the new edition takes effect. */
const started = async (): Promise<House> => {
  const house = await given.group({ reviews: { FR: [] } });
  await house.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(house, "2020-12-01");
  await house.settle();
  return house;
};
const rungs = async (house: House) =>
  (await told(house)).filter((letter) => letter.includes("focal-point")).map((letter) => letter.split(" ")[2]);
const weekly = { from: "2021-02-01", days: [-7, 1], thenEvery: 7 };
const expectWhole = async (house: House, outages: readonly Outage[] = []) => {
  expect(await brokenNow(house)).toEqual([]);
  expect(await brokenAtRest(house)).toEqual([]);
  const known = { ...ladders, "focal-point": [...ladders["focal-point"], weekly] };
  expect(await findingsOf(house, { ladders: known, outages })).toEqual([]);
};

const before = ["start", "d-7", "d-1", "d+1", "d+8", "d+22"];

// "a new reminder rule blasted years of old cases" (civicrm-core#18298).
describe("a new edition of a ladder", () => {
  test("sends nothing on the day it takes effect for the weeks before it", async () => {
    const house = await started();
    await house.moveTo("2021-01-31T12:00:00.000Z");
    await house.sweep("full");
    await house.settle();
    expect(await rungs(house)).toEqual(before);
    await house.moveTo("2021-02-01T12:00:00.000Z");
    await house.sweep("full");
    await house.settle();
    expect(await rungs(house)).toEqual(before);
    await expectWhole(house);
  });

  test("rules the reminders from then on, one each week", async () => {
    const house = await started();
    await house.moveTo("2021-02-24T12:00:00.000Z");
    expect(await rungs(house)).toEqual([...before, "d+50", "d+57", "d+64", "d+71"]);
    expect(house.mail.inbox.map(({ at }) => at.slice(0, 10)).slice(-3)).not.toContain("2021-02-01");
    await expectWhole(house);
  });

  test("on which the house stood still collapses with what came before into one letter", async () => {
    const house = await started();
    await house.moveTo("2020-12-24T12:00:00.000Z");
    house.sleepUntil("2021-02-12T10:00:00.000Z");
    await house.sweep("hourly");
    await house.rest();
    await house.moveTo("2021-02-12T12:00:00.000Z");
    expect(await rungs(house)).toEqual(["start", "d-7", "d-1", "d+1", "d+8", "d+57"]);
    await house.moveTo("2021-02-17T12:00:00.000Z");
    expect((await rungs(house)).at(-1)).toBe("d+64");
    await expectWhole(house, [{ from: "2020-12-24T12:00:00.000Z", to: "2021-02-12T10:00:00.000Z" }]);
  });
});
