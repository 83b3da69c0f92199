import type { ReviewId } from "../../schemas/base/ids.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { GateCount } from "../../schemas/model/phase.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { inForce, phaseGate } from "../base/policy.ts";

/** What the gate knows of a review: where it stands, and whether its party left. */
export interface GateReview extends Pick<Review, "id" | "group" | "stage"> {
  readonly discontinued?: unknown;
}

/** The gate before the next phase, with the reviews that it counts. */
export interface PhaseGate {
  readonly count: GateCount;
  readonly concluded: readonly ReviewId[];
  /** Those of the first group that are not concluded yet. */
  readonly remaining: readonly ReviewId[];
}

/** The groups of a phase of which the gate counts the reviews. */
export const gateGroups = <Counted extends Pick<Group, "id" | "group">>(
  groups: readonly Counted[],
  day: CalendarDate,
): readonly Counted[] => groups.filter(({ group }) => group === inForce(phaseGate, day).group);

/**
 * How far the gate before the next phase is reached: of the reviews of the first group of the phase before, 70 per cent
 * have to be concluded, a fraction counting as a whole review [S25]; those whose party left go no further and are not counted
 * at all [D]. `reviews` are at least those of that group.
 */
export const countGate = (
  groups: readonly Pick<Group, "id" | "group">[],
  reviews: readonly GateReview[],
  day: CalendarDate,
): PhaseGate => {
  const { percent } = inForce(phaseGate, day);
  const counted = new Set(gateGroups(groups, day).map(({ id }) => id));
  const own = reviews
    .filter(({ group, discontinued }) => counted.has(group) && discontinued === undefined)
    .toSorted((a, b) => a.id.localeCompare(b.id));
  const concluded = own.filter(({ stage }) => stage === "concluded").map(({ id }) => id);
  const remaining = own.filter(({ stage }) => stage !== "concluded").map(({ id }) => id);
  const needed = Math.ceil((own.length * percent) / 100);
  return { count: { concluded: concluded.length, of: own.length, needed }, concluded, remaining };
};
