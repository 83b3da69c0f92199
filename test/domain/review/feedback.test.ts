import { describe, expect, test } from "vitest";
import {
  answerClarification,
  askClarification,
  closeClarification,
} from "../../../domain/review/commands/clarifications.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { clearFeedback, returnFeedback } from "../../../domain/review/commands/feedback.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { clarificationCap } from "../../../domain/policy/limits.ts";
import { returnAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { seesClarification } from "../../../domain/review/visibility.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { agree, clear, inFeedback, inObservations, inQuestionnaire, submit, table } from "./journey.ts";
import {
  at,
  day,
  expert,
  focalPoint,
  hash,
  mission,
  observer,
  party,
  type Play,
  refusalOf,
  seat,
  secretariat,
  texts,
} from "./play.ts";

const peru = { party: party("PE"), documents: texts };

describe("clearing feedback", () => {
  test("is for each reviewing party by its own focal point", () => {
    const { review } = inFeedback();
    const now = at("2021-09-01");
    for (const actor of [expert("PE"), focalPoint("KE"), focalPoint("FR")])
      expect(refusalOf(clearFeedback(review, actor, peru, now))).toBe("not-yours");
    expect(refusalOf(clearFeedback(review, focalPoint("FR"), { party: party("FR"), documents: texts }, now))).toBe(
      "not-yours",
    );
    expect(refusalOf(clearFeedback(review, focalPoint("PE"), peru, now))).toBe("accepted");
  });

  test("leaves the others pending, and the last one brings up the list with an agreement of each party", () => {
    const play = clear(inFeedback(), "PE", "2021-10-01");
    expect(play.review.stage).toBe("feedback");
    expect(play.obligation("feedback:PE").state).toBe("met");
    expect(play.obligation("feedback:KE").state).toBe("open");
    clear(play, "KE", "2021-11-15");
    expect(play.review.stage).toBe("observations");
    for (const code of ["FR", "PE", "KE"]) expect(play.obligation(`agreement:${code}`).state).toBe("open");
  });

  test("near the end of the two years leaves three months for the agreement", () => {
    const play = clear(clear(inFeedback("2022-05-01"), "PE", "2022-08-01"), "KE", "2022-11-30");
    // Two years from 1 December 2020 end on 1 December 2022; 30 November and three months on 28 February.
    expect(play.obligation("agreement:FR").dueAt).toBe("2023-02-28T22:59:59.999Z");
  });

  test("again with other texts is refused, with the day of the first texts", () => {
    const play = clear(inFeedback(), "PE", "2021-10-01");
    for (const documents of [{}, { UNTOC: hash("a") }, { ...texts, TIP: hash("z") }, { ...texts, FP: hash("c") }])
      expect(clearFeedback(play.review, focalPoint("PE"), { ...peru, documents }, at("2021-10-02"))).toEqual({
        ok: false,
        refusal: "already-cleared",
        details: { clearedAt: at("2021-10-01") },
      });
  });

  test("again is no fact; without a text for each instrument it is refused", () => {
    const play = clear(inFeedback(), "PE", "2021-10-01");
    expect(clearFeedback(play.review, focalPoint("PE"), peru, at("2021-10-02"))).toEqual({ ok: true, facts: [] });
    const kenya = { party: party("KE"), documents: { TIP: hash("b") } };
    expect(clearFeedback(play.review, focalPoint("KE"), kenya, at("2021-10-02"))).toMatchObject({
      refusal: "incomplete",
      details: { missing: ["UNTOC"] },
    });
  });

  test("of an additional reviewer covers its instruments only", () => {
    const seats = [
      seat("FR", "under-review", "UNTOC", "FP"),
      seat("PE", "reviewing", "UNTOC", "FP"),
      seat("ZA", "additional-reviewer", "FP"),
    ];
    const play = inQuestionnaire("2021-01-11", seats);
    const both = { UNTOC: hash("a"), FP: hash("c") };
    submit(play, "2021-06-30", both);
    clear(play, "ZA", "2021-09-01", { FP: hash("c") });
    expect(play.review.feedback?.[party("ZA")]?.documents).toEqual({ FP: hash("c") });
    expect(play.review.stage).toBe("feedback");
    clear(play, "PE", "2021-09-01", both);
    expect(play.review.stage).toBe("observations");
  });

  test("waits for answers that were returned", () => {
    const play = inFeedback();
    play.do((review) => returnAnswers(review, secretariat, "x", at("2021-07-05")));
    expect(refusalOf(clearFeedback(play.review, focalPoint("PE"), peru, at("2021-07-06")))).toBe("answers-missing");
    expect(refusalOf(clearFeedback(inQuestionnaire().review, focalPoint("PE"), peru, at("2021-02-01")))).toBe(
      "wrong-stage",
    );
  });
});

describe("a clarification", () => {
  const question = { party: party("PE"), question: hash("q") };
  const request = (play: Play, on = "2021-08-02") => {
    play.do((review) => askClarification(review, expert("PE"), question, at(on)));
    return play;
  };

  test("is an obligation of the party under review with a target of four weeks", () => {
    const play = request(inFeedback());
    expect(play.obligation("clarification-1:FR")).toMatchObject({
      kind: "clarification",
      party: "FR",
      state: "open",
      dueAt: "2021-08-30T21:59:59.999Z",
    });
  });

  test("is requested as often as policy allows each party, and no more", () => {
    const play = inFeedback();
    const most = inForce(clarificationCap, day("2021-08-02"));
    const asking = (number: number, by: string) =>
      askClarification(
        play.review,
        expert(by),
        { party: party(by), question: hash(String.fromCharCode(0x61 + number)) },
        at("2021-08-02"),
      );
    for (let number = 1; number <= most; number += 1) play.take(asking(number, "PE"));
    const refused = { ok: false, refusal: "clarifications-used-up", details: { most } };
    expect(asking(most + 1, "PE")).toEqual(refused);
    // A repeated open request is no new request; the other reviewing party has its own.
    expect(asking(1, "PE")).toEqual({ ok: true, facts: [] });
    expect(refusalOf(asking(1, "KE"))).toBe("accepted");
  });

  test("is final: an equal answer is no fact, another one is refused", () => {
    const play = request(inFeedback());
    const answer = (letter: string, on: string) =>
      answerClarification(play.review, focalPoint("FR"), { number: 1, answer: hash(letter) }, at(on));
    play.take(answer("w", "2021-08-05"));
    expect(answer("w", "2021-08-06")).toEqual({ ok: true, facts: [] });
    expect(answer("x", "2021-08-06")).toEqual({
      ok: false,
      refusal: "already-cleared",
      details: { clearedAt: at("2021-08-05") },
    });
  });

  test("holds the feedback up until it is answered, by the focal point under review", () => {
    const play = clear(clear(request(inFeedback()), "PE", "2021-10-01"), "KE", "2021-10-02");
    expect(play.review.stage).toBe("feedback");
    const answer = { number: 1, answer: hash("w") };
    expect(refusalOf(answerClarification(play.review, expert("FR"), answer, at("2021-10-05")))).toBe("not-yours");
    play.do((review) => answerClarification(review, focalPoint("FR"), answer, at("2021-10-05")));
    expect(play.review.stage).toBe("observations");
    expect(play.review.stageSince).toBe(at("2021-10-05"));
    expect(play.obligation("clarification-1:FR").state).toBe("met");
    expect(answerClarification(play.review, focalPoint("FR"), answer, at("2021-10-06"))).toEqual({
      ok: true,
      facts: [],
    });
  });

  test("is closed unanswered by a reviewing focal point only past its date", () => {
    const play = request(inFeedback());
    const close = (on: string, by = focalPoint("KE")) => closeClarification(play.review, by, { number: 1 }, at(on));
    expect(refusalOf(close("2021-08-30T21:59:59.999Z"))).toBe("not-yet-due");
    expect(refusalOf(close("2021-08-31", expert("PE")))).toBe("not-yours");
    expect(refusalOf(close("2021-08-31", focalPoint("FR")))).toBe("not-yours");
    play.take(close("2021-08-30T22:00:00.000Z"));
    expect(play.review.clarifications).toMatchObject([{ state: "closed" }]);
    expect(play.obligation("clarification-1:FR").state).toBe("void");
    expect(close("2021-09-01")).toEqual({ ok: true, facts: [] });
    const late = answerClarification(play.review, focalPoint("FR"), { number: 1, answer: hash("w") }, at("2021-09-01"));
    expect(refusalOf(late)).toBe("not-owed");
  });

  test("that is delayed is closed only past its new date", () => {
    const play = request(inFeedback());
    const delay = {
      obligation: ObligationId.parse("clarification-1:FR"),
      dueOn: day("2021-09-30"),
      reason: "translation",
    } as const;
    play.do((review) => notifyDelay(review, focalPoint("FR"), delay, at("2021-09-02")));
    const close = (on: string) => closeClarification(play.review, focalPoint("PE"), { number: 1 }, at(on));
    expect(refusalOf(close("2021-09-30"))).toBe("not-yet-due");
    expect(refusalOf(close("2021-10-01"))).toBe("accepted");
  });

  test("is sent by a reviewing party, after it has cleared too, and an equal one once", () => {
    const play = request(inFeedback());
    expect(askClarification(play.review, focalPoint("PE"), question, at("2021-08-03"))).toEqual({
      ok: true,
      facts: [],
    });
    clear(play, "PE", "2021-09-01");
    const more = { party: party("PE"), question: hash("r") };
    expect(refusalOf(askClarification(play.review, focalPoint("PE"), more, at("2021-09-02")))).toBe("accepted");
    expect(
      refusalOf(askClarification(play.review, focalPoint("FR"), { ...more, party: party("FR") }, at("2021-09-02"))),
    ).toBe("not-yours");
    expect(
      refusalOf(askClarification(play.review, observer("KE"), { ...more, party: party("KE") }, at("2021-09-02"))),
    ).toBe("not-found");
  });

  test("is read by reviewing parties that review an instrument of it, and closed by no other", () => {
    const seats = [
      seat("FR", "under-review", "UNTOC", "FP"),
      seat("PE", "reviewing", "UNTOC"),
      seat("ZA", "additional-reviewer", "FP"),
    ];
    const play = inQuestionnaire("2021-01-11", seats);
    submit(play, "2021-06-30", { UNTOC: hash("a"), FP: hash("c") });
    play.do((review) => askClarification(review, expert("PE"), question, at("2021-08-02")));
    const ofFirearms = { party: party("ZA"), question: hash("f"), instruments: ["FP"] } as const;
    play.do((review) => askClarification(review, expert("ZA"), ofFirearms, at("2021-08-02")));
    expect(play.review.clarifications?.map(({ instruments }) => instruments)).toEqual([["UNTOC"], ["FP"]]);

    const seenBy = (actor: typeof secretariat) =>
      (play.review.clarifications ?? [])
        .filter((each) => seesClarification(each, play.review, actor, at("2021-08-03")))
        .map(({ number }) => number);
    expect([focalPoint("PE"), expert("ZA"), focalPoint("FR"), secretariat, mission("FR")].map(seenBy)).toEqual([
      [1],
      [2],
      [1, 2],
      [1, 2],
      [],
    ]);
    const beyond = { ...ofFirearms, question: hash("g"), instruments: ["UNTOC", "FP"] } as const;
    expect(askClarification(play.review, expert("ZA"), beyond, at("2021-08-03"))).toMatchObject({
      refusal: "instrument-not-reviewed",
      details: { instruments: ["UNTOC"] },
    });
    expect(refusalOf(closeClarification(play.review, focalPoint("ZA"), { number: 1 }, at("2021-10-01")))).toBe(
      "unknown-clarification",
    );
  });

  test("of an unknown number is refused", () => {
    const { review } = inFeedback();
    expect(refusalOf(closeClarification(review, focalPoint("PE"), { number: 1 }, at("2021-09-01")))).toBe(
      "unknown-clarification",
    );
    expect(
      refusalOf(answerClarification(review, focalPoint("FR"), { number: 2, answer: hash("w") }, at("2021-09-01"))),
    ).toBe("unknown-clarification");
  });
});

describe("returning feedback", () => {
  const reason = "The annex on statistics was left out.";

  test("must be given again within the stage that follows, and the list waits for it", () => {
    const play = table(inObservations(), "v", "2021-12-01");
    play.do((review) => returnFeedback(review, secretariat, { party: party("PE"), reason }, at("2021-12-05")));
    expect(play.review.stage).toBe("observations");
    expect(play.obligation("feedback:PE")).toMatchObject({
      state: "open",
      generation: 2,
      dueAt: "2022-01-02T22:59:59.999Z",
      originalDueAt: "2021-12-30T22:59:59.999Z",
    });
    expect(() => agree(play, "KE", 1, "2021-12-06")).toThrow("feedback-open");
    clear(play, "PE", "2021-12-20");
    expect(play.review.stage).toBe("observations");
    agree(play, "KE", 1, "2021-12-21");
  });

  test("ends with the first agreement; what was not cleared cannot be returned", () => {
    const play = agree(table(inObservations(), "v", "2021-12-01"), "FR", 1, "2021-12-02");
    const back = (code: string) =>
      returnFeedback(play.review, secretariat, { party: party(code), reason }, at("2021-12-05"));
    expect(refusalOf(back("PE"))).toBe("agreement-begun");
    expect(refusalOf(back("FR"))).toBe("not-owed");
    const early = inFeedback();
    expect(refusalOf(returnFeedback(early.review, secretariat, { party: party("PE"), reason }, at("2021-07-05")))).toBe(
      "not-owed",
    );
    expect(
      refusalOf(returnFeedback(early.review, focalPoint("PE"), { party: party("PE"), reason }, at("2021-07-05"))),
    ).toBe("not-yours");
  });

  test("in the stage of feedback keeps the review there", () => {
    const play = clear(inFeedback(), "PE", "2021-10-01");
    play.do((review) => returnFeedback(review, secretariat, { party: party("PE"), reason }, at("2021-10-02")));
    clear(play, "KE", "2021-10-03");
    expect(play.review.stage).toBe("feedback");
    clear(play, "PE", "2021-10-04");
    expect(play.review.stage).toBe("observations");
  });
});
