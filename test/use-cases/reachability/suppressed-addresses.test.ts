import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressHash } from "../../../domain/letters/address-reputation.ts";
import { at, onePage } from "../../fixtures/changes.ts";
import { nameDelegate } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { mailEvent } from "../../fakes/mail-service.ts";

import {
  changeContacts,
  contacts,
  correctedAddress,
  first,
  latest,
  lettersOf,
  mission,
  permanent,
  report,
  second,
  openMissionApp,
} from "../mission-addresses.ts";

const marked = async (app: TestApp): Promise<readonly string[]> =>
  (await app.ledger.suppressed(onePage)).items.map(({ hash, why }) => `${nameOf(hash)} ${why}`);
const names = new Map([first, second, correctedAddress].map((one) => [addressHash(one), one]));
const nameOf = (hash: ReturnType<typeof addressHash>): string => names.get(hash) ?? "an unknown address";
const unreached = async (app: TestApp) => (await app.ledger.unreachable(onePage)).items;
const sentTo = (app: TestApp): readonly string[] =>
  app.mail.inbox.map(({ to }) => to).filter((to) => to.endsWith("fr.example.org"));

describe("a letter that bounces for good", () => {
  test("marks the address, and goes to the second one of the mission as a new attempt", async () => {
    const app = await openMissionApp();
    const letter = await latest(app);
    expect(letter).toMatchObject({ state: "accepted", address: first, contact: "first", attempt: 1 });
    await report(app, letter);
    expect(await marked(app)).toEqual([`${first} bounced`]);
    const again = (await lettersOf(app)).find(({ attempt }) => attempt === 2);
    expect(again).toMatchObject({ state: "accepted", address: second, contact: "second", content: letter.content });
    expect(sentTo(app)).toEqual([first, second]);
    expect(await unreached(app)).toEqual([]);
  });

  test("takes the letters that follow to the second address at once", async () => {
    const app = await openMissionApp();
    await report(app, await latest(app));
    await app.moveTo("2020-12-22T12:00:00.000Z");
    expect(sentTo(app)).toEqual([first, second, second]);
    expect((await latest(app)).attempt).toBe(1);
  });

  test("is not written again once all its obligations have ended", async () => {
    const app = await openMissionApp();
    const letter = await latest(app);
    await nameDelegate(app, "expert", "FR");
    await report(app, letter);
    expect(await marked(app)).toEqual([`${first} bounced`]);
    expect((await lettersOf(app)).map(({ attempt }) => attempt)).toEqual([1]);
  });

  test("leaves a mission without a second address unreached: reported, listed, and its next letter says so", async () => {
    const app = await openMissionApp({});
    const letter = await latest(app);
    await report(app, letter);
    expect(await unreached(app)).toMatchObject([
      { recipient: mission, party: "FR", why: "suppressed", letter: letter.id },
    ]);
    expect(app.logged("RECIPIENT_UNREACHABLE")).toMatchObject([{ letter: letter.id, party: "FR", why: "suppressed" }]);
    await app.moveTo("2020-12-22T12:00:00.000Z");
    expect(await latest(app)).toMatchObject({ state: "skipped", reason: "suppressed" });
    expect(sentTo(app)).toEqual([first]);
    expect(app.logged("RECIPIENT_UNREACHABLE")).toHaveLength(2);
    expect(await unreached(app)).toHaveLength(1);
  });

  test("at the second address too leaves no address, and no third attempt", async () => {
    const app = await openMissionApp();
    await report(app, await latest(app));
    const again = (await lettersOf(app)).find(({ attempt }) => attempt === 2);
    if (again === undefined) throw new Error("It was not written again");
    await report(app, again);
    expect(await marked(app)).toEqual([`${first} bounced`, `${second} bounced`]);
    expect(await unreached(app)).toHaveLength(1);
    expect((await lettersOf(app)).map(({ attempt }) => attempt).toSorted()).toEqual([1, 2]);
  });
});

