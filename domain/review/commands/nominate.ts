import type { Fact } from "../../../schemas/model/fact.ts";
import type { MandateId, PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { MandateRole, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { isLive } from "../blockers.ts";
import { type Refused, refuse } from "../../base/decision.ts";
import { actedAt } from "../outside-acts.ts";
import { mandatesBeyond, mostInSeat } from "../mandates.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { nominate } from "./start-review.ts";

/**
 * Returns when a nomination counts: from the day of its note verbale, or from now; where the secretariat records it,
 * from the day on which the party acted. Refuses days ahead and before the launch.
 */
export const namedAt = (
  by: Actor,
  namedOn: CalendarDate | undefined,
  now: Instant,
): { ok: true; at: Instant } | Refused => {
  if (by.recordsFor !== undefined) return actedAt(by, now);
  const when = resolveRecordedDate(namedOn, now);
  return when.ok ? { ok: true, at: when.at } : when;
};

export interface NominationForAll {
  readonly mandate: MandateId;
  readonly role: MandateRole;
  readonly party: PartyId;
  readonly user: UserId;
  /** For which instruments an expert is named; for all of each seat where left out. */
  readonly instruments?: readonly Instrument[] | undefined;
  readonly at: Instant;
  /** The requested reviews; where left out, every review of the party that is neither concluded nor discontinued. */
  readonly requestedReviews?: readonly ReviewId[] | undefined;
}

export interface NominationDecision {
  readonly ok: true;
  /** The new mandate, or the existing one where the person was already named so. */
  readonly mandate: MandateId;
  readonly changes: readonly { readonly review: Review; readonly facts: readonly Fact[] }[];
}

/**
 * Names one person in several reviews of a party, in all or in none. A refusal by some reviews refuses the whole
 * and lists them.
 */
export const nominateInAll = (
  reviews: readonly Review[],
  nomination: NominationForAll,
  now?: Instant,
): NominationDecision | Refused => {
  const { requestedReviews, ...what } = nomination;
  const unknown = requestedReviews?.filter((id) => reviews.every((review) => review.id !== id)) ?? [];
  if (unknown.length > 0) return refuse("not-in-this-review", { reviews: unknown });
  const concerned = requestedReviews === undefined ? reviews.filter(isLive) : reviews;
  if (concerned.length === 0) return refuse("no-review-to-serve");

  const decisions = concerned.map((review) => ({ review, decision: nominate(review, what, now) }));
  const refused = decisions.flatMap(({ review, decision }) => (decision.ok ? [] : [{ review, decision }]));
  const [first] = refused;
  if (first !== undefined) {
    const alike = refused.filter(({ decision }) => decision.refusal === first.decision.refusal);
    return refuse(first.decision.refusal, { reviews: alike.map(({ review }) => review.id) });
  }
  const full = decisions.flatMap(({ review, decision }) => {
    const isNamed = decision.ok && decision.facts.length > 0;
    const most = isNamed ? mostInSeat(review, what.party, now ?? what.at) : undefined;
    return most === undefined ? [] : [{ id: review.id, most }];
  });
  if (full[0] !== undefined) return refuse("seat-full", { most: full[0].most, reviews: full.map(({ id }) => id) });
  const changes = decisions.flatMap(({ review, decision }) =>
    decision.ok && decision.facts.length > 0 ? [{ review, facts: decision.facts }] : [],
  );
  const currentMandate = concerned
    .flatMap((review) => mandatesBeyond(review, what.party, what.role, what.at))
    .find(({ user }) => user === what.user);
  return { ok: true, changes, mandate: changes.length > 0 ? what.mandate : (currentMandate?.id ?? what.mandate) };
};
