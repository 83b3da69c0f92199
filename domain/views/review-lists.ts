import type { GroupId, PartyId, UserId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type ObligationKind, Stage, type Review } from "../../schemas/model/review.ts";
import type { ObligationView } from "../../schemas/views/core.ts";
import { isInPhase, type PhaseFilter } from "../base/cycles.ts";
import { blockersOf } from "../oversight/blockers.ts";

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

const isOverdue = (review: Review, now: Instant): boolean => blockersOf(review, now).some(({ overdue }) => overdue);

/** Returns whether a review is among those that a filter chooses. */
export const isChosen = (review: Review, filter: ReviewFilter, now: Instant): boolean => {
  const { group, stage, party, officer, overdue } = filter;
  return (
    isInPhase(review.id, filter) &&
    (group === undefined || review.group === group) &&
    (stage === undefined || review.stage === stage) &&
    (party === undefined || review.seats[party] !== undefined) &&
    (officer === undefined || review.officer === officer) &&
    (overdue === undefined || isOverdue(review, now) === (overdue === "true"))
  );
};

/** After every instant: what waits for no date comes last. */
const never = "9";

/** The sort keys of reviews, in addition to their ids: the smaller text comes first. */
export const sortKeys = {
  id: () => "",
  /** The earliest date of a blocker of the review. */
  due: (review: Review, now: Instant) =>
    blockersOf(review, now)
      .flatMap(({ dueAt }) => dueAt ?? [])
      .toSorted()
      .at(0) ?? never,
  stage: (review: Review) => String(Stage.options.indexOf(review.stage)),
} as const;

/** The filter of obligations; a field that is left out does not narrow. */
export interface ObligationFilter {
  readonly state: "open" | "overdue" | "met" | "all";
  readonly kind?: ObligationKind | undefined;
  readonly party?: PartyId | undefined;
  /** Days in Vienna, both included. */
  readonly dueFrom?: CalendarDate | undefined;
  readonly dueTo?: CalendarDate | undefined;
}

/** Returns whether a filter chooses open obligations alone. */
export const isOfOpen = ({ state }: Pick<ObligationFilter, "state">): boolean =>
  state === "open" || state === "overdue";

/** Returns whether an obligation is among those that a filter chooses. */
export const isChosenObligation = (
  obligation: ObligationView,
  { state, kind, party, dueFrom, dueTo }: ObligationFilter,
): boolean =>
  (state === "all" || (state === "overdue" ? obligation.overdue : obligation.state === state)) &&
  (kind === undefined || obligation.kind === kind) &&
  (party === undefined || obligation.party === party) &&
  (dueFrom === undefined || obligation.dueOn >= dueFrom) &&
  (dueTo === undefined || obligation.dueOn <= dueTo);
