import { expect, test } from "vitest";
import { findReviews, type ReviewQuery } from "../../../lambdas/use-cases/oversight/find-reviews.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { at, userId } from "../../fixtures/changes.ts";

/** Returns the number of rows that each call to the store requests. */
const limitsFor = async (query: ReviewQuery): Promise<readonly number[]> => {
  const memory = memoryStore();
  const limits: number[] = [];
  const listedReviews: Store["listedReviews"] = (paging) => {
    limits.push(paging.limit);
    return memory.listedReviews(paging);
  };
  const actor = { id: userId(1), role: "secretariat" } as const;
  const reader = {
    actor,
    now: at("2020-12-20T09:00:00.000Z"),
    language: "en",
    namesOf: () => Promise.resolve(new Map()),
  } as const;
  await findReviews({ ...memory, listedReviews }, reader, query, { limit: 7 });
  return limits;
};

test("a page of all reviews by id reads a page, and what is sorted otherwise all of them", async () => {
  expect(await limitsFor({ sort: "id" })).toEqual([7]);
  expect(await limitsFor({ sort: "due" })).toEqual([1_000]);
});
