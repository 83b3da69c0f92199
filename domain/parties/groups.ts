import type { Fact } from "../../schemas/model/fact.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { ReviewId } from "../../schemas/base/ids.ts";
import { groupIdOf } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, refuse, noChange } from "../base/decision.ts";
import { earliestStart, inForce, lateStart } from "../base/policy.ts";
import { dayOf, daysBetween, nextMorning, startOfDay } from "../base/time.ts";

/** A group as its journal tells it. Throws on a fact that is none of a group's or cannot follow. */
export const evolveGroup = (group: Group | undefined, fact: Fact): Group => {
  if (fact.kind === "group-planned" && group === undefined)
    return {
      id: fact.group,
      cluster: fact.cluster,
      group: fact.number,
      state: "planned",
      plannedFor: fact.plannedFor,
      reviews: fact.reviews,
    };
  if (fact.kind === "group-started" && group?.state === "planned")
    return {
      ...group,
      state: "starting",
      startedOn: fact.startedOn,
      ...(fact.lettersAt === undefined ? {} : { lettersAt: fact.lettersAt }),
    };
  if (fact.kind === "group-start-completed" && group?.state === "starting") return { ...group, state: "started" };
  throw new Error(`A group that is ${group?.state ?? "not planned"} cannot take in the fact ${fact.kind}`);
};

/** The fact that plans a group of drawn reviews. */
export const planGroup = (
  plan: { cluster: number; group: number; plannedFor: CalendarDate; reviews: readonly ReviewId[] },
  at: Instant,
): Decision =>
  accept([
    {
      kind: "group-planned",
      happenedAt: at,
      group: groupIdOf(plan.cluster, plan.group),
      cluster: plan.cluster,
      number: plan.group,
      plannedFor: plan.plannedFor,
      reviews: [...plan.reviews],
    },
  ]);

/** When one letter tells each party of a start that is recorded now, where that is long after its day; else undefined. */
const lateLettersAt = (startedOn: CalendarDate, now: Instant): Instant | undefined => {
  const at = nextMorning(now);
  return daysBetween(startedOn, dayOf(at)) >= inForce(lateStart, dayOf(now)) ? at : undefined;
};

/**
 * Starts a group on a day of Vienna's calendar that is not ahead: the secretariat's command, never the clock's.
 * Its reviews start one by one afterwards. Starting it again on the same day is no fact; on another it is refused.
 */
export const startGroup = (group: Group, startedOn: CalendarDate, now: Instant): Decision => {
  if (group.state !== "planned")
    return group.startedOn === startedOn ? noChange : refuse("group-already-started", { startedOn: group.startedOn });
  if (startedOn > dayOf(now)) return refuse("date-in-the-future", { latest: dayOf(now) });
  if (startedOn < earliestStart) return refuse("date-too-early", { earliest: earliestStart });
  const lettersAt = lateLettersAt(startedOn, now);
  const late = lettersAt === undefined ? {} : { lettersAt };
  return accept([{ kind: "group-started", happenedAt: startOfDay(startedOn), group: group.id, startedOn, ...late }]);
};

/** That the last review of a starting group has started. */
export const completeGroupStart = (group: Group, now: Instant): Decision =>
  group.state === "starting"
    ? accept([{ kind: "group-start-completed", happenedAt: now, group: group.id, reviews: group.reviews.length }])
    : noChange;
