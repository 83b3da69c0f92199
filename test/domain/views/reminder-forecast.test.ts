import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { type ForecastQuestion, reminderForecast } from "../../../domain/views/reminder-forecast.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { inFeedback, inQuestionnaire } from "../review/journey.ts";
import { at, day, expert, focalPoint, mission, type Play, Play as Played, secretariat } from "../review/play.ts";

const makeQuestion = (obligation?: string, newDate?: string): ForecastQuestion => ({
  obligation: obligation === undefined ? undefined : ObligationId.parse(obligation),
  newDate: newDate === undefined ? undefined : day(newDate),
});
const planOf = ({ review }: Play, on: string, what: ForecastQuestion = {}, by: Actor = secretariat) => {
  const plan = reminderForecast(review, by, what, at(on));
  if ("refusal" in plan) throw new Error(`refused: ${plan.refusal}`);
  return plan;
};
const refusalOf = ({ review }: Play, on: string, what: ForecastQuestion, by: Actor = secretariat) => {
  const plan = reminderForecast(review, by, what, at(on));
  return "refusal" in plan ? plan.refusal : "answered";
};
const moments = (reminders: readonly { rung: string; leavesAt: string }[]) =>
  reminders.map(({ rung, leavesAt }) => `${rung} ${leavesAt.slice(0, 16)}`);

// The consultation of France was concluded on 11 January 2021: answers are due by the end of 11 July 2021.
const missionOf = (party: string) => ({ kind: "mission", party });
const readerOf = (party: string) => ({ kind: "user", user: focalPoint(party).id });

describe("the reminders of the coming year", () => {
  test("are those of the reminder schedule that lie ahead, for the mission and the focal point who will serve", () => {
    const { obligations, until } = planOf(inQuestionnaire(), "2021-06-10");
    expect(obligations).toHaveLength(1);
    expect(obligations[0]).toMatchObject({
      obligation: "questionnaire:FR",
      dueAt: "2021-07-11T21:59:59.999Z",
      overdue: false,
      oneLetterFor: "review",
    });
    expect(until).toBe("2022-06-10T21:59:59.999Z");
    expect(moments(obligations[0]?.reminders ?? [])).toEqual([
      "d-28 2021-06-13T07:00",
      "d-7 2021-07-04T07:00",
      "d-1 2021-07-10T07:00",
      "d+1 2021-07-12T07:00",
      "d+14 2021-07-25T07:00",
      ...["08-22", "09-19", "10-17"].map((on, turn) => `d+${42 + 28 * turn} 2021-${on}T07:00`),
      ...["2021-11-14", "2021-12-12", "2022-01-09", "2022-02-06", "2022-03-06"].map(
        (on, turn) => `d+${126 + 28 * turn} ${on}T08:00`,
      ),
      ...["2022-04-03", "2022-05-01", "2022-05-29"].map((on, turn) => `d+${266 + 28 * turn} ${on}T07:00`),
    ]);
    const allRecipients = [missionOf("FR"), readerOf("FR")];
    expect(obligations[0]?.reminders.map(({ to }) => to)).toEqual(Array.from({ length: 16 }, () => allRecipients));
  });

  test("of nominations go to the mission alone, in one letter for all reviews of the group", () => {
    const { obligations } = planOf(new Played().start(), "2020-12-20");
    expect(obligations.map(({ obligation, overdue }) => `${obligation} ${overdue}`)).toEqual([
      "focal-point:FR true",
      "focal-point:KE true",
      "focal-point:PE true",
      "experts:FR false",
      "experts:KE false",
      "experts:PE false",
    ]);
    for (const { oneLetterFor, reminders, party } of obligations) {
      expect(oneLetterFor).toBe("group");
      for (const { to } of reminders) expect(to).toEqual([missionOf(party)]);
    }
    expect(moments(obligations[0]?.reminders.slice(0, 2) ?? [])).toEqual([
      "d+8 2020-12-23T08:00",
      "d+22 2021-01-06T08:00",
    ]);
  });

  test("show a mission its own party's obligations and a person with a mandate those of all parties", () => {
    const parties = (by: Actor) => planOf(inFeedback(), "2021-07-10", {}, by).obligations.map(({ party }) => party);
    expect(parties(mission("PE"))).toEqual(["PE"]);
    expect(parties(mission("FR"))).toEqual([]);
    expect(parties(expert("FR"))).toEqual(["KE", "PE"]);
  });

  test("of an obligation that is met are none", () => {
    expect(planOf(inFeedback(), "2021-07-10", makeQuestion("questionnaire:FR")).obligations).toEqual([]);
  });
});

