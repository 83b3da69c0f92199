import { describe, expect, test } from "vitest";
import type { Store } from "../../lambdas/io/ports/store.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import { at, personOf, registeredUser } from "../fixtures/changes.ts";
import { given, nameDelegate, startOf, letterLines } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";

const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };

const planned = async (drawn: Readonly<Record<string, readonly string[]>> = reviews): Promise<TestApp> => {
  const app = await given.group({ reviews: drawn });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  return app;
};
const started = async (): Promise<TestApp> => {
  const app = await planned();
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};
/** Runs the rest of an hour and the hourly sweep with its effects. */
const anHourLater = async (app: TestApp) => {
  const next = new Date(Date.parse(app.clock.now()) + 3_600_000).toISOString();
  await app.moveTo(next);
  const report = await app.sweep();
  await app.rest();
  return report;
};
const expectWhole = async (app: TestApp) => {
  expect(await brokenNow(app)).toEqual([]);
  expect(await brokenAtRest(app)).toEqual([]);
};

// "cron missed a day, that reminder never came" (invoiceninja#2183).
describe("a sweep makes up for", () => {
  test("schedules that were never created", async () => {
    const app = await planned();
    app.schedules.drops = 5;
    await startOf(app, "2020-12-01");
    await app.settle();
    expect(app.schedules.pending.size).toBe(3);
    expect((await brokenAtRest(app)).map(({ guarantee }) => guarantee)).toEqual([4, 4, 4, 4, 4]);
    expect(await anHourLater(app)).toMatchObject({ alarmsArmed: 5, alarmsDisarmed: 0 });
    await expectWhole(app);
  });

  test("a schedule that was never created and whose step has passed: the letter goes out an hour late", async () => {
    const app = await started();
    app.schedules.pending.clear();
    await app.moveTo("2020-12-08T08:30:00.000Z");
    expect(await anHourLater(app)).toMatchObject({ remindersPlanned: 4 });
    await expectWhole(app);
    expect((await letterLines(app)).filter((letter) => letter.includes("focal-point d-7"))).toHaveLength(4);
    expect(app.mail.inbox.map(({ at: when }) => when).at(-1)).toBe("2020-12-08T09:30:00.000Z");
  });

  test("orders that the queue has lost", async () => {
    const app = await planned();
    app.queues.letters.drops = 100;
    await startOf(app, "2020-12-01");
    await app.settle();
    app.queues.letters.drops = 0;
    expect(app.mail.inbox).toEqual([]);
    expect(await anHourLater(app)).toMatchObject({ lettersOrdered: 4 });
    expect(app.mail.inbox).toHaveLength(4);
    await expectWhole(app);
  });

  test("alarms that the queue has lost", async () => {
    const app = await started();
    app.queues.timers.drops = 100;
    await app.moveTo("2020-12-08T08:00:00.000Z");
    app.queues.timers.drops = 0;
    await anHourLater(app);
    expect((await letterLines(app)).filter((letter) => letter === "FR focal-point d-7 delivered")).toHaveLength(1);
    await expectWhole(app);
  });

  test.each(["group-started", "group-start-completed", "review-started"] as const)(
    "a stream entry with %s that was lost",
    async (kind) => {
      const app = await planned();
      await startOf(app, "2020-12-01");
      await app.settleStream(kind);
      app.stream.pending.shift();
      await app.settle();
      await anHourLater(app);
      expect(app.mail.inbox).toHaveLength(4);
      await expectWhole(app);
    },
  );

  test("a stream entry with an obligation that was met, lost: no alarm is left armed for it", async () => {
    const app = await started();
    await nameDelegate(app, "focal-point", "BR");
    app.stream.pending.splice(0);
    expect((await brokenAtRest(app)).map(({ why }) => why)).toEqual(["armed for nothing"]);
    expect(await anHourLater(app)).toMatchObject({ alarmsDisarmed: 1 });
    await expectWhole(app);
  });

  test("reports that were lost: nothing is sent again that was recorded as accepted", async () => {
    const app = await planned();
    app.mail.unreported = 100;
    await startOf(app, "2020-12-01");
    await app.settle();
    for (let hours = 0; hours < 5; hours++) await anHourLater(app);
    expect(app.mail.inbox).toHaveLength(4);
    await expectWhole(app);
  });
});

