import { describe, expect, test } from "vitest";
import { askInvitations } from "../../domain/parties/users.ts";
import { acting } from "../../lambdas/commands/execute-command.ts";
import { lives } from "../domain/letters/review-samples.ts";
import { at, registered, userId } from "../support/changes.ts";
import { given, naming, secretariat, startOf } from "../support/given.ts";
import { type House, makeHouse } from "../support/house.ts";
import { brokenAtRest } from "../support/invariants.ts";
import { changing, contacts, corrected, first, latest, mission, report, started } from "../support/reaching.ts";
import { commandsOf, houseOf, record } from "../support/recorded-review.ts";

/** The stream gives an entry once and then puts it aside, whatever fails. */
const once = (house: House): House => Object.assign(house, { stream: Object.assign(house.stream, { retries: 0 }) });
const kindsOf = async (house: House) =>
  (await house.letters()).map(({ content }) => ("occasion" in content ? content.occasion.kind : content.kind));

describe("an effect of an entry that fails", () => {
  test("keeps away no letter of the same entry, and the entry is put aside with what failed", async () => {
    const { play } = lives.submitted();
    const house = once(await houseOf(play));
    const commands = commandsOf(play);
    for (const command of commands.slice(0, -1)) await record(house, command);
    await house.settle();
    await record(house, commands.at(-1) ?? []);
    house.before("store.load", () => Promise.reject(new Error("The head cannot be read")));
    await house.settle();
    expect(house.stream.putAside.map(({ facts: of }) => of.map(({ kind }) => kind))).toEqual([
      expect.arrayContaining(["answers-submitted"]),
    ]);
    expect((await kindsOf(house)).filter((kind) => kind === "answers-received")).toHaveLength(4);
  });

  test("keeps away nothing that another fact of the same entry asks for", async () => {
    const house = once(makeHouse());
    await house.store.commit({
      changes: [registered(1), registered(2)],
      by: "load",
      at: at("2020-11-20T09:00:00.000Z"),
    });
    const [one, other] = house.stream.pending.splice(0);
    if (one === undefined || other === undefined) throw new Error("Nothing was recorded");
    house.accounts.open = true;
    const { create } = house.accounts;
    house.accounts.create = (address) =>
      address === "person-1@example.org" ? Promise.reject(new Error("The user pool is away")) : create(address);
    house.stream.pending.push({ ...one, facts: [...one.facts, ...other.facts] });
    await house.settle();
    expect(house.accounts.made).toEqual(["person-2@example.org"]);
    expect(house.stream.putAside).toHaveLength(1);
  });

  test("is a letter that cannot be written: the others of its entry are, and leave", async () => {
    const { play } = lives.published();
    const house = once(await houseOf(play));
    const commands = commandsOf(play);
    for (const command of commands.slice(0, -1)) await record(house, command);
    house.stream.pending.splice(0);
    await record(house, commands.at(-1) ?? []);
    house.before("ledger.plan", () => Promise.reject(new Error("The store throttles")));
    await house.rest();
    expect(await kindsOf(house)).toEqual(Array.from({ length: 5 }, () => "list-published"));
    expect(house.mail.inbox).toHaveLength(5);
    expect(house.stream.putAside).toHaveLength(1);
  });

  test("is a reminder that cannot be written: the alarm of the next one is armed all the same", async () => {
    const house = once(await given.group({ reviews: { FR: [] } }));
    await house.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(house, "2020-12-01");
    await house.settleStream("group-start-completed");
    house.before("ledger.plan", () => Promise.reject(new Error("The store throttles")));
    await house.settle();
    expect(house.stream.putAside).toHaveLength(1);
    expect(house.schedules.pending.size).toBe(2);
  });
});

/** The rest of an hour, the hourly round, and what follows from it; nothing is heard of what happened before. */
const anHourLater = async (house: House) => {
  house.stream.putAside.push(...house.stream.pending.splice(0));
  await house.moveTo(new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString());
  const swept = await house.sweep("hourly");
  await house.rest();
  return swept;
};

