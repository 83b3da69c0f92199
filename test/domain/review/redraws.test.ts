import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evolveParty } from "../../../domain/parties/parties.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import type { SeatChanges } from "../../../domain/lots/seats.ts";
import { lotsLimits } from "../../../domain/policy/lots.ts";
import { askClarification } from "../../../domain/review/commands/clarifications.ts";
import { agreeLanguages } from "../../../domain/review/commands/consultation.ts";
import { may } from "../../../domain/review/permissions.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { askRedraw, carryOutRedraw } from "../../../domain/review/commands/redraw-seat.ts";
import { fold } from "../../../domain/audit/aggregates.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { lettersTo } from "../letters/review-samples.ts";
import { replace, replacement } from "./mandate-plays.ts";
import { agree, clear, concludedPlay, inFeedback, inObservations, inQuestionnaire, submit, table } from "./journey.ts";
import {
  at,
  day,
  delegate,
  drawing,
  factKinds,
  focalPoint,
  hash,
  mandateId,
  mission,
  party,
  Play,
  refusalOf,
  seat,
  recording,
  secretariat,
  texts,
} from "./play.ts";

const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const parties = file.ok ? file.parties : [];
const partyOf = (code: string): Party => {
  const found = parties.find(({ id }) => id === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
};
/** Rules of lots that nothing breaks: for the effects of a redraw. */
const free: LivePairings = { groups: [], parties: [], limits: inForce(lotsLimits, day("2020-12-01")) };

const request = (play: Play, from: string, on: string, by = "FR") => {
  const redrawRequest = askRedraw(play.review, partyOf(by), mission(by), { seat: party(from) }, at(on));
  if (!redrawRequest.ok) throw new Error(redrawRequest.refusal);
  play.take({ ok: true, facts: redrawRequest.review });
  return redrawRequest;
};
const redraw = (play: Play, from: string, to: Seat, on: string, more: Partial<SeatChanges> = {}) => {
  request(play, from, on);
  return play.do((review) => carryOutRedraw(review, secretariat, drawing(from, to, more), free, at(on)));
};
const italy = seat("IT", "reviewing");

describe("a request for a redraw", () => {
  test("is counted on the party, four times at most", () => {
    let asking = partyOf("FR");
    const seats = [
      seat("FR", "under-review"),
      ...["PE", "KE", "IT", "DE", "ES"].map((code) => seat(code, "reviewing")),
    ];
    const play = new Play(seats).start();
    for (const [place, code] of ["PE", "KE", "IT", "DE"].entries()) {
      const redrawRequest = askRedraw(play.review, asking, mission("FR"), { seat: party(code) }, at("2021-01-04"));
      if (!redrawRequest.ok) throw new Error(redrawRequest.refusal);
      play.take({ ok: true, facts: redrawRequest.review });
      asking = redrawRequest.party.reduce<Party>(evolveParty, asking);
      expect(asking.redraws).toBe(place + 1);
    }
    expect(askRedraw(play.review, asking, mission("FR"), { seat: party("ES") }, at("2021-01-05"))).toEqual({
      ok: false,
      refusal: "redraws-used-up",
      details: { most: 4 },
    });
  });

  test("twice for one seat is once", () => {
    const play = inQuestionnaire();
    request(play, "PE", "2021-02-01");
    expect(request(play, "PE", "2021-02-02")).toEqual({ ok: true, review: [], party: [] });
  });

  test.each([
    ["the focal point of the party under review, for a reviewing seat", "FR", focalPoint("FR"), "PE", "accepted"],
    ["a reviewing party, for its own seat", "PE", mission("PE"), "PE", "accepted"],
    ["the secretariat, for the requesting party", "FR", recording("FR", "2021-01-20"), "KE", "accepted"],
    ["the secretariat, from no source", "FR", secretariat, "KE", "source-missing"],
    ["the secretariat, for another party", "FR", recording("PE", "2021-01-20"), "KE", "not-yours"],
    ["a reviewing party, for another's seat", "PE", mission("PE"), "KE", "unknown-seat"],
    ["for the seat under review", "FR", mission("FR"), "FR", "unknown-seat"],
    ["for a party without a seat", "FR", mission("FR"), "DE", "unknown-seat"],
    ["another party's mission", "FR", mission("PE"), "PE", "not-yours"],
    ["an expert", "FR", delegate("FR", "ex"), "PE", "not-yours"],
    ["a party that is not in the review", "DE", mission("DE"), "PE", "not-found"],
  ])("by %s: %s %s", (_, code, by, from, outcome) => {
    const redrawRequest = askRedraw(
      inQuestionnaire().review,
      partyOf(code),
      by,
      { seat: party(from) },
      at("2021-02-01"),
    );
    expect(redrawRequest.ok ? "accepted" : redrawRequest.refusal).toBe(outcome);
  });

  test("of a concluded review is refused", () => {
    expect(
      askRedraw(concludedPlay().review, partyOf("FR"), mission("FR"), { seat: party("PE") }, at("2022-03-01")),
    ).toMatchObject({
      refusal: "wrong-stage",
    });
  });
});

describe("a redraw in the middle of feedback", () => {
  const play = inFeedback("2021-06-30");
  play.do((review) =>
    askClarification(review, focalPoint("PE"), { party: party("PE"), question: hash("q") }, at("2021-08-02")),
  );
  clear(play, "KE", "2021-09-01");
  const facts = redraw(play, "PE", italy, "2021-09-30");

  test("ends the old reviewer's obligations, mandates and questions in one step", () => {
    expect(factKinds(facts)).toEqual([
      "obligation-voided",
      "clarification-closed",
      "obligation-voided",
      "mandate-ended",
      "mandate-ended",
      "seat-redrawn",
      "obligation-opened",
      "obligation-opened",
      "obligation-opened",
    ]);
    expect(play.obligation("feedback:PE")).toMatchObject({ state: "void", generation: 2 });
    expect(play.obligation("clarification-1:FR").state).toBe("void");
    expect(facts.find(({ kind }) => kind === "obligation-voided")).toMatchObject({ generation: 1, nextGeneration: 2 });
    for (const actor of [focalPoint("PE"), mission("PE")])
      expect(may(actor, "review.read", { review: play.review }, at("2021-09-30"))).toBe(false);
  });

  test("ends also the mandate of who was named to follow the old one's focal point", () => {
    const succeeded = replace(inQuestionnaire(), replacement("PE", "second", "2021-04-01"), "2021-02-15");
    redraw(succeeded, "PE", italy, "2021-03-01");
    const { since, until } = succeeded.review.mandates[mandateId("secondPE")] ?? {};
    expect(until !== undefined && since !== undefined && until <= since).toBe(true);
  });

  test("ends an obligation in the next generation and in no other", () => {
    const withNext = (change: (fact: FactOf<"obligation-voided">) => Fact) =>
      fold(
        "review",
        undefined,
        play.facts.map((fact) => (fact.kind === "obligation-voided" ? change(fact) : fact)),
      );
    expect(() => withNext((fact) => ({ ...fact, nextGeneration: 5 }))).toThrow("cannot become void in 5");
  });

  test("keeps the answers, and what the other reviewer cleared", () => {
    expect(play.review.stage).toBe("feedback");
    expect(play.review.answers).toBeDefined();
    expect(Object.keys(play.review.feedback ?? {})).toEqual(["KE"]);
    expect(play.obligation("feedback:KE").state).toBe("met");
  });

  test("opens the newcomer's nominations due in two and four weeks, and its feedback due in six months, from that day", () => {
    expect(play.obligation("focal-point:IT").dueAt).toBe("2021-10-14T21:59:59.999Z");
    expect(play.obligation("experts:IT").dueAt).toBe("2021-10-28T21:59:59.999Z");
    expect(play.obligation("feedback:IT")).toMatchObject({ openedOn: "2021-09-30", dueAt: "2022-03-30T21:59:59.999Z" });
  });

  test("has languages confirmed with the newcomer", () => {
    expect(play.review.consultation?.toConfirmWith).toEqual(["IT"]);
    play.do((review) => agreeLanguages(review, secretariat, { languages: ["en"] }, at("2021-10-15")));
    expect(play.review.consultation?.toConfirmWith).toBeUndefined();
  });

  test("continues when the newcomer has named its people and cleared", () => {
    play.name("IT", "focal-point", "2021-10-10");
    clear(play, "IT", "2022-03-01");
    expect(play.review.stage).toBe("observations");
    expect(play.replayed()).toEqual(play.review);
  });
});

describe("a redraw at other times", () => {
  test("before the start only changes the seat", () => {
    const play = new Play();
    redraw(play, "PE", italy, "2020-11-20");
    expect(Object.keys(play.review.seats)).toEqual(["FR", "KE", "IT"]);
    expect(play.review.obligations).toEqual({});
    play.start();
    expect(play.obligation("focal-point:IT").dueAt).toBe("2020-12-15T22:59:59.999Z");
  });

  test("while the review waits for the old one's focal point lets it wait for the newcomer's", () => {
    const play = new Play().start().name("FR", "focal-point", "2020-12-04").name("KE", "focal-point", "2020-12-04");
    redraw(play, "PE", italy, "2021-03-01");
    expect(play.review.stage).toBe("nomination");
    expect(play.review.consultation?.toConfirmWith).toBeUndefined();
    play.name("IT", "focal-point", "2021-03-08");
    expect(play.review.stage).toBe("consultation");
  });

  test("before the answers opens no feedback; the receipt opens it", () => {
    const play = inQuestionnaire();
    redraw(play, "PE", italy, "2021-03-01");
    expect(play.review.obligations).not.toHaveProperty("feedback:IT");
    play.name("IT", "focal-point", "2021-03-08");
    submit(play, "2021-06-30");
    expect(play.obligation("feedback:IT").openedOn).toBe("2021-06-30");
  });

  test("with the list on the table opens feedback and agreement, and the list waits for both", () => {
    const play = table(inObservations(), "v", "2021-12-01");
    for (const code of ["FR", "PE", "KE"]) agree(play, code, 1, "2021-12-10");
    redraw(play, "PE", italy, "2022-01-10");
    expect(play.review.observations).toMatchObject({ version: 1, agreed: { FR: 1, KE: 1 } });
    expect(play.review.observations?.agreedAt).toBeUndefined();
    expect(play.obligation("agreement:IT")).toMatchObject({
      openedOn: "2022-01-10",
      dueAt: "2022-12-01T22:59:59.999Z",
    });
    expect(play.obligation("feedback:IT").dueAt).toBe("2022-07-10T21:59:59.999Z");
    play.name("IT", "focal-point", "2022-01-20");
    expect(() => agree(play, "IT", 1, "2022-02-01")).toThrow("feedback-open");
    clear(play, "IT", "2022-05-01");
    agree(play, "IT", 1, "2022-05-02");
    expect(play.review.observations?.agreedAt).toBe(at("2022-05-02"));
  });

  test("without a request, to a party that sits there, or for another kind of seat is refused", () => {
    const play = inQuestionnaire();
    const carryOut = (to: Seat, from = "PE", by = secretariat) =>
      refusalOf(carryOutRedraw(play.review, by, drawing(from, to), free, at("2021-03-01")));
    expect(carryOut(italy)).toBe("redraw-not-asked");
    request(play, "PE", "2021-02-01");
    for (const held of ["FR", "PE", "KE"]) expect(carryOut(seat(held, "reviewing"))).toBe("seat-held");
    expect(carryOut(seat("IT", "additional-reviewer"))).toBe("unknown-seat");
    expect(carryOut(italy, "DE")).toBe("unknown-seat");
    expect(carryOut(italy, "PE", mission("FR"))).toBe("not-yours");
  });

  test("carried out twice is once", () => {
    const play = inQuestionnaire();
    redraw(play, "PE", italy, "2021-03-01");
    expect(carryOutRedraw(play.review, secretariat, drawing("PE", italy), free, at("2021-03-02"))).toEqual({
      ok: true,
      facts: [],
    });
  });
});

describe("a redraw that changes additional reviewers", () => {
  /** Plays a review of France by Peru and Kenya, which lack a protocol that Chile and Ghana review. */
  const inFeedbackOfFive = () => {
    const seats = [
      seat("FR", "under-review", "UNTOC", "TIP", "FP"),
      seat("PE", "reviewing", "UNTOC", "TIP"),
      seat("KE", "reviewing", "UNTOC", "TIP"),
      seat("CL", "additional-reviewer", "FP"),
      seat("GH", "additional-reviewer", "FP"),
    ];
    return inFeedback("2021-06-30", seats, { ...texts, FP: hash("c") });
  };
  const whole = seat("IT", "reviewing", "UNTOC", "TIP", "FP");

  test("lets one that is no longer needed leave in the same step: obligations, mandates and access end", () => {
    const play = inFeedbackOfFive();
    const facts = redraw(play, "PE", whole, "2021-09-30", { leaving: [party("CL")] });
    expect(Object.keys(play.review.seats)).toEqual(["FR", "KE", "GH", "IT"]);
    expect(play.obligation("feedback:CL")).toMatchObject({ state: "void", generation: 2 });
    expect(facts.filter(({ kind }) => kind === "mandate-ended").length).toBe(4);
    for (const actor of [focalPoint("CL"), mission("CL"), focalPoint("PE")])
      expect(may(actor, "review.read", { review: play.review }, at("2021-09-30"))).toBe(false);
    expect(play.replayed()).toEqual(play.review);
  });

  test("keeps what such a one had cleared readable, as of a former reviewer, and counts it no more", () => {
    const play = inFeedbackOfFive();
    clear(play, "CL", "2021-09-01", { FP: hash("d") });
    redraw(play, "PE", whole, "2021-09-30", { leaving: [party("CL")] });
    expect(play.review.formerFeedback).toMatchObject([{ party: "CL", by: "IT", drawnAwayAt: at("2021-09-30") }]);
    expect(Object.keys(play.review.feedback ?? {})).toEqual([]);
  });

  test("gives an additional reviewer the obligations of a newcomer, from that day", () => {
    const play = inFeedbackOfFive();
    const spain = seat("ES", "additional-reviewer", "TIP");
    redraw(play, "PE", seat("IT", "reviewing", "UNTOC"), "2021-09-30", { additional: [spain] });
    expect(play.review.seats[party("ES")]).toEqual(spain);
    expect(play.obligation("focal-point:ES").dueAt).toBe("2021-10-14T21:59:59.999Z");
    expect(play.obligation("feedback:ES")).toMatchObject({ openedOn: "2021-09-30", dueAt: "2022-03-30T21:59:59.999Z" });
    expect(play.review.consultation?.toConfirmWith).toEqual(["IT", "ES"]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("lets one continue with fewer instruments, with the obligations that it had", () => {
    const play = inFeedbackOfFive();
    redraw(play, "PE", whole, "2021-09-30", { leaving: [party("CL")] });
    const narrowed = seat("GH", "additional-reviewer", "TIP");
    redraw(play, "KE", seat("ES", "reviewing", "UNTOC", "FP"), "2021-10-30", { narrowed: [narrowed] });
    expect(play.review.seats[party("GH")]).toEqual(narrowed);
    expect(play.obligation("feedback:GH")).toMatchObject({ state: "open", generation: 1 });
  });

  test("ends the request for a seat that leaves with another", () => {
    const play = inFeedbackOfFive();
    request(play, "CL", "2021-09-01");
    redraw(play, "PE", whole, "2021-09-30", { leaving: [party("CL")] });
    expect(play.review.redrawsAsked).toBeUndefined();
  });

  test("is notified to each party that comes, leaves or reviews less", () => {
    const play = inFeedbackOfFive();
    const now = at("2021-09-30");
    const spain = seat("ES", "additional-reviewer", "TIP");
    const facts = redraw(play, "PE", seat("IT", "reviewing", "UNTOC", "FP"), "2021-09-30", {
      additional: [spain],
      leaving: [party("CL")],
    });
    const redrawn = lettersTo(play, facts, now).filter((letter) => letter.startsWith("seat-redrawn"));
    expect(redrawn.toSorted()).toEqual(["CL", "ES", "IT", "PE"].map((code) => `seat-redrawn mission ${code}`));
  });

  test("to a party that sits there already, or takes one for additional that is none, changes nothing", () => {
    const play = inFeedbackOfFive();
    request(play, "PE", "2021-09-01");
    const outcome = (more: Partial<SeatChanges>) =>
      refusalOf(carryOutRedraw(play.review, secretariat, drawing("PE", whole, more), free, at("2021-09-30")));
    for (const code of ["KE", "CL", "IT"])
      expect([code, outcome({ additional: [seat(code, "additional-reviewer", "FP")] })]).toEqual([code, "seat-held"]);
    for (const code of ["KE", "FR", "PE", "DE"])
      expect([code, outcome({ leaving: [party(code)] })]).toEqual([code, "unknown-seat"]);
    expect(outcome({ narrowed: [seat("KE", "additional-reviewer", "FP")] })).toBe("unknown-seat");
  });
});
