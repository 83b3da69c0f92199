import type * as z from "zod";
import { defined } from "../../schemas/base/defined.ts";
import { cycleAndClusterOf } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { ListedObligation } from "../../schemas/model/listed-obligation.ts";
import type { ListedReview } from "../../schemas/model/listed-review.ts";
import type { Obligation, Review, Seat } from "../../schemas/model/review.ts";
import type { PairingView, ReviewSummary } from "../../schemas/views/core.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import { reviewingSeats } from "../lots/seats.ts";
import { dayOf } from "../base/time.ts";
import { blockersAt } from "../oversight/blockers.ts";
import { blockingIn } from "../statistics/blocking.ts";
import { presentHistory } from "../statistics/present-history.ts";
import { instrumentsDue } from "../review/instruments-due.ts";
import { delayInForce } from "../review/obligations.ts";

/** Returns a seat's own fields: a stored row may hold more than this version knows, and no reply may. */
export const seatOf = ({ party, role, instruments }: Seat): Seat => ({ party, role, instruments });

/** Returns the day on which the party under review waived the limit of reviewers; undefined while it has not. */
export const waiverDay = ({ reviewerLimitWaivedAt }: Review): CalendarDate | undefined =>
  reviewerLimitWaivedAt && dayOf(reviewerLimitWaivedAt);

const inKeyOrder = <Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/**
 * Returns a review as lists show it at any moment until it changes. A stored aggregate has its seats and mandates in any
 * order, so they are sorted: equal reviews have equal rows.
 */
export const listedReview = ({ state, version }: Pick<Aggregate<"review">, "state" | "version">): ListedReview => {
  const { seats, mandates, drawnAway } = state;
  const review = { ...state, seats: inKeyOrder(seats), mandates: inKeyOrder(mandates) };
  return {
    id: state.id,
    party: state.party,
    group: state.group,
    seats: Object.values(review.seats).map(seatOf),
    stage: state.stage,
    stageSince: state.stageSince,
    ...defined({ startedOn: state.startedOn, discontinuedOn: state.discontinued?.leftOn, officer: state.officer }),
    // What ended before the present stage blocks the review at no later moment.
    blocking: blockingIn(presentHistory(review))
      .filter(({ to }) => to === undefined || to > state.stageSince)
      .map(({ party, blocker, from, to, dues }) => ({
        ...defined({ party }),
        blocker,
        from,
        ...defined({ to }),
        dues: dues.map((due) => ({ from: due.from, dueAt: due.dueAt })),
      })),
    ...(state.reviewerLimitWaivedAt === undefined ? {} : { reviewerLimitWaivedOn: waiverDay(state) }),
    ...(drawnAway === undefined || drawnAway.length === 0
      ? {}
      : { redraws: drawnAway.map(({ party, by, at }) => ({ from: party, to: by, drawnOn: dayOf(at) })) }),
    version,
  };
};

/** Returns a short view of a review, for lists. */
export const reviewSummary = (listed: ListedReview, now: Instant): ReviewSummary => ({
  id: listed.id,
  party: listed.party,
  ...cycleAndClusterOf(listed.id),
  group: listed.group,
  reviewers: reviewingSeats(listed).map(seatOf),
  stage: listed.stage,
  stageSince: listed.stageSince,
  ...defined({ startedOn: listed.startedOn, discontinuedOn: listed.discontinuedOn }),
  blockedBy: blockersAt(listed.blocking, now),
  version: listed.version,
});

/** Returns the parties that review each other: public. */
export const pairingView = (listed: ListedReview): z.infer<typeof PairingView> => ({
  review: listed.id,
  party: listed.party,
  ...cycleAndClusterOf(listed.id),
  group: listed.group,
  reviewers: reviewingSeats(listed).map(seatOf),
  ...defined({ reviewerLimitWaivedOn: listed.reviewerLimitWaivedOn }),
  redraws: listed.redraws ?? [],
});

/** Returns an obligation as lists show it at any moment until its review changes. */
export const listedObligation = (review: Review, obligation: Obligation): ListedObligation => {
  const { id, kind, party, state, generation, openedOn, dueAt, originalDueAt, settledAt } = obligation;
  const delay = delayInForce(obligation);
  return {
    id,
    review: review.id,
    group: review.group,
    kind,
    party,
    state,
    generation,
    openedOn,
    dueAt,
    originalDueAt,
    ...defined({ settledAt }),
    ...(kind === "feedback" && state === "open" ? { instruments: [...instrumentsDue(review, party)] } : {}),
    ...(delay === undefined
      ? {}
      : {
          delay: {
            reason: delay.reason,
            on: dayOf(delay.at),
            ...defined({ explanation: delay.explanation, beyondRules: delay.beyondRules }),
          },
        }),
  };
};

/** Returns all obligations of a review as lists show them, by id: equal reviews have equal lists. */
export const listedObligations = (review: Review): readonly ListedObligation[] =>
  Object.values(review.obligations)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((obligation) => listedObligation(review, obligation));
