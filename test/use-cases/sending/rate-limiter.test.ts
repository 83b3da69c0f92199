import { beforeEach, describe, expect, test } from "vitest";
import type { LetterQueue } from "../../../domain/letters/queues.ts";
import { type MailPermit, paceOf } from "../../../domain/letters/send-rate.ts";
import type { RateLimiter, SlotStore, SlotGrant } from "../../../lambdas/io/ports/mail.ts";
import { newRateLimiter } from "../../../lambdas/use-cases/sending/rate-limiter.ts";
import { type MovedTime, movedTime } from "./campaign/time.ts";
import { muteLog } from "./campaign/muted-log.ts";
import { memorySlots } from "../../fakes/memory/slots.ts";

const beginning = "2020-12-01T10:00:00.000Z";
const started = Date.parse(beginning);
const second = 1000;
const minute = 60 * second;

let time: MovedTime;
let book: SlotStore;
/** The permit of the mail service; an error where it does not answer. */
let says: MailPermit | Error;
let readTimes: number[];
let logged: ReadonlyMap<string, number>;
beforeEach(() => {
  logged = muteLog();
  time = movedTime(beginning);
  book = memorySlots();
  says = permitted(14);
  readTimes = [];
});

const permitted = (perSecond: number, more: Partial<MailPermit> = {}): MailPermit => ({
  perSecond,
  perDay: Infinity,
  sentLastDay: 0,
  ...more,
});
const permits = {
  read: async () => {
    readTimes.push(time.now() - started);
    if (says instanceof Error) throw says;
    return says;
  },
};
const sender = (slots: SlotStore = book): RateLimiter =>
  newRateLimiter({ slots, permits, clock: time.clock(), sleeper: time.sleeper() });

/** Returns the slots of a number of letters, in the order of their requests, once all are settled. */
const turnsOf = async (rateLimiter: RateLimiter, letters: number, queue: LetterQueue = "deadline-letters") => {
  const turns = Promise.all(Array.from({ length: letters }, () => rateLimiter.takeSlot(queue)));
  await time.rest();
  return turns;
};
const slotsOf = (turns: readonly SlotGrant[]): readonly number[] =>
  turns.flatMap((turn) => (turn.kind === "slot" ? [turn.at] : []));
const slotOf = async (rateLimiter: RateLimiter, queue?: LetterQueue): Promise<SlotGrant & { kind: "slot" }> => {
  const [turn] = await turnsOf(rateLimiter, 1, queue);
  if (turn?.kind !== "slot") throw new Error("There is no slot");
  return turn;
};
const gapsOf = (slots: readonly number[]): readonly number[] =>
  slots.slice(1).map((slot, place) => Math.round(slot - (slots[place] ?? 0)));
/** Returns the whole milliseconds between two slots at a rate. */
const gap = (perSecond: number): number => Math.round(paceOf(perSecond).spacing);

describe("letters that wait at a sender", () => {
  test("get slots in the order in which they came, one after the other as the rate permits", async () => {
    const slots = slotsOf(await turnsOf(sender(), 5));
    expect(gapsOf(slots)).toEqual([gap(14), gap(14), gap(14), gap(14)]);
    expect(slots[0]).toBeGreaterThan(started);
  });

  test("let those go first that are claimed, in the order in which they came", async () => {
    const rateLimiter = sender();
    const others = Array.from({ length: 3 }, () => rateLimiter.takeSlot("deadline-letters"));
    const claimed = Array.from({ length: 2 }, () => rateLimiter.takeNextSlot("deadline-letters"));
    await time.rest();
    const inOrder = slotsOf(await Promise.all([...claimed, ...others]));
    expect(inOrder).toHaveLength(5);
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
  });

  test("share the line with those at other senders: no two are in one slot", async () => {
    const both = await Promise.all([turnsOf(sender(), 20), turnsOf(sender(), 20)]);
    const slots = both.flatMap(slotsOf).toSorted((one, other) => one - other);
    expect(slots).toHaveLength(40);
    for (const apart of gapsOf(slots)) expect(apart).toBeGreaterThanOrEqual(gap(14) - 1);
  });

  test("wait for a quarter of a minute, then their orders come again soon", async () => {
    says = permitted(1);
    const turns = await turnsOf(sender(), 30);
    // Slots are taken some seconds ahead at so small a rate.
    expect(slotsOf(turns)).toHaveLength(19);
    expect(time.now()).toBeLessThanOrEqual(started + 16 * second);
    expect(turns.at(-1)).toEqual({
      kind: "postponed",
      reason: "no-slot",
      until: "soon",
      why: "no slot was free in time",
    });
  });

  test("fail with the line of slots where that cannot be reached, and those that come later do not", async () => {
    let isGone = true;
    const rateLimiter = sender({ ...book, read: () => (isGone ? Promise.reject(new Error("No table")) : book.read()) });
    await expect(rateLimiter.takeSlot("bulletins")).rejects.toThrow("No table");
    isGone = false;
    expect((await slotOf(rateLimiter)).at).toBeGreaterThan(started);
  });
});