describe("a sweep", () => {
  test("of a system in order finds nothing to do", async () => {
    const app = await started();
    await nameDelegate(app, "focal-point", "FR");
    await app.settle();
    const before = [await app.letters(), [...app.schedules.pending]];
    expect(await app.sweep()).toEqual({
      startsResumed: 0,
      importsResumed: 0,
      papersResumed: 0,
      lettersOrdered: 0,
      remindersPlanned: 0,
      alarmsArmed: 0,
      alarmsDisarmed: 0,
      listsPlanned: 0,
      targetLettersPlanned: 0,
      noticesPlanned: 0,
      accountsMade: 0,
      invitationsPlanned: 0,
      lettersTooOld: 0,
      lettersForAPerson: 0,
      lettersPaused: 0,
      erasuresEnded: 0,
      erasuresWaiting: [],
      rowsErased: 0,
      journalsRead: 12,
      roundRead: 100,
      earlierAggregates: 0,
      unreadable: [],
      broken: [],
      failed: [],
    });
    await app.rest();
    expect([await app.letters(), [...app.schedules.pending]]).toEqual(before);
  });

  test("orders together what it finds missing, and one that cannot be written holds up no other", async () => {
    const app = await started();
    app.schedules.pending.clear();
    await app.moveTo("2020-12-08T08:30:00.000Z");
    app.before("ledger.plan", () => Promise.reject(new Error("The store throttles")));
    await expect(app.sweep("hourly")).rejects.toThrow("1 things");
    expect(app.logged("SWEEP_REPORT").at(-1)).toMatchObject({ remindersPlanned: 3 });
    expect(app.callsOf("sweep").filter((call) => call === "letterQueues.order")).toHaveLength(1);
    await app.rest();
    expect(app.mail.inbox).toHaveLength(4 + 3);
    expect(await app.sweep("hourly")).toMatchObject({ remindersPlanned: 1 });
    await app.rest();
    await expectWhole(app);
  });

  test("whose orders are all lost leaves letters that the next one orders together", async () => {
    const app = await started();
    app.schedules.pending.clear();
    await app.moveTo("2020-12-08T08:30:00.000Z");
    app.before("letterQueues.order", () => Promise.reject(new Error("The queue refuses")));
    await expect(app.sweep("hourly")).rejects.toThrow("1 things");
    expect(app.logged("SWEEP_REPORT").at(-1)).toMatchObject({ remindersPlanned: 4 });
    expect(await anHourLater(app)).toMatchObject({ lettersOrdered: 4 });
    await expectWhole(app);
  });

  test("that is killed at any of its calls leaves the next one to continue", async () => {
    for (let call = 1; ; call++) {
      const app = await planned({ FR: ["DE"] });
      app.queues.letters.drops = 1;
      app.schedules.drops = 1;
      await startOf(app, "2020-12-01");
      app.stream.pending.shift();
      const kill = app.kill("sweep", call);
      await app.sweep().catch(() => undefined);
      await app.settle();
      await anHourLater(app);
      await anHourLater(app);
      expect(await brokenAtRest(app)).toEqual([]);
      expect(app.mail.inbox).toHaveLength(2);
      if (!kill.happened) break;
    }
  });

  test("that runs twice at the same time does everything once", async () => {
    const app = await planned();
    await startOf(app, "2020-12-01");
    app.stream.pending.splice(0);
    await Promise.all([app.sweep(), app.sweep()]);
    await app.rest();
    await anHourLater(app);
    expect(app.mail.inbox).toHaveLength(4);
    await expectWhole(app);
  });

  test("counts the letters that wait for a person", async () => {
    const app = await started();
    await app.moveTo("2020-12-08T07:59:00.000Z");
    app.mail.next.push("times-out", "times-out", "times-out", "times-out");
    app.mail.next.push("times-out", "times-out", "times-out", "times-out");
    await app.moveTo("2020-12-08T10:00:00.000Z");
    expect(await app.sweep()).toMatchObject({ lettersForAPerson: 4, lettersOrdered: 0 });
  });
});

