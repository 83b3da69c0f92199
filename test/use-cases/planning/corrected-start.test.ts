import { describe, expect, test } from "vitest";
import { orderStartCorrection } from "../../../domain/parties/correct-group-start.ts";
import { reverseGroupStart } from "../../../domain/parties/groups.ts";
import { executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Group } from "../../../schemas/model/group.ts";
import { day } from "../../fixtures/changes.ts";
import { given, letterLines, nameDelegate, secretariat, startOf } from "../../fixtures/group.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** France and Germany hold seats in two reviews each; Brazil has left no address. */
const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };

/** Three hours after the letters of a start on the first of December have left. */
const afterLetters = "2020-12-01T11:00:00.000Z";
/** The moment of the letters about facts that are recorded at `afterLetters`. */
const nextMorning = "2020-12-02T08:00:00.000Z";

const started = async (at: string, on = "2020-12-01"): Promise<TestApp> => {
  const app = await given.group({ reviews, withoutMission: ["BR"] });
  await app.moveTo(at);
  await startOf(app, on);
  await app.settle();
  return app;
};

const decideOnGroup = async (
  { store, clock }: TestApp,
  decide: (group: Group) => ReturnType<typeof reverseGroupStart>,
) => {
  const done = await executeOnAggregate(store)({
    kind: "group",
    id: "c1-g1",
    by: secretariat,
    now: clock.now(),
    decide,
  });
  return done.ok ? undefined : done.refusal;
};
/** Corrects the day of the start as the secretariat, before any effect of the correction. */
const correct = (app: TestApp, to: string) =>
  decideOnGroup(app, (group) => {
    const correction = { startedOn: day(to), reason: "A slip.", orderedBy: secretariat };
    return orderStartCorrection(group, correction, undefined, app.clock.now());
  });

const startsOf = async ({ store }: TestApp) => {
  const group = (await store.load("group", "c1-g1"))?.state;
  const aggregates = await store.loadMany("review", ["c1-FR", "c1-JP"]);
  return [group?.state, group?.startedOn, ...aggregates.map(({ state }) => state.startedOn)];
};
const aboutCorrection = async (app: TestApp) =>
  (await letterLines(app)).filter((line) => line.includes("start-corrected")).toSorted();
const toFrance = ({ mail }: TestApp) => mail.inbox.filter(({ to }) => to === "mission@fr.example.org");
const flat = (text = ""): string => text.replaceAll(/\s+/gu, " ");
const expectWhole = async (app: TestApp): Promise<void> => {
  await app.sweep("full");
  await app.settle();
  expect([...(await brokenNow(app)), ...(await brokenAtRest(app))]).toEqual([]);
};

