import { describe, expect, test } from "vitest";
import { endOfTime } from "../../../domain/base/time.ts";
import { type LetterPlan, moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { hasLeftNow, punctualityOf } from "../../../domain/letters/punctuality.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { at } from "../../fixtures/changes.ts";

// In winter 09:00 in Vienna is 08:00 UTC.
const nine = "2020-12-08T08:00:00.000Z";
const list: LetterPlan = {
  content: { kind: "daily-list", day: CalendarDate.parse("2020-12-08") },
  recipient: { kind: "office", office: "secretariat" },
  plannedFor: at(nine),
  rule: "daily list",
};
const planned = (more: Partial<LetterPlan> = {}): Letter => plannedLetter({ ...list, ...more }, at(nine));
const claimed = (letter: Letter, when: string): Letter => moveLetter(letter, "claimed", { at: at(when) });
const accepted = (letter: Letter, when: string): Letter =>
  moveLetter(letter, "accepted", { at: at(when), messageId: "message-1" });

describe("a letter that is due at nine", () => {
  test.each([
    ["2020-12-08T08:00:01.000Z", "within-hour"],
    ["2020-12-08T09:00:00.000Z", "within-hour"],
    ["2020-12-08T09:00:00.001Z", "late"],
    ["2020-12-09T08:00:01.000Z", "late"],
  ])("and is accepted at %s is %s", (when, expected) => {
    const before = claimed(planned(), when);
    expect(punctualityOf(before, accepted(before, when))).toBe(expected);
  });

  test("in summer too, when 09:00 in Vienna is 07:00 UTC", () => {
    const before = claimed(planned({ plannedFor: at("2021-07-01T07:00:00.000Z") }), "2021-07-01T08:00:00.000Z");
    expect(punctualityOf(before, accepted(before, "2021-07-01T08:00:00.000Z"))).toBe("within-hour");
    expect(punctualityOf(before, accepted(before, "2021-07-01T08:00:00.001Z"))).toBe("late");
  });

  test("and fails, or is left to a person, counts as late, once", () => {
    const before = claimed(planned(), nine);
    const failed = moveLetter(before, "failed", { at: at(nine), reason: "refused" });
    expect(punctualityOf(before, failed)).toBe("late");
    const unknown = moveLetter(before, "unknown", { at: at(nine), why: "no answer" });
    expect(punctualityOf(before, unknown)).toBeUndefined();
    const left = moveLetter(unknown, "unknown", { at: at(nine), why: "not sent again", notBefore: endOfTime });
    expect(punctualityOf(unknown, left)).toBe("late");
    const reported = accepted(left, "2020-12-08T08:30:00.000Z");
    expect(punctualityOf(left, reported)).toBeUndefined();
    expect(hasLeftNow(left, reported)).toBe(true);
  });

  test("and is delivered or bounces after it was accepted is not counted again", () => {
    const before = accepted(claimed(planned(), nine), nine);
    const delivered = moveLetter(before, "delivered", { at: at(nine), messageId: "message-1" });
    expect(punctualityOf(before, delivered)).toBeUndefined();
    expect(hasLeftNow(before, delivered)).toBe(false);
    expect(punctualityOf(delivered, moveLetter(delivered, "bounced", { at: at(nine), messageId: "message-1" }))).toBe(
      undefined,
    );
  });

  test("and of which a report says first that it left is judged by the time of the report's event", () => {
    const unknown = moveLetter(claimed(planned(), nine), "unknown", { at: at(nine), why: "no answer" });
    const delivered = (when: string) => moveLetter(unknown, "delivered", { at: at(when), messageId: "message-1" });
    expect(punctualityOf(unknown, delivered("2020-12-08T08:10:00.000Z"))).toBe("within-hour");
    expect(punctualityOf(unknown, delivered("2020-12-08T09:10:00.000Z"))).toBe("late");
  });

  test("and is skipped is not due any more", () => {
    const before = planned();
    expect(punctualityOf(before, moveLetter(before, "skipped", { at: at(nine), reason: "done" }))).toBeUndefined();
  });
});

describe("no letter of the objective is", () => {
  const late = "2020-12-09T08:00:00.000Z";
  const user = { kind: "mission", party: PartyId.parse("FR") } as const;
  test.each<[string, Partial<LetterPlan>]>([
    ["one that leaves when something happens", { plannedFor: at("2020-12-08T08:00:00.001Z"), recipient: user }],
    ["one written as soon as its obligation was recorded", { onOpening: true }],
    ["one that a person requested again", { attempt: 2 }],
  ])("%s", (_, more) => {
    const before = claimed(planned(more), late);
    expect(punctualityOf(before, accepted(before, late))).toBeUndefined();
    expect(hasLeftNow(before, accepted(before, late))).toBe(true);
  });
});
