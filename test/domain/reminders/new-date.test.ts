import { describe, expect, test } from "vitest";
import { stepsOf } from "../../../domain/reminders/schedule.ts";
import { ReminderSubject } from "../../../schemas/model/letter.ts";
import { at, day } from "../../fixtures/changes.ts";

const openedOn = day("2020-12-01");
const reminderSubject = ReminderSubject.parse({
  kind: "focal-point",
  party: "FR",
  group: "c1-g1",
  dueAt: "2020-12-15T22:59:59.999Z",
  generation: 1,
});

describe("an obligation with a new date", () => {
  test("has no opening letter again, and only the steps that come after the day on which the date was set", () => {
    const delayed = { ...reminderSubject, generation: 2, datedAt: at("2020-12-09T12:00:00.000Z") };
    const steps = stepsOf(delayed, openedOn, delayed.dueAt).map(({ stepName }) => stepName);
    expect(steps).not.toContain("start");
    expect(steps).toContain("d-1");
    expect(stepsOf(reminderSubject, openedOn, reminderSubject.dueAt).map(({ stepName }) => stepName)).toContain(
      "start",
    );
  });
});
