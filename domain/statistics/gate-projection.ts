import { defined } from "../../schemas/base/defined.ts";
import { clusterOf, type CycleId, cycleOf, firstCycle, type GroupId, partsOfGroup } from "../../schemas/base/ids.ts";
import type { CalendarDate, ClusterNumber } from "../../schemas/base/values.ts";
import type { GateProjectionView, ProjectionState } from "../../schemas/model/gate-projection.ts";
import { Stage } from "../../schemas/model/review.ts";
import { inForce, type Source } from "../base/settings.ts";
import { leastPassed, clusterOrder, phaseGate, type TimelineStep } from "../policy/reviews.ts";
import { addDays, dayOf, daysBetween } from "../base/time.ts";
import { countGate, gateGroups, type PhaseGate } from "./phase-gate.ts";
import type { Count } from "./count.ts";
import type { ReviewHistory } from "./review-history.ts";
import { reachedAt } from "./stage-spans.ts";
import { holdsAt } from "./spans.ts";

/** Which part of the days that a step took it takes at a pace. */
const paces = { quick: 0.25, middle: 0.5, slow: 0.75 } as const;
type ProjectionPace = keyof typeof paces;
const allPaces: readonly ProjectionPace[] = ["quick", "middle", "slow"];
type AtEachPace<Value> = { readonly [P in ProjectionPace]?: Value };

const stepsOfReview: readonly TimelineStep[] = [
  "nomination",
  "consultation",
  "questionnaire",
  "feedback",
  "observations",
];

/** The gate is the paper's; how it is projected is ours. */
export const projectionSources: readonly Source[] = ["S24", "S25", "D"];

/** The data on the gate as at an instant, without words. */
export type GateProjection = Omit<GateProjectionView, "knownOn" | "method" | "assumptions" | "sources">;

/** Returns a quantile as spreadsheets have it: between two values in proportion. The values are in order. */
const quantile = (values: readonly number[], part: number): number | undefined => {
  const place = (values.length - 1) * part;
  const [low, high] = [values[Math.floor(place)], values[Math.ceil(place)]];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (place - Math.floor(place));
};

/** The days that each step took, in order, of the reviews that had passed it. */
type PassedSteps = ReadonlyMap<TimelineStep, readonly number[]>;

const passedSteps = (reviews: readonly ReviewHistory[], { at }: Count): PassedSteps =>
  new Map(
    stepsOfReview.map((step) => [
      step,
      reviews
        .flatMap(({ stages }) => stages)
        .flatMap(({ stage, from, to }) =>
          stage === step && to !== undefined && to <= at ? [daysBetween(dayOf(from), dayOf(to))] : [],
        )
        .toSorted((one, other) => one - other),
    ]),
  );

/** A step that is still ahead of a review, or that it has been in for some days. */
interface Ahead {
  readonly step: TimelineStep;
  readonly since?: number;
}

const stepsAhead = ({ stages }: ReviewHistory, { at }: Count): readonly Ahead[] => {
  const current = stages.find((span) => holdsAt(span, at));
  const place = stepsOfReview.findIndex((step) => step === current?.stage);
  if (current === undefined || place === -1) return [];
  return stepsOfReview
    .slice(place)
    .map((step, after) => (after === 0 ? { step, since: daysBetween(dayOf(current.from), dayOf(at)) } : { step }));
};

/**
 * Returns the number of days until a review is concluded at a pace; undefined where no review took as long for its step
 * as it has.
 */
const daysLeft = (ahead: readonly Ahead[], passed: PassedSteps, pace: ProjectionPace): number | undefined => {
  if (ahead.length === 0) return undefined;
  return ahead.reduce<number | undefined>((sum, { step, since }) => {
    const took = (passed.get(step) ?? []).filter((days) => since === undefined || days > since);
    const days = quantile(took, paces[pace]);
    return sum === undefined || days === undefined ? undefined : sum + days - (since ?? 0);
  }, 0);
};

type Points = GateProjection["points"];

/** Returns for each pace the days on which one review more is concluded, up to the needed number. */
const projectedDays = (
  remaining: readonly (readonly Ahead[])[],
  passed: PassedSteps,
  pace: ProjectionPace,
  today: CalendarDate,
) =>
  remaining
    .flatMap((ahead) => daysLeft(ahead, passed, pace) ?? [])
    .toSorted((one, other) => one - other)
    .map((days) => addDays(today, Math.max(1, Math.ceil(days))));

const stepsOf = (from: number, days: readonly CalendarDate[]) =>
  days.map((day, place) => ({ day, concluded: from + place + 1 }));

