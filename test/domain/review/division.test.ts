import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { notificationsFor } from "../../../domain/letters/notifications.ts";
import { undividedInstruments } from "../../../domain/review/division.ts";
import { instrumentsDue } from "../../../domain/review/instruments-due.ts";
import { askClarification } from "../../../domain/review/commands/clarifications.ts";
import { divideWork } from "../../../domain/review/commands/divide-work.ts";
import { draftRefused } from "../../../domain/review/commands/drafts.ts";
import { clearFeedback, returnFeedback } from "../../../domain/review/commands/feedback.ts";
import { listedObligation } from "../../../domain/views/listed-reviews.ts";
import { obligationView } from "../../../domain/views/reviews.ts";
import type { Instrument } from "../../../schemas/base/values.ts";
import { clear, concludedPlay, inConsultation, inFeedback, inQuestionnaire, redrawTo, submit } from "./journey.ts";
import { at, day, expert, focalPoint, hash, mission, party, type Play, refusalOf, seat, secretariat } from "./play.ts";

const now = at("2021-07-10");
const by = focalPoint("PE");
const parts = (given: Readonly<Record<string, readonly Instrument[]>>) =>
  Object.entries(given).map(([code, instruments]) => ({ party: party(code), instruments: [...instruments] }));
/** The usual division: Peru takes the Convention, Kenya the Protocol against trafficking. */
const usual = { PE: ["UNTOC"], KE: ["TIP"] } as const;
const divide = (
  play: Play,
  given: Readonly<Record<string, readonly Instrument[]>> = usual,
  on = now,
  who: Actor = by,
) => play.do((review) => divideWork(review, who, parts(given), on));
const pending = ({ review }: Play) => ["PE", "KE"].map((code) => instrumentsDue(review, party(code)).join(" "));
const refusal = (play: Play, given: Readonly<Record<string, readonly Instrument[]>>, who: Actor = by) =>
  divideWork(play.review, who, parts(given), now);
const untoc = { UNTOC: hash("a") };
const tip = { TIP: hash("b") };
const recorder = (code: string): Actor => ({
  ...secretariat,
  recordsFor: {
    party: party(code),
    happenedOn: day("2021-02-01"),
    source: { kind: "call", date: day("2021-02-01") },
  },
});

