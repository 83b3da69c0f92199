import { describe, expect, test } from "vitest";
import { askInvitations } from "../../domain/parties/users.ts";
import { executeOnAggregate } from "../../lambdas/commands/execute-command.ts";
import { lives } from "../domain/letters/review-plays.ts";
import { at, registeredUser, userId } from "../fixtures/changes.ts";
import { given, nameDelegate, secretariat, startOf } from "../fixtures/group.ts";
import { type TestApp, makeApp } from "../harness/test-app.ts";
import { brokenAtRest } from "../harness/invariants.ts";
import {
  changeContacts,
  contacts,
  correctedAddress,
  first,
  latest,
  mission,
  report,
  openMissionApp,
} from "./mission-addresses.ts";
import { commandsOf, appOf, record } from "./recorded-review.ts";

/** Lets the stream give an entry once and then put it aside, whatever fails. */
const once = (app: TestApp): TestApp => Object.assign(app, { stream: Object.assign(app.stream, { retries: 0 }) });
const kindsOf = async (app: TestApp) =>
  (await app.letters()).map(({ content }) =>
    "reminderSubject" in content ? content.reminderSubject.kind : content.kind,
  );

describe("an effect of an entry that fails", () => {
  test("keeps away no letter of the same entry, and the entry is put aside with what failed", async () => {
    const { play } = lives.submitted();
    const app = once(await appOf(play));
    const commands = commandsOf(play);
    for (const command of commands.slice(0, -1)) await record(app, command);
    await app.settle();
    await record(app, commands.at(-1) ?? []);
    app.before("store.load", () => Promise.reject(new Error("The aggregate cannot be read")));
    await app.settle();
    expect(app.stream.putAside.map(({ facts: of }) => of.map(({ kind }) => kind))).toEqual([
      expect.arrayContaining(["answers-submitted"]),
    ]);
    expect((await kindsOf(app)).filter((kind) => kind === "answers-received")).toHaveLength(4);
  });

  test("keeps away nothing that another fact of the same entry requires", async () => {
    const app = once(makeApp());
    await app.store.commit({
      changes: [registeredUser(1), registeredUser(2)],
      by: "load",
      at: at("2020-11-20T09:00:00.000Z"),
    });
    const [one, other] = app.stream.pending.splice(0);
    if (one === undefined || other === undefined) throw new Error("Nothing was recorded");
    app.accounts.open = true;
    const { create } = app.accounts;
    app.accounts.create = (address) =>
      address === "person-1@example.org" ? Promise.reject(new Error("The user pool is away")) : create(address);
    app.stream.pending.push({ ...one, facts: [...one.facts, ...other.facts] });
    await app.settle();
    expect(app.accounts.made).toEqual(["person-2@example.org"]);
    expect(app.stream.putAside).toHaveLength(1);
  });

  test("is a letter that cannot be written: the others of its entry are, and leave", async () => {
    const { play } = lives.published();
    const app = once(await appOf(play));
    const commands = commandsOf(play);
    for (const command of commands.slice(0, -1)) await record(app, command);
    app.stream.pending.splice(0);
    await record(app, commands.at(-1) ?? []);
    app.before("ledger.plan", () => Promise.reject(new Error("The store throttles")));
    await app.rest();
    expect(await kindsOf(app)).toEqual(Array.from({ length: 5 }, () => "list-published"));
    expect(app.mail.inbox).toHaveLength(5);
    expect(app.stream.putAside).toHaveLength(1);
  });

  test("is a reminder that cannot be written: the alarm of the next one is armed all the same", async () => {
    const app = once(await given.group({ reviews: { FR: [] } }));
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    await app.settleStream("group-start-completed");
    app.before("ledger.plan", () => Promise.reject(new Error("The store throttles")));
    await app.settle();
    expect(app.stream.putAside).toHaveLength(1);
    expect(app.schedules.pending.size).toBe(2);
  });
});

/** Runs the rest of an hour and the hourly sweep with its effects, without any earlier stream entry. */
const anHourLater = async (app: TestApp) => {
  app.stream.putAside.push(...app.stream.pending.splice(0));
  await app.moveTo(new Date(Date.parse(app.clock.now()) + 3_600_000).toISOString());
  const swept = await app.sweep("hourly");
  await app.rest();
  return swept;
};

