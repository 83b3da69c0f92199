import { describe, expect, test } from "vitest";
import { drawReview } from "../../../domain/review/commands/start-review.ts";
import { waiveReviewerLimit, withdrawReviewerLimitWaiver } from "../../../domain/review/commands/reviewer-limit.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { concludedPlay } from "./journey.ts";
import { at, expert, focalPoint, mission, Play, recording, refusalOf, seat, secretariat, usualSeats } from "./play.ts";

const waive = (play: Play, by = mission("FR"), on = "2021-02-01") => waiveReviewerLimit(play.review, by, at(on));
const withdraw = (play: Play, by = mission("FR"), on = "2021-02-02") =>
  withdrawReviewerLimitWaiver(play.review, by, at(on));
const five = [...usualSeats, ...["IT", "ES", "DE"].map((code) => seat(code, "additional-reviewer", "TIP"))];

describe("a waiver of the limit of four reviewers", () => {
  test("is given by the party under review alone, or recorded for it from a source", () => {
    const play = new Play().start().nameAll();
    const given = [focalPoint("FR"), mission("FR"), expert("FR"), focalPoint("PE"), mission("PE"), secretariat];
    expect(given.map((by) => refusalOf(waive(play, by)))).toEqual([
      "accepted",
      "accepted",
      "not-yours",
      "not-yours",
      "not-yours",
      "source-missing",
    ]);
    expect(refusalOf(waive(play, recording("PE", "2021-01-20")))).toBe("not-yours");
    expect(refusalOf(waive(play, recording("FR", "2021-01-20", "note-verbale", "2021-02-02")))).toBe(
      "source-in-the-future",
    );
    play.do(() => waive(play, recording("FR", "2021-01-20")));
    expect(play.review.reviewerLimitWaivedAt).toBe("2021-01-19T23:00:00.000Z");
  });

  test("is recorded once, and ends with its withdrawal, of which there is one", () => {
    const play = new Play();
    expect(refusalOf(withdraw(play))).toBe("nothing-to-withdraw");
    play.do(() => waive(play));
    expect(waive(play, focalPoint("FR"))).toMatchObject({ ok: false });
    expect(waive(play, mission("FR"), "2021-02-03")).toEqual({ ok: true, facts: [] });
    expect(refusalOf(withdraw(play, recording("FR", "2021-01-31")))).toBe("date-too-early");
    play.do(() => withdraw(play));
    expect(play.review.reviewerLimitWaivedAt).toBeUndefined();
    expect(refusalOf(withdraw(play))).toBe("nothing-to-withdraw");
    expect(play.replayed()).toEqual(play.review);
  });

  test("is not taken back while a fifth reviewer sits by it", () => {
    const play = new Play(five);
    play.do(() => waive(play));
    expect(withdraw(play)).toMatchObject({ refusal: "waiver-used", details: { most: 4 } });
    const four = new Play(five.slice(0, -1));
    four.do(() => waive(four));
    expect(refusalOf(withdraw(four))).toBe("accepted");
  });

  test("is none once the review has concluded", () => {
    expect(refusalOf(waive(concludedPlay(), mission("FR"), "2022-06-01"))).toBe("wrong-stage");
  });

  test("comes with the drawing of a party that had given it before", () => {
    const { id, cluster, group, party } = new Play().review;
    const drawn = drawReview({ id, cluster, group, party, seats: five, limitWaived: true }, at("2020-11-02"));
    const [fact] = drawn.ok ? drawn.facts : [];
    expect(fact && evolveReview(undefined, fact).reviewerLimitWaivedAt).toBe(at("2020-11-02"));
  });
});