describe("a start whose day is corrected", () => {
  test("before its letters leave is notified by these, with the right day and dates alone", async () => {
    const app = await started("2020-12-01T07:30:00.000Z");
    await correct(app, "2020-11-28");
    await app.settle();
    expect(await startsOf(app)).toEqual(["started", "2020-11-28", "2020-11-28", "2020-11-28"]);
    expect(app.mail.inbox).toEqual([]);
    await app.moveTo("2020-12-01T09:00:00.000Z");
    expect(
      toFrance(app)
        .map(({ subject }) => subject.replace(/ \[.*/u, ""))
        .toSorted(),
    ).toEqual(["Party FR: nomination of a focal point and experts (cluster 1) – by 12 December 2020"]);
    expect(await aboutCorrection(app)).toEqual([]);
    await expectWhole(app);
  });

  test("before its letters leave to a day long past is notified as a late one", async () => {
    const app = await started("2020-12-01T07:30:00.000Z");
    await correct(app, "2020-11-24");
    await app.moveTo("2020-12-01T09:00:00.000Z");
    expect((await letterLines(app)).toSorted()).toEqual([
      "BR late-start skipped(no-address)",
      ...["DE", "FR", "JP"].map((code) => `${code} late-start delivered`),
    ]);
    await expectWhole(app);
  });

  test("after they left is notified by one letter to each recipient, at the next nine o'clock, with the new dates", async () => {
    const app = await started(afterLetters);
    await nameDelegate(app, "focal-point", "FR", { number: 100 });
    await app.settle();
    const before = app.mail.inbox.length;
    await correct(app, "2020-11-28");
    await app.settle();
    expect(await startsOf(app)).toEqual(["started", "2020-11-28", "2020-11-28", "2020-11-28"]);
    expect(app.mail.inbox.slice(before)).toEqual([]);
    await app.moveTo(nextMorning);
    expect(await aboutCorrection(app)).toEqual([
      "BR start-corrected skipped(no-address)",
      "DE start-corrected delivered",
      "FR start-corrected delivered",
      "FR start-corrected skipped(no-address)",
      "JP start-corrected delivered",
    ]);
    const [letter] = toFrance(app).filter(({ subject }) => subject.startsWith("Correction"));
    const text = flat(letter?.text);
    expect(text).toContain("started on 28 November 2020, and not on 1 December 2020");
    expect(text).toContain("Nomination of governmental experts: Due by the end of 26 December 2020");
    expect(text).not.toContain("Nomination of a focal point");
    expect(text).toContain("The reason that was recorded: A slip.");
    expect(app.mail.inbox.slice(before).map(({ at }) => at)).toEqual([nextMorning, nextMorning, nextMorning]);
    await expectWhole(app);
    await app.moveTo("2020-12-13T12:00:00.000Z");
    // The reminders of later steps count from the corrected day.
    const stepNames = (await letterLines(app)).filter((line) => line.startsWith("DE focal-point"));
    expect(stepNames).toEqual([
      "DE focal-point start experts start delivered",
      "DE focal-point d-7 delivered",
      "DE focal-point d-1 delivered",
      "DE focal-point d+1 delivered",
    ]);
    await expectWhole(app);
  });

  test("again to the notified day sends nothing, and repeats no reminder", async () => {
    const app = await started(afterLetters);
    const before = await letterLines(app);
    await correct(app, "2020-11-28");
    await app.settle();
    await correct(app, "2020-12-01");
    await app.settle();
    expect(await startsOf(app)).toEqual(["started", "2020-12-01", "2020-12-01", "2020-12-01"]);
    await app.moveTo("2020-12-03T12:00:00.000Z");
    await expectWhole(app);
    expect(await letterLines(app)).toEqual(before);
  });

  test("leaves alone a review whose own start was corrected to another day", async () => {
    const app = await started(afterLetters);
    const { correctRecordedDate } = await import("../../../domain/review/commands/correct-date.ts");
    const own = await executeOnAggregate(app.store)({
      kind: "review",
      id: "c1-JP",
      by: secretariat,
      now: app.clock.now(),
      decide: (review) =>
        correctRecordedDate(review, { what: "start", to: day("2020-11-25"), reason: "Its own." }, app.clock.now()),
    });
    expect(own.ok).toBe(true);
    await correct(app, "2020-11-28");
    await app.settle();
    expect(await startsOf(app)).toEqual(["started", "2020-11-28", "2020-11-28", "2020-11-25"]);
    await expectWhole(app);
  });

  test("undone before a second correction is notified says also which day the letters stated last", async () => {
    const app = await started(afterLetters);
    await correct(app, "2020-11-25");
    await app.moveTo("2020-12-02T10:00:00.000Z");
    await correct(app, "2020-12-01");
    await app.settle();
    await decideOnGroup(app, (group) => reverseGroupStart(group, "All wrong.", undefined, app.clock.now()));
    await app.settle();
    const mail = app.mail.inbox.find(({ to, subject }) => to.includes("@fr.") && subject.includes("was undone"));
    expect(mail?.text.replaceAll(/\s+/gu, " ")).toContain(
      "on 1 December 2020 (on 25 November 2020 by the last letter about it), of which",
    );
    await expectWhole(app);
  });

  test("can be undone after that, which is notified to each recipient of an earlier letter, persons among them", async () => {
    const app = await started(afterLetters);
    await correct(app, "2020-11-28");
    await app.moveTo("2020-12-02T10:00:00.000Z");
    expect(
      await decideOnGroup(app, (group) => reverseGroupStart(group, "All wrong.", undefined, app.clock.now())),
    ).toBe(undefined);
    await app.settle();
    expect(await startsOf(app)).toEqual(["planned", undefined, undefined, undefined]);
    const undone = (await letterLines(app)).filter((line) => line.includes("start-undone")).toSorted();
    expect(undone).toEqual(["DE", "FR", "JP"].map((code) => `${code} start-undone delivered`));
    expect(flat(toFrance(app).at(-1)?.text)).toContain("on 28 November 2020, of which the secretariat had written");
    await expectWhole(app);
    await startOf(app, "2020-12-02");
    await app.settle();
    expect((await app.store.load("group", "c1-g1"))?.state.corrected).toBe(undefined);
    await expectWhole(app);
  });

  test.each<Fact["kind"]>(["group-start-corrected", "group-start-correction-completed"])(
    "and interrupted at any call after %s continues with the next sweep",
    async (interrupted) => {
      let call = 1;
      for (; ; call++) {
        const app = await started(afterLetters);
        await correct(app, "2020-11-28");
        await app.settleStream(interrupted);
        app.stream.retries = 0;
        const kill = app.kill("react", call);
        await app.settle();
        if (!kill.happened) break;
        await app.sweep("hourly");
        await app.settle();
        expect(await startsOf(app)).toEqual(["started", "2020-11-28", "2020-11-28", "2020-11-28"]);
        await app.moveTo("2020-12-02T09:00:00.000Z");
        await app.sweep("hourly");
        await app.settle();
        expect(await aboutCorrection(app)).toEqual([
          "BR start-corrected skipped(no-address)",
          ...["DE", "FR", "JP"].map((code) => `${code} start-corrected delivered`),
        ]);
      }
      expect(call).toBeGreaterThan(2);
    },
  );
});
