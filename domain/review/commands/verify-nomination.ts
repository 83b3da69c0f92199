import type { MandateId, PartyId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Refused, refuse, refuseItems } from "../../base/decision.ts";
import type { MandateChanges } from "./change-mandates.ts";

/**
 * Verifies a nomination: it agrees with the note verbale. This applies in every review that has the mandate; a second
 * verification returns no fact. Refuses a mandate that the party never gave, and one that has ended, or is to end,
 * everywhere.
 */
export const verifyNomination = (
  reviews: readonly Review[],
  { party, mandate }: NominationCheck,
  at: Instant,
): MandateChanges | Refused => {
  const nominations = reviews.flatMap((review) => {
    const found = review.mandates[mandate];
    return found?.party === party ? [{ review, found }] : [];
  });
  const current = nominations.filter(({ found }) => found.until === undefined);
  const [ended] = nominations;
  if (ended === undefined) return refuse("unknown-mandate");
  if (current.length === 0) return refuse("mandate-ended", { until: ended.found.until });
  return {
    ok: true,
    changes: current
      .filter(({ found }) => found.checkedAt === undefined)
      .map(({ review }) => ({
        review,
        facts: [{ kind: "nomination-checked", happenedAt: at, review: review.id, mandate }],
      })),
  };
};

/** A nomination that is to be ticked. */
export interface NominationCheck {
  readonly party: PartyId;
  readonly mandate: MandateId;
}

/** Verifies several nominations, all or none: the facts of each review together. Refuses if one of them is refused. */
export const verifyNominations = (
  reviews: readonly Review[],
  checks: readonly NominationCheck[],
  at: Instant,
): MandateChanges | Refused => {
  const decisions = checks.map((check) => verifyNomination(reviews, check, at));
  const refused = refuseItems("checks", decisions);
  if (refused !== undefined) return refused;
  const ticked = decisions.flatMap((decision) => (decision.ok ? decision.changes : []));
  const byReview = Map.groupBy(ticked, ({ review }) => review);
  const changes = [...byReview].map(([review, those]) => ({ review, facts: those.flatMap(({ facts }) => facts) }));
  return { ok: true, changes };
};
