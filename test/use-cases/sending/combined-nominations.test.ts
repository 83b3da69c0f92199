import { describe, expect, test } from "vitest";
import { given, letterLines, nameDelegate, startOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { brokenAtRest } from "../../harness/invariants.ts";

/** Returns an app with a started group, whose letters are planned and ordered, and have not left. */
const ordered = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: ["DE", "BR"] } });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settleStream();
  return app;
};

const toFrance = (app: TestApp) => app.mail.inbox.filter(({ to }) => to.includes("@fr."));
const linesOf = async (app: TestApp) => (await letterLines(app)).filter((line) => line.startsWith("FR"));

describe("a letter about both nominations", () => {
  test("names both, with a calendar file of both dates, and checks both as it is claimed", async () => {
    const app = await ordered();
    await app.settle();
    const [mail, ...others] = toFrance(app);
    expect(others).toEqual([]);
    expect(mail?.text).toContain("Nomination of a focal point: Due by the end of 15 December 2020");
    expect(mail?.text).toContain("Nomination of governmental experts: Due by the end of 29 December");
    const letter = (await app.letters()).find(({ id }) => id === mail?.letter);
    expect(letter?.obligationRefs?.map(({ obligation }) => obligation)).toEqual(["focal-point:FR", "experts:FR"]);
    expect(mail?.calendar?.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
    const covered = (await app.letters()).filter(({ coveredBy }) => coveredBy === letter?.id);
    expect(covered.map(({ state, reason }) => [state, reason])).toEqual([
      ["skipped", "duplicate"],
      ["skipped", "duplicate"],
    ]);
    await app.sweep("full");
    await app.settle();
    expect(toFrance(app)).toHaveLength(1);
    expect(await brokenAtRest(app)).toEqual([]);
  });

  test("names the one that is open where the other was met while it waited", async () => {
    const app = await ordered();
    await nameDelegate(app, "focal-point", "FR");
    await app.settle();
    expect(toFrance(app).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("Nomination of governmental experts"),
    ]);
    expect(toFrance(app)[0]?.calendar?.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
    expect(await linesOf(app)).toEqual(["FR focal-point start experts start delivered"]);
  });

  test("is written again where one is met between its composition and its claim", async () => {
    const app = await ordered();
    app.before("ledger.claim", async () => nameDelegate(app, "focal-point", "FR"));
    await app.settle();
    expect(toFrance(app).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("Nomination of governmental experts"),
    ]);
    await app.sweep("full");
    await app.settle();
    expect(toFrance(app)).toHaveLength(1);
    expect(await brokenAtRest(app)).toEqual([]);
  });

  test("does not leave where both are met", async () => {
    const app = await ordered();
    await nameDelegate(app, "focal-point", "FR");
    await nameDelegate(app, "expert", "FR", { number: 2 });
    await app.settle();
    expect(toFrance(app)).toEqual([]);
    expect(await linesOf(app)).toEqual(["FR focal-point start experts start skipped(done)"]);
    await app.sweep("full");
    await app.settle();
    expect(toFrance(app)).toEqual([]);
  });
});

test("Timers of both nominations on one morning make one letter, whatever fires first and however often", async () => {
  const app = await ordered();
  await app.settle();
  for (const day of [
    "2020-12-08",
    "2020-12-14",
    "2020-12-16",
    "2020-12-22",
    "2020-12-23",
    "2020-12-28",
    "2020-12-30",
    "2021-01-06",
  ])
    await app.moveTo(`${day}T08:00:30.000Z`);
  await app.settle();
  await app.sweep("full");
  await app.settle();
  expect((await linesOf(app)).filter((line) => line.includes("d+22"))).toEqual([
    "FR focal-point d+22 experts d+8 delivered",
  ]);
  expect(toFrance(app).filter(({ at }) => at.startsWith("2021-01-06"))).toHaveLength(1);
});
