import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressHash } from "../../../domain/letters/address-reputation.ts";
import { at, everything } from "../../support/changes.ts";
import { naming } from "../../support/given.ts";
import type { House } from "../../support/house.ts";
import { mailEvent } from "../../support/mail-service.ts";

import {
  changing,
  contacts,
  corrected,
  first,
  latest,
  lettersOf,
  mission,
  permanent,
  report,
  second,
  started,
} from "../../support/reaching.ts";

const marked = async (house: House): Promise<readonly string[]> =>
  (await house.ledger.suppressed(everything)).items.map(({ hash, why }) => `${nameOf(hash)} ${why}`);
const names = new Map([first, second, corrected].map((one) => [addressHash(one), one]));
const nameOf = (hash: ReturnType<typeof addressHash>): string => names.get(hash) ?? "an address of nobody";
const unreached = async (house: House) => (await house.ledger.unreachable(everything)).items;
const sentTo = (house: House): readonly string[] => house.mail.inbox.map(({ to }) => to);

describe("a letter that bounces for good", () => {
  test("marks the address, and goes to the second one of the mission as a new attempt", async () => {
    const house = await started();
    const letter = await latest(house);
    expect(letter).toMatchObject({ state: "accepted", address: first, contact: "first", attempt: 1 });
    await report(house, letter);
    expect(await marked(house)).toEqual([`${first} bounced`]);
    const anew = (await lettersOf(house)).find(({ attempt }) => attempt === 2);
    expect(anew).toMatchObject({ state: "accepted", address: second, contact: "second", content: letter.content });
    expect(sentTo(house)).toEqual([first, second]);
    expect(await unreached(house)).toEqual([]);
  });

  test("takes the letters that follow to the second address at once", async () => {
    const house = await started();
    await report(house, await latest(house));
    await house.moveTo("2020-12-22T12:00:00.000Z");
    expect(sentTo(house)).toEqual([first, second, second]);
    expect((await latest(house)).attempt).toBe(1);
  });

  test("is not written anew once nothing of what it speaks of is owed any more", async () => {
    const house = await started();
    const letter = await latest(house);
    await naming(house, "expert", "FR");
    await report(house, letter);
    expect(await marked(house)).toEqual([`${first} bounced`]);
    expect((await lettersOf(house)).map(({ attempt }) => attempt)).toEqual([1]);
  });

  test("leaves a mission without a second address unreached: told, listed, and its next letter says so", async () => {
    const house = await started({});
    const letter = await latest(house);
    await report(house, letter);
    expect(await unreached(house)).toMatchObject([
      { recipient: mission, party: "FR", why: "suppressed", letter: letter.id },
    ]);
    expect(house.logged("NOBODY_REACHABLE")).toMatchObject([{ letter: letter.id, party: "FR", why: "suppressed" }]);
    await house.moveTo("2020-12-22T12:00:00.000Z");
    expect(await latest(house)).toMatchObject({ state: "skipped", reason: "suppressed" });
    expect(sentTo(house)).toEqual([first]);
    expect(house.logged("NOBODY_REACHABLE")).toHaveLength(2);
    expect(await unreached(house)).toHaveLength(1);
  });

  test("at the second address too leaves nobody, and no third attempt", async () => {
    const house = await started();
    await report(house, await latest(house));
    const anew = (await lettersOf(house)).find(({ attempt }) => attempt === 2);
    if (anew === undefined) throw new Error("It was not written anew");
    await report(house, anew);
    expect(await marked(house)).toEqual([`${first} bounced`, `${second} bounced`]);
    expect(await unreached(house)).toHaveLength(1);
    expect((await lettersOf(house)).map(({ attempt }) => attempt).toSorted()).toEqual([1, 2]);
  });
});

describe("an address is not condemned by", () => {
  test.each([
    ["a mailbox that is full for days", "Bounce", { bounce: { bounceType: "Transient" } }],
    ["a bounce that the mail service cannot tell", "Bounce", { bounce: { bounceType: "Undetermined" } }],
    ["a delay", "DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull" } }],
    ["a mail that is rejected for its content", "Reject", { reject: { reason: "Bad content" } }],
    ["a delivery", "Delivery", {}],
  ])("%s", async (_, kind, detail) => {
    const house = await started();
    await report(house, await latest(house), kind, detail);
    expect(await marked(house)).toEqual([]);
    expect(sentTo(house)).toEqual([first]);
  });

  test("what became of a mail that went to an address which the letter had before", async () => {
    const house = await started();
    const letter = await latest(house);
    await report(house, { ...letter, address: corrected });
    expect([await marked(house), (await latest(house)).state]).toEqual([[], "bounced"]);
  });
});

test("a complaint marks the address, but its letter was received and is not sent again", async () => {
  const house = await started();
  await report(house, await latest(house), "Complaint", {});
  expect(await marked(house)).toEqual([`${first} complained`]);
  expect(sentTo(house)).toEqual([first]);
  await house.moveTo("2020-12-22T12:00:00.000Z");
  expect(sentTo(house)).toEqual([first, second]);
});

test("a mail that is rejected for its address goes to the second one", async () => {
  const house = await started();
  await report(house, await latest(house), "Reject", { reject: { reason: "Invalid recipient" } });
  expect(await marked(house)).toEqual([`${first} rejected`]);
  expect(sentTo(house)).toEqual([first, second]);
});

