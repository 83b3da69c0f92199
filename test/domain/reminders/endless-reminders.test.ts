import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReminderSchedule, reminderSchedules } from "../../../domain/policy/reminders.ts";
import { periodOn } from "../../../domain/policy/reviews.ts";
import { planFor, stepsOf, scheduleName } from "../../../domain/reminders/schedule.ts";
import { addDays, dueAfter, later, morningOf } from "../../../domain/base/time.ts";
import { ReminderSubject, StepName } from "../../../schemas/model/letter.ts";
import { ObligationKind } from "../../../schemas/model/review.ts";
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

/** Returns the moments of the reminders between two days, for a check every morning at ten. */
const sentBetween = (subject: ReminderSubject, opened: CalendarDate, from: string, to: string): readonly string[] => {
  const sent: string[] = [];
  for (let on = day(from); on <= day(to); on = addDays(on, 1)) {
    const { due } = planFor(subject, opened, later(morningOf(on), { hours: 1 }));
    if (due !== undefined && !sent.includes(due)) sent.push(due);
  }
  return sent;
};

describe("reminders continue until the obligation is met", () => {
  test("a focal point that is missing for three years is requested every 28 days", () => {
    const sent = sentBetween(reminderSubject, openedOn, "2020-12-01", "2023-12-15");
    const after = sent.slice(sent.indexOf("d+22")).map((stepName) => Number(stepName.slice(2)));
    expect(after).toEqual(Array.from({ length: 39 }, (_, place) => 22 + 28 * place));
  });

  test.each(ObligationKind.options)(
    "groups 1 and 2 still get letters about their open obligations in June 2023: %s",
    (kind) => {
      for (const [group, opened] of [
        ["c1-g1", "2020-12-01"],
        ["c1-g2", "2021-11-01"],
      ] as const) {
        const dueAt = dueAfter(day(opened), periodOn(kind, day(opened)));
        const sent = sentBetween(
          { ...reminderSubject, kind, group, dueAt } as ReminderSubject,
          day(opened),
          "2023-05-13",
          "2023-06-09",
        );
        // The one that was sent last before these four weeks, and the one in them.
        expect([group, sent.length]).toEqual([group, 2]);
      }
    },
  );

  test("a changed date causes no reminder for the time before the change", () => {
    const redated = { ...reminderSubject, dueAt: at("2020-12-22T22:59:59.999Z"), generation: 2 };
    const first = (subject: ReminderSubject) => stepsOf(subject, openedOn, at("2020-12-16T12:00:00.000Z"))[0];
    expect(first(redated)).toEqual({ stepName: "start", at: "2020-12-01T08:00:00.000Z" });
    expect(first({ ...redated, datedAt: at("2020-12-16T10:00:00.000Z") })).toEqual({
      stepName: "d-1",
      at: "2020-12-21T08:00:00.000Z",
    });
  });

  test("one letter makes up for two years without reminders", () => {
    const { due, next } = planFor(reminderSubject, openedOn, at("2022-12-15T12:00:00.000Z"));
    expect([due, next?.stepName]).toEqual(["d+722", "d+750"]);
  });

  test("every step of every reminder schedule has a name, however far ahead", () => {
    for (const kind of ObligationKind.options) {
      const subject: ReminderSubject = { ...reminderSubject, kind };
      const { due = "", next } = planFor(subject, openedOn, at("2999-12-31T12:00:00.000Z"));
      expect(next?.at.slice(0, 4)).toBe("3000");
      for (const stepName of [due, next?.stepName ?? ""]) {
        expect(StepName.parse(stepName)).toBe(stepName);
        expect(scheduleName(subject, stepName)).toMatch(/^[0-9a-z-]{1,64}$/);
      }
    }
  });

  test("is planned from the steps around a moment as from all of them, whatever the editions", () => {
    const slow: ReminderSchedule = { opening: true, offsets: [-7, 1], thenEvery: { days: 28, afterYear: 91 } };
    const quick: ReminderSchedule = { opening: false, offsets: [-3, 8], thenEvery: { days: 10, afterYear: 14 } };
    const days = fc.integer({ min: 1, max: 2_000 });
    fc.assert(
      fc.property(days, days, (from, passed) => {
        const edition = (effectiveFrom: CalendarDate, value: ReminderSchedule) => ({
          effectiveFrom,
          sources: ["D"] as const,
          value,
        });
        const setting = [edition(day("2020-10-16"), slow), edition(addDays(openedOn, from), quick)];
        const now = later(morningOf(addDays(openedOn, passed)), { hours: 1 });
        const schedules = { ...reminderSchedules, "focal-point": setting };
        const steps = stepsOf(reminderSubject, openedOn, now, schedules);
        const { due, next } = planFor(reminderSubject, openedOn, now, schedules);
        const last = steps.findLast(({ at: moment }) => moment <= now);
        expect([due, next]).toEqual([
          now > reminderSubject.dueAt && (last?.at ?? now) <= reminderSubject.dueAt ? undefined : last?.stepName,
          steps.find(({ at: moment }) => moment > now),
        ]);
      }),
    );
  });

  test("after a year at a pace of its own", () => {
    const slower: ReminderSchedule = { opening: true, offsets: [1], thenEvery: { days: 28, afterYear: 91 } };
    const edition = { effectiveFrom: day("2020-10-16"), sources: ["D"] as const, value: slower };
    const steps = stepsOf(reminderSubject, openedOn, at("2022-06-01T12:00:00.000Z"), {
      ...reminderSchedules,
      "focal-point": [edition],
    });
    expect(steps.slice(-4).map(({ stepName }) => stepName)).toEqual(["d+337", "d+365", "d+456", "d+547"]);
  });
});
