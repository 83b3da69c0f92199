import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import type { Decision } from "../../../domain/base/decision.ts";
import { answerClarification, askClarification } from "../../../domain/review/commands/clarifications.ts";
import { recordMeeting } from "../../../domain/review/commands/consultation.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { clearFeedback } from "../../../domain/review/commands/feedback.ts";
import { agreeToObservations, consentToPublication } from "../../../domain/review/commands/observations.ts";
import { submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { addDays } from "../../../domain/base/time.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import {
  concludedPlay,
  conclude,
  inConsultation,
  inFeedback,
  inObservations,
  inQuestionnaire,
  table,
} from "./journey.ts";
import { at, day, hash, party, recording, refusalOf, secretariat, texts } from "./play.ts";

const detailsOf = (decision: Decision) => (decision.ok ? {} : decision.details);
const questionnaire = ObligationId.parse("questionnaire:FR");

describe("an act of a party outside the system, recorded by the secretariat", () => {
  test("takes a source: without one the secretariat clears, agrees, consents and delays nothing", () => {
    const feedback = inFeedback().review;
    const list = table(inObservations(), "l", "2021-12-01").review;
    const now = at("2022-03-01");
    const delay = { obligation: questionnaire, dueOn: day("2022-05-01"), reason: "coordination" } as const;
    expect([
      refusalOf(submitAnswers(inQuestionnaire().review, secretariat, texts, now)),
      refusalOf(clearFeedback(feedback, secretariat, { party: party("PE"), documents: texts }, now)),
      refusalOf(askClarification(feedback, secretariat, { party: party("PE"), question: hash("q") }, now)),
      refusalOf(agreeToObservations(list, secretariat, { party: party("PE"), version: 1 }, now)),
      refusalOf(consentToPublication(concludedPlay().review, secretariat, { parts: ["answers"] }, now)),
      refusalOf(notifyDelay(inQuestionnaire().review, secretariat, delay, now)),
    ]).toEqual(Array(6).fill("source-missing"));
  });

  test("is done for the party that is named, and for no other", () => {
    const { review } = inFeedback();
    const now = at("2021-12-01");
    const by = recording("KE", "2021-11-01");
    expect(refusalOf(clearFeedback(review, by, { party: party("PE"), documents: texts }, now))).toBe("not-yours");
    expect(refusalOf(clearFeedback(review, by, { party: party("KE"), documents: texts }, now))).toBe("accepted");
    expect(refusalOf(answerClarification(review, by, { number: 1, answer: hash("a") }, now))).toBe("not-yours");
  });

  test("counts from the day on which the party acted: feedback is due six months from the receipt", () => {
    const play = inQuestionnaire();
    play.do((review) => submitAnswers(review, recording("FR", "2021-06-01"), texts, at("2021-08-20")));
    expect(play.review.answers).toMatchObject({ receivedOn: "2021-06-01", at: "2021-05-31T22:00:00.000Z" });
    expect(play.review.stage).toBe("feedback");
    expect(play.review.stageSince).toBe("2021-05-31T22:00:00.000Z");
    expect(play.obligation("questionnaire:FR").state).toBe("met");
    // Six months from 1 June end with 1 December in Vienna.
    expect(play.obligation("feedback:PE")).toMatchObject({ openedOn: "2021-06-01", dueAt: "2021-12-01T22:59:59.999Z" });
  });

  test("cannot lie before what it follows from, and names the first day on which it can", () => {
    const { review } = inQuestionnaire("2021-01-11");
    const early = submitAnswers(review, recording("FR", "2021-01-10"), texts, at("2021-08-20"));
    expect(refusalOf(early)).toBe("date-too-early");
    expect(detailsOf(early)).toEqual({ earliest: "2021-01-11" });
    expect(refusalOf(submitAnswers(review, recording("FR", "2021-01-11"), texts, at("2021-08-20")))).toBe("accepted");
    const feedback = inFeedback("2021-06-30").review;
    const unread = clearFeedback(
      feedback,
      recording("PE", "2021-06-29"),
      { party: party("PE"), documents: texts },
      at("2021-09-01"),
    );
    expect(detailsOf(unread)).toEqual({ earliest: "2021-06-30" });
  });

  test("to request a clarification is checked against the receipt as corrected", () => {
    const play = inFeedback("2021-06-30");
    const correction = { what: "submission", to: day("2021-07-05"), reason: "A slip." } as const;
    play.do((review) => correctDate(review, secretariat, correction, at("2021-08-01")));
    const request = (on: string) =>
      askClarification(play.review, recording("PE", on), { party: party("PE"), question: hash("q") }, at("2021-08-20"));
    expect(detailsOf(request("2021-07-04"))).toEqual({ earliest: "2021-07-05" });
    expect(refusalOf(request("2021-07-05"))).toBe("accepted");
  });

  test.each([
    ["later", "2021-01-18"],
    ["earlier", "2021-01-08"],
  ])("of answers is checked against the outcome as corrected to a %s day", (_, corrected) => {
    const play = conclude(inConsultation(), "2021-01-11", { heldOn: day("2021-01-05") });
    const correction = { what: "consultation", to: day(corrected), reason: "A slip." } as const;
    play.do((review) => correctDate(review, secretariat, correction, at("2021-02-01")));
    const recordAnswers = (on: string) => submitAnswers(play.review, recording("FR", on), texts, at("2021-08-20"));
    expect(recordAnswers(addDays(day(corrected), -1))).toMatchObject({
      refusal: "date-too-early",
      details: { earliest: corrected },
    });
    expect(refusalOf(recordAnswers(corrected))).toBe("accepted");
    expect(play.replayed()).toEqual(play.review);
  });

  test("lies in the past, and so does its source; the source may be later than the act", () => {
    const { review } = inQuestionnaire();
    const now = at("2021-08-20");
    const submitBy = (by: Actor) => submitAnswers(review, by, texts, now);
    expect(refusalOf(submitBy(recording("FR", "2021-08-21")))).toBe("source-in-the-future");
    expect(refusalOf(submitBy(recording("FR", "2021-08-21", "call", "2021-08-20")))).toBe("date-in-the-future");
    expect(detailsOf(submitBy(recording("FR", "2021-08-20", "meeting", "2021-08-21")))).toEqual({
      latest: "2021-08-20",
    });
    expect(refusalOf(submitBy(recording("FR", "2021-08-01", "call", "2021-08-20")))).toBe("accepted");
  });

  test("is checked also where the day is recorded with the source: a meeting", () => {
    const { review } = inConsultation();
    const meet = (by: Actor) => recordMeeting(review, by, { heldOn: day("2021-01-05") }, at("2021-01-08"));
    expect(refusalOf(meet(recording("FR", "2021-01-05", "meeting", "2021-01-09")))).toBe("source-in-the-future");
    expect(refusalOf(meet(recording("FR", "2021-01-09", "meeting", "2021-01-08")))).toBe("date-in-the-future");
    expect(refusalOf(meet(recording("FR", "2021-01-05", "meeting", "2021-01-06")))).toBe("accepted");
  });

  test("moves a date as on the day on which the delay was notified, which may be over when it is recorded", () => {
    const play = inQuestionnaire();
    const late = at("2021-10-01");
    const delay = { obligation: questionnaire, dueOn: day("2021-09-01"), reason: "translation" } as const;
    play.do((review) => notifyDelay(review, recording("FR", "2021-07-01"), delay, late));
    expect(play.obligation("questionnaire:FR").dueAt).toBe("2021-09-01T21:59:59.999Z");
    const fresh = inQuestionnaire().review;
    expect(refusalOf(notifyDelay(fresh, recording("FR", "2021-09-02"), delay, late))).toBe("date-too-early");
  });

  test("brings up the list with the last clearance, on the day of the one that happened last", () => {
    const play = inFeedback("2021-06-30");
    const clearFor = (code: string, on: string) =>
      play.do((review) =>
        clearFeedback(review, recording(code, on), { party: party(code), documents: texts }, at("2022-02-01")),
      );
    clearFor("KE", "2021-12-01");
    clearFor("PE", "2021-10-01");
    expect(play.review.stage).toBe("observations");
    expect(play.review.stageSince).toBe("2021-11-30T23:00:00.000Z");
  });

  test("is of the last agreement where the agreements were recorded in another order", () => {
    const play = table(inObservations(), "l", "2021-12-01");
    const agreeFor = (code: string, on: string) =>
      play.do((review) =>
        agreeToObservations(review, recording(code, on), { party: party(code), version: 1 }, at("2022-03-01")),
      );
    expect(
      refusalOf(
        agreeToObservations(
          play.review,
          recording("FR", "2021-11-30"),
          { party: party("FR"), version: 1 },
          at("2022-03-01"),
        ),
      ),
    ).toBe("date-too-early");
    agreeFor("FR", "2022-02-10");
    agreeFor("PE", "2022-01-10");
    agreeFor("KE", "2022-01-20");
    expect(play.review.observations?.agreedAt).toBe("2022-02-09T23:00:00.000Z");
  });

  test("is a fact like any other: the review is the same from its facts", () => {
    const play = inQuestionnaire();
    play.do((review) => submitAnswers(review, recording("FR", "2021-06-01"), texts, at("2021-08-20")));
    expect(play.replayed()).toEqual(play.review);
  });
});
