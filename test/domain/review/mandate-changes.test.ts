import { describe, expect, test } from "vitest";
import { mandatesOf, partiesWithoutFocalPoint } from "../../../domain/review/mandates.ts";
import { removeMandate, replaceMandate } from "../../../domain/review/commands/change-mandates.ts";
import { may } from "../../../domain/review/permissions.ts";
import { submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { mayRead, maySubmit, removal, remove, replace, replacement } from "./mandate-plays.ts";
import { clear, concludedPlay, inConsultation, inFeedback, inQuestionnaire, submit } from "./journey.ts";
import {
  at,
  delegate,
  factKinds,
  mandateId,
  mission,
  party,
  Play,
  recording,
  refusalOf,
  texts,
  usualSeats,
} from "./play.ts";

const old = delegate("FR", "fp");
const next = delegate("FR", "second");

describe("replacing a focal point", () => {
  test("takes effect at once: the old one's access has ended, the new one clears, the obligations stay the party's", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second"), "2021-03-01");
    expect([mayRead(old, play, "2021-03-01"), maySubmit(old, play, "2021-03-01")]).toEqual([false, false]);
    expect([mayRead(next, play, "2021-03-01"), maySubmit(next, play, "2021-03-01")]).toEqual([true, true]);
    expect(refusalOf(submitAnswers(play.review, old, texts, at("2021-03-02")))).toBe("not-found");
    expect(refusalOf(submitAnswers(play.review, next, texts, at("2021-03-02")))).toBe("accepted");
    expect(play.obligation("questionnaire:FR")).toMatchObject({ state: "open", generation: 1 });
    expect(play.review.stage).toBe("questionnaire");
  });

  test("from a day ahead lets both read and the old one clear until then", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second", "2021-04-01"), "2021-03-01");
    // The first instant of 1 April in Vienna is 22:00 UTC of the day before: summer time.
    const eve = "2021-03-31T21:59:59.999Z";
    const morning = "2021-03-31T22:00:00.000Z";
    expect([mayRead(old, play, eve), maySubmit(old, play, eve)]).toEqual([true, true]);
    expect([mayRead(next, play, eve), maySubmit(next, play, eve)]).toEqual([true, false]);
    expect([mayRead(old, play, morning), maySubmit(old, play, morning)]).toEqual([false, false]);
    expect([mayRead(next, play, morning), maySubmit(next, play, morning)]).toEqual([true, true]);
    expect(mandatesOf(play.review, party("FR"), "focal-point", at(morning))).toHaveLength(1);
  });

  test("twice keeps the history", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second"), "2021-03-01");
    replace(play, replacement("FR", "third", undefined, "second"), "2021-05-01");
    const served = Object.values(play.review.mandates).filter(
      ({ role, party: of }) => role === "focal-point" && of === "FR",
    );
    expect(served.map(({ since, until }) => [since, until])).toEqual([
      ["2020-12-09T23:00:00.000Z", at("2021-03-01")],
      [at("2021-03-01"), at("2021-05-01")],
      [at("2021-05-01"), undefined],
    ]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("again before the day has come passes the successor over", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second", "2021-04-01"), "2021-03-01");
    replace(play, replacement("FR", "third", undefined, "second"), "2021-03-10");
    expect(partiesWithoutFocalPoint(play.review, at("2021-03-31"))).toEqual([]);
    expect(mandatesOf(play.review, party("FR"), "focal-point", at("2021-04-01")).map(({ id }) => id)).toEqual([
      mandateId("thirdFR"),
    ]);
    expect(mayRead(next, play, "2021-03-15")).toBe(false);
  });

  test("acts in every review of the party that has that mandate, and in no other", () => {
    const first = new Play(usualSeats).start().nameAll();
    const second = new Play([
      { party: party("DE"), role: "under-review", instruments: ["UNTOC"] },
      { party: party("FR"), role: "reviewing", instruments: ["UNTOC"] },
    ])
      .start()
      .nameAll();
    const third = new Play([
      { party: party("IT"), role: "under-review", instruments: ["UNTOC"] },
      { party: party("FR"), role: "reviewing", instruments: ["UNTOC"] },
    ])
      .start()
      .name("FR", "focal-point", "2020-12-11", "other");
    const outcome = replaceMandate(
      [first.review, second.review, third.review],
      recording("FR", "2021-03-01"),
      replacement("FR", "second"),
      at("2021-03-01"),
    );
    expect(outcome.ok && outcome.changes.map(({ review }) => review.id)).toEqual(["c1-FR", "c1-DE"]);
  });

  test("in a concluded review continues, for the consent to publication", () => {
    const play = replace(concludedPlay(), replacement("FR", "second"), "2022-03-01");
    expect(may(next, "publication.consent", { review: play.review, party: party("FR") }, at("2022-03-01"))).toBe(true);
  });

  test.each([
    ["another party's mission", mission("PE"), replacement("FR", "second"), "not-yours"],
    ["the focal point", old, replacement("FR", "second"), "not-yours"],
    ["of a mandate never given", mission("FR"), replacement("FR", "second", undefined, "nobody"), "unknown-mandate"],
    [
      "of another party's mandate",
      mission("FR"),
      { ...replacement("FR", "second"), mandate: mandateId("fpPE") },
      "unknown-mandate",
    ],
    ["from before the old one began", mission("FR"), replacement("FR", "second", "2020-12-09"), "date-too-early"],
    ["from a day beyond two years", mission("FR"), replacement("FR", "second", "2023-03-02"), "date-too-late"],
    ["by the one who serves", mission("FR"), replacement("FR", "fp"), "already-serves"],
    ["by the one who serves, on a day ahead", mission("FR"), replacement("FR", "fp", "2021-06-01"), "already-serves"],
  ])("%s is refused: %s", (_, by, what, refusal) => {
    expect(replaceMandate([inQuestionnaire().review], by, what, at("2021-03-01"))).toMatchObject({ refusal });
  });

  test("repeated is no change; of a mandate that has ended it is refused", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second"), "2021-03-01");
    expect(replaceMandate([play.review], mission("FR"), replacement("FR", "second"), at("2021-03-02"))).toEqual({
      ok: true,
      changes: [],
    });
    expect(replaceMandate([play.review], mission("FR"), replacement("FR", "third"), at("2021-03-02"))).toMatchObject({
      refusal: "mandate-ended",
    });
  });
});

