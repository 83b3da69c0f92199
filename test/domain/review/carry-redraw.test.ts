import { expect, test } from "vitest";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { carryRedraw, nextReviewOf } from "../../../domain/review/commands/carry-redraw.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { reviewIdOf } from "../../../schemas/base/ids.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Review, Seat } from "../../../schemas/model/review.ts";
import { additionalSeat, id, limits, pairing, parties, party, reviewerSeat } from "../lots/few-parties.ts";
import { at, Play } from "./play.ts";

const now = at("2022-06-01");
const more = [...parties, party("WE", "WEOG", ["UNTOC"]), party("WF", "WEOG")];
/** The pairings of the next cluster: those of the one before. */
const live: LivePairings = {
  groups: pairing().map((group) => ({
    ...group,
    reviews: group.reviews.map((review) => ({ ...review, id: reviewIdOf(4, review.party) })),
  })),
  parties: more,
  limits,
};
const seatsOf = (code: string): readonly Seat[] =>
  pairing()
    .flatMap(({ reviews }) => reviews)
    .find((review) => review.party === code)?.seats ?? [];
const before: Review = { ...new Play(seatsOf("AB")).review, id: reviewIdOf(1, id("AB")), party: id("AB") };
const next: Review = { ...before, id: reviewIdOf(4, id("AB")), cluster: 4, stage: "scheduled", follows: before.id };
const redrawn = (seat: Seat, more_: Partial<FactOf<"seat-redrawn">> = {}): FactOf<"seat-redrawn"> => ({
  kind: "seat-redrawn",
  happenedAt: now,
  review: before.id,
  from: id("WC"),
  seat,
  ...more_,
});
const draw = { seed: 1, candidates: [id("WF")] };

test("a redraw holds in the review that follows, by the lots of the one before", () => {
  const facts = carryRedraw(before, redrawn(reviewerSeat("WF"), { draw }), next, live, now);
  expect(facts).toEqual([
    {
      kind: "seat-redrawn",
      happenedAt: now,
      review: "c4-AB",
      from: "WC",
      seat: reviewerSeat("WF"),
      carriedFrom: "c1-AB",
    },
  ]);
  expect(Object.keys(facts.reduce(evolveReview, next).seats).toSorted()).toEqual(["AB", "AC", "WF"]);
});

test("instruments that the party has joined since are reviewed by the newcomer, or by additional reviewers there", () => {
  // In the cluster before it was reviewed for the Convention alone.
  const narrow = (review: Review): Review => ({
    ...review,
    seats: Object.fromEntries(
      Object.values(review.seats).map((seat) => [seat.party, { ...seat, instruments: ["UNTOC" as const] }]),
    ),
  });
  const carried = (to: string, additional: readonly Seat[] = []) =>
    carryRedraw(narrow(before), redrawn(reviewerSeat(to, ["UNTOC"]), { additional: [...additional] }), next, live, now);
  expect(carried("WF")).toMatchObject([{ seat: reviewerSeat("WF") }]);
  expect(carried("WE")).toEqual([]);
  expect(carried("WE", [additionalSeat("WF", ["UNTOC"])])).toMatchObject([
    { seat: reviewerSeat("WE", ["UNTOC"]), additional: [additionalSeat("WF", ["FP"])] },
  ]);
});

test("it stays where a rule would break there, unless that was accepted with its reason", () => {
  const own = { id: reviewIdOf(2, id("WF")), party: id("WF"), seats: [reviewerSeat("AB")] };
  const mutual = { ...live, elsewhere: [own] };
  expect(carryRedraw(before, redrawn(reviewerSeat("WF")), next, mutual, now)).toEqual([]);
  const deviations = [{ rule: "no-mutual-review" as const, party: id("AB"), reason: "So drawn." }];
  const accepted = carryRedraw(before, redrawn(reviewerSeat("WF"), { deviations }), next, mutual, now);
  expect(accepted).toMatchObject([{ deviations, carriedFrom: "c1-AB" }]);
  const gone = { ...next, seats: Object.fromEntries(Object.entries(next.seats).filter(([of]) => of !== "WC")) };
  expect(carryRedraw(before, redrawn(reviewerSeat("WF")), gone, live, now)).toEqual([]);
});

test("only a review that follows and has not started is paired as the one before", () => {
  const found = (...states: readonly Review[]) =>
    nextReviewOf(
      before,
      states.map((state) => ({ state })),
    )?.state.id;
  expect(found(before, next)).toBe("c4-AB");
  expect(found({ ...next, stage: "nomination" })).toBeUndefined();
  expect(found({ ...next, follows: reviewIdOf(1, id("AA")) })).toBeUndefined();
});
