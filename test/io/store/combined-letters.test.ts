import { describe, expect, test } from "vitest";
import { combineReminders } from "../../../domain/letters/combined-reminders.ts";
import { plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { at, party } from "../../fixtures/changes.ts";
import { everyStore } from "./stores.ts";

const now = at("2021-01-06T08:00:00.000Z");
const reminder = (kind: "focal-point" | "experts", dueAt: string): Letter =>
  plannedLetter(
    {
      content: {
        kind: "nomination-reminder",
        stepName: "d+8",
        reminderSubject: { kind, party: party("FR"), group: GroupId.parse("c1-g1"), dueAt: at(dueAt), generation: 1 },
      },
      recipient: { kind: "mission", party: party("FR") },
      party: party("FR"),
      plannedFor: now,
      rule: "A rule.",
    },
    now,
  );
const steps = [
  reminder("focal-point", "2020-12-15T22:59:59.999Z"),
  reminder("experts", "2020-12-29T22:59:59.999Z"),
] as const;
const [combined] = combineReminders(steps, new Set());
if (combined === undefined) throw new Error("Nothing was combined");
const { letter, covered } = combined;

describe.each(everyStore())("a letter in the place of two reminders, $name", ({ make }) => {
  test("is written together with their rows, which name it", async () => {
    const { ledger } = await make();
    expect(await ledger.plan(letter, covered)).toBe(true);
    expect(await ledger.letter(letter.id)).toEqual(letter);
    for (const { id } of steps)
      expect(await ledger.letter(id)).toMatchObject({ state: "skipped", reason: "duplicate", coveredBy: letter.id });
    expect(await ledger.plan(letter, covered)).toBe(false);
  });

  test("is not written where one of them was planned before, and neither is the other row", async () => {
    const { ledger } = await make();
    await ledger.plan(steps[1]);
    expect(await ledger.plan(letter, covered)).toBe(false);
    expect(await ledger.letter(letter.id)).toBeUndefined();
    expect(await ledger.letter(steps[0].id)).toBeUndefined();
    expect(await ledger.letter(steps[1].id)).toEqual(steps[1]);
  });

  test("is written once by several who plan it at a time", async () => {
    const { ledger } = await make();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ledger.plan(letter, covered)));
    expect(answers.filter((isNew) => isNew)).toHaveLength(1);
  });
});
