import { describe, expect, test } from "vitest";
import { at, personOf, registered } from "../support/changes.ts";
import { given, naming, startOf, told } from "../support/given.ts";
import type { House } from "../support/house.ts";
import { brokenAtRest, brokenNow } from "../support/invariants.ts";

const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };

const planned = async (drawn: Readonly<Record<string, readonly string[]>> = reviews): Promise<House> => {
  const house = await given.group({ reviews: drawn });
  await house.moveTo("2020-12-01T10:00:00.000Z");
  return house;
};
const started = async (): Promise<House> => {
  const house = await planned();
  await startOf(house, "2020-12-01");
  await house.settle();
  return house;
};
/** The rest of an hour, the hourly round, and what follows from it. */
const anHourLater = async (house: House) => {
  const next = new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString();
  await house.moveTo(next);
  const report = await house.sweep();
  await house.rest();
  return report;
};
const expectWhole = async (house: House) => {
  expect(await brokenNow(house)).toEqual([]);
  expect(await brokenAtRest(house)).toEqual([]);
};

// "cron missed a day, that reminder never came" (invoiceninja#2183).
describe("a sweep makes up for", () => {
  test("schedules that were never created", async () => {
    const house = await planned();
    house.schedules.drops = 5;
    await startOf(house, "2020-12-01");
    await house.settle();
    expect(house.schedules.pending.size).toBe(3);
    expect((await brokenAtRest(house)).map(({ guarantee }) => guarantee)).toEqual([4, 4, 4, 4, 4]);
    expect(await anHourLater(house)).toMatchObject({ alarmsArmed: 5, alarmsDisarmed: 0 });
    await expectWhole(house);
  });

  test("a schedule that was never created and whose rung has passed: the letter goes out an hour late", async () => {
    const house = await started();
    house.schedules.pending.clear();
    await house.moveTo("2020-12-08T08:30:00.000Z");
    expect(await anHourLater(house)).toMatchObject({ remindersPlanned: 4 });
    await expectWhole(house);
    expect((await told(house)).filter((letter) => letter.includes("focal-point d-7"))).toHaveLength(4);
    expect(house.mail.inbox.map(({ at: when }) => when).at(-1)).toBe("2020-12-08T09:30:00.000Z");
  });

  test("orders that the queue has lost", async () => {
    const house = await planned();
    house.queues.letters.drops = 100;
    await startOf(house, "2020-12-01");
    await house.settle();
    house.queues.letters.drops = 0;
    expect(house.mail.inbox).toEqual([]);
    expect(await anHourLater(house)).toMatchObject({ lettersOrdered: 8 });
    expect(house.mail.inbox).toHaveLength(8);
    await expectWhole(house);
  });

  test("alarms that the queue has lost", async () => {
    const house = await started();
    house.queues.alarms.drops = 100;
    await house.moveTo("2020-12-08T08:00:00.000Z");
    house.queues.alarms.drops = 0;
    await anHourLater(house);
    expect((await told(house)).filter((letter) => letter === "FR focal-point d-7 delivered")).toHaveLength(1);
    await expectWhole(house);
  });

  test.each(["group-started", "group-start-completed", "review-started"] as const)(
    "a stream entry with %s that was lost",
    async (kind) => {
      const house = await planned();
      await startOf(house, "2020-12-01");
      await house.settleStream(kind);
      house.stream.pending.shift();
      await house.settle();
      await anHourLater(house);
      expect(house.mail.inbox).toHaveLength(8);
      await expectWhole(house);
    },
  );

  test("a stream entry with a duty that was met, lost: no alarm is left armed for it", async () => {
    const house = await started();
    await naming(house, "focal-point", "BR");
    house.stream.pending.splice(0);
    expect((await brokenAtRest(house)).map(({ why }) => why)).toEqual(["armed for nothing"]);
    expect(await anHourLater(house)).toMatchObject({ alarmsDisarmed: 1 });
    await expectWhole(house);
  });

  test("reports that were lost: nothing is sent again that was recorded as accepted", async () => {
    const house = await planned();
    house.mail.unreported = 100;
    await startOf(house, "2020-12-01");
    await house.settle();
    for (let hours = 0; hours < 5; hours++) await anHourLater(house);
    expect(house.mail.inbox).toHaveLength(8);
    await expectWhole(house);
  });
});

