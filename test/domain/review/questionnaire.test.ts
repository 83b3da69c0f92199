import { describe, expect, test } from "vitest";
import { openAnswers, returnAnswers, submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { clear, concludedPlay, inConsultation, inFeedback, inQuestionnaire, submit } from "./journey.ts";
import {
  at,
  expert,
  factKinds,
  focalPoint,
  hash,
  mission,
  president,
  refusalOf,
  seat,
  secretariat,
  texts,
} from "./play.ts";

const now = at("2021-06-30");

describe("submitting answers", () => {
  test("is for the focal point of the party under review alone", () => {
    const { review } = inQuestionnaire();
    const actors = [expert("FR"), focalPoint("PE"), mission("FR")];
    expect(actors.map((actor) => refusalOf(submitAnswers(review, actor, texts, now)))).toEqual(
      actors.map(() => "not-yours"),
    );
    expect(refusalOf(submitAnswers(review, president, texts, now))).toBe("not-found");
    expect(refusalOf(submitAnswers(review, focalPoint("FR"), texts, now))).toBe("accepted");
  });

  test("needs a text for each instrument of the review", () => {
    const { review } = inQuestionnaire();
    expect(submitAnswers(review, focalPoint("FR"), { UNTOC: hash("a") }, now)).toEqual({
      ok: false,
      refusal: "incomplete",
      details: { missing: ["TIP"] },
    });
  });

  test("keeps only what the party is reviewed for", () => {
    const play = submit(inQuestionnaire(), "2021-06-30", { ...texts, FP: hash("z") });
    expect(play.review.answers?.documents).toEqual(texts);
  });

  test("meets the obligation, and opens feedback for every reviewing party, additional ones too, from the day of receipt", () => {
    const seats = [
      seat("FR", "under-review", "UNTOC", "FP"),
      seat("PE", "reviewing", "UNTOC", "FP"),
      seat("KE", "reviewing", "UNTOC"),
      seat("ZA", "additional-reviewer", "FP"),
    ];
    const play = submit(inQuestionnaire("2021-01-11", seats), "2021-08-31", { UNTOC: hash("a"), FP: hash("c") });
    expect(play.review.stage).toBe("feedback");
    expect(play.obligation("questionnaire:FR")).toMatchObject({ state: "met", settledAt: at("2021-08-31") });
    for (const code of ["PE", "KE", "ZA"])
      expect(play.obligation(`feedback:${code}`)).toMatchObject({
        openedOn: "2021-08-31",
        dueAt: "2022-02-28T22:59:59.999Z",
      });
    expect(play.review.obligations).not.toHaveProperty("feedback:FR");
  });

  test("late is accepted all the same", () => {
    const play = submit(inQuestionnaire(), "2022-03-01");
    expect(play.review.stage).toBe("feedback");
    expect(play.obligation("questionnaire:FR").settledAt).toBe(at("2022-03-01"));
  });

  test("again is no fact", () => {
    const { review } = inFeedback();
    expect(submitAnswers(review, focalPoint("FR"), texts, at("2021-07-01"))).toEqual({ ok: true, facts: [] });
    expect(submitAnswers(review, focalPoint("FR"), { ...texts, TIP: hash("z") }, at("2021-07-01"))).toMatchObject({
      refusal: "already-cleared",
      details: { clearedAt: at("2021-06-30") },
    });
  });

  test("is refused before the questionnaire and once the review has concluded is nothing new", () => {
    expect(refusalOf(submitAnswers(inConsultation().review, focalPoint("FR"), texts, now))).toBe("wrong-stage");
    expect(submitAnswers(concludedPlay().review, focalPoint("FR"), texts, at("2022-03-01"))).toMatchObject({
      facts: [],
    });
  });
});

describe("returning answers", () => {
  test("requires them again within the stage that follows, and voids the feedback until they come back", () => {
    const play = inFeedback("2021-06-30");
    const facts = play.do((review) => returnAnswers(review, secretariat, "An annex was left out.", at("2021-07-05")));
    expect(factKinds(facts)).toEqual([
      "answers-returned",
      "obligation-opened",
      "obligation-voided",
      "obligation-voided",
    ]);
    expect(play.review.stage).toBe("feedback");
    expect(play.review.answers).toBeUndefined();
    // Due on 11 July before; four weeks from the return are later. The original date stays.
    expect(play.obligation("questionnaire:FR")).toMatchObject({
      state: "open",
      generation: 2,
      openedOn: "2021-07-05",
      dueAt: "2021-08-02T21:59:59.999Z",
      originalDueAt: "2021-07-11T21:59:59.999Z",
    });
    expect(play.obligation("feedback:PE")).toMatchObject({ state: "void", generation: 2 });

    submit(play, "2021-07-20");
    expect(play.review.stage).toBe("feedback");
    expect(play.obligation("feedback:PE")).toMatchObject({
      state: "open",
      generation: 3,
      openedOn: "2021-07-20",
      dueAt: "2022-01-20T22:59:59.999Z",
      originalDueAt: "2022-01-20T22:59:59.999Z",
    });
    expect(play.replayed()).toEqual(play.review);
  });

  test("keeps a date that is still far ahead", () => {
    const play = inFeedback("2021-02-01");
    play.do((review) => returnAnswers(review, secretariat, "x", at("2021-02-02")));
    expect(play.obligation("questionnaire:FR").dueAt).toBe("2021-07-11T21:59:59.999Z");
  });

  test("is for the secretariat, at the party's request", () => {
    expect(refusalOf(returnAnswers(inFeedback().review, focalPoint("FR"), "x", at("2021-07-05")))).toBe("not-yours");
  });

  test("ends when a reviewer has cleared", () => {
    const play = clear(inFeedback(), "PE", "2021-09-01");
    expect(refusalOf(returnAnswers(play.review, secretariat, "x", at("2021-09-02")))).toBe("feedback-begun");
  });

  test("twice is refused, as is returning what was never in", () => {
    const play = inFeedback();
    play.do((review) => returnAnswers(review, secretariat, "x", at("2021-07-05")));
    expect(refusalOf(returnAnswers(play.review, secretariat, "x", at("2021-07-05")))).toBe("not-owed");
    expect(refusalOf(returnAnswers(inQuestionnaire().review, secretariat, "x", at("2021-07-05")))).toBe("wrong-stage");
    expect(refusalOf(returnAnswers(inConsultation().review, secretariat, "x", at("2021-01-05")))).toBe("wrong-stage");
  });
});

describe("opening answers to all participating parties", () => {
  test("is a recorded act of the secretariat, once they are in", () => {
    const play = inFeedback();
    expect(refusalOf(openAnswers(play.review, focalPoint("FR"), at("2021-07-05")))).toBe("not-yours");
    play.do((review) => openAnswers(review, secretariat, at("2021-07-05")));
    expect(play.review.answersOpenedAt).toBe(at("2021-07-05"));
    expect(openAnswers(play.review, secretariat, at("2021-07-06"))).toEqual({ ok: true, facts: [] });
  });

  test("is a new act for answers that were returned", () => {
    const play = inFeedback();
    play.do((review) => openAnswers(review, secretariat, at("2021-07-05")));
    play.do((review) => returnAnswers(review, secretariat, "x", at("2021-07-06")));
    expect(play.review.answersOpenedAt).toBeUndefined();
    expect(refusalOf(openAnswers(play.review, secretariat, at("2021-07-07")))).toBe("answers-missing");
    expect(refusalOf(openAnswers(inQuestionnaire().review, secretariat, at("2021-07-07")))).toBe("wrong-stage");
  });
});