describe("the next hourly sweep makes up for entries that the stream put aside:", () => {
  test("accounts, and invitations that were lost with them", async () => {
    const app = makeApp();
    app.accounts.open = true;
    app.mail.usually = "accepts";
    for (const number of [1, 2, 3])
      await app.store.commit({ changes: [registeredUser(number)], by: "load", at: app.clock.now() });
    app.stream.putAside.push(...app.stream.pending.splice(0));
    expect((await brokenAtRest(app)).map(({ why }) => why)).toEqual(Array.from({ length: 3 }, () => "has no account"));
    expect(await anHourLater(app)).toMatchObject({ accountsMade: 3, invitationsPlanned: 3 });
    expect(app.mail.inbox.map(({ to }) => to).toSorted()).toEqual([1, 2, 3].map((one) => `person-${one}@example.org`));
    expect(await brokenAtRest(app)).toEqual([]);
  });

  test("invitations that were requested again", async () => {
    const app = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
    app.accounts.open = true;
    await app.store.commit({ changes: [registeredUser(7)], by: secretariat, at: app.clock.now() });
    await app.rest();
    await app.moveTo("2020-11-27T10:00:00.000Z");
    const now = app.clock.now();
    const decide = () => askInvitations([userId(7)], now);
    await executeOnAggregate(app.store)({ kind: "user", id: secretariat, by: secretariat, now, decide });
    app.stream.putAside.push(...app.stream.pending.splice(0));
    expect((await brokenAtRest(app)).map(({ why }) => why)).toEqual(["was not invited again"]);
    await anHourLater(app);
    const mails = () => app.mail.inbox.filter(({ to }) => to === "person-7@example.org").length;
    expect(mails()).toBe(2);
    await anHourLater(app);
    expect(mails()).toBe(2);
    expect(await brokenAtRest(app)).toEqual([]);
  });

  test("the release of an address", async () => {
    const app = await openMissionApp({});
    const letter = await latest(app);
    await report(app, letter);
    await app.moveTo("2020-12-02T10:00:00.000Z");
    app.stream.retries = 0;
    app.before("ledger.letter", () => Promise.reject(new Error("The store throttles")));
    await changeContacts(app, "release", letter.id);
    expect(app.suppression.unsuppressed).toEqual([]);
    expect((await brokenAtRest(app)).map(({ why }) => why)).toContain("was unsuppressed, and is marked");
    await anHourLater(app);
    expect(app.suppression.unsuppressed).toEqual([first]);
    expect(await app.ledger.unreachableOf(mission)).toMatchObject({ until: expect.any(String) });
    expect((await brokenAtRest(app)).map(({ why }) => why)).not.toContain("was unsuppressed, and is marked");
    await anHourLater(app);
    expect(app.suppression.unsuppressed).toEqual([first]);
  });

  test("that a mission with a new address is reached again, and nothing comes back from it any more", async () => {
    const app = await openMissionApp({});
    await report(app, await latest(app));
    expect(await app.ledger.returnedFrom(mission, "first")).toMatchObject({ since: expect.any(String) });
    app.stream.retries = 0;
    app.before("ledger.unreachableOf", () => Promise.reject(new Error("The store throttles")));
    await changeContacts(app, contacts({ address: correctedAddress }));
    expect((await app.ledger.unreachableOf(mission))?.until).toBeUndefined();
    await anHourLater(app);
    expect(await app.ledger.unreachableOf(mission)).toMatchObject({ until: expect.any(String) });
    expect(await app.ledger.returnedFrom(mission, "first")).toMatchObject({ until: expect.any(String) });
  });

  test("that of many journals one cannot be read keeps no letter of another away", async () => {
    const { play } = lives.published();
    const app = await appOf(play);
    for (const command of commandsOf(play)) await record(app, command);
    app.stream.pending.splice(0);
    await nameDelegate(app, "focal-point", "KE");
    app.before("store.journalOf", () => Promise.reject(new TypeError("The stored entry cannot be read")));
    await app.sweep("hourly").catch(() => undefined);
    const { failed } = (app.logged("SWEEP_REPORT").at(-1) ?? {}) as { failed?: readonly string[] };
    expect(failed).toHaveLength(1);
    await app.sweep("hourly");
    expect((await kindsOf(app)).filter((kind) => kind === "list-published")).toHaveLength(6);
  });
});
