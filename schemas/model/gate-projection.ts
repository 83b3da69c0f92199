import * as z from "zod";
import { CycleId, GroupId } from "../base/ids.ts";
import { CalendarDate, ClusterNumber } from "../base/values.ts";
import { GateCount } from "./phase.ts";
import { Stage } from "./review.ts";

/** Status of the gate before the next phase: reached, or projected from the pace so far. */
export const ProjectionState = z
  .enum(["reached", "projected", "not-at-this-pace", "too-little"])
  .meta({ id: "ProjectionState" });
export type ProjectionState = z.infer<typeof ProjectionState>;

/**
 * Series of a projection: reviews concluded so far, and projections with the lower quartile, the median or the upper
 * quartile of days.
 */
export const ProjectionSeries = z.enum(["concluded", "quick", "middle", "slow"]).meta({ id: "ProjectionSeries" });
export type ProjectionSeries = z.infer<typeof ProjectionSeries>;

const ofEachPace = <Value extends z.ZodType>(value: Value) => ({
  quick: value.optional(),
  middle: value.optional(),
  slow: value.optional(),
});

const ProjectedStep = z
  .strictObject({ step: Stage, passed: z.int().min(0), ...ofEachPace(z.int().min(0)) })
  .meta({ id: "ProjectedStep", description: "How many reviews of the group passed a step, and in how many days" });

const ProjectionPoint = z
  .strictObject({ series: ProjectionSeries, day: CalendarDate, concluded: z.int().min(0) })
  .meta({ id: "ProjectionPoint", description: "How many reviews are concluded from a day on" });

/** Projection of the time at which enough reviews of the first group are concluded for the next phase. */
export const GateProjectionView = z
  .strictObject({
    asAt: CalendarDate,
    knownOn: CalendarDate.optional(),
    cycle: CycleId.optional(),
    cluster: ClusterNumber,
    groups: z.array(GroupId),
    percent: z.int().min(0).max(100),
    ...GateCount.shape,
    state: ProjectionState,
    reachedOn: CalendarDate.optional(),
    /** The day on which the gate is reached at each pace; left out where it is not. */
    ...ofEachPace(CalendarDate),
    withoutPace: z.int().min(0),
    steps: z.array(ProjectedStep),
    points: z.array(ProjectionPoint),
    method: z.string(),
    assumptions: z.array(z.string()),
    sources: z.array(z.string()),
  })
  .meta({ id: "GateProjectionView" });
export type GateProjectionView = z.infer<typeof GateProjectionView>;
