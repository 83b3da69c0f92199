import { describe, expect, test } from "vitest";
import { combinableIds, combineReminders } from "../../../domain/letters/combined-reminders.ts";
import { letterIdOf } from "../../../domain/letters/letter-id.ts";
import { plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { GroupId, PartyId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";
import type { Letter, ReminderSubject } from "../../../schemas/model/letter.ts";

const at = (instant: string) => Instant.parse(instant);
const now = at("2021-01-06T08:00:00.000Z");

const reminderSubject = (kind: "focal-point" | "experts", party: string, dueAt: string): ReminderSubject => ({
  kind,
  party: PartyId.parse(party),
  group: GroupId.parse("c1-g1"),
  dueAt: at(dueAt),
  generation: 1,
});

const reminder = (kind: "focal-point" | "experts", stepName: string, party = "FR"): Letter => {
  const dueAt = kind === "focal-point" ? "2020-12-15T22:59:59.999Z" : "2020-12-29T22:59:59.999Z";
  return plannedLetter(
    {
      content: { kind: "nomination-reminder", reminderSubject: reminderSubject(kind, party, dueAt), stepName },
      recipient: { kind: "mission", party: PartyId.parse(party) },
      party: PartyId.parse(party),
      plannedFor: now,
      rule: `The rule of ${kind}.`,
      obligationRefs: [],
    },
    now,
  );
};

const steps = [reminder("experts", "d+8"), reminder("focal-point", "d+22")];
const [experts, focalPoint] = steps;

describe("reminders of nominations that are due to one mission on one morning", () => {
  test("are one letter, whose id covers both reminder subjects, and each step keeps a row that names it", () => {
    const [only, ...others] = combineReminders(steps);
    expect(others).toEqual([]);
    expect(only?.letter.content).toEqual({
      ...focalPoint?.content,
      further: [{ reminderSubject: reminderSubject("experts", "FR", "2020-12-29T22:59:59.999Z"), stepName: "d+8" }],
    });
    expect(only?.letter.id).toBe(letterIdOf(only!.letter.content, only!.letter.recipient, 1));
    expect(steps.map(({ id }) => id)).not.toContain(only?.letter.id);
    expect(only?.covered.map(({ id, state, reason, coveredBy }) => [id, state, reason, coveredBy])).toEqual(
      [focalPoint, experts].map((step) => [step?.id, "skipped", "duplicate", only?.letter.id]),
    );
  });

  test("come to the same letter in whatever order they are found, however often", () => {
    const ids = [steps, steps.toReversed(), [...steps, ...steps]].map((found) => combineReminders(found)[0]?.letter.id);
    expect(new Set(ids).size).toBe(1);
  });

  test("are what is left of them where a step was covered before", () => {
    const known = new Set([focalPoint?.id ?? ""]);
    expect(
      combineReminders(steps, known)
        .map(({ letter }) => letter.id)
        .toSorted(),
    ).toEqual(steps.map(({ id }) => id).toSorted());
    expect(combineReminders(steps, known).flatMap(({ covered }) => covered)).toEqual([]);
  });

  test("of other parties stay letters of their own", () => {
    const two = [reminder("focal-point", "d+22"), reminder("experts", "d+8", "PE")];
    expect(combineReminders(two).map(({ letter }) => letter)).toEqual(two);
    expect(combinableIds(two)).toEqual([]);
  });
});
