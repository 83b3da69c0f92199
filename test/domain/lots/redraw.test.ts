import { defined } from "../../../schemas/base/defined.ts";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxFor } from "../../../domain/lots/box.ts";
import { drawAgain, tooManyReviewers } from "../../../domain/lots/redraw-candidates.ts";
import { brokenByRedraw, type LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { type SeatChanges, seatsAfter } from "../../../domain/lots/seats.ts";
import { violations } from "../../../domain/lots/rules.ts";
import { lotsLimits } from "../../../domain/policy/lots.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { PairingFile } from "../../../schemas/model/data-files.ts";
import { type PartyId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Instrument } from "../../../schemas/base/values.ts";
import type { Review, Seat } from "../../../schemas/model/review.ts";
import { drawing, Play } from "../review/play.ts";
import { additionalSeat, day, id, limits, pairing, parties, party, reviewerSeat } from "./few-parties.ts";

const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const prepared = PairingFile.parse(JSON.parse(readFileSync("data/pairing.json", "utf8")));
const allPairings: LivePairings = {
  groups: prepared.groups,
  parties: file.ok ? file.parties : [],
  limits: inForce(lotsLimits, day),
};
const seeds = fc.integer({ min: -0x80000000, max: 0x7fffffff });

const reviewOf = (live: LivePairings, code: string): Review => {
  const paired = live.groups.flatMap(({ reviews }) => reviews).find(({ party: of }) => of === code);
  if (paired === undefined) throw new Error(`no review of ${code}`);
  return new Play(paired.seats).review;
};
const reviewers = ({ seats }: Review): readonly Seat[] =>
  Object.values(seats).filter(({ role }) => role !== "under-review");

/** Returns the pairings after a redraw. */
const redrawn = (live: LivePairings, review: Review, changes: SeatChanges): LivePairings["groups"] =>
  live.groups.map((group) => ({
    ...group,
    reviews: group.reviews.map((each) =>
      each.id === review.id ? { ...each, seats: [...seatsAfter(each.seats, changes)] } : each,
    ),
  }));
const listViolations = (groups: LivePairings["groups"], { parties: among, limits: within }: LivePairings) =>
  violations(groups, among, within).map(({ rule, detail, party: of }) => `${rule} ${of} ${detail}`);

describe("a redraw over all pairings", () => {
  const seats = allPairings.groups.flatMap(({ reviews }) =>
    reviews.flatMap((paired) =>
      paired.seats
        .filter(({ role }) => role !== "under-review")
        .map((seat): readonly [string, PartyId] => [paired.party, seat.party]),
    ),
  );

  test("keeps every rule with its additional draw, whichever seat and seed", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...seats), seeds, ([code, from], seed) => {
        const review = reviewOf(allPairings, code);
        const drawn = drawAgain(review, from, allPairings, seed);
        if (drawn === undefined) throw new Error(`no party drawn for ${from} in ${review.id}`);
        const { changes } = drawn;
        if (changes.additional.length > 0) met.add("additional");
        if (changes.leaving.length > 0) met.add("leaving");
        const gone = [from, ...changes.leaving];
        const left = listViolations(redrawn(allPairings, review, changes), allPairings);
        expect(left.filter((one) => !gone.some((of) => one.startsWith(`load ${of} `)))).toEqual([]);
        expect(brokenByRedraw(review, changes, allPairings)).toEqual([]);
      }),
      { numRuns: 60, seed: 1 },
    );
    expect([...met].toSorted()).toEqual(["additional", "leaving"]);
  });

  test("is equal for equal seeds, in any order of parties, groups and reviews", () => {
    const review = reviewOf(allPairings, "RU");
    const [from] = reviewers(review);
    if (from === undefined) throw new Error("RU has no reviewer");
    fc.assert(
      fc.property(
        seeds,
        fc.shuffledSubarray([...allPairings.parties], { minLength: allPairings.parties.length }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (seed, shuffled, order) => {
          const groups = order.flatMap((place) => allPairings.groups[place] ?? []);
          const turned = groups.map((group) => ({ ...group, reviews: group.reviews.toReversed() }));
          const drawn = drawAgain(review, from.party, allPairings, seed);
          expect(drawn).toBeDefined();
          expect(drawAgain(review, from.party, { ...allPairings, parties: shuffled, groups: turned }, seed)).toEqual(
            drawn,
          );
        },
      ),
      { numRuns: 10 },
    );
  });
});

