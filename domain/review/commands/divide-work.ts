import type { Instant } from "../../../schemas/base/values.ts";
import type { DivisionPart, Review } from "../../../schemas/model/review.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, noChange, type Refused, refuse } from "../../base/decision.ts";
import { startOfDay } from "../../base/time.ts";
import { orderParts } from "../division.ts";
import { instrumentsDue } from "../instruments-due.ts";
import { evolveReview } from "../evolve.ts";
import { consultationBegan } from "../mandates.ts";
import { reviewingSeats } from "../../lots/seats.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { actingParty } from "../services.ts";

/**
 * Returns why these cannot be the parts of a division: a party that does not review, or not that, or something left
 * out.
 */
const refuseParts = (review: Review, parts: readonly DivisionPart[]): Refused | undefined => {
  const reviewers = reviewingSeats(review);
  const strangers = parts.filter(({ party }) => !reviewers.some((seat) => seat.party === party));
  if (strangers.length > 0) return refuse("not-a-reviewer", { parties: strangers.map(({ party }) => party) });
  for (const { party, instruments } of parts) {
    const foreign = instruments.filter((one) => review.seats[party]?.instruments.includes(one) !== true);
    if (foreign.length > 0) return refuse("instrument-not-reviewed", { party, instruments: foreign });
  }
  const taken = parts.flatMap(({ instruments }) => instruments);
  const left = (review.seats[review.party]?.instruments ?? []).filter((one) => !taken.includes(one));
  if (left.length > 0) return refuse("instruments-unassigned", { instruments: left });
  const idle = reviewers.filter(({ party }) => !parts.some((part) => part.party === party));
  return idle.length > 0
    ? refuse("reviewer-without-instruments", { parties: idle.map(({ party }) => party) })
    : undefined;
};

/** Returns why work cannot move: a party that has cleared its feedback would have to give it on other instruments. */
const refuseMoved = (before: Review, after: Review): Refused | undefined => {
  const moved = reviewingSeats(before).flatMap(({ party, instruments }) => {
    const cleared = before.feedback?.[party];
    if (cleared === undefined) return [];
    const pending = instrumentsDue(after, party);
    const others = instruments.filter((one) => pending.includes(one) !== (cleared.documents[one] !== undefined));
    return others.length === 0 ? [] : [{ party, others }];
  });
  return moved.length === 0
    ? undefined
    : refuse("work-cleared", {
        parties: moved.map(({ party }) => party),
        instruments: [...new Set(moved.flatMap(({ others }) => others))],
      });
};

/**
 * Divides the work among the reviewing parties by instrument (paragraph 33), by the focal point of any of them, or by
 * the secretariat from a source. Each instrument of the party under review is taken by at least one reviewer, and each
 * reviewer takes at least one. Another division replaces the one before, as long as no party has cleared what would
 * move. The same division returns no fact, unless it is to be confirmed with a party drawn in later.
 */
export const divideWork = (review: Review, by: Actor, given: readonly DivisionPart[], now: Instant): Decision => {
  const party = actingParty(by, review, now);
  const denied = deniedTo(by, "work.divide", { review, party }, now);
  if (denied !== undefined) return denied;
  if (party === undefined) return refuse("source-missing");
  const place = refuseWrongStage("work.divide", review);
  if (place !== undefined) return place;
  const refused = refuseParts(review, given);
  if (refused !== undefined) return refused;
  const { division } = review;
  const parts = orderParts(review, given);
  const isSame = JSON.stringify(orderParts(review, division?.parts ?? [])) === JSON.stringify(parts);
  if (isSame && division?.toConfirmWith === undefined) return noChange;
  const began = consultationBegan(review);
  const acted = actedAt(by, now, began === undefined ? undefined : startOfDay(began));
  if (!acted.ok) return acted;
  const divided = {
    kind: "work-divided",
    happenedAt: acted.at,
    review: review.id,
    number: (division?.number ?? 0) + 1,
    parts,
    party,
    ...(by.recordsFor === undefined ? {} : { source: by.recordsFor.source }),
  } as const;
  return refuseMoved(review, evolveReview(review, divided)) ?? accept([divided]);
};
