import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { brokenByRedraw, type LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { lotsLimits } from "../../../domain/lots/settings.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { inForce } from "../../../domain/base/policy.ts";
import { askRedraw, carryOutRedraw } from "../../../domain/review/commands/redraw-seat.ts";
import { PairingFile } from "../../../schemas/model/data-files.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { inQuestionnaire, redrawTo } from "./journey.ts";
import { at, day, drawing, mission, party, Play, refusalOf, seat, secretariat } from "./play.ts";

const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const parties = file.ok ? file.parties : [];
const { groups } = PairingFile.parse(JSON.parse(readFileSync("data/pairing.json", "utf8")));
const live: LivePairings = { groups, parties, limits: inForce(lotsLimits, day("2020-12-01")) };
/** Rules of lots that nothing breaks. */
const free: LivePairings = { groups: [], parties: [], limits: live.limits };

/** The party under review asks that lots be drawn again for a seat. */
const ask = (play: Play, from: string, on: string): void => {
  const asking = parties.find(({ id }) => id === play.review.party);
  if (asking === undefined) throw new Error(`no ${play.review.party}`);
  const request = askRedraw(play.review, asking, mission(asking.id), { seat: party(from) }, at(on));
  if (!request.ok) throw new Error(request.refusal);
  play.take({ ok: true, facts: request.review });
};

describe("a drawing held outside that breaks a rule of the lots", () => {
  const paired = groups.flatMap(({ reviews }) => reviews).find(({ seats }) => seats.length === 3);
  const from = paired?.seats.find(({ role }) => role === "reviewing")?.party ?? party("FR");
  const play = new Play(paired?.seats);
  const reviewed = groups
    .flatMap(({ reviews }) => reviews)
    .find(({ seats }) => seats.some(({ party: of, role }) => of === play.review.party && role === "reviewing"));
  const mutual: Seat = { party: reviewed?.party ?? party("FR"), role: "reviewing", instruments: ["UNTOC"] };
  ask(play, from, "2020-11-20");
  const carryOut = (deviation?: string) =>
    carryOutRedraw(play.review, secretariat, { ...drawing(from, mutual), deviation }, live, at("2020-11-25"));

  test("is refused without a reason, and stands with one, which is recorded", () => {
    expect(refusalOf(carryOut())).toBe("breaks-lots-rules");
    const deviation = "Drawn at the joint meeting of 12 October 2021.";
    expect(carryOut(deviation)).toMatchObject({ ok: true, facts: [{ kind: "seat-redrawn", deviation }] });
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
    ask(twice, "DE", "2021-05-01");
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
