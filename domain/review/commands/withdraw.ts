import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { PublishedPart, Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, type Refused, refuse } from "../../base/decision.ts";
import { clarificationIdOf, voidObligations } from "../obligations.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { withSteps } from "../stage-progress.ts";
import { startOfDay } from "../../base/time.ts";
import type { RedrawAsking } from "./redraw-seat.ts";

/**
 * Withdraws a party's request for a redraw, as long as lots are not drawn; it no longer counts among the four. Refused
 * where none of its own waits.
 */
export const withdrawRedraw = (
  review: Review,
  party: Party,
  by: Actor,
  { seat }: { readonly seat: PartyId },
  now: Instant,
): RedrawAsking | Refused => {
  const denied = deniedTo(by, "redraw.withdraw", { review, party: party.id }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("redraw.withdraw", review);
  if (place !== undefined) return place;
  const request = review.redrawsAsked?.find((one) => one.seat === seat && one.by === party.id);
  if (request === undefined) return refuse("nothing-to-withdraw");
  const acted = actedAt(by, now, request.at);
  if (!acted.ok) return acted;
  const happenedAt = acted.at;
  return {
    ok: true,
    review: [{ kind: "redraw-withdrawn", happenedAt, review: review.id, party: party.id, seat }],
    party: [
      {
        kind: "redraw-count-lowered",
        happenedAt,
        party: party.id,
        review: review.id,
        number: Math.max(0, (party.redraws ?? 0) - 1),
      },
    ],
  };
};

/**
 * Withdraws a question that was not answered, by the party that put it. It no longer blocks the feedback, and the
 * obligation to answer it ends.
 */
export const withdrawClarification = (
  review: Review,
  by: Actor,
  { number }: { readonly number: number },
  now: Instant,
): Decision => {
  const clarification = review.clarifications?.find((one) => one.number === number);
  const denied = deniedTo(by, "clarification.withdraw", { review, party: clarification?.askedBy }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("clarification.withdraw", review);
  if (place !== undefined) return place;
  if (clarification === undefined) return refuse("unknown-clarification", { number });
  if (clarification.state !== "open") return refuse("nothing-to-withdraw");
  const acted = actedAt(by, now, clarification.askedAt);
  if (!acted.ok) return acted;
  const { at } = acted;
  const obligation = review.obligations[clarificationIdOf(number, review.party)];
  return withSteps(
    review,
    [
      { kind: "clarification-withdrawn", happenedAt: at, review: review.id, number },
      ...voidObligations(review, obligation === undefined ? [] : [obligation], at),
    ],
    now,
  );
};

/**
 * Withdraws the consent of the party under review to publish parts of what it submitted: they are no longer public.
 * Copies that others have made remain. Refused where it consented to none of the parts.
 */
export const withdrawConsent = (
  review: Review,
  by: Actor,
  { parts }: { readonly parts: readonly PublishedPart[] },
  now: Instant,
): Decision => {
  const { party, consents = [], startedOn } = review;
  const denied = deniedTo(by, "publication.withdraw", { review, party }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("publication.withdraw", review);
  if (place !== undefined) return place;
  const withdrawn = consents.filter((part) => parts.includes(part));
  if (withdrawn.length === 0) return refuse("nothing-to-withdraw");
  const acted = actedAt(by, now, startedOn === undefined ? undefined : startOfDay(startedOn));
  if (!acted.ok) return acted;
  return accept([
    { kind: "consent-withdrawn", happenedAt: acted.at, review: review.id, party, parts: withdrawn.toSorted() },
  ]);
};