/** Returns the groups of the requested phase: of the last whose first group had started where none is requested. */
const groupsOfPhase = ({
  mechanism,
  at,
  scope,
}: Count): { cycle: CycleId; cluster: ClusterNumber; groups: GroupId[] } => {
  const day = dayOf(at);
  const cycle = scope.cycle ?? firstCycle;
  const planned = gateGroups(
    [...mechanism.planned.keys()].map((id) => ({ id, group: partsOfGroup(id).group })),
    day,
  ).flatMap(({ id }) => (cycleOf(id) === cycle ? [id] : []));
  const started = mechanism.reviews
    .filter(({ group, startedAt }) => planned.includes(group) && startedAt !== undefined && startedAt <= at)
    .toSorted((one, other) => (one.startedAt ?? "").localeCompare(other.startedAt ?? ""));
  const cluster = scope.cluster ?? started.at(-1)?.cluster ?? inForce(clusterOrder, day)[0];
  return { cycle, cluster, groups: planned.filter((id) => clusterOf(id) === cluster) };
};

/** Returns each day on which one review more was concluded, from the start of the group on. */
const concludedPoints = (own: readonly ReviewHistory[], concludedOn: readonly CalendarDate[], today: CalendarDate) => {
  const starts = own.flatMap(({ startedAt }) => (startedAt === undefined ? [] : [dayOf(startedAt)])).toSorted();
  const points = [
    ...starts.slice(0, 1).map((day) => ({ day, concluded: 0 })),
    ...stepsOf(0, concludedOn),
    { day: today, concluded: concludedOn.length },
  ];
  return points.map((point) => ({ series: "concluded" as const, ...point }));
};

/** Returns when the gate would be reached at each pace, of the reviews that are not concluded. */
const project = (
  remaining: readonly ReviewHistory[],
  { concluded, needed }: PhaseGate["count"],
  passed: PassedSteps,
  count: Count,
) => {
  const today = dayOf(count.at);
  const ahead = remaining.map((review) => stepsAhead(review, count));
  const isTooLittle = ahead.flat().some(({ step }) => (passed.get(step)?.length ?? 0) < leastPassed);
  if (isTooLittle || ahead.flat().length === 0) return undefined;
  const byPace = allPaces.map((pace) => {
    const days = projectedDays(ahead, passed, pace, today).slice(0, needed - concluded);
    return { pace, days, reachedOn: days[needed - concluded - 1] };
  });
  const points: Points = byPace.flatMap(({ pace, days }) =>
    [{ day: today, concluded }, ...stepsOf(concluded, days)].map((point) => ({ series: pace, ...point })),
  );
  const reached: AtEachPace<CalendarDate> = Object.fromEntries(
    byPace.flatMap(({ pace, reachedOn }) => (reachedOn === undefined ? [] : [[pace, reachedOn]])),
  );
  const withoutPace = ahead.filter((one) => daysLeft(one, passed, "middle") === undefined).length;
  return { points, reached, withoutPace };
};

const paceOfStep = (step: Stage, took: readonly number[]): GateProjection["steps"][number] => ({
  step,
  passed: took.length,
  ...(took.length < leastPassed
    ? {}
    : Object.fromEntries(allPaces.map((pace) => [pace, Math.round(quantile(took, paces[pace]) ?? 0)] as const))),
});

const stateOf = (isReached: boolean, projected: ReturnType<typeof project>): ProjectionState => {
  if (isReached) return "reached";
  if (projected === undefined) return "too-little";
  return projected.reached.quick === undefined ? "not-at-this-pace" : "projected";
};

/**
 * Returns when as many reviews of the first group are concluded as the next phase needs, or would be if each step took
 * the time it took so far: the lower quartile, the median and the upper quartile of the days.
 */
export const gateProjection = (count: Count): GateProjection => {
  const { mechanism, at } = count;
  const today = dayOf(at);
  const { cycle, cluster, groups } = groupsOfPhase(count);
  const all = mechanism.reviews.filter(({ group, drawnAt }) => groups.includes(group) && drawnAt <= at);
  const gate = countGate(
    groups.map((id) => ({ id, group: partsOfGroup(id).group })),
    all,
    at,
  );
  const own = all.filter(({ id }) => gate.concluded.includes(id) || gate.remaining.includes(id));
  const concludedOn = own
    .flatMap((review) => (gate.concluded.includes(review.id) ? (reachedAt(review.stages, "concluded") ?? []) : []))
    .map((instant) => dayOf(instant))
    .toSorted();
  const passed = passedSteps(own, count);
  const { needed, concluded } = gate.count;
  const isReached = needed > 0 && concluded >= needed;
  const remaining = own.filter(({ id }) => gate.remaining.includes(id));
  const projected = isReached ? undefined : project(remaining, gate.count, passed, count);
  const reachedOn = isReached ? concludedOn[needed - 1] : undefined;
  return {
    asAt: today,
    ...(cycle === firstCycle ? {} : { cycle }),
    cluster,
    groups,
    percent: inForce(phaseGate, today).percent,
    ...gate.count,
    state: stateOf(isReached, projected),
    ...defined({ reachedOn }),
    ...projected?.reached,
    withoutPace: projected?.withoutPace ?? 0,
    steps: stepsOfReview.map((step) => paceOfStep(step, passed.get(step) ?? [])),
    points: [...concludedPoints(own, concludedOn, today), ...(projected?.points ?? [])],
  };
};
