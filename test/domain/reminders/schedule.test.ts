import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReminderSchedule, reminderSchedules } from "../../../domain/policy/reminders.ts";
import {
  mergeReminderSubjects,
  momentOf,
  obligationsOf,
  reminderSubjectsOf,
  openedOnOf,
  planFor,
  planOnOpening,
  stepsOf,
  scheduleName,
  refsOn,
} from "../../../domain/reminders/schedule.ts";
import { letterIdOf } from "../../../domain/letters/letter-id.ts";
import { dueAfter, later, startOfDay } from "../../../domain/base/time.ts";
import { UserId } from "../../../schemas/base/ids.ts";
import { ReminderSubject } from "../../../schemas/model/letter.ts";
import { Review } from "../../../schemas/model/review.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";

const day = (text: string) => CalendarDate.parse(text);
const at = (text: string) => Instant.parse(text);

const openedOn = day("2020-12-01");
const reminderSubject = ReminderSubject.parse({
  kind: "focal-point",
  party: "FR",
  group: "c1-g1",
  dueAt: "2020-12-15T22:59:59.999Z",
  generation: 1,
});
const ofExperts: ReminderSubject = { ...reminderSubject, kind: "experts", dueAt: dueAfter(openedOn, { weeks: 4 }) };

const obligation = (kind: string, party: string, changes: object = {}) => ({
  id: `${kind}:${party}`,
  kind,
  party,
  generation: 1,
  state: "open",
  openedOn,
  dueAt: kind === "focal-point" ? reminderSubject.dueAt : ofExperts.dueAt,
  originalDueAt: kind === "focal-point" ? reminderSubject.dueAt : ofExperts.dueAt,
  ...changes,
});
const review = (id: string, obligations: readonly ReturnType<typeof obligation>[], stage = "nomination") =>
  Review.parse({
    id,
    cluster: 1,
    group: "c1-g1",
    party: id.slice(3),
    stage,
    stageSince: startOfDay(openedOn),
    startedOn: openedOn,
    seats: {},
    mandates: {},
    obligations: Object.fromEntries(obligations.map((each) => [each.id, each])),
  });

describe("the reminder schedule of a nomination", () => {
  test("leaves at 09:00 in Vienna, before and after the date, and continues when a year has passed", () => {
    expect(stepsOf(reminderSubject, openedOn, at("2021-12-16T12:00:00.000Z"))).toEqual([
      { stepName: "start", at: "2020-12-01T08:00:00.000Z" },
      { stepName: "d-7", at: "2020-12-08T08:00:00.000Z" },
      { stepName: "d-1", at: "2020-12-14T08:00:00.000Z" },
      { stepName: "d+1", at: "2020-12-16T08:00:00.000Z" },
      { stepName: "d+8", at: "2020-12-23T08:00:00.000Z" },
      { stepName: "d+22", at: "2021-01-06T08:00:00.000Z" },
      { stepName: "d+50", at: "2021-02-03T08:00:00.000Z" },
      { stepName: "d+78", at: "2021-03-03T08:00:00.000Z" },
      { stepName: "d+106", at: "2021-03-31T07:00:00.000Z" },
      { stepName: "d+134", at: "2021-04-28T07:00:00.000Z" },
      { stepName: "d+162", at: "2021-05-26T07:00:00.000Z" },
      { stepName: "d+190", at: "2021-06-23T07:00:00.000Z" },
      { stepName: "d+218", at: "2021-07-21T07:00:00.000Z" },
      { stepName: "d+246", at: "2021-08-18T07:00:00.000Z" },
      { stepName: "d+274", at: "2021-09-15T07:00:00.000Z" },
      { stepName: "d+302", at: "2021-10-13T07:00:00.000Z" },
      { stepName: "d+330", at: "2021-11-10T08:00:00.000Z" },
      { stepName: "d+358", at: "2021-12-08T08:00:00.000Z" },
      { stepName: "d+386", at: "2022-01-05T08:00:00.000Z" },
    ]);
  });

  test("an obligation given with less than a week has no reminder before it opened", () => {
    const short = { ...reminderSubject, dueAt: dueAfter(openedOn, { days: 5 }) };
    expect(stepsOf(short, openedOn, short.dueAt)).toEqual([
      { stepName: "start", at: "2020-12-01T08:00:00.000Z" },
      { stepName: "d-1", at: "2020-12-05T08:00:00.000Z" },
      { stepName: "d+1", at: "2020-12-07T08:00:00.000Z" },
    ]);
  });

  test("a name that is no step has no moment", () => {
    expect(() => momentOf("tomorrow", openedOn, reminderSubject.dueAt)).toThrow(RangeError);
  });
});

