import type { CalendarDate } from "../../schemas/base/values.ts";
import { TimelineStage } from "../../schemas/model/statistics.ts";
import { inForce } from "../base/settings.ts";
import { indicativeTimeline, type TimelineStep } from "../policy/reviews.ts";
import { dayAfter } from "../base/time.ts";

/** A step of the indicative timeline with the day by which the reviews of a group were to have passed it. */
export interface ExpectedStep {
  readonly step: TimelineStep;
  readonly expectedOn: CalendarDate;
}

/** Returns the indicative timeline of a group from its planned start [S24, S31], in the order of the process. */
export const expectedSteps = (plannedFor: CalendarDate): readonly ExpectedStep[] => {
  const timeline = inForce(indicativeTimeline, plannedFor);
  return TimelineStage.options.map((step) => ({ step, expectedOn: dayAfter(plannedFor, timeline[step]) }));
};
