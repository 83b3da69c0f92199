import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxFor } from "../../../domain/lots/box.ts";
import { joinedBy } from "../../../domain/lots/instruments.ts";
import { type Completion, drawMissing, type IncompleteReview } from "../../../domain/lots/missing-reviewers.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { violations } from "../../../domain/lots/rules.ts";
import { lotsLimits } from "../../../domain/policy/lots.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { PairingFile } from "../../../schemas/model/data-files.ts";
import { reviewIdOf } from "../../../schemas/base/ids.ts";
import { CalendarDate, type Instrument } from "../../../schemas/base/values.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { additionalSeat, day, id, limits, pairing, parties, party, reviewerSeat } from "./few-parties.ts";

const file = parsePartyFile(readFileSync("data/parties.csv", "utf8"));
const prepared = PairingFile.parse(JSON.parse(readFileSync("data/pairing.json", "utf8")));
const allPairings: LivePairings = {
  groups: prepared.groups,
  parties: file.ok ? file.parties : [],
  limits: inForce(lotsLimits, day),
};
const seeds = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const later = CalendarDate.parse("2023-09-01");
const both: readonly Instrument[] = ["UNTOC", "FP"];

const partyIn = ({ parties: among }: LivePairings, code: string): Party => {
  const found = among.find(({ id: of }) => of === code);
  if (found === undefined) throw new Error(`no party ${code}`);
  return found;
};

/** Returns a review of a party without any reviewer yet, for all instruments that it has joined by a later day. */
const newcomerTo = (live: LivePairings, code: string): IncompleteReview => {
  const days = { day, countedOn: { UNTOC: later, TIP: later, SOM: later, FP: later } };
  const instruments = joinedBy(partyIn(live, code), days);
  return { id: reviewIdOf(1, id(code)), party: id(code), instruments, days, reviewers: [] };
};

/** Returns a review of the pairings to which an instrument is added on a later day. */
const withLater = (live: LivePairings, code: string, instrument: Instrument): IncompleteReview => {
  const paired = live.groups.flatMap(({ reviews }) => reviews).find(({ party: of }) => of === code);
  if (paired === undefined) throw new Error(`no review of ${code}`);
  const under = paired.seats.find(({ role }) => role === "under-review");
  return {
    id: paired.id,
    party: paired.party,
    instruments: [...(under?.instruments ?? []), instrument],
    days: { day, countedOn: { [instrument]: later } },
    reviewers: paired.seats.filter(({ role }) => role !== "under-review"),
    limitWaived: paired.limitWaived,
  };
};

/** Returns the pairings with a completed review, in which the party takes part. */
const completed = (live: LivePairings, one: IncompleteReview, reviewers: readonly Seat[]): LivePairings => {
  const under: Seat = { party: one.party, role: "under-review", instruments: [...one.instruments] };
  const review = { id: one.id, party: one.party, seats: [under, ...reviewers], countedOn: one.days.countedOn };
  const [first, ...others] = live.groups.map((group) => ({
    ...group,
    reviews: group.reviews.filter(({ id: of }) => of !== one.id),
  }));
  if (first === undefined) throw new Error("no group");
  return {
    ...live,
    groups: [{ ...first, reviews: [...first.reviews, review] }, ...others],
    parties: live.parties.map((each) => (each.id === one.party ? { ...each, participation: "takes-part" } : each)),
  };
};

const found = ({ groups, parties: among, limits: within }: LivePairings): readonly string[] =>
  violations(groups, among, within).map(({ rule, party: of, detail }) => `${rule} ${of} ${detail}`);

const drawnTo = (completion: Completion) => {
  if (!completion.ok) throw new Error(completion.violations.map(({ detail }) => detail).join("; "));
  return completion;
};