describe("an item that a sweep cannot process", () => {
  test("delays nothing else, and the sweep counts as failed", async () => {
    const app = await planned();
    await startOf(app, "2020-12-01");
    await app.settleStream("group-started");
    app.stream.pending.shift();
    await app.store.commit({ changes: [registeredUser(7)], by: "load", at: at("2020-12-01T10:00:00.000Z") });
    app.stream.pending.splice(0);
    app.accounts.open = true;
    const { commit } = app.store;
    app.store.commit = (commitment) =>
      commitment.changes.some(({ kind }) => kind === "review")
        ? Promise.reject(new TypeError("The stored review cannot be read"))
        : commit(commitment);
    await expect(app.sweep()).rejects.toThrow("1 things");
    expect(app.logged("SWEEP_REPORT")).toMatchObject([{ failed: ["start of c1-g1"], accountsMade: 1 }]);
    expect(app.accounts.made).toEqual([personOf(7).email]);
  });

  test("is one review among others: the others are reminded, and no alarm is taken away meanwhile", async () => {
    const app = await started();
    app.schedules.pending.clear();
    app.schedules.pending.set("focal-point-of-something-else", {
      at: at("2021-01-01T08:00:00.000Z"),
      message: {} as never,
    });
    await app.moveTo("2020-12-08T08:30:00.000Z");
    app.before("store.loadMany", () => Promise.reject(new TypeError("The stored review cannot be read")));
    app.before("store.load", () => Promise.reject(new TypeError("The stored review cannot be read")));
    await expect(app.sweep()).rejects.toThrow("1 things");
    await app.rest();
    expect(app.logged("SWEEP_REPORT").at(-1)).toMatchObject({ failed: ["review c1-FR"] });
    expect((await letterLines(app)).filter((letter) => letter.includes("focal-point d-7")).toSorted()).toEqual([
      "DE focal-point d-7 delivered",
      "FR focal-point d-7 delivered",
      "JP focal-point d-7 delivered",
    ]);
    expect([...app.schedules.pending.keys()]).toContain("focal-point-of-something-else");
    await anHourLater(app);
    await expectWhole(app);
  });

  test("is a review whose dates cannot be reckoned with: the others are reminded, and the list of the day is planned", async () => {
    const app = await started();
    app.schedules.pending.clear();
    await app.moveTo("2020-12-23T08:00:00.000Z");
    const { loadMany } = app.store;
    const spoiled = (aggregate: Awaited<ReturnType<typeof loadMany<"review">>>[number]) => {
      if (aggregate.state.id !== "c1-FR") return aggregate;
      const obligations = Object.entries(aggregate.state.obligations).map(([id, obligation]) => [
        id,
        { ...obligation, dueAt: "9999-12-30T22:59:59.999Z" },
      ]);
      return { ...aggregate, state: { ...aggregate.state, obligations: Object.fromEntries(obligations) } };
    };
    Object.assign(app.store, {
      loadMany: async (kind: "review", ids: readonly string[]) => (await loadMany(kind, ids)).map(spoiled),
    });
    await expect(app.sweep()).rejects.toThrow("1 things");
    expect(app.logged("SWEEP_REPORT").at(-1)).toMatchObject({ failed: ["obligations of c1-FR"], listsPlanned: 1 });
    expect((await letterLines(app)).filter((letter) => letter.startsWith("JP focal-point d+8"))).toHaveLength(1);
  });

  test("is a journal that does not verify: named, and every other is checked", async () => {
    const app = await started();
    const { journalOf, recordedAggregates } = app.store;
    const spoiled = (entries: readonly JournalEntry[]) =>
      entries.map((entry) => (entry.subject === "review#c1-JP" ? { ...entry, by: "unknown" } : entry));
    const store: Pick<Store, "journalOf" | "recordedAggregates"> = {
      journalOf: async (...args) => {
        const page = await journalOf(...args);
        return { ...page, items: spoiled(page.items) };
      },
      recordedAggregates: async (paging) => {
        const page = await recordedAggregates(paging);
        return { ...page, items: page.items.map((each) => ({ ...each, entries: spoiled(each.entries) })) };
      },
    };
    Object.assign(app.store, store);
    expect((await app.sweep()).broken).toEqual(["review#c1-JP"]);
    expect(app.logged("JOURNAL_BROKEN")).toMatchObject([
      { subject: "review#c1-JP", fault: "review#c1-JP: the content of entry 1 does not give its hash (guarantee 3)" },
    ]);
  });
});

test("a morning sweep lists the unsent letters of each state once if none waits, and those that wait once more", async () => {
  const app = await planned();
  let lists = 0;
  const count = async (): Promise<void> => {
    lists += 1;
    app.before("ledger.needingAttention", count);
  };
  const listsOfSweep = async (): Promise<number> => {
    lists = 0;
    app.before("ledger.needingAttention", count);
    await app.sweep("morning");
    return lists;
  };
  expect(await listsOfSweep()).toBe(3);
  app.queues.letters.drops = 100;
  await startOf(app, "2020-12-01");
  await app.settle();
  expect(await listsOfSweep()).toBe(4);
});
