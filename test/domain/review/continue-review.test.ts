import { expect, test } from "vitest";
import { continueReview } from "../../../domain/review/commands/continue-review.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { groupIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { PhaseDrawing } from "../../../schemas/model/phase.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { at, party, Play, seat } from "./play.ts";

const held = [seat("FR", "under-review"), seat("PE", "reviewing"), seat("KE", "reviewing")];
const partiesIn = (drawing: PhaseDrawing, before = new Play(held).review): readonly string[] => {
  const place = { id: reviewIdOf(4, before.party), cluster: 4, group: groupIdOf(4, 1), drawing };
  const continued = continueReview(before, place, at("2023-09-01"));
  const review = continued.ok ? continued.facts.reduce<Review | undefined>(evolveReview, undefined) : undefined;
  return Object.keys(review?.seats ?? {}).toSorted();
};
const drawn = (seats: PhaseDrawing["seats"], seatsBefore = held): PhaseDrawing => ({
  party: party("FR"),
  seats,
  seatsBefore,
});

test("a review continues with the seats that lots gave at the opening of its phase", () => {
  expect(partiesIn(drawn([...held, seat("JP", "additional-reviewer")]))).toEqual(["FR", "JP", "KE", "PE"]);
});

test("an additional reviewer leaves that lots did not draw at the opening, since others take what it reviewed", () => {
  const [additional, another] = [seat("ES", "additional-reviewer"), seat("JP", "additional-reviewer")];
  const withAdditional = new Play([...held, additional]).review;
  expect(partiesIn(drawn([...held, another], [...held, additional]), withAdditional)).toEqual(["FR", "JP", "KE", "PE"]);
});

test("a seat that was drawn again since those lots stays with the newcomer", () => {
  const [own, , other] = held;
  if (own === undefined || other === undefined) throw new Error("Too few seats");
  const heldBefore = [own, other, seat("BR", "reviewing")];
  expect(partiesIn(drawn([...heldBefore, seat("JP", "additional-reviewer")], heldBefore))).toEqual(["FR", "KE", "PE"]);
});