/** The small world, with two parties of each side more: one has joined the Convention alone, the other both. */
const more = [
  ...parties,
  party("AD", "AFRICAN", ["UNTOC"]),
  party("AE", "AFRICAN"),
  party("WE", "WEOG", ["UNTOC"]),
  party("WF", "WEOG"),
];
const small = (groups = pairing(), among = more): LivePairings => ({ groups, parties: among, limits });
const draws = (live: LivePairings, code: string, from: string) =>
  Array.from({ length: 40 }, (_, seed) => drawAgain(reviewOf(live, code), id(from), live, seed)?.changes);

describe("a seat while other clusters continue", () => {
  const elsewhere = (of: string, ...by: readonly string[]) => ({
    id: reviewIdOf(4, id(of)),
    party: id(of),
    seats: by.map((code) => reviewerSeat(code)),
  });
  const drawnWith = (...others: readonly ReturnType<typeof elsewhere>[]) =>
    new Set(draws({ ...small(), elsewhere: others }, "AB", "WC").map((changes) => changes?.seat.party));

  test("goes to no party that the party under review reviews there, and such a drawing held outside is refused", () => {
    expect(drawnWith()).toContain("WF");
    expect(drawnWith(elsewhere("WF", "AB"))).not.toContain("WF");
    const live = { ...small(), elsewhere: [elsewhere("WF", "AB")] };
    const { changes } = drawing("WC", reviewerSeat("WF"));
    expect(brokenByRedraw(reviewOf(live, "AB"), changes, small())).toEqual([]);
    expect(brokenByRedraw(reviewOf(live, "AB"), changes, live)).toMatchObject([
      { rule: "no-mutual-review", party: "AB", detail: "is reviewed by WF and reviews it in c4-WF" },
    ]);
  });

  test("may go to a party that reviews the party under review there, too, however many reviews it serves in there", () => {
    expect(drawnWith(...["AB", "AA", "AC", "AE"].map((of) => elsewhere(of, "WF")))).toContain("WF");
  });
});

