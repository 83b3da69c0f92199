import { describe, expect, test } from "vitest";
import { correctDate, type Correction } from "../../../domain/review/commands/correct-date.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { returnAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { carryOutRedraw } from "../../../domain/review/commands/redraw-seat.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { clear, conclude, inConsultation, inFeedback, inObservations, inQuestionnaire, submit } from "./journey.ts";
import { at, day, drawing, factKinds, focalPoint, party, Play, refusalOf, seat, secretariat } from "./play.ts";

const correction = (what: Correction["what"], to: string): Correction => ({
  what,
  to: day(to),
  reason: "Recorded wrongly.",
});
const correct = (play: Play, what: Correction["what"], to: string, on: string) => {
  play.do((review) => correctDate(review, secretariat, correction(what, to), at(on)));
  return play;
};

describe("correcting a date", () => {
  test("of the start moves the nominations, also those that were met, as new generations", () => {
    const play = new Play().start().name("FR", "focal-point", "2020-12-04");
    correct(play, "start", "2020-12-03", "2020-12-10");
    expect(play.review).toMatchObject({ startedOn: "2020-12-03", stageSince: "2020-12-02T23:00:00.000Z" });
    for (const [id, dueAt] of [
      ["focal-point:FR", "2020-12-17T22:59:59.999Z"],
      ["focal-point:PE", "2020-12-17T22:59:59.999Z"],
      ["experts:PE", "2020-12-31T22:59:59.999Z"],
    ] as const)
      expect(play.obligation(id)).toMatchObject({ generation: 2, openedOn: "2020-12-03", dueAt, originalDueAt: dueAt });
    expect(play.obligation("focal-point:FR").state).toBe("met");
  });

  test("of the start moves the two years of the agreement", () => {
    const play = correct(inObservations(), "start", "2020-11-20", "2021-12-01");
    expect(play.obligation("agreement:KE")).toMatchObject({ generation: 2, dueAt: "2022-11-20T22:59:59.999Z" });
    expect(play.obligation("questionnaire:FR").generation).toBe(1);
    expect(play.obligation("feedback:PE").generation).toBe(1);
  });

  test("of the consultation moves the answers that count from it, and never the meeting of the same day", () => {
    const play = inQuestionnaire("2021-01-11");
    correct(correct(play, "consultation", "2021-01-15", "2021-02-01"), "consultation", "2021-01-17", "2021-02-02");
    expect(play.review.consultation).toMatchObject({
      concludedOn: "2021-01-17",
      heldOn: "2021-01-11",
      clockStartsOn: "2021-01-17",
    });
    expect(play.obligation("questionnaire:FR")).toMatchObject({
      generation: 3,
      openedOn: "2021-01-17",
      dueAt: "2021-07-17T21:59:59.999Z",
      originalDueAt: "2021-07-17T21:59:59.999Z",
    });
  });

  test("of the consultation does not reach past the meeting that was corrected to another day", () => {
    const play = inQuestionnaire("2021-01-11");
    correct(correct(play, "consultation", "2021-01-15", "2021-02-01"), "meeting", "2021-01-15", "2021-02-02");
    expect(
      correctDate(play.review, secretariat, correction("consultation", "2021-01-14"), at("2021-02-03")),
    ).toMatchObject({ refusal: "date-too-early", details: { earliest: "2021-01-15", contradicts: "meeting" } });
    correct(play, "consultation", "2021-01-16", "2021-02-03");
    expect(play.review.consultation).toMatchObject({ concludedOn: "2021-01-16", heldOn: "2021-01-15" });
  });

  test("of the consultation leaves an agreed clock alone", () => {
    const play = conclude(inConsultation(), "2021-01-11", {
      heldOn: day("2021-01-05"),
      clockStartsOn: day("2021-02-01"),
    });
    const facts = play.do((review) =>
      correctDate(review, secretariat, correction("consultation", "2021-01-05"), at("2021-02-02")),
    );
    expect(factKinds(facts)).toEqual(["date-corrected"]);
    expect(play.review.consultation).toMatchObject({ concludedOn: "2021-01-05", clockStartsOn: "2021-02-01" });
  });

  test("of the submission recalculates the feedback from the receipt, and the answers as met on that day", () => {
    const play = correct(inFeedback("2021-06-30"), "submission", "2021-06-21", "2021-07-05");
    expect(play.obligation("feedback:PE")).toMatchObject({
      generation: 2,
      openedOn: "2021-06-21",
      dueAt: "2021-12-21T22:59:59.999Z",
    });
    expect(play.obligation("questionnaire:FR")).toMatchObject({ state: "met", settledAt: "2021-06-20T22:00:00.000Z" });
  });

  test("keeps the later date of a notified delay, and sets the original date right", () => {
    const play = inQuestionnaire("2021-01-11");
    const delay = {
      obligation: ObligationId.parse("questionnaire:FR"),
      dueOn: day("2021-09-30"),
      reason: "clearance",
    } as const;
    play.do((review) => notifyDelay(review, focalPoint("FR"), delay, at("2021-06-01")));
    correct(play, "consultation", "2021-01-12", "2021-06-15");
    expect(play.obligation("questionnaire:FR")).toMatchObject({
      generation: 3,
      dueAt: "2021-09-30T21:59:59.999Z",
      originalDueAt: "2021-07-12T21:59:59.999Z",
      datedAt: at("2021-06-15"),
    });
  });

  test("of what has no date yet, or by a party, or for a review not started is refused", () => {
    const now = at("2021-02-01");
    expect(
      refusalOf(correctDate(inQuestionnaire().review, secretariat, correction("submission", "2021-01-20"), now)),
    ).toBe("nothing-to-correct");
    expect(
      refusalOf(correctDate(inQuestionnaire().review, focalPoint("FR"), correction("start", "2020-12-02"), now)),
    ).toBe("not-yours");
    expect(refusalOf(correctDate(new Play().review, secretariat, correction("start", "2020-12-02"), now))).toBe(
      "wrong-stage",
    );
  });

  test.each([
    ["start", "2020-10-15", "date-too-early"],
    ["start", "2021-01-12", "date-too-late"],
    ["consultation", "2020-11-30", "date-too-early"],
    ["consultation", "2021-07-01", "date-too-late"],
    ["submission", "2021-01-10", "date-too-early"],
    ["submission", "2021-08-02", "date-in-the-future"],
  ] as const)("of the %s to %s keeps the order of the process: %s", (what, to, refusal) => {
    expect(
      refusalOf(correctDate(inFeedback("2021-06-30").review, secretariat, correction(what, to), at("2021-08-01"))),
    ).toBe(refusal);
  });

  test("of the consultation reaches back to the day on which the last focal point was named, and no further", () => {
    const play = new Play().start();
    for (const [code, on] of [
      ["FR", "2020-12-10"],
      ["PE", "2021-01-31"],
      ["KE", "2020-12-20"],
    ] as const)
      play.name(code, "focal-point", on);
    conclude(play, "2021-02-15", { heldOn: day("2021-01-31") });
    const now = at("2021-03-01");
    expect(correctDate(play.review, secretariat, correction("consultation", "2021-01-30"), now)).toMatchObject({
      refusal: "date-too-early",
      details: { earliest: "2021-01-31" },
    });
    expect(correct(play, "consultation", "2021-01-31", "2021-03-01").review.consultation?.concludedOn).toBe(
      "2021-01-31",
    );
  });

  test("of the consultation is checked against the parties of that time, whichever party has taken a seat since", () => {
    const play = conclude(inConsultation(), "2021-01-11", { heldOn: day("2020-12-10") });
    const asking = { party: party("FR"), seat: party("PE") };
    const [requestedAt, drawn] = [at("2021-02-01"), at("2021-02-02")];
    play.take({
      ok: true,
      facts: [{ kind: "redraw-requested", happenedAt: requestedAt, review: play.review.id, ...asking }],
    });
    const free = { groups: [], parties: [], limits: { mostReviewers: 4, load: { min: 1, max: 3 } } };
    const italy = drawing("PE", seat("IT", "reviewing"));
    play.do((review) => carryOutRedraw(review, secretariat, italy, free, drawn));
    play.name("IT", "focal-point", "2021-02-10");
    expect(
      refusalOf(correctDate(play.review, secretariat, correction("consultation", "2020-12-09"), at("2021-03-01"))),
    ).toBe("date-too-early");
    correct(play, "consultation", "2020-12-10", "2021-03-01");
    expect(play.review.consultation?.concludedOn).toBe("2020-12-10");
  });

  test("of answers that were returned reaches back to the day of the return, and the consultation forward to it", () => {
    const play = inFeedback("2021-03-08");
    play.do((review) => returnAnswers(review, secretariat, "x", at("2021-04-06")));
    expect(
      correctDate(play.review, secretariat, correction("consultation", "2021-04-07"), at("2021-04-08")),
    ).toMatchObject({ refusal: "date-too-late", details: { latest: "2021-04-06" } });
    submit(play, "2021-04-08");
    expect(
      correctDate(play.review, secretariat, correction("submission", "2021-04-05"), at("2021-04-08")),
    ).toMatchObject({ refusal: "date-too-early", details: { earliest: "2021-04-06" } });
    correct(play, "submission", "2021-04-06", "2021-04-08");
    expect(play.obligation("questionnaire:FR")).toMatchObject({
      openedOn: "2021-04-06",
      settledAt: "2021-04-05T22:00:00.000Z",
    });
  });

  test("of the receipt reaches forward to the day on which the first reviewer cleared", () => {
    const play = clear(inFeedback("2021-06-30"), "PE", "2021-07-15");
    expect(
      correctDate(play.review, secretariat, correction("submission", "2021-07-16"), at("2021-08-01")),
    ).toMatchObject({ refusal: "date-too-late", details: { latest: "2021-07-15" } });
    expect(correct(play, "submission", "2021-07-15", "2021-08-01").review.answers?.receivedOn).toBe("2021-07-15");
  });

  test("to the same day is no fact, and the journal gives the corrected review", () => {
    const play = inFeedback();
    expect(correctDate(play.review, secretariat, correction("start", "2020-12-01"), at("2021-08-01"))).toEqual({
      ok: true,
      facts: [],
    });
    correct(correct(play, "start", "2020-11-30", "2021-08-01"), "submission", "2021-06-28", "2021-08-02");
    expect(play.replayed()).toEqual(play.review);
  });
});
