import { describe, expect, test } from "vitest";
import { resolveAddress, type ReachIo } from "../../../lambdas/use-cases/reachability/resolve-address.ts";
import { letterKindOf } from "../../../domain/letters/letter-kinds.ts";
import { reviewId, userId } from "../../fixtures/changes.ts";

/** A person who has an address, and whose access was closed. */
const io = {
  store: {
    load: async () => ({ state: { id: userId(7), closedAt: "2022-03-01T11:00:00.000Z" } }),
    person: async () => ({ email: "expert@bf.example.org", language: "fr", name: "An expert" }),
  },
  ledger: { mark: async () => undefined },
} as unknown as ReachIo;
const recipient = { kind: "user", user: userId(7) } as const;

describe("a person whose access was closed", () => {
  test("is reached by no letter about a review", async () => {
    const kind = letterKindOf({ kind: "feedback-complete", review: reviewId("FR") });
    expect(await resolveAddress(io, recipient, kind)).toEqual({ kind: "skip", reason: "access-closed" });
    expect(await resolveAddress(io, recipient)).toEqual({ kind: "skip", reason: "access-closed" });
  });

  test("is reached by the letter about that closure", async () => {
    const { kind } = await resolveAddress(io, recipient, { reachesClosed: true });
    expect(kind).toBe("reached");
  });
});