describe("the parties that may be drawn for a seat", () => {
  /** Returns the parties that form a sound reviewer with some additional reviewers, by the judge of pairings alone. */
  const soundFor = (live: LivePairings, code: string, from: string): readonly string[] => {
    const review = reviewOf(live, code);
    const instruments: readonly Instrument[] = review.seats[review.party]?.instruments ?? [];
    const judged = (changes: Partial<SeatChanges>, seat: Seat): boolean =>
      brokenByRedraw(review, { ...drawing(from, seat).changes, ...changes }, live).length === 0;
    const groupOf = (of: string) => live.parties.find((one) => one.id === of)?.regionalGroup;
    const companions = reviewers(review).filter(
      ({ role, party: of }) => role === "additional-reviewer" && groupOf(of) === groupOf(from),
    );
    const free = live.parties.filter(({ id: of }) => review.seats[of] === undefined);
    return free
      .filter((one) => {
        const able = instruments.filter((name) => one.joined[name] !== undefined);
        const seat: Seat = { party: one.id, role: "reviewing", instruments: able };
        const lacking = instruments.filter((name) => !able.includes(name));
        const leaving = companions
          .filter((seatOf) => seatOf.instruments.some((name) => able.includes(name)))
          .map((each) => each.party);
        const additionalDraws =
          lacking.length === 0 ? [[]] : [[], ...free.map(({ id: of }) => [additionalSeat(of, lacking)])];
        return additionalDraws.some((additional) => judged({ additional, leaving }, seat));
      })
      .map(({ id: of }) => of)
      .toSorted();
  };

  test.each([
    ["AB", "AC"],
    ["AB", "WC"],
    ["AA", "AB"],
    ["AA", "WA"],
    ["WC", "WD"],
    ["WC", "AA"],
    ["WD", "AB"],
  ])("are all parties that keep the rules, whatever they lack: for the review of %s, the seat of %s", (code, from) => {
    const live = small();
    const drawn = drawAgain(reviewOf(live, code), id(from), live, 1);
    expect(drawn?.draw.candidates).toEqual(soundFor(live, code, from));
    expect(drawn?.draw.candidates.length).toBeGreaterThan(0);
  });

  test("one that lacks an instrument gets an additional reviewer for that alone, from its own side", () => {
    const lacking = draws(small(), "AB", "AC").filter((changes) => changes?.seat.party === "AD");
    expect(lacking.length).toBeGreaterThan(0);
    for (const changes of lacking) {
      expect(changes?.seat.instruments).toEqual(["UNTOC"]);
      expect(changes?.additional).toMatchObject([{ role: "additional-reviewer", instruments: ["FP"] }]);
      expect(["AA", "AE"]).toContain(changes?.additional[0]?.party);
    }
  });

  test("an additional reviewer leaves where the newcomer lacks nothing, and stays where it lacks the same", () => {
    const drawn = draws(small(), "AA", "WA");
    for (const changes of drawn) {
      const lacks = changes?.seat.party === "WE";
      expect([changes?.seat.party, changes?.leaving]).toEqual([changes?.seat.party, lacks ? [] : ["WB"]]);
      expect(changes?.additional).toEqual([]);
    }
    expect(new Set(drawn.map((changes) => changes?.seat.party)).size).toBeGreaterThan(1);
  });

  test("an additional reviewer continues with what the newcomer lacks, where that is less than before", () => {
    const three: readonly Instrument[] = ["UNTOC", "TIP", "FP"];
    const among = more.map((one) =>
      ["AA", "WB"].includes(one.id)
        ? party(one.id, one.regionalGroup, three)
        : one.id === "WF"
          ? party("WF", "WEOG", ["UNTOC", "TIP"])
          : one,
    );
    const groups = pairing({
      AA: [reviewerSeat("AB"), reviewerSeat("WA", ["UNTOC"]), additionalSeat("WB", ["TIP", "FP"])],
    });
    for (const paired of groups.flatMap(({ reviews }) => reviews).filter(({ party: of }) => of === "AA"))
      for (const seat of paired.seats) if (seat.role === "under-review") seat.instruments = [...three];
    const narrowed = draws(small(groups, among), "AA", "WA").filter((changes) => changes?.seat.party === "WF");
    expect(narrowed.length).toBeGreaterThan(0);
    for (const changes of narrowed)
      expect(changes).toMatchObject({ narrowed: [additionalSeat("WB", ["FP"])], leaving: [], additional: [] });
  });

  test("the party that leaves the seat is not drawn as additional reviewer either", () => {
    const review = { ...reviewOf(small(), "AB"), drawnAway: [] };
    const rejected = { party: id("AE"), by: id("AC"), at: review.stageSince };
    for (let seed = 0; seed < 40; seed++) {
      const changes = drawAgain({ ...review, drawnAway: [rejected] }, id("AC"), small(), seed)?.changes;
      expect([changes?.seat.party, ...(changes?.additional ?? []).map((seat) => seat.party)]).not.toContain("AE");
    }
    const seats = drawing("AC", reviewerSeat("AD", ["UNTOC"]), { additional: [additionalSeat("AE", ["FP"])] });
    const broken = brokenByRedraw({ ...review, drawnAway: [rejected] }, seats.changes, small());
    expect(broken.map(({ rule }) => rule)).toEqual(["not-drawn-again"]);
  });
});

