import { describe, expect, test } from "vitest";
import { mailLines, given, nameDelegate, startOf, letterLines } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";

/** Letters during and after an outage of a part of the system over days. */
const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };

const planned = async (): Promise<TestApp> => {
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  return app;
};
const started = async (): Promise<TestApp> => {
  const app = await planned();
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};

/**
 * Stops the scheduler: nothing fires and nothing is armed. Returns the function that restores it with all pending
 * timers.
 */
const schedulerDown = (app: TestApp): (() => void) => {
  const held = [...app.schedules.pending];
  app.schedules.pending.clear();
  app.schedules.drops = Infinity;
  return () => {
    app.schedules.drops = 0;
    for (const [name, timer] of held) app.schedules.pending.set(name, timer);
  };
};
/**
 * Stops the stream with its pending entries. Returns the function that delivers them, which may be called repeatedly.
 */
const streamDown = (app: TestApp): (() => void) => {
  const held = app.stream.pending.splice(0);
  return () => void app.stream.pending.push(...held);
};
const sweep = async (app: TestApp, depth: "hourly" | "full" = "hourly") => {
  const report = await app.sweep(depth);
  await app.rest();
  return report;
};
const expectWhole = async (app: TestApp) => {
  expect(await brokenNow(app)).toEqual([]);
  expect(await brokenAtRest(app)).toEqual([]);
};
const lettersOf = async (app: TestApp, code: string) =>
  (await letterLines(app)).filter((letter) => letter.startsWith(`${code} `)).toSorted();
/** Returns the mails to missions since an instant, without the secretariat's list. */
const mailsSince = (app: TestApp, since: string) =>
  app.mail.inbox.filter(({ at, to }) => at > since && to.startsWith("mission@"));
/** Expects one mail for each day, mission and subject, and one for each letter. */
const expectNoDuplicates = (app: TestApp) => {
  const mails = app.mail.inbox.map(({ at, to, subject }) => `${at.slice(0, 10)} ${to} ${subject}`);
  expect(mails).toEqual([...new Set(mails)]);
  const ids = app.mail.inbox.map(({ letter }) => letter);
  expect(ids).toEqual([...new Set(ids)]);
};

