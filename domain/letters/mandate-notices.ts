import { obligationOfRole, openObligationOf } from "../review/obligations.ts";
import { wentByLot } from "../review/seat-turns.ts";
import type { FactOf } from "../../schemas/model/fact.ts";
import type { Mandate, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { ContentOf } from "./letter-kinds.ts";
import { lateRecord, missions, type NoticePlan } from "./notice-plans.ts";

/**
 * Returns the letter to a mission about a removal that was recorded on a later day, if the party must therefore name
 * another person. It leaves before any reminder, and states why it leaves late.
 */
const ofLateRemoval = (
  { until, successor }: FactOf<"mandate-ended">,
  { party, role }: Mandate,
  content: ContentOf<"mandate-ended">,
  review: Review,
  recordedAt: Instant,
): readonly NoticePlan[] => {
  const { late, leavesAt } = lateRecord(until, recordedAt);
  const kind = obligationOfRole[role];
  if (late === undefined || leavesAt === undefined || successor !== undefined || kind === undefined) return [];
  const obligation = openObligationOf(review, kind, party);
  const namedAt = obligation?.datedAt ?? obligation?.announced?.at;
  if (namedAt !== leavesAt) return [];
  return [{ content: { ...content, late }, to: missions([party]), rule: "mandate-ended", leavesAt }];
};

/**
 * Returns the letters about an ended mandate. Lots end it in one review and it continues in others; a replacement or
 * removal ends it in all of them.
 */
export const ofEndedMandate = (
  fact: FactOf<"mandate-ended">,
  review: Review,
  recordedAt: Instant,
): readonly NoticePlan[] => {
  const { mandate, happenedAt, until, insteadOf } = fact;
  const ended = review.mandates[mandate];
  if (ended === undefined) return [];
  const byLot = wentByLot(review, ended.party, happenedAt);
  const content = {
    kind: "mandate-ended",
    party: ended.party,
    mandate,
    ...(byLot ? { review: review.id } : {}),
    ...(insteadOf === undefined && ended.restoredAt === undefined ? {} : { until }),
  } as const;
  return [
    { content, to: [{ kind: "user", user: ended.user }], rule: "mandate-ended" },
    ...ofLateRemoval(fact, ended, content, review, recordedAt),
  ];
};

/**
 * Returns the letters about a mistaken nomination, to the person and to those who now serve in the party's open
 * reviews.
 */
export const ofReversedNomination = (
  { mandate, mandates, happenedAt: at }: FactOf<"mandate-reversed">,
  review: Review,
): readonly NoticePlan[] => {
  const reversed = review.mandates[mandate];
  if (reversed === undefined) return [];
  const { party, user } = reversed;
  const content = { kind: "mandate-ended", party, mandate, reversedAt: at } as const;
  return [
    { content, to: [{ kind: "user", user }], rule: "mandate-ended" },
    ...mandates.flatMap((id): readonly NoticePlan[] => {
      const restored = review.mandates[id];
      if (restored?.role !== "focal-point") return [];
      const brief = { kind: "handover", party, mandate: id, from: at } as const;
      return [{ content: brief, to: [{ kind: "user", user: restored.user }], rule: "handover" }];
    }),
  ];
};

/**
 * Returns the handover brief for a focal point who succeeds another. The first one is invited, because no obligation is
 * open yet.
 */
export const ofBegunMandate = (fact: FactOf<"mandate-began">, review: Review): readonly NoticePlan[] => {
  const { role, party, mandate, user } = fact;
  const hadOne = Object.values(review.mandates).some(
    (other) =>
      other.role === role &&
      other.party === party &&
      other.until !== undefined &&
      other.reversedAt === undefined &&
      other.id !== mandate,
  );
  if (!hadOne) return [];
  const content = { kind: "handover", party, mandate } as const;
  return [{ content, to: [{ kind: "user", user }], rule: "handover" }];
};

/** Returns another brief, with the new day, for a focal point who begins earlier than the first brief stated. */
export const ofAdvancedMandate = (
  { mandate, since }: FactOf<"mandate-advanced">,
  { mandates }: Review,
): readonly NoticePlan[] => {
  const newMandate = mandates[mandate];
  if (newMandate?.role !== "focal-point") return [];
  const content = { kind: "handover", party: newMandate.party, mandate, from: since } as const;
  const to = [{ kind: "user", user: newMandate.user }] as const;
  return [{ content, to, rule: "handover-moved" }];
};