describe("reviewers for a party that has none yet", () => {
  test("keep every rule over all live pairings, whatever the seed", () => {
    const newcomer = newcomerTo(allPairings, "BT");
    expect(newcomer.instruments.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(seeds, (seed) => {
        const { reviewers } = drawnTo(drawMissing(newcomer, allPairings, seed));
        // No such party could be reviewed by it at the first drawing of lots.
        expect(found(completed(allPairings, newcomer, reviewers))).toEqual([
          "load BT reviews 0 parties, must review 1 to 3",
        ]);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test("are no party that it reviews in another continuing cluster", () => {
    const live = { groups: pairing(), parties: [...parties, party("AD", "AFRICAN")], limits };
    const reviewersOf = (elsewhere: LivePairings["elsewhere"]) =>
      Array.from({ length: 40 }, (_, seed) =>
        drawnTo(drawMissing(newcomerTo(live, "AD"), { ...live, elsewhere }, seed)).reviewers.map((seat) => seat.party),
      ).flat();
    const other = { id: reviewIdOf(4, id("AA")), party: id("AA"), seats: [reviewerSeat("AD")] };
    expect(reviewersOf(undefined)).toContain("AA");
    expect(reviewersOf([other])).not.toContain("AA");
  });

  test("can be drawn again by any reader of the record, in any order of parties and reviews", () => {
    const newcomer = newcomerTo(allPairings, "BT");
    const turned = {
      ...allPairings,
      parties: allPairings.parties.toReversed(),
      groups: allPairings.groups.toReversed().map((group) => ({ ...group, reviews: group.reviews.toReversed() })),
    };
    fc.assert(
      fc.property(seeds, (seed) => {
        const completion = drawnTo(drawMissing(newcomer, allPairings, seed));
        expect(drawMissing(newcomer, turned, seed)).toEqual(completion);
        const box = boxFor(completion.draw?.seed ?? 0);
        expect(completion.draw?.turns.map(({ candidates }) => box.oneOf(candidates))).toEqual(
          completion.drawn.map((seat) => seat.party),
        );
      }),
      { numRuns: 20 },
    );
  });

  test("are reported as impossible where a side has no party that may review, by the rule and the party", () => {
    const alone = party("EA", "EASTERN_EUROPEAN");
    const live = { groups: pairing(), parties: [...parties, alone], limits };
    const newcomer = newcomerTo(live, "EA");
    expect(drawMissing(newcomer, live, 1)).toEqual({
      ok: false,
      violations: [
        {
          rule: "one-from-each-side",
          party: "EA",
          review: "c1-EA",
          detail: "nobody in its own group may review it for UNTOC, FP",
        },
      ],
    });
    const grouped = { ...live, parties: [...parties, { ...alone, regionalGroup: null }] };
    expect(drawMissing(newcomer, grouped, 1)).toMatchObject({
      violations: [{ rule: "one-from-each-side", detail: "carries no regional group to draw from" }],
    });
  });
});

describe("reviewers for an instrument that a review takes in later", () => {
  test("are those who sit already where they have joined it, and drawn where they have not", () => {
    const germany = withLater(allPairings, "DE", "FP");
    const { reviewers, drawn } = drawnTo(drawMissing(germany, allPairings, 7));
    for (const { party: before } of germany.reviewers)
      expect(reviewers.map(({ party: each }) => each)).toContain(before);
    expect(found(completed(allPairings, germany, reviewers))).toEqual([]);
    expect(reviewers.length).toBe(germany.reviewers.length + drawn.length);
    for (const seat of drawn) expect(seat).toMatchObject({ role: "additional-reviewer", instruments: ["FP"] });
  });

  /** AA joins the Firearms Protocol later: AB has joined it, and WA, which reviews it from the other side, has not. */
  const among = parties.map((one) => (one.id === "AA" ? { ...one, joined: { ...one.joined, FP: later } } : one));
  const live: LivePairings = {
    groups: pairing({ AA: [reviewerSeat("AB", ["UNTOC"]), reviewerSeat("WA", ["UNTOC"])], AC: [] }),
    parties: among,
    limits: { ...limits, load: { min: 0, max: 3 } },
  };
  const one: IncompleteReview = {
    id: reviewIdOf(1, id("AA")),
    party: id("AA"),
    instruments: both,
    days: { day, countedOn: { FP: later } },
    reviewers: [reviewerSeat("AB", ["UNTOC"]), reviewerSeat("WA", ["UNTOC"])],
  };

  test("leave as they are who reviewed before, with what they have joined of it", () => {
    const { reviewers, drawn } = drawnTo(drawMissing(one, live, 3));
    expect(reviewers.slice(0, 2)).toEqual([reviewerSeat("AB"), reviewerSeat("WA", ["UNTOC"])]);
    expect(drawn).toHaveLength(1);
    expect(["WB", "WD"]).toContain(drawn[0]?.party);
  });

  test("are an additional reviewer of this review before any new one", () => {
    const seated = { ...one, reviewers: [...one.reviewers, additionalSeat("WB", [])] };
    const { reviewers, drawn } = drawnTo(drawMissing(seated, live, 3));
    expect(drawn).toEqual([]);
    expect(reviewers).toContainEqual(additionalSeat("WB", ["FP"]));
  });

  test("leave again where the reviewer has joined by then what they fill in for", () => {
    const joined = among.map((each) => (each.id === "WA" ? { ...each, joined: { ...each.joined, FP: later } } : each));
    const seated = { ...one, reviewers: [...one.reviewers, additionalSeat("WB", ["FP"])] };
    const { reviewers, draw } = drawnTo(drawMissing(seated, { ...live, parties: joined }, 3));
    expect(reviewers.map(({ party: each }) => each)).not.toContain("WB");
    expect(reviewers).toEqual([reviewerSeat("AB"), reviewerSeat("WA")]);
    expect(draw).toBeUndefined();
  });

  test("would be a fifth, which is refused until the party waives the limit", () => {
    const narrow = { ...live, limits: { ...live.limits, mostReviewers: 2 } };
    expect(drawMissing(one, narrow, 3)).toMatchObject({
      ok: false,
      violations: [{ rule: "most-reviewers", party: "AA", detail: "would have 3 reviewers, at most 2" }],
    });
    const { draw, drawn } = drawnTo(drawMissing({ ...one, limitWaived: true }, narrow, 3));
    expect(drawn).toHaveLength(1);
    expect(draw?.limitWaived).toBe(true);
  });
});
