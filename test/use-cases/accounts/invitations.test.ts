import { describe, expect, test } from "vitest";
import { askInvitations, firstUse, registerUser } from "../../../domain/parties/users.ts";
import { executeOnAggregate, changeOf } from "../../../lambdas/commands/execute-command.ts";
import { LetterId, type UserId } from "../../../schemas/base/ids.ts";
import { address, factsOf, userId } from "../../fixtures/changes.ts";
import { given, secretariat } from "../../fixtures/group.ts";
import { apiOf } from "../../harness/app-requests.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { brokenAtRest } from "../../harness/invariants.ts";
import { settleLetter } from "../settlements.ts";

const invited = [userId(501), userId(502), userId(503)];

/** Returns an app with three officers who were invited a week ago and have not signed in. */
const openInvitedApp = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
  app.accounts.open = true;
  for (const user of invited) {
    const facts = factsOf(registerUser({ id: user, role: "secretariat" }, app.clock.now()));
    const person = { name: "An officer", email: address(`${user}@example.org`), language: "en" } as const;
    const change = changeOf("user", user, undefined, facts, [{ kind: "person", user, person }]);
    await app.store.commit({ changes: [change], by: secretariat, at: app.clock.now() });
  }
  await app.rest();
  await app.moveTo("2020-11-27T10:00:00.000Z");
  return app;
};
const decideOn = async (app: TestApp, id: UserId, decide: typeof firstUse): Promise<void> => {
  const now = app.clock.now();
  await executeOnAggregate(app.store)({ kind: "user", id, by: secretariat, now, decide: (user) => decide(user, now) });
};
const request = (app: TestApp) => decideOn(app, secretariat, (_, now) => askInvitations(invited, now));
const mailsTo = (app: TestApp): readonly number[] =>
  invited.map(
    (user) =>
      app.mail.inbox.filter(({ to, subject }) => to === `${user}@example.org` && subject.startsWith("Your access"))
        .length,
  );
const unused = async (app: TestApp): Promise<readonly string[]> =>
  (await app.store.work({ kind: "invitation-unused" }, { limit: 10, isAlone: true, until: app.clock.now() })).items.map(
    ({ id }) => id,
  );

test("invitations that are requested again leave once each, and a letter says so", async () => {
  const app = await openInvitedApp();
  expect([mailsTo(app), await unused(app)]).toEqual([[1, 1, 1], invited]);
  await request(app);
  await app.rest();
  expect([mailsTo(app), await unused(app)]).toEqual([[2, 2, 2], []]);
  await app.sweep("full");
  await app.rest();
  expect(mailsTo(app)).toEqual([2, 2, 2]);
});

test("all that wait, requested twice before any has left, leave once; named ones leave as often as requested", async () => {
  const app = await openInvitedApp();
  const askWaiting = () => decideOn(app, secretariat, (_, now) => askInvitations(invited, now, "waiting"));
  await askWaiting();
  app.sleepUntil("2020-11-27T10:00:05.000Z");
  await askWaiting();
  await app.rest();
  expect(mailsTo(app)).toEqual([2, 2, 2]);
  app.sleepUntil("2020-11-27T10:30:00.000Z");
  await request(app);
  await app.rest();
  expect(mailsTo(app)).toEqual([3, 3, 3]);
});

test("a user who uses the account before the letter leaves gets none", async () => {
  const app = await openInvitedApp();
  await request(app);
  await app.settleStream("invitation-resent");
  await decideOn(app, userId(502), firstUse);
  await app.rest();
  expect(mailsTo(app)).toEqual([2, 1, 2]);
  const ended = (await app.letters()).filter(({ content, attempt }) => content.kind === "invitation" && attempt === 2);
  expect(ended.map(({ state, reason }) => reason ?? state).toSorted()).toEqual(["delivered", "delivered", "done"]);
});

test("a function that is killed at any call of sending them again leaves each sent once", async () => {
  for (let call = 1; call <= 60; call += 1) {
    const app = await openInvitedApp();
    await request(app);
    const kill = app.kill("react", call);
    await app.rest();
    await app.sweep("full");
    await app.rest();
    expect([call, mailsTo(app)]).toEqual([call, [2, 2, 2]]);
    if (!kill.happened) return;
  }
  throw new Error("They take more calls than were killed");
});

describe("an invitation whose delivery is unknown", () => {
  const unknown = async (app: TestApp) => {
    const [letter, ...others] = (await app.letters()).filter(({ state }) => state === "unknown");
    if (letter?.content.kind !== "invitation" || others.length > 0) throw new Error("Not one invitation is unknown");
    return { id: letter.id, place: invited.indexOf(letter.content.user) };
  };
  const oneUnknown = async () => {
    const app = await openInvitedApp();
    app.mail.next.push("times-out", "accepts", "accepts", "times-out");
    await request(app);
    await app.rest();
    await app.moveTo("2020-11-27T12:00:00.000Z");
    return { app, ...(await unknown(app)) };
  };
  const mailsToOne = (app: TestApp, place: number) => mailsTo(app)[place];

  test("is sent again as the next invitation of the user: one that is requested afterwards leaves too", async () => {
    const { app, id, place } = await oneUnknown();
    expect(mailsToOne(app, place)).toBe(1);
    expect((await settleLetter(apiOf(app), id, "send-again")).status).toBe(200);
    await app.rest();
    expect(mailsToOne(app, place)).toBe(2);
    expect((await settleLetter(apiOf(app), id, "send-again")).status).toBe(200);
    await app.rest();
    expect([mailsToOne(app, place), await brokenAtRest(app)]).toEqual([2, []]);
    await app.moveTo("2020-11-28T10:00:00.000Z");
    await request(app);
    await app.rest();
    await app.sweep("full");
    await app.rest();
    expect([mailsToOne(app, place), await brokenAtRest(app)]).toEqual([3, []]);
  });

  test("is sent again once where the request is killed before the letter is settled", async () => {
    const { app, id, place } = await oneUnknown();
    const ledger = { ...app.ledger, replace: () => Promise.reject(new Error("Killed")) };
    expect((await settleLetter(apiOf({ ...app, ledger }), id, "send-again")).status).toBe(500);
    await app.rest();
    expect((await settleLetter(apiOf(app), id, "send-again")).status).toBe(200);
    await app.rest();
    await app.sweep("full");
    await app.rest();
    expect([mailsToOne(app, place), await brokenAtRest(app)]).toEqual([2, []]);
  });

  test("is no longer valid once another is requested", async () => {
    const { app, id, place } = await oneUnknown();
    await app.moveTo("2020-11-28T10:00:00.000Z");
    await request(app);
    await app.rest();
    await app.sweep("full");
    await app.rest();
    expect((await app.ledger.letter(LetterId.parse(id)))?.reason).toBe("superseded");
    expect((await settleLetter(apiOf(app), id, "send-again")).problem).toBe("nothing-to-settle");
    expect(mailsToOne(app, place)).toBe(2);
  });
});
