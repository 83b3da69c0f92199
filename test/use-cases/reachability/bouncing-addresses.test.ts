import { describe, expect, test } from "vitest";
import { onePage } from "../../fixtures/changes.ts";
import type { TestApp } from "../../harness/test-app.ts";
import {
  changeContacts,
  contacts,
  correctedAddress,
  latest,
  lettersOf,
  mission,
  report,
  second,
  openMissionApp,
} from "../mission-addresses.ts";

/** Addresses from which letters come back: an index of what is to be seen to, and nothing else. */
const returned = async (app: TestApp): Promise<readonly string[]> =>
  (await app.ledger.returned(onePage)).items.map(({ contact, since }) => `${contact} since ${since}`);
const transient = { bounce: { bounceType: "Transient" } };

describe("an address from which a letter comes back is to be seen to", () => {
  test("from the report on, whether the bounce is for good or not, and once however often it is reported", async () => {
    for (const detail of [{ bounce: { bounceType: "Permanent" } }, transient]) {
      const app = await openMissionApp();
      const letter = await latest(app);
      for (const _ of [1, 2]) await report(app, letter, "Bounce", detail);
      expect(await app.ledger.returned(onePage)).toEqual({
        items: [expect.objectContaining({ recipient: mission, party: "FR", contact: "first", letter: letter.id })],
      });
    }
  });

  test("at both addresses of a mission where both fail", async () => {
    const app = await openMissionApp();
    await report(app, await latest(app));
    const again = (await lettersOf(app)).find(({ attempt }) => attempt === 2);
    if (again === undefined) throw new Error("It was not written again");
    await report(app, again);
    expect(await returned(app)).toEqual([
      "first since 2020-12-01T10:00:00.000Z",
      "second since 2020-12-01T10:00:00.000Z",
    ]);
  });

  test("until the mission gives it up for another", async () => {
    const app = await openMissionApp();
    await report(app, await latest(app));
    await changeContacts(app, contacts({ secondAddress: second }));
    expect(await returned(app)).toHaveLength(1);
    await changeContacts(app, contacts({ address: correctedAddress, secondAddress: second }));
    expect(await returned(app)).toEqual([]);
    expect(await app.ledger.returnedFrom(mission, "first")).toMatchObject({ until: "2020-12-01T10:00:00.000Z" });
  });

  test("until it is released, and again when a letter comes back after that", async () => {
    const app = await openMissionApp({});
    const letter = await latest(app);
    await report(app, letter);
    await changeContacts(app, "release", letter.id);
    expect(await returned(app)).toEqual([]);
    await app.moveTo("2020-12-22T12:00:00.000Z");
    await report(app, await latest(app));
    expect(await returned(app)).toEqual(["first since 2020-12-22T12:00:00.000Z"]);
  });

  test("until a letter arrives there", async () => {
    const app = await openMissionApp();
    await report(app, await latest(app), "Bounce", transient);
    await app.moveTo("2020-12-22T12:00:00.000Z");
    expect(await returned(app)).toHaveLength(1);
    await report(app, await latest(app), "Delivery", {});
    expect(await returned(app)).toEqual([]);
  });

  test("but not because of a complaint, a delay or a mail that was refused", async () => {
    for (const kind of ["Complaint", "DeliveryDelay", "Reject"]) {
      const app = await openMissionApp();
      await report(app, await latest(app), kind, {});
      expect([kind, await returned(app)]).toEqual([kind, []]);
    }
  });
});

describe("reports of bounces that come late say nothing", () => {
  test("of an address that the mission gave up meanwhile", async () => {
    const app = await openMissionApp();
    const letter = await latest(app);
    await changeContacts(app, contacts({ address: correctedAddress }));
    await report(app, letter);
    expect(await returned(app)).toEqual([]);
  });

  test("of a mail that went to an address which the letter had before", async () => {
    const app = await openMissionApp();
    const letter = await latest(app);
    await report(app, { ...letter, address: correctedAddress });
    expect(await returned(app)).toEqual([]);
  });

  test("of a letter that arrived after all, in whatever order the two are reported", async () => {
    for (const order of [
      ["Bounce", "Delivery"],
      ["Delivery", "Bounce"],
    ]) {
      const app = await openMissionApp();
      const letter = await latest(app);
      for (const kind of order) await report(app, letter, kind, transient);
      expect(await returned(app)).toEqual([]);
    }
  });

  test("again what was settled already", async () => {
    const app = await openMissionApp({});
    const letter = await latest(app);
    await report(app, letter);
    await changeContacts(app, "release", letter.id);
    await report(app, letter);
    expect(await returned(app)).toEqual([]);
  });
});

test("a function that is killed at any call of a report leaves none that is not seen to", async () => {
  for (let call = 1; call <= 60; call += 1) {
    const app = await openMissionApp();
    const letter = await latest(app);
    const kill = app.kill("receipts", call);
    await report(app, letter);
    await app.rest();
    expect([call, await returned(app)]).toEqual([call, ["first since 2020-12-01T10:00:00.000Z"]]);
    if (!kill.happened) return;
  }
  throw new Error("A report takes more calls than were killed");
});
