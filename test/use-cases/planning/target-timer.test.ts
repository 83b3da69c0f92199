import { describe, expect, test } from "vitest";
import { correctRecordedDate } from "../../../domain/review/commands/correct-date.ts";
import { executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import { day } from "../../fixtures/changes.ts";
import { given, letterLines, nameDelegate, secretariat, startOf } from "../../fixtures/group.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import type { TestApp } from "../../harness/test-app.ts";

/**
 * Returns an app in which France may consult Germany and Brazil since the third of December. The target is at the end
 * of the month.
 */
const inConsultation = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: ["DE", "BR"] } });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  await app.moveTo("2020-12-03T10:00:00.000Z");
  for (const [place, code] of ["FR", "DE", "BR"].entries())
    await nameDelegate(app, "focal-point", code, { number: 100 + place });
  await app.settle();
  return app;
};

const aboutTarget = async (app: TestApp) =>
  (await letterLines(app)).filter((line) => line.includes("consultation-past-target")).toSorted();
const timersOf = (app: TestApp) => [...app.schedules.pending.keys()].filter((name) => name.startsWith("target-"));
const missions = ["BR", "DE", "FR"].map((code) => `${code} consultation-past-target delivered`);
const toMissions = async (app: TestApp) => (await aboutTarget(app)).filter((line) => line.endsWith("delivered"));

/** Corrects the start as the secretariat; the target follows. */
const correctStart = async (app: TestApp, to: string): Promise<void> => {
  const done = await executeOnAggregate(app.store)({
    kind: "review",
    id: "c1-FR",
    by: secretariat,
    now: app.clock.now(),
    decide: (review) => correctRecordedDate(review, { what: "start", to: day(to), reason: "A slip." }, app.clock.now()),
  });
  if (!done.ok) throw new Error(done.refusal);
  await app.settle();
};

const expectWhole = async (app: TestApp): Promise<void> => {
  await app.sweep("full");
  await app.settle();
  expect([...(await brokenNow(app)), ...(await brokenAtRest(app))]).toEqual([]);
};

describe("a consultation past its target", () => {
  test("is notified once on the morning after it, though the clock jumps over months and no sweep is made", async () => {
    const app = await inConsultation();
    expect(timersOf(app)).toHaveLength(1);
    await app.moveTo("2021-05-01T12:00:00.000Z");
    expect(await toMissions(app)).toEqual(missions);
    expect(timersOf(app)).toEqual([]);
    await expectWhole(app);
    expect(await toMissions(app)).toEqual(missions);
  });

  test("is notified by the sweep where its timer is lost, and the sweep arms the timer again before", async () => {
    const app = await inConsultation();
    const names = timersOf(app);
    for (const name of names) app.schedules.pending.delete(name);
    await app.sweep("hourly");
    expect(timersOf(app)).toEqual(names);
    app.schedules.pending.clear();
    await app.moveTo("2021-01-01T09:00:00.000Z");
    expect(await toMissions(app)).toEqual([]);
    await app.sweep("hourly");
    await app.settle();
    expect(await toMissions(app)).toEqual(missions);
  });

  test("has another timer once the day from which it counts is corrected, and its letter is another", async () => {
    const app = await inConsultation();
    const before = timersOf(app);
    await app.moveTo("2021-01-01T09:00:00.000Z");
    expect(await toMissions(app)).toEqual(missions);
    await correctStart(app, "2020-12-20");
    const names = timersOf(app);
    expect(names).toHaveLength(1);
    expect(names).not.toEqual(before);
    await app.moveTo("2021-01-17T09:00:00.000Z");
    expect(await toMissions(app)).toHaveLength(3);
    await app.moveTo("2021-01-18T09:00:00.000Z");
    expect(await toMissions(app)).toEqual([...missions, ...missions].toSorted());
    await expectWhole(app);
  });

  test("of which the day is corrected before it leaves is notified by the later one alone", async () => {
    const app = await inConsultation();
    const before = timersOf(app);
    await correctStart(app, "2020-12-03");
    expect(timersOf(app)).toEqual(before);
    await app.moveTo("2020-12-12T10:00:00.000Z");
    await correctStart(app, "2020-12-10");
    expect(timersOf(app)).not.toEqual(before);
    expect(timersOf(app)).toHaveLength(1);
    await app.moveTo("2021-01-02T09:00:00.000Z");
    expect(await toMissions(app)).toEqual([]);
    await app.moveTo("2021-01-09T09:00:00.000Z");
    expect(await toMissions(app)).toEqual(missions);
    await expectWhole(app);
  });
});
