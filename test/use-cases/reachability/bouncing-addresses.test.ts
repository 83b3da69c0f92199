import { describe, expect, test } from "vitest";
import { everything } from "../../support/changes.ts";
import type { House } from "../../support/house.ts";
import {
  changing,
  contacts,
  corrected,
  latest,
  lettersOf,
  mission,
  report,
  second,
  started,
} from "../../support/reaching.ts";

/** Addresses from which letters come back: an index of what is to be seen to, and nothing else. */
const returned = async (house: House): Promise<readonly string[]> =>
  (await house.ledger.returned(everything)).items.map(({ contact, since }) => `${contact} since ${since}`);
const transient = { bounce: { bounceType: "Transient" } };

describe("an address from which a letter comes back is to be seen to", () => {
  test("from the report on, whether the bounce is for good or not, and once however often it is told", async () => {
    for (const detail of [{ bounce: { bounceType: "Permanent" } }, transient]) {
      const house = await started();
      const letter = await latest(house);
      for (const _ of [1, 2]) await report(house, letter, "Bounce", detail);
      expect(await house.ledger.returned(everything)).toEqual({
        items: [expect.objectContaining({ recipient: mission, party: "FR", contact: "first", letter: letter.id })],
      });
    }
  });

  test("at both addresses of a mission where both fail", async () => {
    const house = await started();
    await report(house, await latest(house));
    const anew = (await lettersOf(house)).find(({ attempt }) => attempt === 2);
    if (anew === undefined) throw new Error("It was not written anew");
    await report(house, anew);
    expect(await returned(house)).toEqual([
      "first since 2020-12-01T10:00:00.000Z",
      "second since 2020-12-01T10:00:00.000Z",
    ]);
  });

  test("until the mission gives it up for another", async () => {
    const house = await started();
    await report(house, await latest(house));
    await changing(house, contacts({ secondAddress: second }));
    expect(await returned(house)).toHaveLength(1);
    await changing(house, contacts({ address: corrected, secondAddress: second }));
    expect(await returned(house)).toEqual([]);
    expect(await house.ledger.returnedFrom(mission, "first")).toMatchObject({ until: "2020-12-01T10:00:00.000Z" });
  });

  test("until it is released, and again when a letter comes back after that", async () => {
    const house = await started({});
    const letter = await latest(house);
    await report(house, letter);
    await changing(house, "release", letter.id);
    expect(await returned(house)).toEqual([]);
    await house.moveTo("2020-12-22T12:00:00.000Z");
    await report(house, await latest(house));
    expect(await returned(house)).toEqual(["first since 2020-12-22T12:00:00.000Z"]);
  });

  test("until a letter arrives there", async () => {
    const house = await started();
    await report(house, await latest(house), "Bounce", transient);
    await house.moveTo("2020-12-22T12:00:00.000Z");
    expect(await returned(house)).toHaveLength(1);
    await report(house, await latest(house), "Delivery", {});
    expect(await returned(house)).toEqual([]);
  });

  test("but not because of a complaint, a delay or a mail that was refused", async () => {
    for (const kind of ["Complaint", "DeliveryDelay", "Reject"]) {
      const house = await started();
      await report(house, await latest(house), kind, {});
      expect([kind, await returned(house)]).toEqual([kind, []]);
    }
  });
});

describe("reports of bounces that come late say nothing", () => {
  test("of an address that the mission gave up meanwhile", async () => {
    const house = await started();
    const letter = await latest(house);
    await changing(house, contacts({ address: corrected }));
    await report(house, letter);
    expect(await returned(house)).toEqual([]);
  });

  test("of a mail that went to an address which the letter had before", async () => {
    const house = await started();
    const letter = await latest(house);
    await report(house, { ...letter, address: corrected });
    expect(await returned(house)).toEqual([]);
  });

  test("of a letter that arrived after all, in whatever order the two are told", async () => {
    for (const order of [
      ["Bounce", "Delivery"],
      ["Delivery", "Bounce"],
    ]) {
      const house = await started();
      const letter = await latest(house);
      for (const kind of order) await report(house, letter, kind, transient);
      expect(await returned(house)).toEqual([]);
    }
  });

  test("again what was settled already", async () => {
    const house = await started({});
    const letter = await latest(house);
    await report(house, letter);
    await changing(house, "release", letter.id);
    await report(house, letter);
    expect(await returned(house)).toEqual([]);
  });
});

test("a function that is killed at any call of a report leaves none that is not seen to", async () => {
  for (let call = 1; call <= 60; call += 1) {
    const house = await started();
    const letter = await latest(house);
    const kill = house.kill("receipts", call);
    await report(house, letter);
    await house.rest();
    expect([call, await returned(house)]).toEqual([call, ["first since 2020-12-01T10:00:00.000Z"]]);
    if (!kill.happened) return;
  }
  throw new Error("A report takes more calls than were killed");
});
