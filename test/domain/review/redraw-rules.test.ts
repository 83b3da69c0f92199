import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { brokenByRedraw, type LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { lotsLimits } from "../../../domain/policy/lots.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { may } from "../../../domain/review/permissions.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { askRedraw, carryOutRedraw, type Redraw } from "../../../domain/review/commands/redraw-seat.ts";
import { PairingFile } from "../../../schemas/model/data-files.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { clear, inFeedback, inQuestionnaire, redrawTo } from "./journey.ts";
import { at, day, drawing, focalPoint, mission, party, Play, refusalOf, seat, secretariat } from "./play.ts";

const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const parties = file.ok ? file.parties : [];
const { groups } = PairingFile.parse(JSON.parse(readFileSync("data/pairing.json", "utf8")));
const live: LivePairings = { groups, parties, limits: inForce(lotsLimits, day("2020-12-01")) };
/** Rules of lots that nothing breaks. */
const free: LivePairings = { groups: [], parties: [], limits: live.limits };

/** Requests a redraw of a seat as the party under review. */
const request = (play: Play, from: string, on: string): void => {
  const asking = parties.find(({ id }) => id === play.review.party);
  if (asking === undefined) throw new Error(`no ${play.review.party}`);
  const requested = askRedraw(play.review, asking, mission(asking.id), { seat: party(from) }, at(on));
  if (!requested.ok) throw new Error(requested.refusal);
  play.take({ ok: true, facts: requested.review });
};

describe("a drawing held outside that breaks a rule of the lots", () => {
  const paired = groups.flatMap(({ reviews }) => reviews).find(({ seats }) => seats.length === 3);
  const from = paired?.seats.find(({ role }) => role === "reviewing")?.party ?? party("FR");
  const play = new Play(paired?.seats);
  const reviewed = groups
    .flatMap(({ reviews }) => reviews)
    .find(({ seats }) => seats.some(({ party: of, role }) => of === play.review.party && role === "reviewing"));
  const mutual: Seat = { party: reviewed?.party ?? party("FR"), role: "reviewing", instruments: ["UNTOC"] };
  request(play, from, "2020-11-20");
  const broken = brokenByRedraw(play.review, drawing(from, mutual).changes, live);
  const reason = "Drawn at the joint meeting of 12 October 2021.";
  const deviations = broken.map(({ rule, party: of }) => ({ rule, party: of, reason }));
  const held = { drawnOn: day("2020-11-22"), document: "CTOC/COP/WG.12/2020/3", deviations };
  const carryOut = (more: Partial<Redraw["outside"]>) =>
    carryOutRedraw(
      play.review,
      secretariat,
      { ...drawing(from, mutual), outside: { ...held, ...more } },
      live,
      at("2020-11-25"),
    );

  test("is refused without reasons, naming rule and party, and where one of them is missing", () => {
    expect(broken.map(({ rule }) => rule)).toContain("no-mutual-review");
    expect(carryOut({ deviations: [] })).toMatchObject({
      refusal: "breaks-lots-rules",
      details: { violations: broken },
    });
    const others = deviations.filter(({ rule }) => rule !== "no-mutual-review");
    expect(carryOut({ deviations: others })).toMatchObject({
      refusal: "breaks-lots-rules",
      details: { violations: broken.filter(({ rule }) => rule === "no-mutual-review") },
    });
    const ofAnother = deviations.map((each) => ({ ...each, party: party("VA") }));
    expect(refusalOf(carryOut({ deviations: ofAnother }))).toBe("breaks-lots-rules");
  });

  test("is recorded with deviations, and without those that nothing breaks", () => {
    const more = { rule: "not-itself", party: play.review.party, reason } as const;
    const decision = carryOut({ deviations: [...deviations, more] });
    const fact = decision.ok ? decision.facts.find(({ kind }) => kind === "seat-redrawn") : undefined;
    expect(fact).toMatchObject({ deviations });
  });

  test("is recorded with its document and its day, which may have passed and not lie ahead", () => {
    expect(carryOut({})).toMatchObject({
      facts: [{ kind: "seat-redrawn", document: held.document, happenedAt: at("2020-11-21T23:00:00.000Z") }],
    });
    expect(refusalOf(carryOut({ drawnOn: day("2020-11-26") }))).toBe("date-in-the-future");
    expect(refusalOf(carryOut({ drawnOn: day("2019-01-01") }))).toBe("date-too-early");
  });
});

describe("a drawing that was held some weeks ago", () => {
  const heldOn = (drawnOn: string) => ({
    outside: { drawnOn: day(drawnOn), document: "CTOC/COP/WG.12/2021/3", deviations: [] },
  });

  test("counts the obligations of the newcomer from its day, and ends access at once", () => {
    const play = inFeedback("2021-06-30");
    request(play, "PE", "2021-08-30");
    const held = { ...drawing("PE", seat("IT", "reviewing")), ...heldOn("2021-09-01") };
    play.do((review) => carryOutRedraw(review, secretariat, held, free, at("2021-09-30")));
    expect(play.obligation("focal-point:IT").dueAt).toBe("2021-09-15T21:59:59.999Z");
    expect(play.obligation("feedback:IT")).toMatchObject({ openedOn: "2021-09-01", dueAt: "2022-03-01T22:59:59.999Z" });
    expect(may(focalPoint("PE"), "review.read", { review: play.review }, at("2021-09-30"))).toBe(false);
    expect(play.replayed()).toEqual(play.review);
  });

  test("is refused on a day before the review began, the seat was taken, or its holder cleared feedback", () => {
    const play = inFeedback("2021-06-30");
    redrawTo(play, "PE", seat("IT", "reviewing"), "2021-09-10");
    request(play, "IT", "2021-09-10");
    const on = (code: string, drawnOn: string) =>
      carryOutRedraw(
        play.review,
        secretariat,
        { ...drawing(code, seat("ES", "reviewing")), ...heldOn(drawnOn) },
        free,
        at("2021-09-30"),
      );
    expect(on("IT", "2021-09-09")).toMatchObject({ refusal: "date-too-early", details: { earliest: "2021-09-10" } });
    expect(refusalOf(on("IT", "2021-09-10"))).toBe("accepted");
    request(play, "KE", "2020-12-01");
    expect(on("KE", "2020-11-30")).toMatchObject({ refusal: "date-too-early", details: { earliest: "2020-12-01" } });
    clear(play, "KE", "2021-09-22");
    expect(on("KE", "2021-09-21")).toMatchObject({ refusal: "date-too-early", details: { earliest: "2021-09-22" } });
  });

  test("is refused on a day before the first request for the seat, and is recorded on that day", () => {
    const play = inFeedback("2021-06-30");
    request(play, "PE", "2022-05-01");
    const on = (drawnOn: string) =>
      carryOutRedraw(
        play.review,
        secretariat,
        { ...drawing("PE", seat("IT", "reviewing")), ...heldOn(drawnOn) },
        free,
        at("2022-06-01"),
      );
    expect(on("2022-04-15")).toMatchObject({ refusal: "date-too-early", details: { earliest: "2022-05-01" } });
    expect(refusalOf(on("2022-05-01"))).toBe("accepted");
  });
});

describe("a rejected reviewer", () => {
  test("is never drawn for that seat again, however often it was drawn since", () => {
    const twice = inQuestionnaire();
    redrawTo(twice, "PE", seat("IT", "reviewing"), "2021-03-01");
    redrawTo(twice, "IT", seat("DE", "reviewing"), "2021-04-01");
    const again = (from: string, code: string) =>
      brokenByRedraw(twice.review, drawing(from, seat(code, "reviewing")).changes, free).map(({ rule }) => rule);
    expect(again("DE", "PE")).toEqual(["not-drawn-again"]);
    expect(again("DE", "IT")).toEqual(["not-drawn-again"]);
    expect(again("DE", "ES")).toEqual([]);
    expect(again("KE", "PE")).toEqual([]);
    request(twice, "DE", "2021-05-01");
    const back = carryOutRedraw(
      twice.review,
      secretariat,
      drawing("DE", seat("PE", "reviewing")),
      free,
      at("2021-05-02"),
    );
    expect(back).toMatchObject({
      refusal: "breaks-lots-rules",
      details: { violations: [{ rule: "not-drawn-again" }] },
    });
  });
});