describe("a division of work", () => {
  test("decides on which instruments each reviewer gives feedback, and which feedback is incomplete", () => {
    const play = inFeedback();
    expect(pending(play)).toEqual(["UNTOC TIP", "UNTOC TIP"]);
    divide(play);
    expect(pending(play)).toEqual(["UNTOC", "TIP"]);
    expect(obligationView(listedObligation(play.review, play.obligation("feedback:KE")), now).instruments).toEqual([
      "TIP",
    ]);
    const clearing = (code: string, documents: object) =>
      clearFeedback(play.review, focalPoint(code), { party: party(code), documents }, now);
    expect(clearing("PE", tip)).toMatchObject({ refusal: "incomplete", details: { missing: ["UNTOC"] } });
    clear(play, "PE", "2021-08-01", untoc);
    clear(play, "KE", "2021-08-02", tip);
    expect([play.review.stage, play.review.feedback?.[party("KE")]?.documents]).toEqual(["observations", tip]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("made before the answers are there counts once they come", () => {
    const play = inConsultation();
    divide(play, usual, at("2021-01-05"));
    expect(play.review.division).toEqual({ number: 1, parts: parts(usual), at: at("2021-01-05"), by: "PE" });
    const answered = inQuestionnaire();
    divide(answered, usual, at("2021-02-01"));
    submit(answered, "2021-06-30");
    expect(pending(answered)).toEqual(["UNTOC", "TIP"]);
  });

  test("may give an instrument to both, and is said by the secretariat from a source", () => {
    const play = inQuestionnaire();
    divide(play, { PE: ["TIP", "UNTOC"], KE: ["TIP"] }, at("2021-02-01"), recorder("KE"));
    expect(play.review.division).toMatchObject({ by: "KE", source: { kind: "call" } });
    expect(pending(play)).toEqual(["UNTOC TIP", "TIP"]);
    expect(refusalOf(refusal(play, usual, secretariat))).toBe("source-missing");
  });

  test.each([
    [
      "leaves an instrument without a reviewer",
      { PE: ["UNTOC"], KE: ["UNTOC"] },
      "instruments-unassigned",
      { instruments: ["TIP"] },
    ],
    ["leaves a reviewer nothing", { PE: ["UNTOC", "TIP"] }, "reviewer-without-instruments", { parties: ["KE"] }],
    [
      "gives what a party may not review",
      { PE: ["UNTOC", "FP"], KE: ["TIP"] },
      "instrument-not-reviewed",
      { party: "PE", instruments: ["FP"] },
    ],
    [
      "names the party under review",
      { FR: ["UNTOC"], PE: ["UNTOC"], KE: ["TIP"] },
      "not-a-reviewer",
      { parties: ["FR"] },
    ],
    [
      "names a party without a seat",
      { DE: ["UNTOC"], PE: ["UNTOC"], KE: ["TIP"] },
      "not-a-reviewer",
      { parties: ["DE"] },
    ],
  ] as const)("that %s is refused", (_, given, problem, details) => {
    expect(refusal(inFeedback(), given)).toEqual({ ok: false, refusal: problem, details });
  });

  test("is the reviewers' focal points' to make, in the course of the review", () => {
    for (const who of [expert("PE"), mission("PE"), focalPoint("FR"), expert("FR")])
      expect(refusalOf(refusal(inFeedback(), usual, who))).toBe("not-yours");
    expect(refusalOf(refusal(inFeedback(), usual, focalPoint("DE")))).toBe("not-found");
    expect(refusalOf(refusal(inFeedback(), usual, recorder("FR")))).toBe("not-yours");
    expect(refusalOf(refusal(concludedPlay(), usual))).toBe("wrong-stage");
  });

  test("again is no fact, in whatever order it is said; another takes its place", () => {
    const play = inFeedback();
    divide(play, { PE: ["UNTOC", "TIP"], KE: ["TIP"] });
    expect(divide(play, { KE: ["TIP"], PE: ["TIP", "UNTOC"] }, at("2021-07-11"), focalPoint("KE"))).toEqual([]);
    divide(play, { PE: ["TIP"], KE: ["UNTOC"] }, at("2021-07-12"), focalPoint("KE"));
    expect([pending(play), play.review.division?.number]).toEqual([["TIP", "UNTOC"], 2]);
  });

  test("takes no instrument from a reviewer that has cleared and gives it none, until the feedback was returned", () => {
    const play = inFeedback();
    divide(play);
    clear(play, "PE", "2021-07-09", untoc);
    expect(refusal(play, { PE: ["TIP"], KE: ["UNTOC"] })).toEqual({
      ok: false,
      refusal: "work-cleared",
      details: { parties: ["PE"], instruments: ["UNTOC", "TIP"] },
    });
    expect(divide(play, { PE: ["UNTOC"], KE: ["UNTOC", "TIP"] })).toHaveLength(1);
    play.do((review) => returnFeedback(review, secretariat, { party: party("PE"), reason: "Requested." }, now));
    divide(play, { PE: ["TIP"], KE: ["UNTOC"] });
    expect(pending(play)).toEqual(["TIP", "UNTOC"]);
  });

  test("limits drafts and questions to what was taken, also after one's own clearance", () => {
    const play = inFeedback();
    divide(play);
    clear(play, "PE", "2021-07-09", untoc);
    const draft = (code: string, instrument: Instrument) =>
      draftRefused(play.review, expert(code), { kind: "feedback", party: party(code), instrument }, now);
    expect(draft("KE", "TIP")).toBeUndefined();
    expect(draft("KE", "UNTOC")).toMatchObject({
      refusal: "instrument-not-reviewed",
      details: { instruments: ["TIP"] },
    });
    const request = (instruments?: readonly Instrument[]) =>
      askClarification(play.review, by, { party: party("PE"), question: hash("q"), instruments }, now);
    expect(refusalOf(request(["TIP"]))).toBe("instrument-not-reviewed");
    play.do(() => request());
    expect(play.review.clarifications).toMatchObject([{ askedBy: "PE", instruments: ["UNTOC"] }]);
  });

  test("is open again for the instruments of the newcomer, until it is confirmed", () => {
    const play = inFeedback();
    divide(play);
    redrawTo(play, "KE", seat("IT", "reviewing"), "2021-07-11");
    expect(play.review.division).toMatchObject({ parts: [], toConfirmWith: ["IT"] });
    expect(["PE", "IT"].map((code) => instrumentsDue(play.review, party(code)))).toEqual([
      ["UNTOC", "TIP"],
      ["UNTOC", "TIP"],
    ]);
    expect(undividedInstruments(play.review, play.review.party)).toEqual(["UNTOC", "TIP"]);
    divide(play, { PE: ["UNTOC"], IT: ["TIP"] }, at("2021-07-12"));
    expect(play.review.division).not.toHaveProperty("toConfirmWith");
    expect(instrumentsDue(play.review, party("IT"))).toEqual(["TIP"]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("is confirmed with the newcomer while what another had cleared stays", () => {
    const play = inFeedback();
    divide(play);
    clear(play, "PE", "2021-07-09", untoc);
    redrawTo(play, "KE", seat("IT", "reviewing"), "2021-07-11");
    expect(refusal(play, { PE: ["UNTOC", "TIP"], IT: ["TIP"] })).toMatchObject({
      refusal: "work-cleared",
      details: { parties: ["PE"], instruments: ["TIP"] },
    });
    divide(play, { PE: ["UNTOC"], IT: ["TIP"] }, at("2021-07-12"));
    expect(instrumentsDue(play.review, party("IT"))).toEqual(["TIP"]);
  });

  test("holds on for what an additional reviewer that is drawn in does not review", () => {
    const play = inFeedback(
      "2021-06-30",
      [
        seat("FR", "under-review", "UNTOC", "TIP", "SOM"),
        seat("PE", "reviewing", "UNTOC", "TIP", "SOM"),
        seat("KE", "reviewing", "UNTOC", "TIP"),
        seat("BR", "additional-reviewer", "SOM"),
      ],
      { ...untoc, ...tip, SOM: hash("c") },
    );
    divide(play, { PE: ["UNTOC"], KE: ["TIP"], BR: ["SOM"] });
    redrawTo(play, "BR", seat("IT", "additional-reviewer", "SOM"), "2021-07-11");
    expect(["PE", "KE", "IT"].map((code) => instrumentsDue(play.review, party(code)))).toEqual([
      ["UNTOC", "SOM"],
      ["TIP"],
      ["SOM"],
    ]);
  });

  test("is notified to the focal points and experts of the reviewers and the focal point of the party under review", () => {
    const play = inFeedback();
    const [fact] = divide(play);
    const letters = fact === undefined ? [] : notificationsFor(fact, play.review, now);
    expect(letters.map(({ content }) => content.kind)).toEqual(Array(5).fill("work-divided"));
    expect(letters.map(({ recipient }) => recipient.kind === "user" && recipient.user).toSorted()).toEqual(
      [focalPoint("FR"), ...["PE", "KE"].flatMap((code) => [focalPoint(code), expert(code)])]
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});
