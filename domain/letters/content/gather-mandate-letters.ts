import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Recipient } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import { outlasts } from "../../review/mandates.ts";
import { obligationOfRole, openObligationOf, openObligations } from "../../review/obligations.ts";
import { wentByLotUntil } from "../../review/seat-turns.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { type GatheredContent, type ContentContext, readerOf, type ReviewSeen, say, skip } from "./gather-content.ts";
import type { ReviewTakenOver } from "./mandate-notifications.ts";

export const gatherRedraw = (
  { from, to, additional, drawnHere, late }: ContentOf<"seat-redrawn">,
  { review, about, named }: ReviewSeen,
): GatheredContent => {
  const reader = about.reader.party.id;
  const isLeaving = additional === undefined ? reader === from : additional.part === "leaving";
  const seat = review.seats[reader];
  if (!isLeaving && seat === undefined) return skip("replaced");
  const open = openObligations(review).filter(({ party }) => party === reader);
  return say({
    ...about,
    kind: "seat-redrawn",
    from: named(from),
    to: named(to),
    ...(additional === undefined
      ? {}
      : { additional: { party: named(additional.party), part: additional.part, drawnHere: drawnHere === true } }),
    part: isLeaving ? "leaving" : "newcomer",
    instruments: seat?.instruments ?? [],
    toConfirm: [review.consultation, review.division].some((agreed) => agreed?.toConfirmWith?.includes(reader)),
    hadCleared: review.formerFeedback?.some((former) => former.party === reader && former.by === to) === true,
    open: open.map(({ kind, dueAt }) => ({ kind, dueAt })),
    late,
  });
};

export const gatherHandover = (
  { mandate: id, from }: ContentOf<"handover">,
  recipient: Recipient,
  context: ContentContext,
): GatheredContent => {
  const mandates = context.reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    const isTold = from === undefined || mandate?.since === from;
    return mandate !== undefined && isTold && outlasts(mandate, context.now) ? [{ review, mandate }] : [];
  });
  const mandate = mandates[0]?.mandate;
  const reader = readerOf(recipient, mandate, context);
  if (mandate === undefined || reader === undefined) return skip("replaced");
  const { now, frontEndUrl, replyTo } = context;
  const reviews = mandates.flatMap(({ review }) => takenOver(review, mandate.party, context));
  return say({ kind: "handover", reader, now, frontEndUrl, replyTo, mandate: id, from: mandate.since, reviews });
};

const takenOver = (review: Review, party: PartyId, { named }: ContentContext): readonly ReviewTakenOver[] => {
  const seat = review.seats[party];
  if (seat === undefined) return [];
  const { role, instruments } = seat;
  const cleared = Object.values(review.seats).filter((one) => review.feedback?.[one.party] !== undefined);
  const { observations } = review;
  return [
    {
      id: review.id,
      underReview: named(review.party),
      role,
      instruments,
      stage: review.stage,
      open: openObligations(review)
        .filter((obligation) => obligation.party === party)
        .map(({ kind, dueAt }) => ({ kind, dueAt })),
      documents: [
        ...(review.answers === undefined ? [] : [{ kind: "answers" } as const]),
        ...cleared.map((one) => ({ kind: "feedback", party: named(one.party) }) as const),
        ...(review.formerFeedback ?? []).map((one) => ({ kind: "former-feedback", party: named(one.party) }) as const),
        ...(observations === undefined ? [] : [{ kind: "list", version: observations.version } as const]),
      ],
    },
  ];
};

export const gatherEnded = (
  { mandate: id, until: announcedEnd, review: byLotIn, reversedAt, late }: ContentOf<"mandate-ended">,
  recipient: Recipient,
  context: ContentContext,
): GatheredContent => {
  const mandates = context.reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    if (mandate?.until === undefined || (announcedEnd !== undefined && mandate.until !== announcedEnd)) return [];
    if (byLotIn !== undefined && review.id !== byLotIn) return [];
    return [{ review, mandate, until: mandate.until }];
  });
  const first = mandates[0];
  const reader = readerOf(recipient, first?.mandate, context);
  if (first === undefined || reader === undefined) return skip("replaced");
  const { now, frontEndUrl, replyTo } = context;
  const reviews = mandates.map(({ review }) => ({ id: review.id, underReview: context.named(review.party) }));
  const { until, mandate } = first;
  const kind = obligationOfRole[mandate.role];
  const dues = mandates.flatMap(({ review }) =>
    late === undefined || kind === undefined ? [] : (openObligationOf(review, kind, mandate.party) ?? []),
  );
  const earliestDue = dues.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
  const drawnAt = byLotIn === undefined ? undefined : wentByLotUntil(first.review, mandate.party, until);
  return say({
    kind: "mandate-ended",
    reader,
    now,
    frontEndUrl,
    replyTo,
    mandate: id,
    role: mandate.role,
    until,
    ...(drawnAt === undefined ? {} : { drawnOn: dayOf(drawnAt) }),
    ...(reversedAt === undefined ? {} : { reversedOn: dayOf(reversedAt) }),
    late,
    open: earliestDue === undefined ? [] : [{ kind: earliestDue.kind, dueAt: earliestDue.dueAt }],
    reviews,
  });
};