describe("an address is not condemned by", () => {
  test.each([
    ["a mailbox that is full for days", "Bounce", { bounce: { bounceType: "Transient" } }],
    ["a bounce of an undetermined kind", "Bounce", { bounce: { bounceType: "Undetermined" } }],
    ["a delay", "DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull" } }],
    ["a mail that is rejected for its content", "Reject", { reject: { reason: "Bad content" } }],
    ["a delivery", "Delivery", {}],
  ])("%s", async (_, kind, detail) => {
    const app = await openMissionApp();
    await report(app, await latest(app), kind, detail);
    expect(await marked(app)).toEqual([]);
    expect(sentTo(app)).toEqual([first]);
  });

  test("the report on a mail that went to an earlier address of the letter", async () => {
    const app = await openMissionApp();
    const letter = await latest(app);
    await report(app, { ...letter, address: correctedAddress });
    expect([await marked(app), (await latest(app)).state]).toEqual([[], "bounced"]);
  });
});

test("a complaint marks the address, but its letter was received and is not sent again", async () => {
  const app = await openMissionApp();
  await report(app, await latest(app), "Complaint", {});
  expect(await marked(app)).toEqual([`${first} complained`]);
  expect(sentTo(app)).toEqual([first]);
  await app.moveTo("2020-12-22T12:00:00.000Z");
  expect(sentTo(app)).toEqual([first, second]);
});

test("a mail that is rejected for its address goes to the second one", async () => {
  const app = await openMissionApp();
  await report(app, await latest(app), "Reject", { reject: { reason: "Invalid recipient" } });
  expect(await marked(app)).toEqual([`${first} rejected`]);
  expect(sentTo(app)).toEqual([first, second]);
});

test("a corrected address is used at once: no mark is on it, and the mission is reached again", async () => {
  const app = await openMissionApp({});
  await report(app, await latest(app));
  expect(await unreached(app)).toHaveLength(1);
  await changeContacts(app, contacts({ address: correctedAddress }));
  expect(await unreached(app)).toEqual([]);
  expect(await app.ledger.unreachableOf(mission)).toMatchObject({ until: "2020-12-01T10:00:00.000Z" });
  await app.moveTo("2020-12-22T12:00:00.000Z");
  expect(sentTo(app)).toEqual([first, correctedAddress]);
  expect(await marked(app)).toEqual([`${first} bounced`]);
});