describe("a slot", () => {
  test("is used when it begins, and still a moment later", async () => {
    const rateLimiter = sender();
    const slot = await slotOf(rateLimiter);
    const begins = rateLimiter.waitForSlot(slot);
    await time.rest();
    expect([await begins, time.now()]).toEqual([true, Math.floor(slot.at)]);
    await time.rest(slot.at + paceOf(14).tolerance);
    expect(await rateLimiter.waitForSlot(slot)).toBe(true);
  });

  test("is waited for until a claim fits before it, and no claim begins once it has passed", async () => {
    const rateLimiter = sender();
    const slot = await slotOf(rateLimiter);
    const claims = rateLimiter.waitToClaim(slot);
    await time.rest();
    expect(await claims).toBe(true);
    expect(slot.at - time.now()).toBeGreaterThan(5);
    expect(slot.at - time.now()).toBeLessThan(25);
    await time.rest(slot.at + 100);
    expect(await rateLimiter.waitToClaim(slot)).toBe(false);
  });

  test("that is given back too late goes to no letter that waits: it would lose its place in the line", async () => {
    const rateLimiter = sender();
    const slot = await slotOf(rateLimiter);
    await time.rest(slot.at + 100);
    const slotRequest = rateLimiter.takeSlot("deadline-letters");
    rateLimiter.giveBack(slot);
    await time.rest();
    expect((await slotRequest) as { at: number }).not.toMatchObject({ at: slot.at });
  });

  test("that has passed is given up, and not made up for: the next one is as far ahead as ever", async () => {
    const rateLimiter = sender();
    const slot = await slotOf(rateLimiter);
    await time.rest(slot.at + 100);
    expect(await rateLimiter.waitForSlot(slot)).toBe(false);
    await time.rest(slot.at + minute);
    const later = slotsOf(await turnsOf(rateLimiter, 3));
    expect(later[0]).toBeGreaterThanOrEqual(slot.at + minute);
    expect(gapsOf(later)).toEqual([gap(14), gap(14)]);
  });

  test("that is given back goes to the next letter of the sender, unless it has passed", async () => {
    const rateLimiter = sender();
    const [first, second_] = [await slotOf(rateLimiter), await slotOf(rateLimiter)];
    rateLimiter.giveBack(second_);
    expect(await slotOf(rateLimiter)).toEqual(second_);
    await time.rest(first.at + second);
    rateLimiter.giveBack(first);
    expect((await slotOf(rateLimiter)).at).toBeGreaterThan(time.now() - second);
    expect((await slotOf(rateLimiter)).at).toBeGreaterThan(first.at + second);
  });
});

describe("deadline letters", () => {
  test("go first: of the slots while they wait, bulletins get few", async () => {
    const [deadline, bulletins] = [sender(), sender()];
    const turns = await Promise.all([turnsOf(deadline, 60), turnsOf(bulletins, 60, "bulletins")]);
    const [urgent, bulk] = turns.map(slotsOf);
    const last = Math.max(...(urgent ?? []));
    expect(urgent).toHaveLength(60);
    expect((bulk ?? []).filter((slot) => slot < last).length).toBeLessThanOrEqual(6);
    expect((bulk ?? []).filter((slot) => slot > last).length).toBeGreaterThan(50);
  });

  test("get a tenth of the slots at least, however many senders of bulletins there are", async () => {
    const bulletins = Array.from({ length: 6 }, () => turnsOf(sender(), 40, "bulletins"));
    const urgent = slotsOf(await turnsOf(sender(), 20));
    const bulk = (await Promise.all(bulletins)).flatMap(slotsOf);
    const last = Math.max(...urgent);
    expect(urgent).toHaveLength(20);
    expect(bulk.filter((slot) => slot < last).length).toBeLessThanOrEqual(180);
  });

  test("lend bulletins all slots while none waits", async () => {
    const bulk = slotsOf(await turnsOf(sender(), 100, "bulletins"));
    expect(new Set(gapsOf(bulk))).toEqual(new Set([gap(14)]));
  });
});