test("a corrected address is used at once: no mark is on it, and the mission is reached again", async () => {
  const house = await started({});
  await report(house, await latest(house));
  expect(await unreached(house)).toHaveLength(1);
  await changing(house, contacts({ address: corrected }));
  expect(await unreached(house)).toEqual([]);
  expect(await house.ledger.unreachableOf(mission)).toMatchObject({ until: "2020-12-01T10:00:00.000Z" });
  await house.moveTo("2020-12-22T12:00:00.000Z");
  expect(sentTo(house)).toEqual([first, corrected]);
  expect(await marked(house)).toEqual([`${first} bounced`]);
});

describe("an address that is released", () => {
  const bounced = async () => {
    const house = await started({});
    const letter = await latest(house);
    await report(house, letter);
    await house.moveTo("2020-12-02T10:00:00.000Z");
    return { house, letter };
  };

  test("is taken off the mail service's own list, used again, and its mission is reached", async () => {
    const { house, letter } = await bounced();
    await changing(house, "release", letter.id);
    expect(house.suppression.released).toEqual([first]);
    expect([await marked(house), await unreached(house)]).toEqual([[], []]);
    await house.moveTo("2020-12-22T12:00:00.000Z");
    expect(sentTo(house)).toEqual([first, first]);
  });

  test("stays so when the same report comes again, and is marked anew by what happens later", async () => {
    const { house, letter } = await bounced();
    await changing(house, "release", letter.id);
    const old = mailEvent("Bounce", { letter: letter.id, messageId: "m" }, "2020-12-01T10:00:00.000Z", permanent);
    house.queues.receipts.put(old);
    await house.settle();
    expect([await marked(house), await unreached(house)]).toEqual([[], []]);
    await house.moveTo("2020-12-22T12:00:00.000Z");
    await report(house, await latest(house));
    expect(await marked(house)).toEqual([`${first} bounced`]);
    expect(await unreached(house)).toHaveLength(1);
  });

  test("is released once, however often the fact is handled, also after it was marked anew", async () => {
    const { house, letter } = await bounced();
    await changing(house, "release", letter.id);
    const entries = (await house.store.journalOf("party", "FR", everything)).items;
    const fact = entries.find(({ facts }) => facts[0]?.kind === "address-released");
    if (fact === undefined) throw new Error("It is not in the journal");
    house.stream.pending.push(fact);
    await house.settle();
    expect(house.suppression.released).toEqual([first]);
    await house.moveTo("2020-12-22T12:00:00.000Z");
    await report(house, letter, "Complaint", {});
    house.stream.pending.push(fact);
    await house.settle();
    expect(await marked(house)).toEqual([`${first} complained`]);
    expect(house.suppression.released).toEqual([first]);
  });

  test("is released although the function dies at any of its calls", async () => {
    for (let call = 1; ; call++) {
      const { house, letter } = await bounced();
      const kill = house.kill("react", call);
      await changing(house, "release", letter.id);
      expect([await marked(house), await unreached(house)]).toEqual([[], []]);
      if (!kill.happened) break;
    }
  });

  test("leaves the journal without the address", async () => {
    const { house, letter } = await bounced();
    await changing(house, "release", letter.id);
    const entries = (await house.store.journalOf("party", "FR", everything)).items;
    expect(JSON.stringify(entries)).not.toContain("@");
    expect(entries.at(-1)?.facts).toEqual([
      { kind: "address-released", happenedAt: at("2020-12-02T10:00:00.000Z"), party: "FR", letter: letter.id },
    ]);
  });
});

describe("reports in any order and any number", () => {
  const told = [
    ["Send", {}],
    ["DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull" } }],
    ["Delivery", {}],
    ["Bounce", permanent],
    ["Bounce", { bounce: { bounceType: "Transient" } }],
    ["Complaint", {}],
    ["Reject", { reject: { reason: "Invalid recipient" } }],
  ] as const;
  const event = fc.record({ what: fc.constantFrom(...told), second: fc.integer({ min: 10, max: 40 }) });

  /** How everything stands after some reports of two letters to one address. */
  const after = async (reports: readonly { what: (typeof told)[number]; second: number }[]) => {
    const house = await started();
    const { id } = await latest(house);
    for (const { what, second: seconds } of reports) {
      const [kind, detail] = what;
      house.queues.receipts.put(
        mailEvent(kind, { letter: id, messageId: "message-1" }, `2020-12-01T10:00:${seconds}.000Z`, detail),
      );
    }
    await house.rest();
    const rows = (await lettersOf(house)).map(({ attempt, state, contact }) => ({ attempt, state, contact }));
    const marks = (await house.ledger.suppressed(everything)).items.map(({ revision: _, ...mark }) => mark);
    return { rows, marks, unreached: (await unreached(house)).length, sent: sentTo(house).length };
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
      const house = await started();
      const kill = house.kill("receipts", call);
      await report(house, await latest(house));
      await house.rest();
      expect([await marked(house), sentTo(house)]).toEqual([[`${first} bounced`], [first, second]]);
      if (!kill.happened) break;
    }
  });
});
