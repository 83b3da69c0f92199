import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawAgain } from "../../../domain/lots/redraw-candidates.ts";
import { brokenByRedraw, type LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { violations } from "../../../domain/lots/rules.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { Play } from "../review/play.ts";
import { additionalSeat, limits, pairing, parties, party, reviewerSeat } from "./world.ts";

/** The small world, with two parties of each side more: one has joined the Convention alone, the other both. */
const among = [
  ...parties,
  party("AD", "AFRICAN", ["UNTOC"]),
  party("AE", "AFRICAN"),
  party("WE", "WEOG", ["UNTOC"]),
  party("WF", "WEOG"),
];
const seeds = fc.integer({ min: -0x80000000, max: 0x7fffffff });

describe("a redraw where another rule is broken by a deviation that was accepted", () => {
  const withoutFirearms = (seats: readonly Seat[]): Seat[] =>
    seats
      .map((seat) => ({ ...seat, instruments: seat.instruments.filter((each) => each !== "FP") }))
      .filter(({ instruments }) => instruments.length > 0);
  /** Reviewers of AA: one who reviews less than it can, one drawn beside for nothing, two from one side who share the work. */
  const deviating: Readonly<Record<string, readonly Seat[]>> = {
    "reviews less than it can": [reviewerSeat("AB"), reviewerSeat("WD", ["UNTOC"]), additionalSeat("WB", ["FP"])],
    "is needless": [reviewerSeat("AB"), reviewerSeat("WD"), additionalSeat("WB", ["FP"])],
    "shares the work": [reviewerSeat("AB"), reviewerSeat("WB", ["UNTOC"]), reviewerSeat("WD", ["FP"])],
    "reviews nobody for an instrument": [reviewerSeat("AB", ["UNTOC"]), reviewerSeat("WD")],
  };
  const cases = Object.keys(deviating).flatMap((name) => [[name, false] as const, [name, true] as const]);

  test.each(cases)("keeps the rules that held, whatever the seed: one %s, reviewed for less: %s", (name, less) => {
    const groups = pairing({ AA: deviating[name] ?? [] }).map((group) => ({
      ...group,
      reviews: group.reviews.map((each) =>
        less && each.party === "AA" ? { ...each, seats: withoutFirearms(each.seats) } : each,
      ),
    }));
    const live: LivePairings = { groups, parties: among, limits };
    const paired = groups.flatMap(({ reviews }) => reviews).find((each) => each.party === "AA");
    expect(violations(groups, among, limits).filter((one) => one.party === "AA")).not.toEqual([]);
    const { review } = new Play(paired?.seats);
    const seats = Object.values(review.seats).filter(({ role }) => role === "reviewing");
    fc.assert(
      fc.property(fc.constantFrom(...seats), seeds, ({ party: from }, seed) => {
        const drawn = drawAgain(review, from, live, seed);
        if (drawn === undefined) throw new Error(`nobody for ${from}`);
        expect(brokenByRedraw(review, drawn.changes, live)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
