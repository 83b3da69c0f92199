import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawAgain } from "../../../domain/lots/redraw-candidates.ts";
import { brokenByRedraw, type LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { violations } from "../../../domain/lots/rules.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { Play } from "../review/play.ts";
import { additionalSeat, id, limits, pairing, parties, party, reviewerSeat } from "./few-parties.ts";

/** The small world, with two parties of each side more: one has joined the Convention alone, the other both. */
const among = [
  ...parties,
  party("AD", "AFRICAN", ["UNTOC"]),
  party("AE", "AFRICAN"),
  party("WE", "WEOG", ["UNTOC"]),
  party("WF", "WEOG"),
];
/** The parties, where all except the party under review have joined a third instrument. */
const withTip = [...among, party("WG", "WEOG")].map((one) =>
  one.id === "AA" ? one : { ...one, joined: { ...one.joined, TIP: CalendarDate.parse("2003-09-29") } },
);
const seeds = fc.integer({ min: -0x80000000, max: 0x7fffffff });

describe("a redraw where another rule is broken by a deviation that was accepted", () => {
  const withoutFirearms = (seats: readonly Seat[]): Seat[] =>
    seats
      .map((seat) => ({ ...seat, instruments: seat.instruments.filter((each) => each !== "FP") }))
      .filter(({ instruments }) => instruments.length > 0);
  /**
   * Reviewers of AA: one who reviews less than it can, one drawn additionally without need, two from one side who share
   * the work.
   */
  const deviating: Readonly<Record<string, readonly Seat[]>> = {
    "reviews less than it can": [reviewerSeat("AB"), reviewerSeat("WD", ["UNTOC"]), additionalSeat("WB", ["FP"])],
    "is needless": [reviewerSeat("AB"), reviewerSeat("WD"), additionalSeat("WB", ["FP"])],
    "shares the work": [reviewerSeat("AB"), reviewerSeat("WB", ["UNTOC"]), reviewerSeat("WD", ["FP"])],
    "reviews no party for an instrument": [reviewerSeat("AB", ["UNTOC"]), reviewerSeat("WD")],
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
        if (drawn === undefined) throw new Error(`no party drawn for ${from}`);
        expect(brokenByRedraw(review, drawn.changes, live)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  /** Seats of additional reviewers of AA that are the deviation, with all seats that it has then, and how many may be fewer. */
  const deviatingSeats: Readonly<Record<string, readonly [from: string, reviewers: readonly Seat[]]>> = {
    "is needless": ["WB", [reviewerSeat("AB"), reviewerSeat("WD"), additionalSeat("WB", ["FP"])]],
    "is needless for all": ["WB", [reviewerSeat("AB"), reviewerSeat("WD"), additionalSeat("WB", ["UNTOC", "FP"])]],
    "reviews what the party has not joined": [
      "WB",
      [reviewerSeat("AB"), reviewerSeat("WD"), additionalSeat("WB", ["TIP"])],
    ],
    "is a fifth reviewer": [
      "WB",
      [
        reviewerSeat("AB"),
        reviewerSeat("WD"),
        additionalSeat("WB", ["FP"]),
        additionalSeat("WC", ["FP"]),
        additionalSeat("AE", ["FP"]),
      ],
    ],
  };

  test.each(Object.entries(deviatingSeats))(
    "draws again for the seat of an additional reviewer that %s, which stays what it was",
    (_, [code, seats]) => {
      const groups = pairing({ AA: seats });
      const live: LivePairings = { groups, parties: withTip, limits };
      const paired = groups.flatMap(({ reviews }) => reviews).find((each) => each.party === "AA");
      const { review } = new Play(paired?.seats);
      const from = id(code);
      const old = seats.find(({ party: of }) => of === from);
      const newcomers = new Set<string>();
      fc.assert(
        fc.property(seeds, (seed) => {
          const changes = drawAgain(review, from, live, seed)?.changes;
          if (changes === undefined) throw new Error(`no party drawn for ${from}`);
          newcomers.add(changes.seat.party);
          expect(changes).toMatchObject({ additional: [], narrowed: [], leaving: [], seat: { role: old?.role } });
          expect(changes.seat.instruments).not.toEqual([]);
          expect(old?.instruments).toEqual(expect.arrayContaining([...changes.seat.instruments]));
          expect(brokenByRedraw(review, changes, live)).toEqual([]);
        }),
        { numRuns: 60, seed: 1 },
      );
      expect(newcomers.size).toBeGreaterThan(1);
    },
  );

  test("names what a drawing held outside breaks beyond the deviation of the seat", () => {
    const groups = pairing({ AA: deviatingSeats["is needless"]?.[1] ?? [] });
    const live: LivePairings = { groups, parties: withTip, limits };
    const paired = groups.flatMap(({ reviews }) => reviews).find((each) => each.party === "AA");
    const { review } = new Play(paired?.seats);
    const broken = (seat: Seat, additional: readonly Seat[] = []) =>
      brokenByRedraw(review, { from: id("WB"), seat, additional, narrowed: [], leaving: [] }, live).map(
        ({ rule }) => rule,
      );
    expect(broken(additionalSeat("WF", ["FP"]))).toEqual([]);
    expect(broken(additionalSeat("WE", ["FP"]))).toContain("joined-instruments");
    expect(broken(additionalSeat("WF", ["UNTOC", "FP"]))).toContain("one-from-each-side");
    expect(broken(additionalSeat("WF", ["FP"]), [additionalSeat("WC", ["UNTOC"])])).toContain("one-from-each-side");
  });
});
