import type { Fact } from "../../../../schemas/model/fact.ts";
import { mandateId, party, userId } from "../../../fixtures/changes.ts";
import { review, when } from "./review-facts.ts";

const offered = mandateId(7);

/** Offers of mandates in the journal of the person. */
export const offersToPerson: readonly Fact[] = (["accepted", "refused"] as const).flatMap((outcome): Fact[] => [
  {
    kind: "mandate-offered",
    happenedAt: when("2025-01-06"),
    user: userId(2),
    mandate: offered,
    party: party("IE"),
    role: "observer",
    reviews: [review],
  },
  {
    kind: "mandate-offer-ended",
    happenedAt: when("2025-01-07"),
    user: userId(2),
    mandate: offered,
    party: party("IE"),
    role: "observer",
    outcome,
    home: party("FR"),
  },
]);

/** The offers of experts as the journal of the party records them. */
export const offersOfParty: readonly Fact[] = [
  { kind: "offer-opened", happenedAt: when("2025-01-06"), party: party("FR"), mandate: offered, user: userId(2) },
  { kind: "offer-closed", happenedAt: when("2025-01-07"), party: party("FR"), mandate: offered, user: userId(2) },
];
