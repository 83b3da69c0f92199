import { describe, expect, test } from "vitest";
import { type Course, foldReview } from "../../bin/verify/course.ts";
import { Tally } from "../../bin/verify/finding.ts";
import { checkLots } from "../../bin/verify/lots.ts";
import { drawAgain } from "../../domain/lots/redraw-candidates.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Seat } from "../../schemas/model/review.ts";
import type { LotsRule } from "../../schemas/model/lots.ts";
import { type ReviewId, reviewIdOf } from "../../schemas/base/ids.ts";
import { CalendarDate } from "../../schemas/base/values.ts";
import { additionalSeat, id, limits, pairing, parties, party } from "../domain/lots/few-parties.ts";
import { Play } from "../domain/review/play.ts";

/** The review of AB, in the small world with a party that has joined the Convention alone, and one that joined all. */
const live = {
  groups: pairing(),
  parties: [...parties, party("AD", "AFRICAN", ["UNTOC"]), party("AE", "AFRICAN")],
  limits,
};
const paired = live.groups.flatMap(({ reviews }) => reviews).find(({ party: of }) => of === "AB");
const play = new Play(paired?.seats);

type Redrawn = FactOf<"seat-redrawn">;
const redrawnWith = (isWanted: (fact: Redrawn) => boolean): Redrawn => {
  for (let seed = 0; seed < 100; seed++) {
    const drawn = drawAgain(play.review, id("AC"), live, seed);
    if (drawn === undefined) continue;
    const { seat, additional } = drawn.changes;
    const fact: Redrawn = {
      kind: "seat-redrawn",
      happenedAt: play.review.stageSince,
      review: play.review.id,
      from: id("AC"),
      seat,
      ...(additional.length === 0 ? {} : { additional: [...additional] }),
      draw: drawn.draw,
    };
    if (isWanted(fact)) return fact;
  }
  throw new Error("no such draw");
};
const courseOf = (review: ReviewId, facts: readonly (Fact | undefined)[]) => {
  const entry = { recordedAt: "2020-12-01T10:00:00.000Z", by: "u", hash: "", previous: "" };
  const entries = facts.map((each, at) => ({ ...entry, version: at + 1, facts: each === undefined ? [] : [each] }));
  const course = foldReview(review, entries);
  return course === undefined ? [] : [course];
};
const findings = (...facts: readonly Fact[]): readonly string[] => findingsBeside([], ...facts);
const findingsBeside = (others: readonly Course[], ...facts: readonly Fact[]): readonly string[] => {
  const [drawn] = play.facts;
  const tally = new Tally();
  checkLots([...courseOf(play.review.id, [drawn, ...facts]), ...others], tally);
  return tally.findings.map(({ kind, why }) => `${kind}: ${why}`);
};

describe("the checker, of lots drawn again,", () => {
  const both = redrawnWith(({ additional }) => additional !== undefined);
  const alone = redrawnWith(({ additional }) => additional === undefined);

  test("finds nothing where the record agrees with the draw, with and without an additional draw", () => {
    expect([findings(both), findings(alone)]).toEqual([[], []]);
  });

  test("finds a party that the seed does not give", () => {
    const other = both.draw?.candidates.find((code) => code !== both.seat.party) ?? id("AD");
    expect(findings({ ...both, seat: { ...both.seat, party: other } }).join()).toMatch(/^draw-differs: the seed gives/);
  });

  test("finds an additional reviewer that the seed does not give", () => {
    const [lots] = both.draw?.additional ?? [];
    const other = lots?.candidates.find((code) => code !== both.additional?.[0]?.party) ?? id("AA");
    const additional = both.additional?.map((seat) => ({ ...seat, party: other })) ?? [];
    expect(findings({ ...both, additional }).join()).toMatch(/draw-differs: the seed gives/);
  });

  test("finds candidates in another order, as they are no record of this draw", () => {
    const seats = alone.draw?.candidates ?? [];
    const turned = [...seats.slice(1), ...seats.slice(0, 1)];
    expect(seats.length).toBeGreaterThan(1);
    expect(findings({ ...alone, draw: { seed: alone.draw?.seed ?? 0, candidates: turned } })).toHaveLength(1);
  });

  test("finds an instrument that no party reviews any more, and none where that was accepted", () => {
    const { additional: _, ...lacking } = both;
    const held = { seed: both.draw?.seed ?? 0, candidates: both.draw?.candidates ?? [] };
    expect(findings({ ...lacking, draw: held })).toEqual(["seats-unsound: FP has 1 reviewers instead of 2"]);
    const accepted = (rule: LotsRule) => [{ rule, party: id("AB"), reason: "So the Conference decided." }];
    expect(findings({ ...lacking, draw: held, deviations: accepted("one-from-each-side") })).toEqual([]);
    expect(findings({ ...lacking, draw: held, deviations: accepted("load") })).toHaveLength(1);
  });

  test("finds an additional reviewer without a missing instrument, and a fifth reviewer", () => {
    const additional = ["WA", "WB", "WD"].map((code) => additionalSeat(code, []));
    expect(findings({ ...alone, additional }).join()).toMatch(/seats-unsound: it has 5 reviewers/);
    const wide =
      both.additional?.map((seat) => ({ ...seat, instruments: [...seat.instruments, "UNTOC" as const] })) ?? [];
    expect(findings({ ...both, additional: wide }).join()).toMatch(/reviews what was not lacking/);
  });

  test("finds a party that enters a review with new instruments without lots, unless drawn for them before", () => {
    const about = { happenedAt: play.review.stageSince, review: play.review.id, instruments: ["TIP" as const] };
    const countedOn = CalendarDate.parse("2020-12-01");
    const drawn = [additionalSeat("AE", ["TIP"])];
    const added: Fact = { kind: "instruments-added", ...about, countedOn, agreements: [], widened: [], drawn };
    const turns = [{ instruments: ["TIP" as const], candidates: [id("AE")] }];
    const without = ["draw-differs: AE came without lots"];
    expect(findings(added)).toEqual(without);
    expect(findings({ ...added, carriedFrom: reviewIdOf(4, id("AC")) })).toEqual(without);
    expect(findings({ ...added, draw: { seed: 1, turns } })).toEqual([]);
    const pairedAs = reviewIdOf(4, id("AB"));
    const [first] = play.facts;
    if (first?.kind !== "review-drawn") throw new Error("a review begins with its draw");
    const elsewhere = (seat: Seat) =>
      courseOf(pairedAs, [{ ...first, review: pairedAs, seats: [...first.seats, seat] }]);
    const asPaired: Fact = { ...added, pairedAs };
    expect(findingsBeside(elsewhere(additionalSeat("AE", ["TIP"])), asPaired)).toEqual([]);
    expect(findingsBeside(elsewhere(additionalSeat("AE", ["FP"])), asPaired).join()).toMatch(/AE came without lots/);
  });

  test("finds no fifth reviewer where the party waived the limit, and one where the waiver was taken back", () => {
    const about = { happenedAt: play.review.stageSince, review: play.review.id, party: id("AB") };
    const waived: Fact = { kind: "reviewer-limit-waived", ...about };
    const withdrawn: Fact = { kind: "reviewer-limit-waiver-withdrawn", ...about };
    const fifth = /it has 5 reviewers/;
    const { draw: _, ...outside } = alone;
    const five: Redrawn = { ...outside, additional: ["WA", "WB", "WD"].map((code) => additionalSeat(code, [])) };
    expect(findings(waived, five)).toEqual([]);
    expect(findings(waived, five, withdrawn).join()).toMatch(fifth);
    expect(findings(waived, withdrawn, five).join()).toMatch(fifth);
  });
});