describe("the letters to send now", () => {
  test.each([
    ["2020-12-01T07:59:59.999Z", undefined, "start"],
    ["2020-12-01T08:00:00.000Z", "start", "d-7"],
    ["2020-12-08T08:00:00.000Z", "d-7", "d-1"],
    ["2020-12-15T22:59:59.999Z", "d-1", "d+1"],
    ["2020-12-15T23:00:00.000Z", undefined, "d+1"],
    ["2020-12-16T07:59:59.999Z", undefined, "d+1"],
    ["2020-12-16T08:00:00.000Z", "d+1", "d+8"],
    ["2021-01-05T12:00:00.000Z", "d+8", "d+22"],
    ["2021-12-08T08:00:00.000Z", "d+358", "d+386"],
    ["2024-01-01T00:00:00.000Z", "d+1086", "d+1114"],
  ])("at %s the step %s is due and %s is next", (now, due, next) => {
    const plan = planFor(reminderSubject, openedOn, at(now));
    expect(plan.due).toBe(due);
    expect(plan.next?.stepName).toBe(next);
  });

  test("a start recorded fifteen days late says overdue at once, and the next letter is that of a week later", () => {
    const plan = planOnOpening(reminderSubject, openedOn, at("2020-12-16T05:00:00.000Z"));
    expect(plan).toEqual({ due: "d+1", next: { stepName: "d+8", at: "2020-12-23T08:00:00.000Z" } });
    expect(planOnOpening(reminderSubject, openedOn, at("2020-12-16T08:00:00.000Z"))).toEqual(plan);
  });

  test("a start recorded ten days late sends one letter, the reminder of the week before", () => {
    expect(planOnOpening(reminderSubject, openedOn, at("2020-12-11T05:00:00.000Z"))).toEqual({
      due: "d-7",
      next: { stepName: "d-1", at: "2020-12-14T08:00:00.000Z" },
    });
  });

  test("a start recorded before nine is announced at nine", () => {
    expect(planOnOpening(reminderSubject, openedOn, at("2020-12-01T06:00:00.000Z"))).toEqual({
      next: { stepName: "start", at: "2020-12-01T08:00:00.000Z" },
    });
  });
});

describe("whatever the jumps of time", () => {
  const start = startOfDay(openedOn);
  const jumps = fc.array(fc.integer({ min: 1, max: 60 * 24 * 60 }), { minLength: 1, maxLength: 60 });
  const reminderSubjects = fc.constantFrom(reminderSubject, ofExperts);

  /** Plays the alarms: wakes at the end of every jump, plans, and remembers what was sent as the ledger would. */
  const play = (subject: ReminderSubject, moments: readonly Instant[]) => {
    const sent: { stepName: string; now: Instant }[] = [];
    moments.forEach((now, place) => {
      const { due } = (place === 0 ? planOnOpening : planFor)(subject, openedOn, now);
      if (due !== undefined && sent.every(({ stepName }) => stepName !== due)) sent.push({ stepName: due, now });
    });
    return sent;
  };
  const momentsAfter = (minutes: readonly number[]) => {
    let now = start;
    return minutes.map((step) => (now = later(now, { minutes: step })));
  };

  test("no step is sent twice, one wake-up sends at most one, and never one of the future but after a late opening", () => {
    fc.assert(
      fc.property(reminderSubjects, jumps, (subject, minutes) => {
        const moments = momentsAfter(minutes);
        const sent = play(subject, moments);
        expect(new Set(sent.map(({ stepName }) => stepName)).size).toBe(sent.length);
        expect(new Set(sent.map(({ now }) => now)).size).toBe(sent.length);
        for (const { stepName, now } of sent) {
          const early = momentOf(stepName, openedOn, subject.dueAt) > now;
          if (early) expect([stepName, now, now > subject.dueAt]).toEqual(["d+1", moments[0], true]);
        }
      }),
    );
  });

  test("after an outage the one letter is that of the latest step that has passed", () => {
    fc.assert(
      fc.property(reminderSubjects, jumps, (subject, minutes) => {
        for (const now of momentsAfter(minutes)) {
          const steps = stepsOf(subject, openedOn, now);
          const passed = steps.filter((step) => step.at <= now);
          const { due, next } = planFor(subject, openedOn, now);
          if (due !== undefined) expect(due).toBe(passed.at(-1)?.stepName);
          else expect(passed.filter((stepName) => stepName.at > subject.dueAt)).toEqual([]);
          expect(next).toEqual(steps[passed.length]);
          expect(steps).toHaveLength(passed.length + 1);
        }
      }),
    );
  });

  test("waking at each next step, up to a day late, sends every step exactly once, and there is always one more", () => {
    fc.assert(
      fc.property(
        reminderSubjects,
        fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 50, maxLength: 50 }),
        (subject, delays) => {
          const sent: string[] = [];
          let plan = planOnOpening(subject, openedOn, start);
          for (const delay of delays) {
            if (plan.next === undefined) throw new Error(`The reminder schedule ended after ${sent.at(-1)}`);
            plan = planFor(subject, openedOn, later(plan.next.at, { minutes: delay }));
            if (plan.due !== undefined) sent.push(plan.due);
          }
          const ahead = plan.next?.at;
          if (ahead === undefined) throw new Error("The reminder schedule ended");
          const stepNames = stepsOf(subject, openedOn, ahead).map(({ stepName }) => stepName);
          expect(sent).toEqual(stepNames.slice(0, 50));
        },
      ),
    );
  });
});

