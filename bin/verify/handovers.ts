import type { CountedReview } from "./counted-review.ts";

/** A focal point who took the place of another one, and the reason for which the service of that one ended. */
interface Handover {
  /** One change of a party on one day, in however many of its reviews. */
  readonly key: string;
  readonly party: string;
  readonly group: string;
  readonly reason: string;
}

interface Reviews {
  readonly reviews: readonly CountedReview[];
}

const notRecorded = "not-recorded";

/** "A change counts under the first of these reasons that its party stated in any review." */
const reasonsInOrder = [
  "transferred",
  "left-service",
  "end-of-assignment",
  "prolonged-absence",
  "own-request",
  "other",
  notRecorded,
] as const;

const handoversIn = ({ services, group }: CountedReview, day: string): readonly Handover[] => {
  const own = services.filter(
    ({ role, from, to, served = false }) => role === "focal-point" && (to === undefined || from < to || served),
  );
  return own.flatMap(({ party, user, from }) => {
    if (from > day) return [];
    // Of those whose service had ended, the last one.
    const before = own
      .filter((one) => one.party === party && one.to !== undefined && one.to <= from)
      .toSorted((one, other) => (one.to ?? "").localeCompare(other.to ?? ""))
      .at(-1);
    if (before === undefined || before.user === user) return [];
    const { endReason: reason = notRecorded } = before;
    return [{ key: `${party} ${before.user} ${user} ${from}`, party, group, reason }];
  });
};

/** Returns the successors of focal points by the end of a day, in each review. */
export const handovers = ({ reviews }: Reviews, day: string): readonly Handover[] =>
  reviews.flatMap((review) => (review.drawnOn <= day ? handoversIn(review, day) : []));

/** The reason of a change: the first one that was stated in any of its reviews. */
export const reasonOfChange = (key: string, counted: Reviews, day: string): readonly string[] => {
  const stated = new Set(handovers(counted, day).flatMap((one) => (one.key === key ? [one.reason] : [])));
  return [reasonsInOrder.find((reason) => stated.has(reason)) ?? []].flat();
};