describe("what the stream put aside the next hourly round brings about:", () => {
  test("accounts, and invitations that were lost with them", async () => {
    const house = makeHouse();
    house.accounts.open = true;
    house.mail.usually = "accepts";
    for (const number of [1, 2, 3])
      await house.store.commit({ changes: [registered(number)], by: "load", at: house.clock.now() });
    house.stream.putAside.push(...house.stream.pending.splice(0));
    expect((await brokenAtRest(house)).map(({ why }) => why)).toEqual(
      Array.from({ length: 3 }, () => "has no account"),
    );
    expect(await anHourLater(house)).toMatchObject({ accountsMade: 3, invitationsPlanned: 3 });
    expect(house.mail.inbox.map(({ to }) => to).toSorted()).toEqual(
      [1, 2, 3].map((one) => `person-${one}@example.org`),
    );
    expect(await brokenAtRest(house)).toEqual([]);
  });

  test("invitations that were asked for again", async () => {
    const house = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
    house.accounts.open = true;
    await house.store.commit({ changes: [registered(7)], by: secretariat, at: house.clock.now() });
    await house.rest();
    await house.moveTo("2020-11-27T10:00:00.000Z");
    const now = house.clock.now();
    const decide = () => askInvitations([userId(7)], now);
    await acting(house.store)({ kind: "user", id: secretariat, by: secretariat, now, decide });
    house.stream.putAside.push(...house.stream.pending.splice(0));
    expect((await brokenAtRest(house)).map(({ why }) => why)).toEqual(["was not invited again"]);
    await anHourLater(house);
    const mails = () => house.mail.inbox.filter(({ to }) => to === "person-7@example.org").length;
    expect(mails()).toBe(2);
    await anHourLater(house);
    expect(mails()).toBe(2);
    expect(await brokenAtRest(house)).toEqual([]);
  });

  test("the release of an address", async () => {
    const house = await started({});
    const letter = await latest(house);
    await report(house, letter);
    await house.moveTo("2020-12-02T10:00:00.000Z");
    house.stream.retries = 0;
    house.before("ledger.letter", () => Promise.reject(new Error("The store throttles")));
    await changing(house, "release", letter.id);
    expect(house.suppression.released).toEqual([]);
    expect((await brokenAtRest(house)).map(({ why }) => why)).toContain("was released, and is marked");
    await anHourLater(house);
    expect(house.suppression.released).toEqual([first]);
    expect(await house.ledger.unreachableOf(mission)).toMatchObject({ until: expect.any(String) });
    expect((await brokenAtRest(house)).map(({ why }) => why)).not.toContain("was released, and is marked");
    await anHourLater(house);
    expect(house.suppression.released).toEqual([first]);
  });

  test("that a mission with a new address is reached again, and nothing comes back from it any more", async () => {
    const house = await started({});
    await report(house, await latest(house));
    expect(await house.ledger.returnedFrom(mission, "first")).toMatchObject({ since: expect.any(String) });
    house.stream.retries = 0;
    house.before("ledger.unreachableOf", () => Promise.reject(new Error("The store throttles")));
    await changing(house, contacts({ address: corrected }));
    expect((await house.ledger.unreachableOf(mission))?.until).toBeUndefined();
    await anHourLater(house);
    expect(await house.ledger.unreachableOf(mission)).toMatchObject({ until: expect.any(String) });
    expect(await house.ledger.returnedFrom(mission, "first")).toMatchObject({ until: expect.any(String) });
  });

  test("that of many journals one cannot be read keeps no letter of another away", async () => {
    const { play } = lives.published();
    const house = await houseOf(play);
    for (const command of commandsOf(play)) await record(house, command);
    house.stream.pending.splice(0);
    await naming(house, "focal-point", "KE");
    house.before("store.journalOf", () => Promise.reject(new TypeError("The stored entry cannot be read")));
    await house.sweep("hourly").catch(() => undefined);
    const { failed } = (house.logged("SWEEP_REPORT").at(-1) ?? {}) as { failed?: readonly string[] };
    expect(failed).toHaveLength(1);
    await house.sweep("hourly");
    expect((await kindsOf(house)).filter((kind) => kind === "list-published")).toHaveLength(6);
  });
});
