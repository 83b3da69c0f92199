import type { ReviewId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { GateCount } from "../../schemas/model/phase.ts";
import { inForce } from "../base/settings.ts";
import { phaseGate } from "../policy/reviews.ts";
import { dayOf } from "../base/time.ts";
import { countedBy } from "./count.ts";
import type { ReviewHistory } from "./review-history.ts";
import { historyOfReviews } from "./mechanism-history.ts";

/** The gate before the next phase, with the reviews that it counts. */
export interface PhaseGate {
  readonly count: GateCount;
  readonly concluded: readonly ReviewId[];
  /** Those of the first group that are not concluded yet. */
  readonly remaining: readonly ReviewId[];
}

/** Returns the groups of a phase of which the gate counts the reviews. */
export const gateGroups = <Counted extends Pick<Group, "id" | "group">>(
  groups: readonly Counted[],
  day: CalendarDate,
): readonly Counted[] => groups.filter(({ group }) => group === inForce(phaseGate, day).group);

/**
 * Returns the state of the gate before the next phase at an instant. Of the reviews of the first group of the phase
 * before, 70 per cent have to be concluded, a fraction counting as a whole review [S25]. Discontinued reviews are not
 * counted at all [D]. The measure of stages gives the place of each. `reviews` are at least those of that group.
 */
export const countGate = (
  groups: readonly Pick<Group, "id" | "group">[],
  reviews: readonly ReviewHistory[],
  at: Instant,
): PhaseGate => {
  const day = dayOf(at);
  const { percent } = inForce(phaseGate, day);
  const counted = new Set(gateGroups(groups, day).map(({ id }) => id));
  const inGroup = reviews.filter(({ group }) => counted.has(group)).toSorted((a, b) => a.id.localeCompare(b.id));
  const stages = countedBy("reviews-by-stage", { mechanism: historyOfReviews(inGroup), at, scope: {} });
  const stageOf = ({ id }: ReviewHistory) => stages.get(id)?.[0]?.stage;
  const own = inGroup.filter((review) => stageOf(review) !== "discontinued");
  const concluded = own.filter((review) => stageOf(review) === "concluded").map(({ id }) => id);
  const remaining = own.filter((review) => stageOf(review) !== "concluded").map(({ id }) => id);
  const needed = Math.ceil((own.length * percent) / 100);
  return { count: { concluded: concluded.length, of: own.length, needed }, concluded, remaining };
};