describe("a new edition of the reminder schedule", () => {
  const every = { days: 28, afterYear: 28 };
  const old: ReminderSchedule = { opening: true, offsets: [-7, 1], thenEvery: every };
  const fresh: ReminderSchedule = { opening: true, offsets: [-7, -3, 1, 8], thenEvery: every };
  const edition = (from: string, value: ReminderSchedule) => ({
    effectiveFrom: day(from),
    sources: ["D"] as const,
    value,
  });
  const schedules = (from: string) => {
    const setting = [edition("2020-10-16", old), edition(from, fresh)];
    return { ...reminderSchedules, "focal-point": setting, experts: setting };
  };
  const names = (from: string, until = "2020-12-24T12:00:00.000Z") =>
    stepsOf(reminderSubject, openedOn, at(until), schedules(from)).map(({ stepName }) => stepName);

  test("rules the reminders that come after it took effect and none before", () => {
    expect(names("2020-12-10")).toEqual(["start", "d-7", "d-3", "d+1", "d+8", "d+36"]);
    expect(names("2020-12-13")).toEqual(["start", "d-7", "d+1", "d+8", "d+36"]);
    expect(names("2020-12-24")).toEqual(["start", "d-7", "d+1", "d+36"]);
    expect(names("2020-11-01")).toEqual(["start", "d-7", "d-3", "d+1", "d+8", "d+36"]);
  });

  test("that lies far ahead is waited for only where the old one has nothing more in between", () => {
    expect(names("2020-12-16", "2020-12-15T12:00:00.000Z")).toEqual(["start", "d-7", "d+1"]);
    expect(names("2021-01-13", "2020-12-16T12:00:00.000Z")).toEqual(["start", "d-7", "d+1", "d+36"]);
    expect(names("2022-06-02", "2022-05-20T12:00:00.000Z").slice(-2)).toEqual(["d+505", "d+533"]);
    expect(names("2022-06-01", "2022-05-20T12:00:00.000Z").slice(-2)).toEqual(["d+505", "d+540"]);
  });

  test("mails no old case", () => {
    const now = at("2022-06-01T12:00:00.000Z");
    const { due, next } = planFor(reminderSubject, openedOn, now, schedules("2022-06-01"));
    expect({ due, next: next?.stepName }).toEqual({ due: "d+505", next: "d+540" });
    expect(
      planFor(reminderSubject, openedOn, now, { ...reminderSchedules, "focal-point": [edition("2022-06-01", fresh)] }),
    ).toEqual({ next });
  });
});

