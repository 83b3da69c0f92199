import { expect, test } from "vitest";
import { continueReview } from "../../../domain/review/commands/continue-review.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { groupIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { PhaseDrawing } from "../../../schemas/model/phase.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { at, party, Play, seat } from "./play.ts";

const held = [seat("FR", "under-review"), seat("PE", "reviewing"), seat("KE", "reviewing")];
const before = new Play(held).review;
const partiesIn = (drawing: PhaseDrawing): readonly string[] => {
  const place = { id: reviewIdOf(4, before.party), cluster: 4, group: groupIdOf(4, 1), drawing };
  const continued = continueReview(before, place, at("2023-09-01"));
  const review = continued.ok ? continued.facts.reduce<Review | undefined>(evolveReview, undefined) : undefined;
  return Object.keys(review?.seats ?? {}).toSorted();
};
const drawn = (seats: PhaseDrawing["seats"]): PhaseDrawing => ({ party: party("FR"), seats });

test("a review goes on with what lots gave at the opening of its phase", () => {
  expect(partiesIn(drawn([...held, seat("JP", "additional-reviewer")]))).toEqual(["FR", "JP", "KE", "PE"]);
});

test("a seat that was drawn again since those lots stays with whoever came", () => {
  const [own, , other] = held;
  if (own === undefined || other === undefined) throw new Error("Too few seats");
  expect(partiesIn(drawn([own, other, seat("BR", "reviewing")]))).toEqual(["FR", "KE", "PE"]);
});