describe("the difference that a new date would make", () => {
  const change = (play: Play, on: string, newDate: string, by?: Actor) =>
    planOf(play, on, makeQuestion("questionnaire:FR", newDate), by).change;

  test("is what ends and what comes, counted from the new day, and the recipients of the delay", () => {
    const forecast = change(inQuestionnaire(), "2021-07-08", "2021-09-30", focalPoint("FR"));
    expect(forecast).toMatchObject({ dueAt: "2021-09-30T21:59:59.999Z", generation: 2, beyondRules: true });
    expect(moments(forecast?.reminders.slice(0, 4) ?? [])).toEqual([
      "d-28 2021-09-02T07:00",
      "d-7 2021-09-23T07:00",
      "d-1 2021-09-29T07:00",
      "d+1 2021-10-01T07:00",
    ]);
    expect(moments(forecast?.falls.slice(0, 3) ?? [])).toEqual([
      "d-1 2021-07-10T07:00",
      "d+1 2021-07-12T07:00",
      "d+14 2021-07-25T07:00",
    ]);
    expect(forecast?.comes).toEqual(forecast?.reminders);
    expect(forecast?.told).toEqual([...["FR", "PE", "KE"].map(missionOf), ...["FR", "PE", "KE"].map(readerOf)]);
  });

  test("leaves out what would leave on the same morning anyhow", () => {
    // Four weeks on: from the new date, the mornings of every fourth week stay as before.
    const forecast = change(inQuestionnaire(), "2021-07-08", "2021-08-08");
    expect(moments(forecast?.reminders ?? [])).toContain("d+14 2021-08-22T07:00");
    expect(moments(forecast?.falls ?? []).join()).not.toContain("2021-08-22");
    expect(moments(forecast?.comes ?? []).join()).not.toContain("2021-08-22");
  });

  test("is exactly what comes about when the delay is notified", () => {
    const play = inQuestionnaire();
    const foreseen = change(play, "2021-07-20", "2021-12-31");
    play.do((review) =>
      notifyDelay(
        review,
        mission("FR"),
        { obligation: ObligationId.parse("questionnaire:FR"), dueOn: day("2021-12-31"), reason: "clearance" },
        at("2021-07-20"),
      ),
    );
    expect(planOf(play, "2021-07-20").obligations[0]?.reminders).toEqual(foreseen?.reminders);
  });

  test("changes nothing when it is requested", () => {
    const play = inQuestionnaire();
    const before = structuredClone(play.review);
    change(play, "2021-07-08", "2021-09-30");
    expect(play.review).toEqual(before);
  });

  test.each([
    ["a day that is not later than the current one", "questionnaire:FR", "2021-07-11", "date-too-early"],
    ["a nomination", "focal-point:PE", "2021-12-31", "no-delay-for-nominations"],
    ["an obligation that the review does not have", "feedback:PE", "2021-12-31", "unknown-obligation"],
  ])("is refused for %s, like the delay", (_, obligation, newDate, refusal) => {
    expect(refusalOf(inQuestionnaire(), "2021-06-10", makeQuestion(obligation, newDate))).toBe(refusal);
  });

  test("is refused for an obligation that is met, and to a mission for one of another party", () => {
    const play = inFeedback();
    expect(refusalOf(play, "2021-07-10", makeQuestion("questionnaire:FR", "2021-12-31"))).toBe("not-owed");
    expect(refusalOf(play, "2021-07-10", makeQuestion("feedback:PE", "2022-01-31"), mission("KE"))).toBe(
      "unknown-obligation",
    );
  });
});