describe("a fifth reviewer", () => {
  /** AB has four reviewers: WA and AD lack what WC and AE fill in. For the seat of AD only one is left, who lacks more. */
  const three: readonly Instrument[] = ["UNTOC", "TIP", "FP"];
  const among = [
    party("AB", "AFRICAN", three),
    party("AD", "AFRICAN", ["UNTOC", "TIP"]),
    party("AE", "AFRICAN", ["FP"]),
    party("AF", "AFRICAN", ["UNTOC"]),
    party("AG", "AFRICAN", ["TIP"]),
    party("WA", "WEOG", ["UNTOC"]),
    party("WC", "WEOG", three),
  ];
  const groups = (limitWaived?: boolean) => [
    {
      number: 1 as const,
      plannedFor: day,
      reviews: pairing({
        AB: [
          reviewerSeat("WA", ["UNTOC"]),
          additionalSeat("WC", ["TIP", "FP"]),
          reviewerSeat("AD", ["UNTOC", "TIP"]),
          additionalSeat("AE", ["FP"]),
        ],
      })
        .flatMap(({ reviews }) => reviews)
        .filter(({ party: of }) => of === "AB")
        .map((paired) => ({
          ...paired,
          ...defined({ limitWaived }),
          seats: paired.seats.map((seat) =>
            seat.role === "under-review" ? { ...seat, instruments: [...three] } : seat,
          ),
        })),
    },
  ];
  const live = (limitWaived?: boolean): LivePairings => ({ groups: groups(limitWaived), parties: among, limits });
  const review = reviewOf(live(), "AB");

  test("is drawn by no redraw, and the rule of four says so", () => {
    expect(drawAgain(review, id("AD"), live(), 1)).toBeUndefined();
    expect(tooManyReviewers(review, id("AD"), live())).toEqual([
      {
        rule: "most-reviewers",
        party: "AB",
        review: review.id,
        detail: "would have 5 reviewers, at most 4",
      },
    ]);
  });

  test("is drawn where the party waived the rule", () => {
    expect(tooManyReviewers(review, id("AD"), live(true))).toEqual([]);
    const drawn = drawAgain(review, id("AD"), live(true), 1);
    expect(drawn?.changes).toMatchObject({
      seat: reviewerSeat("AF", ["UNTOC"]),
      additional: [additionalSeat("AG", ["TIP"])],
      leaving: [],
    });
    if (drawn !== undefined) expect(brokenByRedraw(review, drawn.changes, live(true))).toEqual([]);
    if (drawn !== undefined)
      expect(brokenByRedraw(review, drawn.changes, live()).map(({ rule }) => rule)).toEqual(["most-reviewers"]);
  });

  test("is no reason where no party could be drawn by the other rules either", () => {
    const tooFew = { ...live(), parties: among.filter(({ id: of }) => of !== "AF" && of !== "AG") };
    expect(drawAgain(review, id("AD"), tooFew, 1)).toBeUndefined();
    expect(tooManyReviewers(review, id("AD"), tooFew)).toEqual([]);
  });
});

describe("the record of a redraw", () => {
  test("can be repeated by any reader: the seed draws equal parties from equal boxes", () => {
    const live = small();
    let additional = 0;
    for (let seed = 0; seed < 20; seed++) {
      const drawn = drawAgain(reviewOf(live, "AB"), id("AC"), live, seed);
      if (drawn === undefined) throw new Error("no party was drawn");
      const box = boxFor(drawn.draw.seed);
      expect(box.oneOf(drawn.draw.candidates)).toBe(drawn.changes.seat.party);
      const additionalDraws = (drawn.draw.additional ?? []).map(({ candidates }) => box.oneOf(candidates));
      expect(additionalDraws).toEqual(drawn.changes.additional.map((seat) => seat.party));
      additional += additionalDraws.length;
    }
    expect(additional).toBeGreaterThan(0);
  });

  test("shows that each had an equal chance, whatever its code", () => {
    const live = small();
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 600; seed++) {
      const drawn = drawAgain(reviewOf(live, "AB"), id("AC"), live, seed)?.changes.seat.party ?? "";
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    const fair = 600 / counts.size;
    for (const [code, count] of counts) expect([code, Math.abs(count - fair) < fair / 3]).toEqual([code, true]);
  });
});

describe("the rules of lots over the live pairings", () => {
  const [drawn] = prepared.groups.flatMap(({ reviews }) => reviews);
  if (drawn === undefined) throw new Error("no review");
  const review = reviewOf(allPairings, drawn.party);
  const from = reviewers(review)[0]?.party ?? drawn.party;

  test("forbid a mutual review, and name it", () => {
    const reviewed = prepared.groups
      .flatMap(({ reviews }) => reviews)
      .find(({ seats }) => seats.some(({ party: of, role }) => of === drawn.party && role === "reviewing"));
    const mutual: Seat = { party: reviewed?.party ?? drawn.party, role: "reviewing", instruments: ["UNTOC"] };
    expect(brokenByRedraw(review, drawing(from, mutual).changes, allPairings).map(({ rule }) => rule)).toContain(
      "no-mutual-review",
    );
  });
});
