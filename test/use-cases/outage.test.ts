import { describe, expect, test } from "vitest";
import { arrived, given, naming, startOf, told } from "../support/given.ts";
import type { House } from "../support/house.ts";
import { brokenAtRest, brokenNow } from "../support/invariants.ts";

/** What becomes of letters when a part of the house stands still for days, and what comes of it when it goes on. */
const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };

const planned = async (): Promise<House> => {
  const house = await given.group({ reviews });
  await house.moveTo("2020-12-01T10:00:00.000Z");
  return house;
};
const started = async (): Promise<House> => {
  const house = await planned();
  await startOf(house, "2020-12-01");
  await house.settle();
  return house;
};

/** The scheduler stands still: nothing fires and nothing is armed. Gives what brings it back, with all it held. */
const schedulerDown = (house: House): (() => void) => {
  const held = [...house.schedules.pending];
  house.schedules.pending.clear();
  house.schedules.drops = Infinity;
  return () => {
    house.schedules.drops = 0;
    for (const [name, alarm] of held) house.schedules.pending.set(name, alarm);
  };
};
/** What the stream has to tell is held back. Gives what delivers it, as often as one likes. */
const streamDown = (house: House): (() => void) => {
  const held = house.stream.pending.splice(0);
  return () => void house.stream.pending.push(...held);
};
const sweep = async (house: House, depth: "hourly" | "full" = "hourly") => {
  const report = await house.sweep(depth);
  await house.rest();
  return report;
};
const expectWhole = async (house: House) => {
  expect(await brokenNow(house)).toEqual([]);
  expect(await brokenAtRest(house)).toEqual([]);
};
const lettersOf = async (house: House, code: string) =>
  (await told(house)).filter((letter) => letter.startsWith(`${code} `)).toSorted();
/** Mails to missions since an instant; the secretariat has its list besides. */
const mailsSince = (house: House, since: string) =>
  house.mail.inbox.filter(({ at, to }) => at > since && to.startsWith("mission@"));
/** Mails by day, mission and subject; of each there must be one. */
const expectNobodyTwice = (house: House) => {
  const mails = house.mail.inbox.map(({ at, to, subject }) => `${at.slice(0, 10)} ${to} ${subject}`);
  expect(mails).toEqual([...new Set(mails)]);
  const ids = house.mail.inbox.map(({ letter }) => letter);
  expect(ids).toEqual([...new Set(ids)]);
};

