import type { PartyId } from "../../schemas/base/ids.ts";
import type { DispensableKind, Review } from "../../schemas/model/review.ts";
import { reviewingSeats } from "../lots/seats.ts";

/** Returns whether a review continues without an act of a party, by decision of the Conference or its working group. */
export const goesOnWithout = ({ decisions = [] }: Review, kind: DispensableKind, party: PartyId): boolean =>
  decisions.some((decision) => decision.kind === kind && decision.party === party);

/** Returns reviewing parties whose feedback is not in (paragraph 33): each of them blocks the review. */
export const feedbackAwaitedFrom = (review: Review): readonly PartyId[] =>
  reviewingSeats(review)
    .map(({ party }) => party)
    .filter((party) => review.feedback?.[party] === undefined && !goesOnWithout(review, "feedback", party));

/** Returns parties that have not agreed to the version on the table; all of them while there is none. */
export const agreementAwaitedFrom = (review: Review): readonly PartyId[] => {
  const { observations } = review;
  const parties = Object.values(review.seats).map(({ party }) => party);
  if (observations === undefined) return parties;
  return parties.filter(
    (party) => observations.agreed[party] !== observations.version && !goesOnWithout(review, "agreement", party),
  );
};
