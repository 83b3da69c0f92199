import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { endOfDay } from "../../../domain/base/time.ts";
import { concludeConsultation, recordMeeting } from "../../../domain/review/commands/consultation.ts";
import { correctMeetingMode, recordRound } from "../../../domain/review/commands/consultation-rounds.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { countMeasure } from "../../../domain/statistics/count.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { concludedPlay, inConsultation, inQuestionnaire } from "./journey.ts";
import { at, day, expert, focalPoint, mission, type Play, refusalOf, secretariat } from "./play.ts";

const now = at("2021-02-01");
const by = focalPoint("PE");
const round = (heldOn: string, mode: "video" | "in-person" = "video") => ({ heldOn: day(heldOn), mode });
const meetAgain = (play: Play, heldOn: string, who: Actor = by) =>
  play.do((review) => recordRound(review, who, round(heldOn), now));
const slip = "Recorded wrongly.";

describe("the meetings of the parties", () => {
  test("is recorded with the day, need not be said, and goes with another day", () => {
    const play = inConsultation();
    const meet = (meeting: Parameters<typeof recordMeeting>[2]) =>
      play.do((review) => recordMeeting(review, by, meeting, now));
    meet(round("2021-01-08"));
    expect(play.review.consultation).toEqual({ heldOn: "2021-01-08", mode: "video" });
    expect(meet({ heldOn: day("2021-01-08") })).toEqual([]);
    expect(meet(round("2021-01-08", "in-person"))).toHaveLength(1);
    meet({ heldOn: day("2021-01-09") });
    expect(play.review.consultation).toEqual({ heldOn: "2021-01-09" });
  });

  test("is recorded with the outcome, and is another outcome where it differs", () => {
    const play = inConsultation();
    const conclude = (mode: "video" | "in-person") =>
      concludeConsultation(
        play.review,
        by,
        { ...round("2021-01-11", mode), concludedOn: day("2021-01-11"), languages: { languages: ["en"] } },
        now,
      );
    play.do(() => conclude("in-person"));
    expect(play.review.consultation).toMatchObject({ heldOn: "2021-01-11", mode: "in-person" });
    expect(conclude("in-person")).toEqual({ ok: true, facts: [] });
    expect(refusalOf(conclude("video"))).toBe("consultation-concluded");
  });

  test("is corrected by the secretariat, of the first meeting and of a further one, also where it was not said", () => {
    const play = inQuestionnaire();
    meetAgain(play, "2021-01-20");
    const correct = (of?: number) =>
      play.do((review) => correctMeetingMode(review, secretariat, { round: of, mode: "in-person", reason: slip }, now));
    expect(correct()).toHaveLength(1);
    expect(correct(2)).toHaveLength(1);
    expect([...correct(), ...correct(2)]).toEqual([]);
    expect(play.review.consultation).toMatchObject({ mode: "in-person", rounds: [{ number: 2, mode: "in-person" }] });
    const refusal = (who: Actor, of?: number, review = play.review) =>
      refusalOf(correctMeetingMode(review, who, { round: of, mode: "video", reason: slip }, now));
    expect(refusal(secretariat, 3)).toBe("nothing-to-correct");
    expect(refusal(secretariat, undefined, inConsultation().review)).toBe("nothing-to-correct");
    expect(refusal(by)).toBe("not-yours");
    expect(play.replayed()).toEqual(play.review);
  });
});

