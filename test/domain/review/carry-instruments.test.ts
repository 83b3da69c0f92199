import { expect, test } from "vitest";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { carryInstruments } from "../../../domain/review/commands/carry-instruments.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { reviewIdOf } from "../../../schemas/base/ids.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review, Seat } from "../../../schemas/model/review.ts";
import { additionalSeat, id, limits, pairing, parties, party, reviewerSeat } from "../lots/few-parties.ts";
import { at, day, Play } from "./play.ts";

const now = at("2022-06-01");
/** AB has joined the Trafficking Protocol, and none of its reviewers has. */
const more: readonly Party[] = [
  ...parties.map((one) => (one.id === id("AB") ? party("AB", "AFRICAN", ["UNTOC", "TIP", "FP"]) : one)),
  party("AF", "AFRICAN", ["UNTOC", "TIP"]),
  party("WF", "WEOG", ["UNTOC", "TIP"]),
  party("WG", "WEOG", ["UNTOC", "TIP"]),
];
const seatsOf = (code: string): readonly Seat[] =>
  pairing()
    .flatMap(({ reviews }) => reviews)
    .find((review) => review.party === code)?.seats ?? [];
const before: Review = { ...new Play(seatsOf("AB")).review, id: reviewIdOf(1, id("AB")), party: id("AB") };
const next: Review = { ...before, id: reviewIdOf(4, id("AB")), cluster: 4, stage: "scheduled", follows: before.id };
const withSeats = (review: Review, ...seats: readonly Seat[]): Review => ({
  ...review,
  seats: { ...review.seats, ...Object.fromEntries(seats.map((seat) => [seat.party, seat])) },
});
/** Returns the pairings of the next cluster, in which the pairing of AB has the seats of a review. */
const liveWith = ({ seats }: Review): LivePairings => ({
  groups: pairing().map((group) => ({
    ...group,
    reviews: group.reviews.map((review) => ({
      ...review,
      id: reviewIdOf(4, review.party),
      ...(review.party === "AB" ? { seats: Object.values(seats) } : {}),
    })),
  })),
  parties: more,
  limits,
});
const drawn = [additionalSeat("AF", ["TIP"]), additionalSeat("WF", ["TIP"])];
const added: FactOf<"instruments-added"> = {
  kind: "instruments-added",
  happenedAt: now,
  review: before.id,
  instruments: ["TIP"],
  countedOn: day("2022-06-01"),
  agreements: [],
  widened: [{ party: id("AB"), role: "under-review", instruments: ["UNTOC", "TIP", "FP"] }],
  drawn,
  draw: { seed: 1, turns: [] },
};
const carried = (review = next, live = liveWith(review)) => carryInstruments(before, added, review, live);
const reviewersIn = (review: Review): readonly string[] =>
  Object.values(carried(review).reduce(evolveReview, review).seats)
    .filter(({ instruments }) => instruments.includes("TIP"))
    .map((seat) => seat.party)
    .toSorted();

test("instruments that a review took in are reviewed in the one that follows by those who were drawn for them", () => {
  expect(carried()).toEqual([
    {
      kind: "instruments-added",
      happenedAt: now,
      review: "c4-AB",
      instruments: ["TIP"],
      countedOn: "2022-06-01",
      agreements: [],
      carriedFrom: "c1-AB",
      widened: added.widened,
      drawn,
    },
  ]);
  expect(reviewersIn(next)).toEqual(["AB", "AF", "WF"]);
});

test("the sole reviewer there that has joined them reviews them, without an additional reviewer", () => {
  expect(reviewersIn(withSeats(next, additionalSeat("WG", ["FP"]), reviewerSeat("WC", ["UNTOC"])))).toEqual([
    "AB",
    "AF",
    "WG",
  ]);
});

test("it stays where it covers them, where a party would have to be drawn, and where a rule would break", () => {
  expect(carried(withSeats(next, ...added.widened))).toEqual([]);
  const fewer = { ...added, drawn: drawn.slice(1) };
  expect(carryInstruments(before, fewer, next, liveWith(next))).toEqual([]);
  const own = { id: reviewIdOf(2, id("WF")), party: id("WF"), seats: [reviewerSeat("AB")] };
  expect(carried(next, { ...liveWith(next), elsewhere: [own] })).toEqual([]);
  expect(carried(next, { ...liveWith(next), groups: [] })).toEqual([]);
});
