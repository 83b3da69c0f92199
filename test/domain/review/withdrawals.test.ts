import { describe, expect, test } from "vitest";
import { evolveParty } from "../../../domain/parties/parties.ts";
import { answerClarification, askClarification } from "../../../domain/review/commands/clarifications.ts";
import { consentToPublication } from "../../../domain/review/commands/observations.ts";
import { askRedraw } from "../../../domain/review/commands/redraw-seat.ts";
import { withdrawClarification, withdrawConsent, withdrawRedraw } from "../../../domain/review/commands/withdraw.ts";
import { clear, concludedPlay, inFeedback, inQuestionnaire, partyNamed } from "./journey.ts";
import { at, focalPoint, expert, hash, mission, party, type Play, recording, refusalOf, secretariat } from "./play.ts";

const request = (play: Play, code = "PE") =>
  play.do((review) =>
    askClarification(review, focalPoint(code), { party: party(code), question: hash("q") }, at("2021-08-01")),
  );

describe("a question that is taken back", () => {
  const takeBack = (play: Play, by = focalPoint("PE")) =>
    withdrawClarification(play.review, by, { number: 1 }, at("2021-08-05"));

  test("is no longer pending and no longer delays the feedback", () => {
    const play = inFeedback();
    request(play);
    clear(clear(play, "PE", "2021-08-02"), "KE", "2021-08-03");
    expect(play.review.stage).toBe("feedback");
    play.do(() => takeBack(play));
    expect(play.obligation("clarification-1:FR").state).toBe("void");
    expect(play.review.clarifications?.[0]).toMatchObject({ state: "withdrawn", settledAt: at("2021-08-05") });
    expect([play.review.stage, play.review.stageSince]).toEqual(["observations", at("2021-08-05")]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("is made by the party that requested it alone, or recorded for that", () => {
    const play = inFeedback();
    request(play);
    expect([focalPoint("KE"), focalPoint("FR"), secretariat].map((by) => refusalOf(takeBack(play, by)))).toEqual([
      "not-yours",
      "not-yours",
      "source-missing",
    ]);
    expect(refusalOf(takeBack(play, expert("PE")))).toBe("accepted");
    expect(refusalOf(takeBack(play, recording("PE", "2021-08-04")))).toBe("accepted");
    expect(refusalOf(takeBack(play, recording("PE", "2021-07-31")))).toBe("date-too-early");
  });

  test("stays what it is once it was answered or taken back", () => {
    const play = inFeedback();
    request(play);
    request(play, "KE");
    play.do(() => takeBack(play));
    expect(refusalOf(takeBack(play))).toBe("nothing-to-withdraw");
    play.do((review) =>
      answerClarification(review, focalPoint("FR"), { number: 2, answer: hash("a") }, at("2021-08-05")),
    );
    expect(refusalOf(withdrawClarification(play.review, focalPoint("KE"), { number: 2 }, at("2021-08-06")))).toBe(
      "nothing-to-withdraw",
    );
  });
});

describe("a request for a redraw that is taken back", () => {
  const withRequest = () => {
    const play = inQuestionnaire();
    const before = { ...partyNamed(party("FR")), redraws: 2 };
    const requested = askRedraw(play.review, before, focalPoint("FR"), { seat: party("PE") }, at("2021-02-01"));
    if (!requested.ok) throw new Error(requested.refusal);
    play.take({ ok: true, facts: requested.review });
    return { play, asking: requested.party.reduce(evolveParty, before) };
  };

  test("waits no more, and counts no more among the four", () => {
    const { play, asking } = withRequest();
    expect(asking.redraws).toBe(3);
    const seat = { seat: party("PE") };
    const taken = withdrawRedraw(play.review, asking, mission("FR"), seat, at("2021-02-02"));
    if (!taken.ok) throw new Error(taken.refusal);
    play.take({ ok: true, facts: taken.review });
    expect(play.review.redrawsAsked).toBeUndefined();
    expect(taken.party.reduce(evolveParty, asking).redraws).toBe(2);
    expect(withdrawRedraw(play.review, asking, mission("FR"), seat, at("2021-02-03"))).toMatchObject({
      refusal: "nothing-to-withdraw",
    });
  });

  test("is so by the party that made it", () => {
    const { play } = withRequest();
    const by = (code: string) =>
      withdrawRedraw(play.review, partyNamed(party(code)), focalPoint(code), { seat: party("PE") }, at("2021-02-02"));
    expect(by("PE")).toMatchObject({ refusal: "nothing-to-withdraw" });
    expect(by("FR").ok).toBe(true);
  });
});

describe("a consent that is taken back", () => {
  test("holds for what it names, by the party under review", () => {
    const play = concludedPlay();
    play.do((review) =>
      consentToPublication(review, mission("FR"), { parts: ["answers", "dialogue"] }, at("2022-03-01")),
    );
    const answers = { parts: ["answers"] } as const;
    const takeBack = (by = mission("FR")) => withdrawConsent(play.review, by, answers, at("2022-04-01"));
    expect(refusalOf(takeBack(mission("PE")))).toBe("not-yours");
    play.do(() => takeBack());
    expect(play.review.consents).toEqual(["dialogue"]);
    expect(refusalOf(takeBack())).toBe("nothing-to-withdraw");
    play.do((review) => consentToPublication(review, mission("FR"), answers, at("2022-05-01")));
    expect(play.review.consents).toEqual(["answers", "dialogue"]);
  });
});