describe("the permit of the mail service", () => {
  test("is read once in five minutes, and a changed rate is taken over", async () => {
    const rateLimiter = sender();
    expect(gapsOf(slotsOf(await turnsOf(rateLimiter, 3)))).toEqual([gap(14), gap(14)]);
    says = permitted(50);
    await time.rest(started + 4 * minute);
    expect(gapsOf(slotsOf(await turnsOf(rateLimiter, 3)))).toEqual([gap(14), gap(14)]);
    await time.rest(started + 5 * minute + second);
    expect(gapsOf(slotsOf(await turnsOf(rateLimiter, 3)))).toEqual([gap(50), gap(50)]);
    expect(readTimes).toHaveLength(2);
  });

  test("is read again when it throttles, but not within a quarter of a minute", async () => {
    const rateLimiter = sender();
    await slotOf(rateLimiter);
    says = permitted(2);
    rateLimiter.invalidateQuota();
    expect(gapsOf(slotsOf(await turnsOf(rateLimiter, 3)))).toEqual([gap(14), gap(14)]);
    await time.rest(started + 16 * second);
    expect(gapsOf(slotsOf(await turnsOf(rateLimiter, 3)))).toEqual([gap(2), gap(2)]);
    expect(readTimes).toHaveLength(2);
  });

  test("is what it said last where it does not say any more", async () => {
    const rateLimiter = sender();
    await slotOf(rateLimiter);
    says = new Error("Throttled");
    await time.rest(started + 6 * minute);
    expect(gapsOf(slotsOf(await turnsOf(rateLimiter, 3)))).toEqual([gap(14), gap(14)]);
    expect(logged.get("MAIL_PERMIT_UNREAD")).toBe(1);
  });

  test("is read again each second until it answers: nothing is sent before", async () => {
    says = new Error("Once a second");
    const rateLimiter = sender();
    const turn = rateLimiter.takeSlot("deadline-letters");
    await time.rest(started + 3 * second + 100);
    expect(readTimes.length).toBeGreaterThan(2);
    expect(readTimes.length).toBeLessThanOrEqual(4);
    says = permitted(14);
    await time.rest();
    expect((await turn).kind).toBe("slot");
    expect(await book.read()).toMatchObject({ perSecond: 14 });
  });

  test("is one mail a second where it never answers", async () => {
    says = new Error("No grant");
    const slots = slotsOf(await turnsOf(sender(), 4));
    expect(gapsOf(slots)).toEqual([gap(1), gap(1), gap(1)]);
    expect(logged.get("MAIL_PERMIT_UNREAD")).toBe(1);
  });

  test("is known from the other senders to one that starts, which does not wait for its own answer", async () => {
    await slotOf(sender());
    says = new Error("Once a second");
    const newcomer = sender();
    const turns = await turnsOf(newcomer, 3);
    expect(gapsOf(slotsOf(turns))).toEqual([gap(14), gap(14)]);
    expect((slotsOf(turns)[0] ?? 0) - started).toBeLessThan(second);
  });

  test("is not believed from senders that sent long ago", async () => {
    await slotOf(sender());
    await time.rest(started + 6 * minute);
    says = permitted(2);
    expect(gapsOf(slotsOf(await turnsOf(sender(), 3)))).toEqual([gap(2), gap(2)]);
  });
});

describe("a rate that no senders reach", () => {
  test("takes no slots: letters leave at once, and nothing is written", async () => {
    says = permitted(1_000_000);
    const rateLimiter = sender();
    const turns = await turnsOf(rateLimiter, 100);
    expect(new Set(slotsOf(turns))).toEqual(new Set([started]));
    expect(await book.read()).toBeUndefined();
    expect(await Promise.all(slotsOf(turns).map((at) => rateLimiter.waitForSlot({ at })))).not.toContain(false);
  });

  test("still has a quota for the day", async () => {
    says = permitted(1_000_000, { perDay: 200, sentLastDay: 190 });
    const rateLimiter = sender();
    expect(slotsOf(await turnsOf(rateLimiter, 10))).toHaveLength(10);
    expect(slotsOf(await turnsOf(rateLimiter, 10))).toHaveLength(0);
  });
});

describe("the quota of a day", () => {
  test("lets no more letters leave than are left; the others wait until later that day", async () => {
    says = permitted(14, { perDay: 200, sentLastDay: 197 });
    const turns = await turnsOf(sender(), 5);
    expect(turns.map(({ kind }) => kind)).toEqual(["slot", "slot", "slot", "postponed", "postponed"]);
    expect(turns.at(-1)).toMatchObject({ until: "later-today" });
    expect(logged.get("MAIL_QUOTA_USED_UP")).toBe(1);
  });

  test("keeps a tenth from bulletins", async () => {
    says = permitted(14, { perDay: 200, sentLastDay: 178 });
    const rateLimiter = sender();
    expect(slotsOf(await turnsOf(rateLimiter, 5, "bulletins"))).toHaveLength(2);
    expect(slotsOf(await turnsOf(rateLimiter, 5))).toHaveLength(5);
  });

  test("is not used by a letter whose slot passed or was given back", async () => {
    says = permitted(14, { perDay: 200, sentLastDay: 199 });
    const rateLimiter = sender();
    const slot = await slotOf(rateLimiter);
    await time.rest(slot.at + 100);
    expect(await rateLimiter.waitForSlot(slot)).toBe(false);
    const again = await slotOf(rateLimiter);
    rateLimiter.giveBack(again);
    await time.rest(again.at + second);
    expect(slotsOf(await turnsOf(rateLimiter, 2))).toHaveLength(1);
  });
});