describe("reminderSubjects", () => {
  const first = review("c1-FR", [
    obligation("focal-point", "FR"),
    obligation("experts", "FR"),
    obligation("focal-point", "JP"),
  ]);
  const second = review("c1-DE", [obligation("focal-point", "FR"), obligation("experts", "FR", { state: "met" })]);

  test("are what a started review's parties have not done yet", () => {
    expect(reminderSubjectsOf(first)).toEqual([reminderSubject, ofExperts, { ...reminderSubject, party: "JP" }]);
    expect(reminderSubjectsOf(second)).toEqual([reminderSubject]);
    expect(reminderSubjectsOf(review("c1-FR", [obligation("focal-point", "FR")], "scheduled"))).toEqual([]);
  });

  test("of several reviews are one per party, group, step, date and generation", () => {
    expect(mergeReminderSubjects([first, second].flatMap(reminderSubjectsOf))).toEqual([
      reminderSubject,
      ofExperts,
      { ...reminderSubject, party: "JP" },
    ]);
    const redrawn = review("c1-PE", [obligation("focal-point", "FR", { dueAt: "2021-01-15T22:59:59.999Z" })]);
    expect(
      mergeReminderSubjects([first, redrawn].flatMap(reminderSubjectsOf)).filter(
        ({ party, kind }) => party === "FR" && kind === "focal-point",
      ),
    ).toHaveLength(2);
  });

  test("name the obligations that a letter is about, in the order of reviews", () => {
    expect(refsOn([first, second], reminderSubject)).toEqual([
      { review: "c1-DE", obligation: "focal-point:FR", generation: 1 },
      { review: "c1-FR", obligation: "focal-point:FR", generation: 1 },
    ]);
    expect(openedOnOf([first, second], reminderSubject)).toBe(openedOn);
  });

  test.each([
    ["met", { state: "met" }],
    ["void", { state: "void" }],
    ["of a later generation", { generation: 2 }],
    ["due on another date", { dueAt: "2020-12-20T22:59:59.999Z" }],
  ])("are no longer due once the obligation is %s", (_, changes) => {
    const now = review("c1-FR", [obligation("focal-point", "FR", changes)]);
    expect(obligationsOf(first, reminderSubject)).toHaveLength(1);
    expect(obligationsOf(now, reminderSubject)).toEqual([]);
    expect(refsOn([now], reminderSubject)).toEqual([]);
    expect(openedOnOf([now], reminderSubject)).toBeUndefined();
  });
});

describe("names", () => {
  const variants: ReminderSubject[] = [
    reminderSubject,
    ofExperts,
    { ...reminderSubject, generation: 2 },
    { ...reminderSubject, dueAt: later(reminderSubject.dueAt, { hours: 24 }) },
    ReminderSubject.parse({ ...reminderSubject, party: "DE" }),
    ReminderSubject.parse({ ...reminderSubject, group: "c1-g2" }),
  ];
  const mission = { kind: "mission", party: reminderSubject.party } as const;

  test("of schedules follow the scheduler's rules and distinguish every reminder subject and step", () => {
    const names = variants.flatMap((each) => ["start", "d-7", "d+7"].map((stepName) => scheduleName(each, stepName)));
    expect(new Set(names).size).toBe(variants.length * 3);
    for (const name of names) expect(name).toMatch(/^[0-9a-z-]{1,64}$/);
    expect(scheduleName({ ...reminderSubject }, "d-7")).toBe(scheduleName(reminderSubject, "d-7"));
  });

  test("of letters distinguish subject, generation, step, recipient and attempt", () => {
    const user = UserId.parse("u-01jd8m3v9tq4w7x2c5e6r8y0ab");
    const ids = [
      ...variants.flatMap((each) =>
        ["d-7", "d+7"].map((stepName) =>
          letterIdOf({ kind: "nomination-reminder", reminderSubject: each, stepName }, mission, 1),
        ),
      ),
      letterIdOf({ kind: "nomination-reminder", reminderSubject, stepName: "d-7" }, mission, 2),
      letterIdOf({ kind: "nomination-reminder", reminderSubject, stepName: "d-7" }, { kind: "user", user }, 1),
      letterIdOf({ kind: "invitation", user }, { kind: "user", user }, 1),
      letterIdOf({ kind: "invitation", user }, { kind: "user", user }, 2),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("never change, for they are keys of what was sent", () => {
    expect(scheduleName(reminderSubject, "d-7")).toMatchInlineSnapshot(
      `"focal-point-02846ffcce7bbfcebfde4836bbbc905018c7ccf8"`,
    );
    expect(
      letterIdOf({ kind: "nomination-reminder", reminderSubject, stepName: "d-7" }, mission, 1),
    ).toMatchInlineSnapshot(`"675ae608a0b2a20d38db8cf8379ca538ea41ccad"`);
  });
});

test("the day before the due day is a day of Vienna, in the week the clocks change as well", () => {
  const opened = day("2021-03-15");
  expect(momentOf("d-1", opened, dueAfter(opened, { weeks: 2 }))).toBe("2021-03-28T07:00:00.000Z");
});
