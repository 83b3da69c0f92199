import type { GroupId, PartyId, UserId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { ListedObligation } from "../../schemas/model/listed-obligation.ts";
import type { ListedReview } from "../../schemas/model/listed-review.ts";
import { type ObligationKind, type Review, Stage } from "../../schemas/model/review.ts";
import { isInPhase, type PhaseFilter } from "../base/cycles.ts";
import { addDays, startOfDay } from "../base/time.ts";
import { isOverdue } from "../review/obligations.ts";
import { blockersAt } from "../oversight/blockers.ts";

/** The filter of reviews; a field that is left out does not narrow. */
export interface ReviewFilter extends PhaseFilter {
  readonly group?: GroupId | undefined;
  readonly stage?: Stage | undefined;
  /** Holds a seat in the review. */
  readonly party?: PartyId | undefined;
  readonly officer?: UserId | undefined;
  /** Blocked by something past its date, or not. */
  readonly overdue?: "true" | "false" | undefined;
}

/** Returns whether a review is among those that a filter chooses. */
export const isChosen = (
  review: Pick<ListedReview, "id" | "group" | "stage" | "officer"> & Pick<ListedReview | Review, "seats">,
  filter: Omit<ReviewFilter, "overdue">,
): boolean => {
  const { group, stage, party, officer } = filter;
  return (
    isInPhase(review.id, filter) &&
    (group === undefined || review.group === group) &&
    (stage === undefined || review.stage === stage) &&
    (party === undefined || Object.values(review.seats).some((seat) => seat.party === party)) &&
    (officer === undefined || review.officer === officer)
  );
};

/** Returns whether a review is overdue, or not, as a filter requires. */
export const isAsOverdue = (
  { blocking }: Pick<ListedReview, "blocking">,
  { overdue }: Pick<ReviewFilter, "overdue">,
  now: Instant,
): boolean =>
  overdue === undefined || blockersAt(blocking, now).some((blocker) => blocker.overdue) === (overdue === "true");

/** After every instant: what waits for no date comes last. */
const never = "9";

/** The sort keys of reviews, in addition to their ids: the smaller text comes first. */
export const sortKeys = {
  id: () => "",
  /** The earliest date of a blocker of the review. */
  due: ({ blocking }: ListedReview, now: Instant) =>
    blockersAt(blocking, now)
      .flatMap(({ dueAt }) => dueAt ?? [])
      .toSorted()
      .at(0) ?? never,
  stage: (review: ListedReview) => String(Stage.options.indexOf(review.stage)),
} as const;

/** The filter of obligations; a field that is left out does not narrow. */
export interface ObligationFilter extends PhaseFilter {
  readonly group?: GroupId | undefined;
  readonly state: "open" | "overdue" | "met" | "all";
  readonly kind?: ObligationKind | undefined;
  readonly party?: PartyId | undefined;
  /** Days in Vienna, both included. */
  readonly dueFrom?: CalendarDate | undefined;
  readonly dueTo?: CalendarDate | undefined;
}

/** Returns a function that is true for an obligation that a filter chooses. */
export const chosenBy = (
  { state, kind, party, group, dueFrom, dueTo, ...phase }: ObligationFilter,
  now: Instant,
): ((obligation: ListedObligation) => boolean) => {
  const from = dueFrom && startOfDay(dueFrom);
  const below = dueTo && startOfDay(addDays(dueTo, 1));
  return (obligation) =>
    (state === "all" || (state === "overdue" ? isOverdue(obligation, now) : obligation.state === state)) &&
    (kind === undefined || obligation.kind === kind) &&
    (party === undefined || obligation.party === party) &&
    isInPhase(obligation.review, phase) &&
    (group === undefined || obligation.group === group) &&
    (from === undefined || obligation.dueAt >= from) &&
    (below === undefined || obligation.dueAt < below);
};
