import type { Fact } from "../../../../schemas/model/fact.ts";
import { userId } from "../../../fixtures/changes.ts";
import { when } from "./review-facts.ts";

const erasureOrder: Fact = {
  kind: "user-erasure-ordered",
  happenedAt: when("2020-11-06"),
  user: userId(3),
  orderedBy: userId(4),
  reason: "asked-by-person",
  source: "letter",
};

/** A suspension, and an erasure that is ordered, withdrawn, ordered again and approved. */
export const beforeErasure: readonly Fact[] = [
  { kind: "user-suspended", happenedAt: when("2020-11-06"), user: userId(3), until: when("2020-11-07") },
  erasureOrder,
  { kind: "user-erasure-withdrawn", happenedAt: when("2020-11-06"), user: userId(3) },
  erasureOrder,
  { kind: "user-erasure-approved", happenedAt: when("2020-11-07"), user: userId(3), approvedBy: userId(6) },
];