describe("after an outage of the scheduler over five weeks", () => {
  /** Focal points fell due on 15 December, experts on 29 December; three and two rungs after the dates have passed. */
  const back = async (): Promise<{ house: House; restore: () => void }> => {
    const house = await started();
    const restore = schedulerDown(house);
    house.sleepUntil("2021-01-07T10:00:00.000Z");
    return { house, restore };
  };

  test("the overdue steps of a duty collapse into one letter, of the latest", async () => {
    const { house, restore } = await back();
    restore();
    await sweep(house);
    for (const code of ["FR", "DE", "BR", "JP"])
      expect(await lettersOf(house, code)).toEqual([
        `${code} experts d+8 delivered`,
        `${code} experts start delivered`,
        `${code} focal-point d+22 delivered`,
        `${code} focal-point start delivered`,
      ]);
    await house.moveTo("2021-01-07T10:30:00.000Z");
    expectNobodyTwice(house);
    await expectWhole(house);
  });

  test("the letter speaks of the date as past, and of what is still owed alone", async () => {
    const { house, restore } = await back();
    await naming(house, "focal-point", "BR");
    restore();
    await sweep(house);
    const since = arrived(house)
      .filter((mail) => mail > "2021")
      .toSorted();
    expect(since.filter((mail) => mail.includes(" fr "))).toEqual([
      "2021-01-07T10:00 fr Reminder: nomination of a focal point, which was due by 15 December 2020 [RM/c1-g1/FR/focal-point]",
      "2021-01-07T10:00 fr Reminder: nomination of governmental experts, which was due by 29 December 2020 [RM/c1-g1/FR/experts]",
    ]);
    expect(since.filter((mail) => mail.includes(" br ")).map((mail) => mail.slice(20, 65))).toEqual([
      "Reminder: nomination of governmental experts,",
    ]);
  });

  test("alarms that come late, twice and beside the sweep add nothing", async () => {
    const { house, restore } = await back();
    restore();
    house.queues.alarms.duplicates = 1_000;
    house.queues.letters.duplicates = 1_000;
    const [, second] = await Promise.all([house.sweep("hourly"), house.sweep("hourly")]);
    expect(second.failed).toEqual([]);
    await house.moveTo("2021-01-07T12:00:00.000Z");
    expect(mailsSince(house, "2021")).toHaveLength(8);
    expectNobodyTwice(house);
    await sweep(house);
    await expectWhole(house);
  });

  test("a sweep that is killed anywhere in its catching up leaves one letter of each duty all the same", async () => {
    let killed = 0;
    for (let call = 1; ; call += 7) {
      const { house, restore } = await back();
      restore();
      const kill = house.kill("sweep", call);
      await house.sweep("hourly").catch(() => undefined);
      await house.rest();
      await house.moveTo("2021-01-07T11:17:00.000Z");
      await sweep(house);
      expect(mailsSince(house, "2021")).toHaveLength(8);
      expectNobodyTwice(house);
      expect(await brokenAtRest(house)).toEqual([]);
      if (!kill.happened) break;
      killed += 1;
    }
    expect(killed).toBeGreaterThan(3);
  });

  test("while it goes on, the sweep alone keeps every morning of the ladder", async () => {
    const house = await started();
    schedulerDown(house);
    for (const day of ["08", "09", "14", "15", "16", "17", "22", "23", "24"]) {
      await house.moveTo(`2020-12-${day}T08:17:00.000Z`);
      await sweep(house);
    }
    expect((await lettersOf(house, "BR")).filter((letter) => letter.includes("focal-point"))).toEqual(
      ["d+1", "d+8", "d-1", "d-7", "start"].map((rung) => `BR focal-point ${rung} delivered`),
    );
    expectNobodyTwice(house);
  });

  test("the next reminder leaves on its own morning, and those after it", async () => {
    const { house, restore } = await back();
    restore();
    await sweep(house);
    await house.moveTo("2021-02-20T12:00:00.000Z");
    expect(arrived(house).filter((mail) => mail > "2021-01-08" && mail.includes(" br "))).toEqual([
      expect.stringMatching(/^2021-01-20T08:00 br .*experts/u),
      expect.stringMatching(/^2021-02-03T08:00 br .*focal point/u),
      expect.stringMatching(/^2021-02-17T08:00 br .*experts/u),
    ]);
    await expectWhole(house);
  });

  test("the secretariat gets the list of today, and none of the mornings that were missed", async () => {
    const { house, restore } = await back();
    restore();
    await sweep(house);
    const lists = house.mail.inbox.filter(({ to }) => to === "daily.list@example.org");
    expect(lists.map(({ at }) => at)).toEqual(["2021-01-07T10:00:00.000Z"]);
  });
});

describe("after an outage of the stream", () => {
  test("a start that nobody heard of is opened by the sweep, with one letter for all steps that have passed", async () => {
    const house = await planned();
    await startOf(house, "2020-12-01");
    const deliver = streamDown(house);
    await house.moveTo("2020-12-24T10:00:00.000Z");
    await sweep(house);
    expect(await lettersOf(house, "DE")).toEqual(["DE experts d-7 delivered", "DE focal-point d+8 delivered"]);
    deliver();
    deliver();
    await house.rest();
    await sweep(house);
    expect(await lettersOf(house, "DE")).toHaveLength(2);
    expectNobodyTwice(house);
    await expectWhole(house);
  });

  test("who named while it stood still is not reminded, though its alarms were never taken away", async () => {
    const house = await started();
    await naming(house, "focal-point", "BR");
    const deliver = streamDown(house);
    await house.moveTo("2020-12-09T10:00:00.000Z");
    expect((await lettersOf(house, "BR")).filter((letter) => letter.includes("focal-point"))).toEqual([
      "BR focal-point start delivered",
    ]);
    expect(house.logged("ALARM_STALE")).toMatchObject([{ party: "BR", kind: "focal-point", rung: "d-7" }]);
    deliver();
    await house.rest();
    await sweep(house, "full");
    await expectWhole(house);
  });

  test("and of the scheduler at once, the same day's round makes up for both", async () => {
    const house = await planned();
    const restore = schedulerDown(house);
    await startOf(house, "2020-12-01");
    const deliver = streamDown(house);
    house.sleepUntil("2020-12-23T08:17:00.000Z");
    restore();
    await sweep(house);
    deliver();
    await house.rest();
    await house.moveTo("2020-12-23T12:00:00.000Z");
    await sweep(house, "full");
    expect(house.mail.inbox.filter(({ to }) => to.startsWith("mission@br"))).toHaveLength(2);
    expectNobodyTwice(house);
    await expectWhole(house);
  });
});