describe("a sweep", () => {
  test("of a house in order finds nothing to do", async () => {
    const house = await started();
    await naming(house, "focal-point", "FR");
    await house.settle();
    const before = [await house.letters(), [...house.schedules.pending]];
    expect(await house.sweep()).toEqual({
      startsResumed: 0,
      lettersOrdered: 0,
      remindersPlanned: 0,
      alarmsArmed: 0,
      alarmsDisarmed: 0,
      listsPlanned: 0,
      noticesPlanned: 0,
      accountsMade: 0,
      invitationsPlanned: 0,
      lettersTooOld: 0,
      lettersForAPerson: 0,
      earlierHeads: 0,
      unreadable: [],
      broken: [],
      failed: [],
    });
    await house.rest();
    expect([await house.letters(), [...house.schedules.pending]]).toEqual(before);
  });

  test("orders together what it finds missing, and one that cannot be written holds up no other", async () => {
    const house = await started();
    house.schedules.pending.clear();
    await house.moveTo("2020-12-08T08:30:00.000Z");
    house.before("ledger.plan", () => Promise.reject(new Error("The store throttles")));
    await expect(house.sweep("hourly")).rejects.toThrow("1 things");
    expect(house.logged("SWEEP_REPORT").at(-1)).toMatchObject({ remindersPlanned: 3 });
    expect(house.callsOf("sweep").filter((call) => call === "letterQueues.order")).toHaveLength(1);
    await house.rest();
    expect(house.mail.inbox).toHaveLength(8 + 3);
    expect(await house.sweep("hourly")).toMatchObject({ remindersPlanned: 1 });
    await house.rest();
    await expectWhole(house);
  });

  test("whose orders are all lost leaves letters that the next one orders together", async () => {
    const house = await started();
    house.schedules.pending.clear();
    await house.moveTo("2020-12-08T08:30:00.000Z");
    house.before("letterQueues.order", () => Promise.reject(new Error("The queue refuses")));
    await expect(house.sweep("hourly")).rejects.toThrow("1 things");
    expect(house.logged("SWEEP_REPORT").at(-1)).toMatchObject({ remindersPlanned: 4 });
    expect(await anHourLater(house)).toMatchObject({ lettersOrdered: 4 });
    await expectWhole(house);
  });

  test("that is killed at any of its calls leaves the next one to go on", async () => {
    for (let call = 1; ; call++) {
      const house = await planned({ FR: ["DE"] });
      house.queues.letters.drops = 1;
      house.schedules.drops = 1;
      await startOf(house, "2020-12-01");
      house.stream.pending.shift();
      const kill = house.kill("sweep", call);
      await house.sweep().catch(() => undefined);
      await house.settle();
      await anHourLater(house);
      await anHourLater(house);
      expect(await brokenAtRest(house)).toEqual([]);
      expect(house.mail.inbox).toHaveLength(4);
      if (!kill.happened) break;
    }
  });

  test("that runs twice at the same time does everything once", async () => {
    const house = await planned();
    await startOf(house, "2020-12-01");
    house.stream.pending.splice(0);
    await Promise.all([house.sweep(), house.sweep()]);
    await house.rest();
    await anHourLater(house);
    expect(house.mail.inbox).toHaveLength(8);
    await expectWhole(house);
  });

  test("counts the letters that wait for a person", async () => {
    const house = await started();
    await house.moveTo("2020-12-08T07:59:00.000Z");
    house.mail.next.push("times-out", "times-out", "times-out", "times-out");
    house.mail.next.push("times-out", "times-out", "times-out", "times-out");
    await house.moveTo("2020-12-08T10:00:00.000Z");
    expect(await house.sweep()).toMatchObject({ lettersForAPerson: 4, lettersOrdered: 0 });
  });
});

