import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBeyondUs, mayBeClaimed, type Move, moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { reminderRecipients } from "../../../domain/letters/reminder-letters.ts";
import { isOvertaken, momentOf, planFor, planOnOpening, stepsOf } from "../../../domain/reminders/schedule.ts";
import { endOfTime, later } from "../../../domain/base/time.ts";
import { type Letter, LetterContent, type ReminderSubject } from "../../../schemas/model/letter.ts";
import { at, day, party } from "../../fixtures/changes.ts";
import { replace, replacement } from "../review/mandate-plays.ts";
import { inQuestionnaire } from "../review/journey.ts";
import { delegate } from "../review/play.ts";

const openedOn = day("2020-12-01");
const content = LetterContent.parse({
  kind: "nomination-reminder",
  reminderSubject: {
    kind: "focal-point",
    party: "FR",
    group: "c1-g1",
    dueAt: "2020-12-15T22:59:59.999Z",
    generation: 1,
  },
  stepName: "d-7",
});
if (content.kind !== "nomination-reminder") throw new Error("No reminder");
const reminderSubject: ReminderSubject = content.reminderSubject;

describe("a step's letter that has not left", () => {
  test.each([
    ["start", "2020-12-01T08:00:00.000Z", false],
    ["start", "2020-12-08T07:59:59.999Z", false],
    ["start", "2020-12-08T08:00:00.000Z", true],
    ["d-1", "2020-12-15T22:59:59.999Z", false],
    ["d-1", "2020-12-15T23:00:00.000Z", true],
    ["d+1", "2020-12-16T08:00:00.000Z", false],
    ["d+1", "2020-12-23T08:00:00.000Z", true],
    ["d+358", "2022-01-05T07:59:59.999Z", false],
    ["d+358", "2022-01-05T08:00:00.000Z", true],
    ["d+2906", "2028-12-01T08:00:00.000Z", false],
  ])("%s at %s: overtaken %s", (stepName, now, overtaken) => {
    expect(isOvertaken(reminderSubject, stepName, openedOn, at(now))).toBe(overtaken);
  });

  test("because the start was recorded late is sent ahead of its morning", () => {
    const now = at("2020-12-16T05:00:00.000Z");
    const { due } = planOnOpening(reminderSubject, openedOn, now);
    expect(due).toBe("d+1");
    expect(isOvertaken(reminderSubject, "d+1", openedOn, now)).toBe(false);
  });

  test("is never overtaken while it is the step that the time requires; of all steps that have come only that one is not", () => {
    const minutes = fc.integer({ min: 0, max: 500 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (passed) => {
        const now = later(at("2020-11-30T23:00:00.000Z"), { minutes: passed });
        const come = stepsOf(reminderSubject, openedOn, now).filter(({ at: moment }) => moment <= now);
        const left = come
          .filter(({ stepName }) => !isOvertaken(reminderSubject, stepName, openedOn, now))
          .map(({ stepName }) => stepName);
        const { due } = planFor(reminderSubject, openedOn, now);
        expect(left).toEqual(due === undefined ? [] : [due]);
      }),
    );
  });
});

const noon = at("2020-12-08T12:00:00.000Z");
const minutes = (count: number) => later(noon, { minutes: count });
const planned = plannedLetter(
  {
    content,
    recipient: { kind: "mission", party: party("FR") },
    party: party("FR"),
    plannedFor: momentOf("d-7", openedOn, reminderSubject.dueAt),
    rule: "G5",
  },
  noon,
);
const moved = (...moves: readonly Move[]): Letter =>
  moves.reduce<Letter>((letter, move) => moveLetter(letter, ...move), planned);

describe("a letter that was throttled", () => {
  test("is not claimed before the later time, however often it is ordered", () => {
    const back = moved(["claimed", { at: noon }], ["planned", { at: noon, notBefore: minutes(5), why: "throttled" }]);
    expect([mayBeClaimed(planned, noon), mayBeClaimed(back, minutes(4)), mayBeClaimed(back, minutes(5))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("for weeks remembers its beginning and its latest moves, and all it has to count", () => {
    let letter = planned;
    for (let tries = 0; tries < 500; tries++) {
      letter = moveLetter(letter, "claimed", { at: minutes(tries) });
      letter = moveLetter(letter, "planned", { at: minutes(tries), notBefore: minutes(tries + 1) });
    }
    expect(letter).toMatchObject({ claims: 500, revision: 1001 });
    expect(letter.history).toHaveLength(100);
    expect(letter.history[0]).toEqual(planned.history[0]);
    expect(letter.history.at(-1)).toEqual({ at: minutes(499), state: "planned" });
  });
});

describe("a repetition", () => {
  const repeating: readonly Move[] = [
    ["claimed", { at: noon }],
    ["unknown", { at: noon }],
    ["claimed", { at: minutes(15) }],
  ];

  test("that was surely not accepted is still to be made, once", () => {
    const throttled = moved(...repeating, [
      "unknown",
      { at: minutes(15), notBefore: minutes(17), repetition: "still-open" },
    ]);
    expect([mayBeClaimed(throttled, minutes(16)), mayBeClaimed(throttled, minutes(17))]).toEqual([false, true]);
    expect(isBeyondUs(throttled, minutes(999))).toBe(false);
    const again = moveLetter(throttled, "claimed", { at: minutes(17) });
    expect(again.resentAfterUnknown).toBe(true);
    expect(isBeyondUs(moveLetter(again, "unknown", { at: minutes(17) }), minutes(32))).toBe(true);
  });

  test("without a further report is beyond us once its settling time has passed, and then waits for a person", () => {
    const lost = moved(...repeating, ["unknown", { at: minutes(16) }]);
    expect([isBeyondUs(lost, minutes(30)), isBeyondUs(lost, minutes(31))]).toEqual([false, true]);
    const parked = moveLetter(lost, "unknown", { at: minutes(31) });
    expect(parked.attentionAt).toBe(endOfTime);
    expect(isBeyondUs(parked, minutes(999_999))).toBe(false);
    expect(mayBeClaimed(parked, minutes(999_999))).toBe(false);
  });
});

test("a reminder that is written late goes to no focal point who serves only since it was due to leave", () => {
  const play = replace(inQuestionnaire(), replacement("FR", "second", "2021-04-01"), "2021-03-01");
  const step = (leftAt: string) => ({ stepName: "d-28", at: at(leftAt) }) as const;
  const toWhom = (leftAt: string) =>
    reminderRecipients(play.review, play.obligation("questionnaire:FR"), step(leftAt), at("2021-09-30T08:00:00.000Z"));
  const mission = { kind: "mission", party: "FR" };
  expect(toWhom("2021-03-30T07:00:00.000Z")).toEqual([mission]);
  expect(toWhom("2021-04-02T07:00:00.000Z")).toEqual([mission, { kind: "user", user: delegate("FR", "second").id }]);
});
