import { expect, describe, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { returnFeedback } from "../../../domain/review/commands/feedback.ts";
import { consentToPublication, publishObservations } from "../../../domain/review/commands/observations.ts";
import { may } from "../../../domain/review/permissions.ts";
import { returnAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { readableFeedback } from "../../../domain/views/review-details.ts";
import { feedbackOf, publicationView, publishedTexts, publishedVersion } from "../../../domain/views/texts.ts";
import { visibleInstruments } from "../../../domain/review/visibility.ts";
import { agree, clear, inFeedback, redrawTo, table } from "./journey.ts";
import { at, expert, focalPoint, mission, party, type Play, refusalOf, seat, secretariat, texts } from "./play.ts";

describe("feedback that the old reviewer had cleared", () => {
  const cleared = { at: at("2021-09-01"), documents: texts };
  const drawn = () => {
    const play = clear(inFeedback("2021-06-30"), "PE", "2021-09-01");
    redrawTo(play, "PE", seat("IT", "reviewing"), "2021-09-30");
    return play;
  };
  const known = new Map([
    [texts.UNTOC, { text: "On the Convention." }],
    [texts.TIP, { text: "On the Protocol." }],
  ]);
  const items = (play: Play, actor: Actor, on = "2021-10-01") =>
    readableFeedback(play.review).map((one) => feedbackOf(play.review, one, actor, known, at(on)));
  const former = {
    party: "PE",
    clearedAt: at("2021-09-01"),
    formerReviewer: { until: at("2021-09-30"), replacedBy: "IT" },
    texts: [
      { instrument: "UNTOC", hash: texts.UNTOC, text: "On the Convention." },
      { instrument: "TIP", hash: texts.TIP, text: "On the Protocol." },
    ],
  };

  test("stays readable, marked as of a former reviewer, to those who read feedback", () => {
    const play = drawn().name("IT", "focal-point", "2021-10-01").name("IT", "expert", "2021-10-01");
    expect(play.review.formerFeedback).toEqual([{ party: "PE", by: "IT", drawnAwayAt: at("2021-09-30"), ...cleared }]);
    for (const actor of [secretariat, focalPoint("FR"), expert("FR"), focalPoint("KE"), focalPoint("IT"), expert("IT")])
      expect([actor.party, items(play, actor)]).toEqual([actor.party, [former]]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("is read no more by the people of the old reviewer", () => {
    const { review } = drawn();
    for (const actor of [focalPoint("PE"), expert("PE"), mission("PE")]) {
      expect(may(actor, "feedback.read", { review }, at("2021-10-01"))).toBe(false);
      expect(visibleInstruments("feedback", review, actor, at("2021-10-01"))).toEqual([]);
    }
  });

  test("does not replace that of the newcomer, which has its own obligation", () => {
    const play = clear(drawn().name("IT", "focal-point", "2021-10-01"), "KE", "2021-11-15");
    expect([play.review.stage, play.obligation("feedback:IT").state]).toEqual(["feedback", "open"]);
    clear(play, "IT", "2022-01-15");
    expect(play.review.stage).toBe("observations");
    expect(
      items(play, secretariat, "2022-01-16").map(({ party: of, formerReviewer }) => [of, formerReviewer?.replacedBy]),
    ).toEqual([
      ["IT", undefined],
      ["KE", undefined],
      ["PE", "IT"],
    ]);
  });

  test("is returned to no party, and lets the answers go back while no reviewer of today has cleared", () => {
    const play = drawn();
    const returning = { party: party("PE"), reason: "A page was missing" };
    expect(refusalOf(returnFeedback(play.review, secretariat, returning, at("2021-10-02")))).toBe("not-owed");
    play.do((review) => returnAnswers(review, secretariat, "A page was missing", at("2021-10-02")));
    expect(items(play, secretariat, "2021-10-03")).toEqual([former]);
  });

  test("is not part of what is published, which is the dialogue with the reviewers of the review", () => {
    const play = clear(drawn().name("IT", "focal-point", "2021-10-01"), "KE", "2021-11-15");
    table(clear(play, "IT", "2022-01-15"), "v", "2022-02-01", focalPoint("KE"));
    for (const code of ["FR", "IT", "KE"]) agree(play, code, 1, "2022-02-10");
    play.do((review) => publishObservations(review, secretariat, { version: 1 }, at("2022-03-01")));
    play.do((review) => consentToPublication(review, focalPoint("FR"), { parts: ["dialogue"] }, at("2022-03-02")));
    const shown = publishedTexts(play.review).map(({ show }) => show(known));
    const published = publicationView(play.review, publishedVersion(play.review), { text: "A list." }, shown);
    expect(published?.dialogue?.feedback.map(({ party: of }) => of)).toEqual(["IT", "KE"]);
  });

  test("that was never cleared leaves nothing behind", () => {
    const play = inFeedback("2021-06-30");
    redrawTo(play, "PE", seat("IT", "reviewing"), "2021-09-30");
    expect(play.review).not.toHaveProperty("formerFeedback");
  });
});
