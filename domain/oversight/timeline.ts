import type { ReviewId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Group } from "../../schemas/model/group.ts";
import { type Review, Stage } from "../../schemas/model/review.ts";
import { type Count, countedBy } from "../statistics/count.ts";
import { presentHistory } from "../statistics/present-history.ts";
import { type ExpectedStep, expectedSteps } from "../statistics/timeline-steps.ts";
import { historyOfReviews } from "../statistics/mechanism-history.ts";

/** A step of a group's timeline at a moment: by when its reviews were to have passed it, and which have not. */
export interface StepProgress extends ExpectedStep {
  /** The number of reviews of the group that have passed the stage. */
  readonly passed: number;
  /** Those that have not although the day is over, in the order of ids. */
  readonly behind: readonly ReviewId[];
}

/**
 * Returns the indicative timeline of a group at this moment [S24, S31], by the measures that count stages and what is
 * behind: from its planned start, so that reviews whose own clock has not begun are behind it as well, and one whose
 * party left is behind nothing. A measure and no obligation: nothing follows from being behind.
 */
export const timelineOf = (
  { id, plannedFor }: Pick<Group, "id" | "plannedFor">,
  reviews: readonly Review[],
  now: Instant,
): readonly StepProgress[] => {
  const mechanism = historyOfReviews(reviews.map(presentHistory), new Map([[id, plannedFor]]));
  const count: Count = { mechanism, at: now, scope: { group: id } };
  const stages = [...countedBy("reviews-by-stage", count).values()].flat();
  const behind = [...countedBy("reviews-behind-timeline", count).values()].flat();
  return expectedSteps(plannedFor).map(({ step, expectedOn }) => {
    const beyond: readonly string[] = Stage.options.slice(Stage.options.indexOf(step) + 1);
    return {
      step,
      expectedOn,
      passed: stages.filter(({ stage = "" }) => beyond.includes(stage)).length,
      behind: behind
        .flatMap((one) => (one.step === step ? (one.review ?? []) : []))
        .toSorted((one, other) => one.localeCompare(other)),
    };
  });
};
