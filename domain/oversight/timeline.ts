import type { ReviewId } from "../../schemas/base/ids.ts";
import type { Group } from "../../schemas/model/group.ts";
import { type Review, Stage } from "../../schemas/model/review.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { indicativeTimeline, inForce, type TimelineStep } from "../base/policy.ts";
import { dayAfter } from "../base/time.ts";

/** The steps of the indicative timeline in the order of the process. */
const timelineSteps = [
  "nomination",
  "consultation",
  "questionnaire",
  "feedback",
  "observations",
] as const satisfies readonly TimelineStep[];

/** A step of a group's timeline on a day: by when its reviews were to have passed it, and which have not. */
export interface StepProgress {
  readonly step: TimelineStep;
  readonly expectedOn: CalendarDate;
  /** How many reviews of the group have passed the stage. */
  readonly passed: number;
  /** Those that have not although the day is over, in the order of ids. */
  readonly behind: readonly ReviewId[];
}

const hasPassed = ({ stage }: Review, step: TimelineStep): boolean =>
  Stage.options.indexOf(stage) > Stage.options.indexOf(step);

/**
 * The indicative timeline of a group on a day of Vienna's calendar [S24, S31]: counted from its planned start, so that
 * reviews whose own clock has not begun are behind it as well. A measure and no duty: nothing follows from being behind.
 */
export const timelineOf = (
  { plannedFor }: Pick<Group, "plannedFor">,
  reviews: readonly Review[],
  today: CalendarDate,
): readonly StepProgress[] => {
  const timeline = inForce(indicativeTimeline, plannedFor);
  // A review whose party left is behind nothing.
  const awaited = reviews.filter(({ discontinued }) => discontinued === undefined);
  return timelineSteps.map((step) => {
    const expectedOn = dayAfter(plannedFor, timeline[step]);
    const remaining = awaited.filter((review) => !hasPassed(review, step)).map(({ id }) => id);
    return {
      step,
      expectedOn,
      passed: awaited.length - remaining.length,
      behind: today > expectedOn ? remaining.toSorted((one, other) => one.localeCompare(other)) : [],
    };
  });
};