describe("what a sweep cannot work on", () => {
  test("holds up nothing else, and the round is not called good", async () => {
    const house = await planned();
    await startOf(house, "2020-12-01");
    await house.settleStream("group-started");
    house.stream.pending.shift();
    await house.store.commit({ changes: [registered(7)], by: "load", at: at("2020-12-01T10:00:00.000Z") });
    house.stream.pending.splice(0);
    house.accounts.open = true;
    house.before("store.commit", () => Promise.reject(new TypeError("The stored review cannot be read")));
    await expect(house.sweep()).rejects.toThrow("1 things");
    expect(house.logged("SWEEP_REPORT")).toMatchObject([{ failed: ["start of c1-g1"], accountsMade: 1 }]);
    expect(house.accounts.made).toEqual([personOf(7).email]);
  });

  test("is one review among others: the others are reminded, and no alarm is taken away meanwhile", async () => {
    const house = await started();
    house.schedules.pending.clear();
    house.schedules.pending.set("focal-point-of-something-else", {
      at: at("2021-01-01T08:00:00.000Z"),
      message: {} as never,
    });
    await house.moveTo("2020-12-08T08:30:00.000Z");
    house.before("store.loadMany", () => Promise.reject(new TypeError("The stored review cannot be read")));
    house.before("store.load", () => Promise.reject(new TypeError("The stored review cannot be read")));
    await expect(house.sweep()).rejects.toThrow("1 things");
    await house.rest();
    expect(house.logged("SWEEP_REPORT").at(-1)).toMatchObject({ failed: ["review c1-FR"] });
    expect((await told(house)).filter((letter) => letter.includes("focal-point d-7")).toSorted()).toEqual([
      "DE focal-point d-7 delivered",
      "FR focal-point d-7 delivered",
      "JP focal-point d-7 delivered",
    ]);
    expect([...house.schedules.pending.keys()]).toContain("focal-point-of-something-else");
    await anHourLater(house);
    await expectWhole(house);
  });

  test("is a review whose dates cannot be reckoned with: the others are reminded, and the list of the day is planned", async () => {
    const house = await started();
    house.schedules.pending.clear();
    await house.moveTo("2020-12-23T08:00:00.000Z");
    const { loadMany } = house.store;
    const spoiled = (head: Awaited<ReturnType<typeof loadMany<"review">>>[number]) => {
      if (head.state.id !== "c1-FR") return head;
      const duties = Object.entries(head.state.obligations).map(([id, duty]) => [
        id,
        { ...duty, dueAt: "9999-12-30T22:59:59.999Z" },
      ]);
      return { ...head, state: { ...head.state, obligations: Object.fromEntries(duties) } };
    };
    Object.assign(house.store, {
      loadMany: async (kind: "review", ids: readonly string[]) => (await loadMany(kind, ids)).map(spoiled),
    });
    await expect(house.sweep()).rejects.toThrow("1 things");
    expect(house.logged("SWEEP_REPORT").at(-1)).toMatchObject({ failed: ["duties of c1-FR"], listsPlanned: 1 });
    expect((await told(house)).filter((letter) => letter.startsWith("JP focal-point d+8"))).toHaveLength(1);
  });

  test("is a journal that does not verify: named, and every other is looked at", async () => {
    const house = await started();
    const { journalOf, feed } = house.store;
    const spoil = async <T extends { items: readonly { subject: string; by: string }[] }>(
      page: Promise<T>,
    ): Promise<T> => {
      const found = await page;
      const items = found.items.map((entry) => (entry.subject === "review#c1-JP" ? { ...entry, by: "nobody" } : entry));
      return { ...found, items };
    };
    Object.assign(house.store, {
      journalOf: (...asked: Parameters<typeof journalOf>) => spoil(journalOf(...asked)),
      feed: (...asked: Parameters<typeof feed>) => spoil(feed(...asked)),
    });
    expect((await house.sweep()).broken).toEqual(["review#c1-JP"]);
    expect(house.logged("JOURNAL_BROKEN")).toMatchObject([
      { subject: "review#c1-JP", fault: "review#c1-JP: the content of entry 1 does not give its hash (guarantee 3)" },
    ]);
  });
});
