import { describe, expect, test } from "vitest";
import { mergeReminderSubjects, reminderSubjectsOf, scheduleName } from "../../domain/reminders/schedule.ts";
import type { ReminderSubject } from "../../schemas/model/letter.ts";
import { mailLines, given, nameDelegate, startOf, letterLines } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";

const reviews = { FR: ["DE", "BR"] };

/** Returns an app with a started group whose opening letters have left. */
const started = async (): Promise<TestApp> => {
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  return app;
};

const reminderSubjectOf = async (app: TestApp, code: string): Promise<ReminderSubject> => {
  const aggregate = await app.store.load("review", "c1-FR");
  const reminderSubjects = mergeReminderSubjects(aggregate === undefined ? [] : reminderSubjectsOf(aggregate.state));
  const found = reminderSubjects.find(({ party, kind }) => party === code && kind === "focal-point");
  if (found === undefined) throw new Error(`${code} has no focal-point obligation`);
  return found;
};

const focalPointMails = (app: TestApp) => mailLines(app).filter((mail) => mail.includes("focal point"));

describe("an alarm", () => {
  // "the alarm delivered twice": one bulletin mailed 100 times because a failing step re-ran (gcn.nasa.gov#3662).
  test("that fires twice reminds once", async () => {
    const app = await started();
    app.queues.timers.duplicates = 1_000;
    await app.moveTo("2020-12-08T09:00:00.000Z");
    expect(focalPointMails(app).filter((mail) => mail.startsWith("2020-12-08"))).toEqual(
      [
        "2020-12-08T08:00 br Reminder: nomination of a focal point (cluster 1), due by 15 December 2020 [RM/c1-g1/BR/focal-point]",
        "2020-12-08T08:00 de Reminder: nomination of a focal point (cluster 1), due by 15 December 2020 [RM/c1-g1/DE/focal-point]",
        "2020-12-08T08:00 fr Reminder: nomination of a focal point (cluster 1), due by 15 December 2020 [RM/c1-g1/FR/focal-point]",
      ].toSorted(),
    );
    expect(app.logged("TIMER_FIRED")).toHaveLength(3);
    expect(app.logged("TIMER_STALE")).toHaveLength(3);
  });

  test("that fires twice at the same moment, before the first is through, reminds once", async () => {
    const app = await started();
    const reminderSubject = await reminderSubjectOf(app, "FR");
    app.sleepUntil("2020-12-08T08:00:00.000Z");
    app.queues.timers.put({ reminderSubject, stepName: "d-7" });
    app.before("ledger.plan", async () => {
      app.queues.timers.put({ reminderSubject, stepName: "d-7" });
      await app.settleQueue("timers");
    });
    await app.settle();
    expect((await letterLines(app)).filter((letter) => letter.includes("d-7"))).toEqual([
      "FR focal-point d-7 delivered",
    ]);
    expect(app.mail.inbox.filter(({ at }) => at.startsWith("2020-12-08"))).toHaveLength(1);
  });

  // "cron missed a day, that reminder never came" (invoiceninja#2183).
  test("that fires a day late reminds all the same", async () => {
    const app = await started();
    app.queues.timers.delay = 24 * 3600;
    await app.moveTo("2020-12-09T12:00:00.000Z");
    expect(
      focalPointMails(app)
        .filter((mail) => mail > "2020-12-02")
        .map((mail) => mail.slice(0, 19)),
    ).toEqual(["2020-12-09T08:00 br", "2020-12-09T08:00 de", "2020-12-09T08:00 fr"]);
  });

  // "several overdue steps collapse into one letter" (invoiceninja#2183).
  test("that fires after an outage over several steps sends one letter, of the latest", async () => {
    const app = await started();
    app.sleepUntil("2020-12-24T10:00:00.000Z");
    await app.moveTo("2020-12-24T10:30:00.000Z");
    const since = app.mail.inbox.filter(({ at }) => at > "2020-12-02");
    expect(since.map(({ to, subject }) => `${to} ${subject}`).toSorted()).toEqual(
      ["BR", "DE", "FR"].map(
        (code) =>
          `mission@${code.toLowerCase()}.example.org Party ${code}: nomination of a focal point and experts (cluster 1) – by 29 December 2020 [RM/c1-g1/${code}/nominations]`,
      ),
    );
    expect((await letterLines(app)).filter((letter) => letter.startsWith("FR focal-point"))).toEqual([
      "FR focal-point start experts start delivered",
      "FR focal-point d+8 experts d-7 delivered",
    ]);
    const next = await app.store.load("review", "c1-FR").then((aggregate) => aggregate?.state);
    const wanted =
      next === undefined
        ? []
        : reminderSubjectsOf(next).map((each) => scheduleName(each, each.kind === "experts" ? "d-1" : "d+22"));
    expect([...app.schedules.pending.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  // "reminders nag those who already submitted" (TEAMMATES#7144).
  test("for an obligation that was met meanwhile does nothing and is counted", async () => {
    const app = await started();
    const reminderSubject = await reminderSubjectOf(app, "FR");
    expect(await nameDelegate(app, "focal-point", "FR")).toBeUndefined();
    app.sleepUntil("2020-12-08T08:00:00.000Z");
    app.queues.timers.put({ reminderSubject, stepName: "d-7" });
    await app.settle();
    expect(app.logged("TIMER_STALE")).toMatchObject([
      { party: "FR", group: "c1-g1", kind: "focal-point", stepName: "d-7" },
    ]);
    expect((await letterLines(app)).filter((letter) => letter.includes("d-7"))).toEqual([]);
    expect([...app.schedules.pending.keys()]).not.toContain(scheduleName(reminderSubject, "d-1"));
  });

  // "moving the date sent several reminders (civicrm-core#8025) or none (TEAMMATES)".
  test.each([
    ["generation", { generation: 2 }],
    ["date", { dueAt: "2020-12-20T22:59:59.999Z" }],
    ["group", { group: "c1-g2" }],
  ])("for another %s than the obligation has now does nothing, is counted, and arms nothing", async (_, changes) => {
    const app = await started();
    const reminderSubject = await reminderSubjectOf(app, "FR");
    const before = [...app.schedules.pending.keys()];
    app.queues.timers.put({ reminderSubject: { ...reminderSubject, ...changes }, stepName: "d-7" });
    await app.settle();
    expect(app.logged("TIMER_STALE")).toHaveLength(1);
    expect(await letterLines(app)).toHaveLength(3);
    expect([...app.schedules.pending.keys()]).toEqual(before);
  });

  test("that is armed within the minute before nine fires at nine, and is not a storm until then", async () => {
    const app = await given.group({ reviews });
    await app.moveTo("2020-12-01T07:59:20.000Z");
    await startOf(app, "2020-12-01");
    await app.settle();
    expect(app.mail.inbox).toEqual([]);
    await app.moveTo("2020-12-01T08:00:00.000Z");
    expect(app.mail.inbox.map(({ at }) => at)).toEqual(Array.from({ length: 3 }, () => "2020-12-01T08:00:00.000Z"));
    expect(app.logged("TIMER_STALE")).toEqual([]);
    expect(app.queues.timers.messages).toEqual([]);
  });
});