describe("removing without a successor", () => {
  test("requires a focal point within two weeks, and the stage stays", () => {
    const play = remove(inQuestionnaire(), removal("FR", "focal-point"), "2021-03-01");
    expect(play.review.stage).toBe("questionnaire");
    expect(play.obligation("focal-point:FR")).toMatchObject({
      state: "open",
      generation: 2,
      openedOn: "2021-03-01",
      dueAt: "2021-03-15T22:59:59.999Z",
      originalDueAt: "2021-03-15T22:59:59.999Z",
    });
    play.name("FR", "focal-point", "2021-03-10", "second");
    expect(play.obligation("focal-point:FR")).toMatchObject({ state: "met", generation: 2 });
  });

  test("from a day ahead counts from that day; until then the old one acts", () => {
    const play = remove(inQuestionnaire(), removal("FR", "focal-point", "2021-03-20"), "2021-03-01");
    // Two weeks from 20 March are 3 April, in summer time.
    expect(play.obligation("focal-point:FR")).toMatchObject({
      openedOn: "2021-03-20",
      dueAt: "2021-04-03T21:59:59.999Z",
    });
    expect(maySubmit(old, play, "2021-03-19")).toBe(true);
    expect(maySubmit(old, play, "2021-03-20")).toBe(false);
    play.name("FR", "focal-point", "2021-03-05", "second");
    expect(play.obligation("focal-point:FR")).toMatchObject({ state: "met", settledAt: "2021-03-04T23:00:00.000Z" });
    expect(mandatesOf(play.review, party("FR"), "focal-point", at("2021-03-19")).map(({ id }) => id)).toEqual([
      mandateId("fpFR"),
    ]);
    expect(mandatesOf(play.review, party("FR"), "focal-point", at("2021-03-20")).map(({ id }) => id)).toEqual([
      mandateId("secondFR"),
    ]);
  });

  test("of a reviewer's focal point at the submission keeps the answers and holds the stage until one is named", () => {
    const play = remove(inQuestionnaire(), removal("KE", "focal-point"), "2021-06-29");
    submit(play, "2021-06-30");
    expect(play.review.stage).toBe("questionnaire");
    expect(play.obligation("questionnaire:FR").state).toBe("met");
    play.name("KE", "focal-point", "2021-07-08", "second");
    expect(play.review.stage).toBe("feedback");
    expect(play.review.stageSince).toBe("2021-07-07T22:00:00.000Z");
    // The clock of the feedback starts with the receipt of the answers all the same.
    expect(play.obligation("feedback:KE")).toMatchObject({ openedOn: "2021-06-30", dueAt: "2021-12-30T22:59:59.999Z" });
  });

  test("of a focal point that had cleared holds the next stage until one is named", () => {
    const play = clear(inFeedback(), "PE", "2021-10-01");
    remove(play, removal("PE", "focal-point"), "2021-10-02");
    clear(play, "KE", "2021-10-03");
    expect(play.review.stage).toBe("feedback");
    play.name("PE", "focal-point", "2021-10-05", "second");
    expect(play.review.stage).toBe("observations");
  });

  test("of the last expert requires experts within four weeks; where another remains, nothing", () => {
    const play = inQuestionnaire().name("FR", "expert", "2021-01-20", "another");
    remove(play, removal("FR", "expert"), "2021-03-01");
    expect(play.obligation("experts:FR")).toMatchObject({ state: "met", generation: 1 });
    remove(play, { party: party("FR"), mandate: mandateId("anotherFR") }, "2021-03-02");
    expect(play.obligation("experts:FR")).toMatchObject({
      state: "open",
      generation: 2,
      dueAt: "2021-03-30T21:59:59.999Z",
    });
  });

  test("of an observer opens no obligation", () => {
    const play = inQuestionnaire().name("FR", "observer", "2021-01-20");
    const outcome = removeMandate([play.review], mission("FR"), removal("FR", "observer"), at("2021-03-01"));
    expect(outcome.ok && outcome.changes.map(({ facts }) => factKinds(facts))).toEqual([["mandate-ended"]]);
  });

  test("before the start opens no obligation yet, and the start opens it", () => {
    const play = new Play(usualSeats).name("FR", "focal-point", "2020-11-10");
    remove(play, removal("FR", "focal-point"), "2020-11-20");
    expect(play.review.obligations).toEqual({});
    play.start();
    expect(play.obligation("focal-point:FR")).toMatchObject({ state: "open", generation: 1 });
  });

  test("twice is once", () => {
    const play = remove(inConsultation(), removal("FR", "focal-point"), "2021-03-01");
    expect(removeMandate([play.review], mission("FR"), removal("FR", "focal-point"), at("2021-03-05"))).toEqual({
      ok: true,
      changes: [],
    });
    expect(play.replayed()).toEqual(play.review);
  });
});
