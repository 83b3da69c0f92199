import { defined } from "../../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { carryChanges } from "../../lots/carried-redraw.ts";
import { judgeDeviations } from "../../lots/deviations.ts";
import { brokenByRedraw, type LivePairings } from "../../lots/redraw-rules.ts";
import { factsOfLeaving, refuseSeats } from "./redraw-seat.ts";

/** Returns whether a review follows another and has not started, so that it is paired as that one is. */
const awaits = (before: Review, { follows, stage, discontinued }: Review): boolean =>
  follows === before.id && stage === "scheduled" && discontinued === undefined;

/** Returns the review of the next cluster that is paired as one is until it starts; undefined where there is none. */
export const nextReviewOf = <Aggregate extends { readonly state: Review }>(
  before: Review,
  aggregates: readonly Aggregate[],
): Aggregate | undefined => aggregates.find(({ state }) => awaits(before, state));

/**
 * Returns a redraw of a review as it holds in the review that follows it and has not started. Pairings hold for all
 * clusters unless they are redrawn [S6]: the same parties, by the same lots. No party requests it twice, and no party
 * is notified of it twice. Empty where it would break a rule that holds there, or the seat has changed there: the seat
 * then stays.
 */
export const carryRedraw = (
  before: Review,
  {
    happenedAt,
    from,
    seat,
    additional = [],
    narrowed = [],
    leaving = [],
    document,
    deviations = [],
  }: FactOf<"seat-redrawn">,
  next: Review,
  live: LivePairings,
  now: Instant,
): readonly Fact[] => {
  const changes = carryChanges(before, { from, seat, additional, narrowed, leaving }, next, live);
  if (changes === undefined || refuseSeats(next, changes) !== undefined) return [];
  const { unexplained, accepted } = judgeDeviations(brokenByRedraw(next, changes, live), deviations);
  if (unexplained.length > 0) return [];
  const carried: FactOf<"seat-redrawn"> = {
    kind: "seat-redrawn",
    happenedAt,
    review: next.id,
    from,
    seat: changes.seat,
    ...(changes.additional.length === 0 ? {} : { additional: [...changes.additional] }),
    ...(changes.narrowed.length === 0 ? {} : { narrowed: [...changes.narrowed] }),
    ...(changes.leaving.length === 0 ? {} : { leaving: [...changes.leaving] }),
    ...defined({ document }),
    ...(accepted.length === 0 ? {} : { deviations: [...accepted] }),
    carriedFrom: before.id,
  };
  return [...[from, ...changes.leaving].flatMap((party) => factsOfLeaving(next, party, happenedAt, now)), carried];
};
