import { describe, expect, test } from "vitest";
import { given, startOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

/**
 * Returns an app with a group that starts on the first of December. Its nominations are due on the 14th, with a
 * reminder a week before.
 */
const started = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] } });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};
const counts = ({ metrics }: TestApp) => ({
  accepted: metrics.parts("lettersAccepted"),
  due: metrics.recorded("lettersWithinHour").length,
  within: metrics.recorded("lettersWithinHour").reduce((sum, one) => sum + one, 0),
});

describe("letters are measured", () => {
  test("when they are accepted, each once, whatever the mail service reports of it", async () => {
    const app = await started();
    await app.rest();
    const accepted = (await app.letters()).filter(({ messageId }) => messageId !== undefined).length;
    expect(accepted).toBeGreaterThan(0);
    expect(counts(app)).toEqual({ accepted: { "deadline-letters": accepted }, due: 0, within: 0 });
  });

  test("against the objective when they were due at nine, and leave then", async () => {
    const app = await started();
    await app.moveTo("2020-12-09T12:00:00.000Z");
    const { due, within } = counts(app);
    expect(due).toBeGreaterThan(0);
    expect(within).toBe(due);
  });

  test("and are late where nothing worked until eleven", async () => {
    const app = await started();
    await app.moveTo("2020-12-08T07:00:00.000Z");
    const before = counts(app);
    app.sleepUntil("2020-12-08T10:00:00.000Z");
    await app.moveTo("2020-12-08T10:01:00.000Z");
    const { due, within } = counts(app);
    expect(due).toBeGreaterThan(before.due);
    expect(within).toBe(before.within);
  });
});

describe("repairs of a sweep are measured", () => {
  test("in all and by their kind, and as none where nothing was to repair", async () => {
    const app = await given.group({ reviews: { FR: [] } });
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    app.stream.pending.splice(0);
    const { startsResumed, remindersPlanned, alarmsArmed, ...report } = await app.sweep("hourly");
    const parts = app.metrics.parts("sweepRepaired");
    expect(parts).toMatchObject({ startsResumed: 1 });
    const { lettersOrdered, alarmsDisarmed, listsPlanned, noticesPlanned, accountsMade, invitationsPlanned } = report;
    const others = [lettersOrdered, alarmsDisarmed, listsPlanned, noticesPlanned, accountsMade, invitationsPlanned];
    const sum = [startsResumed, remindersPlanned, alarmsArmed, ...others].reduce((one, other) => one + other, 0);
    expect(app.metrics.recorded("sweepRepairs")).toEqual([sum]);
    expect(Object.values(parts).reduce((one, other) => one + other, 0)).toBe(sum);
    await app.rest();
    await app.sweep("hourly");
    await app.sweep("hourly");
    expect(app.metrics.recorded("sweepRepairs").at(-1)).toBe(0);
  });
});
