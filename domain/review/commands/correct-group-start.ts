import type { Group } from "../../../schemas/model/group.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { type Decision, noChange, type Refused } from "../../base/decision.ts";
import { refuseContradiction } from "../correction-limits.ts";
import { correctRecordedDate } from "./correct-date.ts";

/** Returns whether a review has the day of its group's start; a review whose own day was corrected keeps that. */
const startedWith = (review: Review, day: CalendarDate | undefined): boolean =>
  day !== undefined && review.startedOn === day;

/**
 * Returns why the reviews of a group cannot have started on another day: a record of one of them lies before it. Names
 * the review that leaves the least room, and what the day contradicts there; undefined where none does.
 */
export const refuseStartBehindActs = (
  { startedOn }: Pick<Group, "startedOn">,
  reviews: readonly Review[],
  to: CalendarDate,
  now: Instant,
): Refused | undefined =>
  reviews
    .filter((review) => startedWith(review, startedOn))
    .flatMap((review) => {
      const refused = refuseContradiction(review, { what: "start" }, to, now);
      return refused === undefined ? [] : [{ ...refused, details: { ...refused.details, review: review.id } }];
    })
    .toSorted((one, other) => latestOf(one).localeCompare(latestOf(other)))[0];

/** Returns the last day that a refusal leaves; nothing where it is for another reason, which holds for every review. */
const latestOf = ({ details }: Refused): string => {
  const latest = details?.["latest"];
  return typeof latest === "string" ? latest : "";
};

/** Returns when letters name the dates that a group's corrected start moves; undefined where reminders do. */
const datedAtBy = ({ startedOn, late, lettersAt, corrected }: Group): Instant | undefined => {
  if (corrected?.reportedDay === undefined) return late === true ? lettersAt : undefined;
  // The first stated day is right after all: what was reminded of is not repeated.
  return corrected.reportedDay === startedOn ? corrected.at : corrected.lettersAt;
};

/** Corrects the start of a review with that of its group, by the rules of `correctReview`. */
export const followStartCorrection = (review: Review, group: Group, now: Instant): Decision => {
  const { startedOn: to, corrected } = group;
  if (to === undefined || corrected === undefined || !startedWith(review, corrected.from)) return noChange;
  return correctRecordedDate(review, { what: "start", to, reason: corrected.reason }, now, datedAtBy(group));
};
