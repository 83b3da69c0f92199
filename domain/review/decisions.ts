import type { PartyId } from "../../schemas/base/ids.ts";
import type { DispensableKind, Review } from "../../schemas/model/review.ts";

type DecisionOnSilence = NonNullable<Review["decisions"]>[number];

/**
 * Returns the decision that a review continues without an act, of a party where one is named; undefined where there is
 * none.
 */
export const decisionWithout = (
  { decisions }: Pick<Review, "decisions">,
  kind: DispensableKind,
  party?: PartyId,
): DecisionOnSilence | undefined =>
  decisions?.find((decision) => decision.kind === kind && (party === undefined || decision.party === party));
