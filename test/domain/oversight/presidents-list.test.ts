import { expect, test } from "vitest";
import { nextListed, presidentsList } from "../../../domain/oversight/presidents-list.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { at, Play } from "../review/play.ts";

test("an imported review is not on the President's list while it is paused, and is from its release on", () => {
  const started = new Play().start().review;
  const now = at("2021-06-01");
  const sinces = (review: Review) => new Set(presidentsList([review], now).map(({ listedSince }) => listedSince));
  expect(sinces(started)).toEqual(new Set(["2021-01-06T08:00:00.000Z", "2021-01-20T08:00:00.000Z"]));
  const held: Review = { ...started, remindersPaused: true };
  expect([sinces(held), nextListed([held], at("2020-12-01"))]).toEqual([new Set(), undefined]);
  const lettersAt = at("2021-02-01T08:00:00.000Z");
  expect(sinces({ ...started, remindersSince: lettersAt })).toEqual(new Set([lettersAt]));
});