describe("after an outage of the scheduler over five weeks", () => {
  /** Focal points fell due on 15 December, experts on 29 December; three and two steps after the dates have passed. */
  const back = async (): Promise<{ app: TestApp; restore: () => void }> => {
    const app = await started();
    const restore = schedulerDown(app);
    app.sleepUntil("2021-01-07T10:00:00.000Z");
    return { app, restore };
  };

  test("the overdue steps of an obligation collapse into one letter, of the latest", async () => {
    const { app, restore } = await back();
    restore();
    await sweep(app);
    for (const code of ["FR", "DE", "BR", "JP"])
      expect(await lettersOf(app, code)).toEqual([
        `${code} focal-point d+22 experts d+8 delivered`,
        `${code} focal-point start experts start delivered`,
      ]);
    await app.moveTo("2021-01-07T10:30:00.000Z");
    expectNoDuplicates(app);
    await expectWhole(app);
  });

  test("the letter states the date as past, and only the obligations that are still open", async () => {
    const { app, restore } = await back();
    await nameDelegate(app, "focal-point", "BR");
    restore();
    await sweep(app);
    const since = mailLines(app)
      .filter((mail) => mail > "2021")
      .toSorted();
    expect(since.filter((mail) => mail.includes(" fr "))).toEqual([
      "2021-01-07T10:00 fr Party FR: nomination of a focal point and experts (cluster 1) – was due by 15 December 2020 [RM/c1-g1/FR/nominations]",
    ]);
    expect(since.filter((mail) => mail.includes(" br ")).map((mail) => mail.slice(20, 77))).toEqual([
      "Reminder: nomination of governmental experts (cluster 1),",
    ]);
  });

  test("alarms that come late, twice and together with the sweep add nothing", async () => {
    const { app, restore } = await back();
    restore();
    app.queues.timers.duplicates = 1_000;
    app.queues.letters.duplicates = 1_000;
    const [, second] = await Promise.all([app.sweep("hourly"), app.sweep("hourly")]);
    expect(second.failed).toEqual([]);
    await app.moveTo("2021-01-07T12:00:00.000Z");
    expect(mailsSince(app, "2021")).toHaveLength(4);
    expectNoDuplicates(app);
    await sweep(app);
    await expectWhole(app);
  });

  test("a sweep that is killed anywhere in its catching up leaves one letter of each obligation all the same", async () => {
    let killed = 0;
    for (let call = 1; ; call += 7) {
      const { app, restore } = await back();
      restore();
      const kill = app.kill("sweep", call);
      await app.sweep("hourly").catch(() => undefined);
      await app.rest();
      await app.moveTo("2021-01-07T11:17:00.000Z");
      await sweep(app);
      expect(mailsSince(app, "2021")).toHaveLength(4);
      expectNoDuplicates(app);
      expect(await brokenAtRest(app)).toEqual([]);
      if (!kill.happened) break;
      killed += 1;
    }
    expect(killed).toBeGreaterThan(3);
  });

  test("while it lasts, the sweep alone keeps every morning of the reminder schedule", async () => {
    const app = await started();
    schedulerDown(app);
    for (const day of ["08", "09", "14", "15", "16", "17", "22", "23", "24"]) {
      await app.moveTo(`2020-12-${day}T08:17:00.000Z`);
      await sweep(app);
    }
    expect((await lettersOf(app, "BR")).filter((letter) => letter.includes("focal-point"))).toEqual(
      ["d+1", "d+8", "d-1", "d-7", "start experts start"].map((step) => `BR focal-point ${step} delivered`),
    );
    expectNoDuplicates(app);
  });

  test("the next reminder leaves on its own morning, and those after it", async () => {
    const { app, restore } = await back();
    restore();
    await sweep(app);
    await app.moveTo("2021-02-20T12:00:00.000Z");
    expect(mailLines(app).filter((mail) => mail > "2021-01-08" && mail.includes(" br "))).toEqual([
      expect.stringMatching(/^2021-01-20T08:00 br .*experts/u),
      expect.stringMatching(/^2021-02-03T08:00 br .*focal point/u),
      expect.stringMatching(/^2021-02-17T08:00 br .*experts/u),
    ]);
    await expectWhole(app);
  });

  test("the secretariat gets the list of today, and none of the mornings that were missed", async () => {
    const { app, restore } = await back();
    restore();
    await sweep(app);
    const lists = app.mail.inbox.filter(({ to }) => to === "daily.list@example.org");
    expect(lists.map(({ at }) => at)).toEqual(["2021-01-07T10:00:00.000Z"]);
  });
});

describe("after an outage of the stream", () => {
  test("a start that the stream did not deliver is opened by the sweep, with one letter for all steps that have passed", async () => {
    const app = await planned();
    await startOf(app, "2020-12-01");
    const deliver = streamDown(app);
    await app.moveTo("2020-12-24T10:00:00.000Z");
    await sweep(app);
    expect(await lettersOf(app, "DE")).toEqual(["DE focal-point d+8 experts d-7 delivered"]);
    deliver();
    deliver();
    await app.rest();
    await sweep(app);
    expect(await lettersOf(app, "DE")).toHaveLength(1);
    expectNoDuplicates(app);
    await expectWhole(app);
  });

  test("a party that nominated during the outage is not reminded, though its alarms were never taken away", async () => {
    const app = await started();
    await nameDelegate(app, "focal-point", "BR");
    const deliver = streamDown(app);
    await app.moveTo("2020-12-09T10:00:00.000Z");
    expect((await lettersOf(app, "BR")).filter((letter) => letter.includes("focal-point"))).toEqual([
      "BR focal-point start experts start delivered",
    ]);
    expect(app.logged("TIMER_STALE")).toMatchObject([{ party: "BR", kind: "focal-point", stepName: "d-7" }]);
    deliver();
    await app.rest();
    await sweep(app, "full");
    await expectWhole(app);
  });

  test("and of the scheduler at once, the sweep of that day makes up for both", async () => {
    const app = await planned();
    const restore = schedulerDown(app);
    await startOf(app, "2020-12-01");
    const deliver = streamDown(app);
    app.sleepUntil("2020-12-23T08:17:00.000Z");
    restore();
    await sweep(app);
    deliver();
    await app.rest();
    await app.moveTo("2020-12-23T12:00:00.000Z");
    await sweep(app, "full");
    expect(app.mail.inbox.filter(({ to }) => to.startsWith("mission@br"))).toHaveLength(1);
    expectNoDuplicates(app);
    await expectWhole(app);
  });
});
