import type { FactOf } from "../../../schemas/model/fact.ts";
import type { MandateId, PartyId } from "../../../schemas/base/ids.ts";
import type { Mandate, Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Refused, refuse } from "../../base/decision.ts";
import { isInProgress } from "../blockers.ts";
import { mandatesBeyond, servesOtherParty } from "../mandates.ts";
import { obligationOfRole, obligationIdOf } from "../obligations.ts";
import { refuseForParty } from "../permissions.ts";
import { predecessorsOf } from "../recorded-dates.ts";
import type { MandateChanges } from "./change-mandates.ts";

export interface NominationReversal {
  readonly party: PartyId;
  readonly mandate: MandateId;
  readonly reason: string;
}

/**
 * Returns the mandates that ended with a nomination and continue without it: none of a person who serves another party
 * by now.
 */
const returningTo = (review: Review, reversed: Mandate, now: Instant): readonly Mandate[] =>
  predecessorsOf(review, reversed).filter(
    (one) => one.since !== one.until && servesOtherParty(review, one, now) === undefined,
  );

/**
 * Returns the obligation that a nomination had met and that is open again, with its dates; none where another person
 * serves.
 */
const reopenedBy = (
  review: Review,
  { id, party, role }: Mandate,
  returning: readonly Mandate[],
  now: Instant,
): FactOf<"mandate-reversed">["obligations"] => {
  const kind = obligationOfRole[role];
  const obligation = kind === undefined ? undefined : review.obligations[obligationIdOf(kind, party)];
  const others = mandatesBeyond(review, party, role, now).filter((one) => one.id !== id);
  if (obligation?.state !== "met" || !isInProgress(review) || returning.length > 0 || others.length > 0) return [];
  return [{ obligation: obligation.id, generation: obligation.generation + 1 }];
};

/**
 * Reverses a nomination that was recorded by mistake, in every review in which the mandate runs: it never was. A person
 * whom it replaced has the mandate back; where none was replaced and no other serves, the obligation to nominate is
 * open again with its dates. The stage stays. By the party's permanent mission, or by the secretariat with the reason.
 * Refused once the mandate has ended or an end is set; `acted` is the number of journal entries of its holder since.
 */
export const reverseNomination = (
  reviews: readonly Review[],
  by: Actor,
  { party, mandate: id, reason }: NominationReversal,
  acted: number,
  now: Instant,
): MandateChanges | Refused => {
  const denied = refuseForParty(by, "mandate.reverse", party, now);
  if (denied !== undefined) return denied;
  const held = reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    return mandate?.party === party ? [{ review, mandate }] : [];
  });
  if (held.length === 0) return refuse("unknown-mandate");
  const running = held.filter(({ mandate }) => mandate.until === undefined);
  if (running.length === 0) return refuse("mandate-ended", { until: held[0]?.mandate.until });
  if (acted > 0) return refuse("acted-since");
  return {
    ok: true,
    changes: running.map(({ review, mandate }) => {
      const returning = returningTo(review, mandate, now);
      const fact: FactOf<"mandate-reversed"> = {
        kind: "mandate-reversed",
        happenedAt: now,
        review: review.id,
        mandate: id,
        reason,
        obligations: reopenedBy(review, mandate, returning, now),
        mandates: returning.map((one) => one.id),
      };
      return { review, facts: [fact] };
    }),
  };
};
