import { describe, expect, test } from "vitest";
import { addInstruments } from "../../../domain/review/commands/add-instruments.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { violations } from "../../../domain/lots/rules.ts";
import { limits, party as life, reviewerSeat } from "../lots/few-parties.ts";
import type { Party } from "../../../schemas/model/party.ts";
import { reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import { inFeedback, inQuestionnaire } from "./journey.ts";
import { at, day, factKinds, mission, party, Play, refusalOf, secretariat } from "./play.ts";

/** France, of the group of Kenya here, reviewed by Peru and Kenya for the Convention and the Trafficking Protocol, joined the Firearms Protocol later. */
const since = CalendarDate.parse("2021-02-01");
const joined = (one: Party, ...also: readonly ("TIP" | "FP")[]): Party => ({
  ...one,
  joined: { ...one.joined, ...Object.fromEntries(also.map((each) => [each, since])) },
});
const among = (...lacking: readonly string[]): readonly Party[] => [
  joined(life("FR", "AFRICAN", ["UNTOC", "TIP"]), "FP"),
  life("IT", "AFRICAN", ["UNTOC", "TIP", "FP"]),
  life("PE", "GRULAC", lacking.includes("PE") ? ["UNTOC", "TIP"] : ["UNTOC", "TIP", "FP"]),
  life("KE", "AFRICAN", lacking.includes("KE") ? ["UNTOC", "TIP"] : ["UNTOC", "TIP", "FP"]),
  life("CL", "GRULAC", ["UNTOC", "TIP", "FP"]),
];

const liveOf = (play: Play, parties = among()): LivePairings => ({
  groups: [
    {
      number: 1,
      plannedFor: day("2020-12-01"),
      reviews: [
        {
          id: play.review.id,
          party: play.review.party,
          seats: Object.values(play.review.seats),
          limitWaived: play.review.reviewerLimitWaivedAt !== undefined,
          countedOn: play.review.countedOn,
        },
      ],
    },
  ],
  parties,
  limits: { ...limits, load: { min: 0, max: 3 } },
});

const agreedBy = (...codes: readonly string[]) =>
  codes.map((code) => ({
    party: party(code),
    happenedOn: day("2021-03-01"),
    source: { kind: "note-verbale" as const, number: `NV ${code}`, date: day("2021-03-01") },
  }));
const all = agreedBy("FR", "PE", "KE");
const add = (
  play: Play,
  { agreements = all, live = liveOf(play), by = secretariat, now = at("2021-03-02") } = {},
  instruments: readonly ("FP" | "TIP" | "SOM")[] = ["FP"],
) => addInstruments(play.review, by, { instruments, agreements }, live, 5, now);

describe("instruments that a party joined later", () => {
  test("are reviewed by reviewing parties that have joined them already, without a drawing", () => {
    const play = inQuestionnaire();
    expect(factKinds(play.take(add(play)))).toEqual(["instruments-added"]);
    expect(Object.values(play.review.seats).map(({ instruments }) => instruments.join())).toEqual(
      Array.from({ length: 3 }, () => "UNTOC,TIP,FP"),
    );
    expect([play.review.stage, play.review.countedOn]).toEqual(["questionnaire", { FP: "2021-03-02" }]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("bring an additional reviewer with nominations due in two and four weeks, and what was agreed is confirmed with it", () => {
    const play = inQuestionnaire();
    const live = liveOf(play, among("PE"));
    const facts = play.take(add(play, { live }));
    expect(play.review.seats[party("CL")]).toEqual({ party: "CL", role: "additional-reviewer", instruments: ["FP"] });
    expect(play.review.seats[party("PE")]?.instruments).toEqual(["UNTOC", "TIP"]);
    const opened = facts.flatMap((fact) =>
      fact.kind === "obligation-opened" ? [[fact.obligation, fact.openedOn]] : [],
    );
    expect(opened).toEqual([
      ["focal-point:CL", "2021-03-02"],
      ["experts:CL", "2021-03-02"],
    ]);
    expect(play.review.consultation?.toConfirmWith).toEqual(["CL"]);
    const { groups, parties } = liveOf(play, among("PE"));
    expect(violations(groups, parties, live.limits)).toEqual([]);
  });

  test("wait for every party to agree, those that are missing by name", () => {
    const play = inQuestionnaire();
    expect(add(play, { agreements: agreedBy("FR", "KE") })).toMatchObject({
      refusal: "parties-disagree",
      details: { parties: ["PE"] },
    });
    expect(refusalOf(add(play, { agreements: agreedBy("FR", "PE", "KE", "IT") }))).toBe("not-in-this-review");
    const ahead = agreedBy("FR", "PE", "KE").map((one) => ({ ...one, happenedOn: day("2021-03-03") }));
    expect(refusalOf(add(play, { agreements: ahead }))).toBe("date-in-the-future");
    const [first, ...others] = all;
    const agreedOn = (date: string) => [{ ...first!, happenedOn: day(date) }, ...others];
    expect(add(play, { agreements: agreedOn("2021-01-31") })).toMatchObject({
      refusal: "date-too-early",
      details: { earliest: "2021-02-01" },
    });
    expect(add(play, { agreements: agreedOn("2021-02-01") }).ok).toBe(true);
  });

  test("wait for no party before the review has started, and open no obligation of the party that is drawn", () => {
    const play = new Play(Object.values(inQuestionnaire().review.seats));
    const facts = play.take(add(play, { agreements: [], live: liveOf(play, among("PE")) }));
    expect(facts.map(({ kind }) => kind)).toEqual(["instruments-added"]);
    expect(play.review.seats[party("CL")]).toEqual({ party: "CL", role: "additional-reviewer", instruments: ["FP"] });
    expect(play.review.seats[party("FR")]?.instruments).toEqual(["UNTOC", "TIP", "FP"]);
    expect(play.review.additions).toMatchObject([{ instruments: ["FP"], beforeStart: true }]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("must have been joined by the party under review, and be new to the review", () => {
    const play = inQuestionnaire();
    expect(add(play, {}, ["SOM"])).toMatchObject({
      refusal: "instruments-not-joined",
      details: { instruments: ["SOM"] },
    });
    expect(add(play, {}, ["TIP", "FP"])).toMatchObject({
      refusal: "instruments-reviewed",
      details: { instruments: ["TIP"] },
    });
    play.take(add(play));
    expect(refusalOf(add(play))).toBe("instruments-reviewed");
  });

  test("come too late once the answers are in, and are the secretariat's to record", () => {
    expect(refusalOf(add(inFeedback(), { now: at("2021-07-02") }))).toBe("wrong-stage");
    expect(refusalOf(add(inQuestionnaire(), { by: mission("FR") }))).toBe("not-yours");
  });

  test("are refused by the rule that an additional draw cannot keep, until a waiver of it", () => {
    const play = inQuestionnaire();
    const live = liveOf(play, among("PE", "KE"));
    expect(add(play, { live: { ...live, limits: { ...live.limits, mostReviewers: 3 } } })).toMatchObject({
      refusal: "breaks-lots-rules",
      details: { violations: [{ rule: "most-reviewers", party: "FR" }] },
    });
    const noReviewer = { ...live, parties: live.parties.filter(({ id: of }) => of !== "CL") };
    expect(add(play, { live: noReviewer })).toMatchObject({
      details: {
        violations: [{ rule: "one-from-each-side", detail: "nobody in another group may review it for FP" }],
      },
    });
    const waived = new Play(Object.values(play.review.seats));
    waived.review = { ...waived.review, reviewerLimitWaivedAt: at("2021-02-01") };
    const narrow = liveOf(waived, among("PE", "KE"));
    waived.take(add(waived, { live: { ...narrow, limits: { ...narrow.limits, mostReviewers: 3 } } }));
    expect(Object.keys(waived.review.seats).toSorted()).toEqual(["CL", "FR", "IT", "KE", "PE"]);
  });

  test("are reviewed by the party that reviews them in another cluster already, and no other is drawn", () => {
    const seats = (...codes: readonly string[]): readonly Seat[] =>
      codes.map((code) => ({ party: party(code), role: "additional-reviewer", instruments: ["FP"] }));
    const lots = (...elsewhere: readonly Seat[]): LivePairings => {
      const own = { id: reviewIdOf(4, party("FR")), party: party("FR"), seats: [...elsewhere] };
      const some = [...among("PE"), life("BR", "GRULAC", ["UNTOC", "TIP", "FP"])];
      return { ...liveOf(inQuestionnaire(), some), elsewhere: [own] };
    };
    const addedWith = (live: LivePairings, play = inQuestionnaire()) =>
      play.take(add(play, { live })).filter((fact) => fact.kind === "instruments-added");
    const pairs = ["BR", "CL"].map((code) => addedWith(lots(...seats(code), reviewerSeat("KE"))));
    expect(pairs.map(([fact]) => [fact?.drawn, fact?.draw, fact?.pairedAs])).toEqual([
      [seats("BR"), undefined, "c4-FR"],
      [seats("CL"), undefined, "c4-FR"],
    ]);
    // No party of another side, no party that was drawn away here, and no party that would break a rule.
    const away = inQuestionnaire();
    away.review = { ...away.review, drawnAway: [{ party: party("BR"), by: party("PE"), at: at("2021-01-01") }] };
    const serving = { ...lots(...seats("BR")), limits: { ...limits, load: { min: 0, max: 1 } } };
    const busy = { id: reviewIdOf(1, party("IT")), party: party("IT"), seats: [reviewerSeat("BR")] };
    const [group] = serving.groups;
    const full = { ...serving, groups: [{ ...group!, reviews: [...group!.reviews, busy] }] };
    const others = [addedWith(lots(...seats("IT"))), addedWith(lots(...seats("BR")), away), addedWith(full)];
    for (const [fact] of others) {
      expect(fact?.pairedAs).toBeUndefined();
      expect(fact?.draw?.turns).toHaveLength(1);
    }
  });
});