describe("a further meeting", () => {
  test("is logged by a party and by the secretariat, also after the outcome; the first one keeps its day", () => {
    const play = inQuestionnaire();
    const { heldOn } = play.review.consultation ?? {};
    meetAgain(play, "2021-01-20");
    meetAgain(play, "2021-01-25", secretariat);
    expect(play.review.consultation).toMatchObject({
      heldOn,
      rounds: [
        { number: 2, heldOn: "2021-01-20", mode: "video", by: "PE" },
        { number: 3, heldOn: "2021-01-25", mode: "video" },
      ],
    });
    expect(meetAgain(play, "2021-01-20", focalPoint("FR"))).toEqual([]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("is logged without a first one after an outcome without a meeting, not before that outcome", () => {
    const play = inConsultation();
    const waived = { languages: { languages: ["en" as const] }, withoutMeeting: "Agreed in writing." };
    play.do((review) => concludeConsultation(review, secretariat, waived, at("2021-01-11")));
    expect(recordRound(play.review, by, round("2021-01-10"), now)).toMatchObject({
      refusal: "date-too-early",
      details: { earliest: "2021-01-11", contradicts: "consultation" },
    });
    meetAgain(play, "2021-01-20");
    meetAgain(play, "2021-01-25");
    expect(play.review.consultation).toMatchObject({
      withoutMeeting: true,
      rounds: [
        { number: 2, heldOn: "2021-01-20" },
        { number: 3, heldOn: "2021-01-25" },
      ],
    });
    expect(play.review.consultation?.heldOn).toBeUndefined();
    const correct = { what: "round", round: 2, to: day("2021-01-10"), reason: slip } as const;
    expect(refusalOf(correctDate(play.review, secretariat, correct, now))).toBe("date-too-early");
    expect(play.replayed()).toEqual(play.review);
  });

  test.each([
    ["that lies ahead", "2021-02-02", { refusal: "date-in-the-future", details: { latest: "2021-02-01" } }],
    [
      "before the first meeting",
      "2021-01-10",
      { refusal: "date-too-early", details: { earliest: "2021-01-11", contradicts: "meeting" } },
    ],
    ["before the review began", "2020-11-30", { refusal: "date-too-early", details: { earliest: "2021-01-11" } }],
  ])("on a day %s is refused", (_, heldOn, refusal) => {
    expect(recordRound(inQuestionnaire().review, by, round(heldOn), now)).toMatchObject({ ok: false, ...refusal });
  });

  test("is refused without a first one, to a party that does not coordinate, and once the review has concluded", () => {
    expect(refusalOf(recordRound(inConsultation().review, by, round("2021-01-11"), now))).toBe("first-meeting-missing");
    for (const who of [expert("PE"), mission("PE")])
      expect(refusalOf(recordRound(inQuestionnaire().review, who, round("2021-01-20"), now))).toBe("not-yours");
    expect(refusalOf(recordRound(concludedPlay().review, by, round("2021-01-20"), at("2023-01-01")))).toBe(
      "wrong-stage",
    );
  });

  test("has its day corrected, not before the first meeting, which is not corrected to a day after it", () => {
    const play = inQuestionnaire();
    meetAgain(play, "2021-01-20");
    const correct = (what: "round" | "meeting" | "consultation", to: string) =>
      correctDate(
        play.review,
        secretariat,
        { what, ...(what === "round" ? { round: 2 } : {}), to: day(to), reason: slip },
        now,
      );
    expect(correct("round", "2021-01-10")).toMatchObject({
      refusal: "date-too-early",
      details: { contradicts: "meeting" },
    });
    expect(correct("round", "2021-02-02")).toMatchObject({ refusal: "date-in-the-future" });
    expect(correct("meeting", "2021-01-21")).toMatchObject({ refusal: "date-too-late" });
    play.do(() => correct("consultation", "2021-01-21"));
    expect(correct("meeting", "2021-01-21")).toMatchObject({
      refusal: "date-too-late",
      details: { latest: "2021-01-20", contradicts: "round" },
    });
    play.do(() => correct("round", "2021-01-18"));
    expect(play.review.consultation?.rounds).toMatchObject([{ number: 2, heldOn: "2021-01-18" }]);
    expect(
      refusalOf(
        correctDate(play.review, secretariat, { what: "round", round: 3, to: day("2021-01-18"), reason: slip }, now),
      ),
    ).toBe("nothing-to-correct");
  });
});

test("further meetings are counted by their days, as corrected", () => {
  const play = inQuestionnaire();
  meetAgain(play, "2021-01-20");
  meetAgain(play, "2021-01-25");
  const countsOn = () => {
    const mechanism = historyOf([{ subject: `review#${play.review.id}`, facts: [...play.facts] }]);
    return ["2021-01-19", "2021-01-20", "2021-01-24", "2021-01-25"].map(
      (on) => countMeasure("consultation-rounds", { mechanism, at: endOfDay(day(on)), scope: {} }).total,
    );
  };
  expect(countsOn()).toEqual([0, 1, 1, 2]);
  play.do((review) =>
    correctDate(review, secretariat, { what: "round", round: 2, to: day("2021-01-24"), reason: slip }, now),
  );
  expect(countsOn()).toEqual([0, 0, 1, 2]);
});
