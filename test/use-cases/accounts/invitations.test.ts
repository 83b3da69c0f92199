import { describe, expect, test } from "vitest";
import { askInvitations, firstUse, registerUser } from "../../../domain/parties/users.ts";
import { acting, changeOf } from "../../../lambdas/commands/execute-command.ts";
import { LetterId, type UserId } from "../../../schemas/base/ids.ts";
import { address, factsOf, userId } from "../../support/changes.ts";
import { given, secretariat } from "../../support/given.ts";
import { apiOf } from "../../support/api.ts";
import type { House } from "../../support/house.ts";
import { brokenAtRest } from "../../support/invariants.ts";
import { settling } from "../../support/settling.ts";

const invited = [userId(501), userId(502), userId(503)];

/** Three officers who were invited a week ago and have not come. */
const waiting = async (): Promise<House> => {
  const house = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
  house.accounts.open = true;
  for (const user of invited) {
    const facts = factsOf(registerUser({ id: user, role: "secretariat" }, house.clock.now()));
    const person = { name: "An officer", email: address(`${user}@example.org`), language: "en" } as const;
    const change = changeOf("user", user, undefined, facts, [{ kind: "person", user, person }]);
    await house.store.commit({ changes: [change], by: secretariat, at: house.clock.now() });
  }
  await house.rest();
  await house.moveTo("2020-11-27T10:00:00.000Z");
  return house;
};
const decideOn = async (house: House, id: UserId, decide: typeof firstUse): Promise<void> => {
  const now = house.clock.now();
  await acting(house.store)({ kind: "user", id, by: secretariat, now, decide: (user) => decide(user, now) });
};
const ask = (house: House) => decideOn(house, secretariat, (_, now) => askInvitations(invited, now));
const mailsTo = (house: House): readonly number[] =>
  invited.map((user) => house.mail.inbox.filter(({ to }) => to === `${user}@example.org`).length);
const unused = async (house: House): Promise<readonly string[]> =>
  (await house.store.work("unused-invitation", { limit: 10, until: house.clock.now() })).items.map(({ id }) => id);

test("invitations that are asked for again leave once each, and a letter says so", async () => {
  const house = await waiting();
  expect([mailsTo(house), await unused(house)]).toEqual([[1, 1, 1], invited]);
  await ask(house);
  await house.rest();
  expect([mailsTo(house), await unused(house)]).toEqual([[2, 2, 2], []]);
  await house.sweep("full");
  await house.rest();
  expect(mailsTo(house)).toEqual([2, 2, 2]);
});

test("all that wait, asked for twice before any has left, leave once; named ones leave as often as asked for", async () => {
  const house = await waiting();
  const askWaiting = () => decideOn(house, secretariat, (_, now) => askInvitations(invited, now, "waiting"));
  await askWaiting();
  house.sleepUntil("2020-11-27T10:00:05.000Z");
  await askWaiting();
  await house.rest();
  expect(mailsTo(house)).toEqual([2, 2, 2]);
  house.sleepUntil("2020-11-27T10:30:00.000Z");
  await ask(house);
  await house.rest();
  expect(mailsTo(house)).toEqual([3, 3, 3]);
});

test("whoever uses the account before the letter leaves gets none", async () => {
  const house = await waiting();
  await ask(house);
  await house.settleStream("invitation-resent");
  await decideOn(house, userId(502), firstUse);
  await house.rest();
  expect(mailsTo(house)).toEqual([2, 1, 2]);
  const ended = (await house.letters()).filter(
    ({ content, attempt }) => content.kind === "invitation" && attempt === 2,
  );
  expect(ended.map(({ state, reason }) => reason ?? state).toSorted()).toEqual(["delivered", "delivered", "done"]);
});

test("a function that is killed at any call of sending them again leaves each sent once", async () => {
  for (let call = 1; call <= 60; call += 1) {
    const house = await waiting();
    await ask(house);
    const kill = house.kill("react", call);
    await house.rest();
    await house.sweep("full");
    await house.rest();
    expect([call, mailsTo(house)]).toEqual([call, [2, 2, 2]]);
    if (!kill.happened) return;
  }
  throw new Error("They take more calls than were killed");
});

describe("an invitation of which nobody knows whether it left", () => {
  const unknown = async (house: House) => {
    const [letter, ...others] = (await house.letters()).filter(({ state }) => state === "unknown");
    if (letter?.content.kind !== "invitation" || others.length > 0) throw new Error("Not one invitation is unknown");
    return { id: letter.id, place: invited.indexOf(letter.content.user) };
  };
  const oneUnknown = async () => {
    const house = await waiting();
    house.mail.next.push("times-out", "accepts", "accepts", "times-out");
    await ask(house);
    await house.rest();
    await house.moveTo("2020-11-27T12:00:00.000Z");
    return { house, ...(await unknown(house)) };
  };
  const mailsToOne = (house: House, place: number) => mailsTo(house)[place];

  test("is sent again as the next invitation of the user: the one that is asked for afterwards leaves too", async () => {
    const { house, id, place } = await oneUnknown();
    expect(mailsToOne(house, place)).toBe(1);
    expect((await settling(apiOf(house), id, "send-again")).status).toBe(200);
    await house.rest();
    expect(mailsToOne(house, place)).toBe(2);
    expect((await settling(apiOf(house), id, "send-again")).status).toBe(200);
    await house.rest();
    expect([mailsToOne(house, place), await brokenAtRest(house)]).toEqual([2, []]);
    await house.moveTo("2020-11-28T10:00:00.000Z");
    await ask(house);
    await house.rest();
    await house.sweep("full");
    await house.rest();
    expect([mailsToOne(house, place), await brokenAtRest(house)]).toEqual([3, []]);
  });

  test("is sent again once where whoever asks for it is killed before the letter is settled", async () => {
    const { house, id, place } = await oneUnknown();
    const ledger = { ...house.ledger, replace: () => Promise.reject(new Error("Killed")) };
    expect((await settling(apiOf({ ...house, ledger }), id, "send-again")).status).toBe(500);
    await house.rest();
    expect((await settling(apiOf(house), id, "send-again")).status).toBe(200);
    await house.rest();
    await house.sweep("full");
    await house.rest();
    expect([mailsToOne(house, place), await brokenAtRest(house)]).toEqual([2, []]);
  });

  test("is nobody's any more once another is asked for", async () => {
    const { house, id, place } = await oneUnknown();
    await house.moveTo("2020-11-28T10:00:00.000Z");
    await ask(house);
    await house.rest();
    await house.sweep("full");
    await house.rest();
    expect((await house.ledger.letter(LetterId.parse(id)))?.reason).toBe("superseded");
    expect((await settling(apiOf(house), id, "send-again")).problem).toBe("nothing-to-settle");
    expect(mailsToOne(house, place)).toBe(2);
  });
});
