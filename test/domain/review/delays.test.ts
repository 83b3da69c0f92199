import { describe, expect, test } from "vitest";
import { type Delay, notifyDelay } from "../../../domain/review/commands/delays.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import type { DelayReason } from "../../../schemas/base/values.ts";
import { agreedPlay, concludedPlay, conclude, inConsultation, inFeedback, inQuestionnaire } from "./journey.ts";
import { at, day, expert, focalPoint, mission, observer, type Play, refusalOf } from "./play.ts";
import { delayInForce } from "../../../domain/review/obligations.ts";

const delay = (obligation: string, dueOn: string, reason: DelayReason = "clearance"): Delay => ({
  obligation: ObligationId.parse(obligation),
  dueOn: day(dueOn),
  reason,
});
const report = (play: Play, by: Actor, what: Delay, on: string) =>
  play.do((review) => notifyDelay(review, by, what, at(on)));
const now = at("2021-06-01");
const delayOf = (play: Play) => delayInForce(play.obligation("questionnaire:FR"));

describe("a delay", () => {
  test("sets a new date in a new generation; the original date stays", () => {
    const play = inQuestionnaire();
    report(play, focalPoint("FR"), delay("questionnaire:FR", "2021-08-31", "digital-gap"), "2021-06-01");
    expect(play.obligation("questionnaire:FR")).toMatchObject({
      state: "open",
      generation: 2,
      dueAt: "2021-08-31T21:59:59.999Z",
      originalDueAt: "2021-07-11T21:59:59.999Z",
      delays: [{ generation: 2, at: at("2021-06-01"), reason: "digital-gap", beyondRules: true }],
      datedAt: at("2021-06-01"),
    });
  });

  test("is notified after the date has passed as well", () => {
    const play = inQuestionnaire();
    report(play, mission("FR"), delay("questionnaire:FR", "2021-12-31"), "2021-10-01");
    expect(play.obligation("questionnaire:FR").dueAt).toBe("2021-12-31T22:59:59.999Z");
  });

  test("within six months, where the parties had agreed on an earlier day, is within the rules", () => {
    const play = conclude(inConsultation(), "2021-01-11", { answersDueOn: day("2021-05-31") });
    report(play, focalPoint("FR"), delay("questionnaire:FR", "2021-07-11"), "2021-05-01");
    expect(delayOf(play)?.beyondRules).toBeUndefined();
    report(play, focalPoint("FR"), delay("questionnaire:FR", "2021-07-12"), "2021-05-02");
    expect(delayOf(play)).toMatchObject({ beyondRules: true, generation: 3 });
  });

  test("of feedback is notified by the reviewing party whose feedback is due", () => {
    const play = inFeedback();
    const what = delay("feedback:PE", "2022-01-31");
    expect(refusalOf(notifyDelay(play.review, focalPoint("KE"), what, now))).toBe("not-yours");
    expect(refusalOf(notifyDelay(play.review, focalPoint("FR"), what, now))).toBe("not-yours");
    report(play, focalPoint("PE"), what, "2021-10-01");
    expect(play.obligation("feedback:PE")).toMatchObject({ generation: 2, delays: [{ beyondRules: true }] });
    expect(play.obligation("feedback:KE").generation).toBe(1);
  });

  test.each([
    ["an expert", expert("FR")],
    ["another party's mission", mission("PE")],
  ])("is not for %s to notify", (_, by) => {
    expect(refusalOf(notifyDelay(inQuestionnaire().review, by, delay("questionnaire:FR", "2021-08-31"), now))).toBe(
      "not-yours",
    );
  });

  test.each([
    ["into the past", "2021-05-31"],
    ["to today", "2021-06-01"],
    ["to the day it is due", "2021-07-11"],
    ["to an earlier day", "2021-07-10"],
  ])("%s is refused with the first day that will do", (_, dueOn) => {
    const decision = notifyDelay(inQuestionnaire().review, focalPoint("FR"), delay("questionnaire:FR", dueOn), now);
    expect(decision).toMatchObject({ refusal: "date-too-early", details: { earliest: "2021-07-12" } });
  });

  test("by a mistyped year is refused with the last day that will do", () => {
    const far = notifyDelay(inQuestionnaire().review, focalPoint("FR"), delay("questionnaire:FR", "2121-08-31"), now);
    expect(far).toMatchObject({ refusal: "date-too-late", details: { latest: "2023-07-11" } });
  });

  test("is brought back to an earlier day, or notified again for another reason, as a new generation", () => {
    const play = inQuestionnaire();
    const setTo = (dueOn: string, reason: DelayReason = "other") =>
      report(play, focalPoint("FR"), delay("questionnaire:FR", dueOn, reason), "2021-06-01");
    setTo("2022-08-31");
    expect(delayOf(play)).toMatchObject({ generation: 2, beyondRules: true });
    const { originalDueAt } = play.obligation("questionnaire:FR");
    setTo("2021-07-12");
    setTo("2021-07-12", "translation");
    expect(play.obligation("questionnaire:FR")).toMatchObject({
      generation: 4,
      dueAt: "2021-07-12T21:59:59.999Z",
      originalDueAt,
    });
    expect(delayOf(play)?.reason).toBe("translation");
    const sameAgain = delay("questionnaire:FR", "2021-07-12", "translation");
    const again = notifyDelay(play.review, focalPoint("FR"), sameAgain, now);
    expect(again).toMatchObject({ ok: true, facts: [] });
    const original = notifyDelay(play.review, focalPoint("FR"), delay("questionnaire:FR", "2021-07-11"), now);
    expect(original).toMatchObject({ refusal: "date-too-early", details: { earliest: "2021-07-12" } });
  });

  test("keeps its reason in words, until other words for the same day replace them", () => {
    const play = inQuestionnaire();
    const explain = (words: { readonly explanation?: string }) =>
      report(play, focalPoint("FR"), { ...delay("questionnaire:FR", "2021-08-31"), ...words }, "2021-06-01");
    explain({ explanation: "Two ministries have yet to clear the answers." });
    const inWords = { ...delay("questionnaire:FR", "2021-08-31"), explanation: "One ministry has yet to clear them." };
    expect(delayOf(play)).toMatchObject({
      reason: "clearance",
      explanation: "Two ministries have yet to clear the answers.",
    });
    explain(inWords);
    expect(delayOf(play)).toMatchObject({ generation: 3, explanation: inWords.explanation });
    expect(explain(inWords)).toEqual([]);
    explain({});
    expect(delayOf(play)).toMatchObject({ generation: 4, reason: "clearance" });
    expect(delayOf(play)).not.toHaveProperty("explanation");
  });

  test("of an overdue obligation to a day that is over is refused", () => {
    const decision = notifyDelay(
      inQuestionnaire().review,
      focalPoint("FR"),
      delay("questionnaire:FR", "2021-08-01"),
      at("2021-09-01"),
    );
    expect(decision).toMatchObject({ refusal: "date-too-early", details: { earliest: "2021-09-02" } });
  });

  test("of a nomination does not exist", () => {
    const play = inQuestionnaire();
    expect(refusalOf(notifyDelay(play.review, focalPoint("FR"), delay("focal-point:FR", "2021-09-01"), now))).toBe(
      "no-delay-for-nominations",
    );
    expect(refusalOf(notifyDelay(play.review, mission("FR"), delay("experts:FR", "2021-09-01"), now))).toBe(
      "no-delay-for-nominations",
    );
  });

  test("of what is met, unknown or concluded is refused", () => {
    expect(
      refusalOf(notifyDelay(inFeedback().review, focalPoint("FR"), delay("questionnaire:FR", "2022-09-01"), now)),
    ).toBe("not-owed");
    expect(
      refusalOf(notifyDelay(inFeedback().review, focalPoint("FR"), delay("clarification-1:FR", "2022-09-01"), now)),
    ).toBe("unknown-obligation");
    expect(
      refusalOf(notifyDelay(concludedPlay().review, focalPoint("FR"), delay("agreement:FR", "2023-09-01"), now)),
    ).toBe("wrong-stage");
    expect(
      refusalOf(notifyDelay(agreedPlay().review, focalPoint("FR"), delay("agreement:FR", "2023-09-01"), now)),
    ).toBe("not-owed");
  });

  test("notified twice with equal content is one fact", () => {
    const play = inQuestionnaire();
    const what = delay("questionnaire:FR", "2021-08-31");
    report(play, focalPoint("FR"), what, "2021-06-01");
    expect(notifyDelay(play.review, mission("FR"), what, at("2021-06-02"))).toEqual({ ok: true, facts: [] });
    expect(notifyDelay(play.review, observer("DE"), what, at("2021-06-02"))).toMatchObject({ refusal: "not-found" });
  });
});