describe("an address that is released", () => {
  const bounced = async () => {
    const app = await openMissionApp({});
    const letter = await latest(app);
    await report(app, letter);
    await app.moveTo("2020-12-02T10:00:00.000Z");
    return { app, letter };
  };

  test("is taken off the mail service's own list, used again, and its mission is reached", async () => {
    const { app, letter } = await bounced();
    await changeContacts(app, "release", letter.id);
    expect(app.suppression.unsuppressed).toEqual([first]);
    expect([await marked(app), await unreached(app)]).toEqual([[], []]);
    await app.moveTo("2020-12-22T12:00:00.000Z");
    expect(sentTo(app)).toEqual([first, first]);
  });

  test("stays so when one report comes again, and is marked again by what happens later", async () => {
    const { app, letter } = await bounced();
    await changeContacts(app, "release", letter.id);
    const old = mailEvent("Bounce", { letter: letter.id, messageId: "m" }, "2020-12-01T10:00:00.000Z", permanent);
    app.queues.receipts.put(old);
    await app.settle();
    expect([await marked(app), await unreached(app)]).toEqual([[], []]);
    await app.moveTo("2020-12-22T12:00:00.000Z");
    await report(app, await latest(app));
    expect(await marked(app)).toEqual([`${first} bounced`]);
    expect(await unreached(app)).toHaveLength(1);
  });

  test("is released once, however often the fact is handled, also after it was marked again", async () => {
    const { app, letter } = await bounced();
    await changeContacts(app, "release", letter.id);
    const entries = (await app.store.journalOf("party", "FR", onePage)).items;
    const fact = entries.find(({ facts }) => facts[0]?.kind === "address-released");
    if (fact === undefined) throw new Error("It is not in the journal");
    app.stream.pending.push(fact);
    await app.settle();
    expect(app.suppression.unsuppressed).toEqual([first]);
    await app.moveTo("2020-12-22T12:00:00.000Z");
    await report(app, letter, "Complaint", {});
    app.stream.pending.push(fact);
    await app.settle();
    expect(await marked(app)).toEqual([`${first} complained`]);
    expect(app.suppression.unsuppressed).toEqual([first]);
  });

  test("is released although the function dies at any of its calls", async () => {
    for (let call = 1; ; call++) {
      const { app, letter } = await bounced();
      const kill = app.kill("react", call);
      await changeContacts(app, "release", letter.id);
      expect([await marked(app), await unreached(app)]).toEqual([[], []]);
      if (!kill.happened) break;
    }
  });

  test("leaves the journal without the address", async () => {
    const { app, letter } = await bounced();
    await changeContacts(app, "release", letter.id);
    const entries = (await app.store.journalOf("party", "FR", onePage)).items;
    expect(JSON.stringify(entries)).not.toContain("@");
    expect(entries.at(-1)?.facts).toEqual([
      { kind: "address-released", happenedAt: at("2020-12-02T10:00:00.000Z"), party: "FR", letter: letter.id },
    ]);
  });
});

describe("reports in any order and any number", () => {
  const reportKinds = [
    ["Send", {}],
    ["DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull" } }],
    ["Delivery", {}],
    ["Bounce", permanent],
    ["Bounce", { bounce: { bounceType: "Transient" } }],
    ["Complaint", {}],
    ["Reject", { reject: { reason: "Invalid recipient" } }],
  ] as const;
  const event = fc.record({ what: fc.constantFrom(...reportKinds), second: fc.integer({ min: 10, max: 40 }) });

  /** Returns the state after some reports of two letters to one address. */
  const after = async (reports: readonly { what: (typeof reportKinds)[number]; second: number }[]) => {
    const app = await openMissionApp();
    const { id } = await latest(app);
    for (const { what, second: seconds } of reports) {
      const [kind, detail] = what;
      app.queues.receipts.put(
        mailEvent(kind, { letter: id, messageId: "message-1" }, `2020-12-01T10:00:${seconds}.000Z`, detail),
      );
    }
    await app.rest();
    const rows = (await lettersOf(app)).map(({ attempt, state, contact }) => ({ attempt, state, contact }));
    const marks = (await app.ledger.suppressed(onePage)).items.map(({ revision: _, ...mark }) => mark);
    return { rows, marks, unreached: (await unreached(app)).length, sent: sentTo(app).length };
  };

  test("end in the same states, the same marks, and the same letters", async () => {
    const cases = fc
      .array(event, { minLength: 1, maxLength: 6 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length }),
          fc.array(fc.constantFrom(...events), { maxLength: 4 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(cases, async ([events, shuffled, repeated]) => {
        expect(await after([...shuffled, ...repeated])).toEqual(await after(events));
      }),
      { numRuns: 80, seed: 20201201 },
    );
  });

  test("and the function's being killed at any of its calls, end the same", async () => {
    const expected = await after([{ what: ["Bounce", permanent], second: 10 }]);
    expect(expected).toMatchObject({ sent: 2, marks: [{ why: "bounced" }] });
    for (let call = 1; ; call++) {
      const app = await openMissionApp();
      const kill = app.kill("receipts", call);
      await report(app, await latest(app));
      await app.rest();
      expect([await marked(app), sentTo(app)]).toEqual([[`${first} bounced`], [first, second]]);
      if (!kill.happened) break;
    }
  });
});
