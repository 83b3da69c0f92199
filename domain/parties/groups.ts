import { defined } from "../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Group, GroupState, UncoveredReview } from "../../schemas/model/group.ts";
import type { CycleId, GroupId, ImportId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { groupIdOf } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, refuse, type Refused, noChange } from "../base/decision.ts";
import { earliestStart, inForce } from "../base/settings.ts";
import { lateStart, startOffPlan } from "../policy/reviews.ts";
import { dayOf, daysBetween, nextMorning, startOfDay } from "../base/time.ts";

type GroupFact = Extract<Fact, { group: GroupId; kind: `group-${string}` }>;
type GroupFactKind = Exclude<GroupFact["kind"], "group-planned">;

/**
 * The type of a method, because only methods are compared in a way that lets the row of a fact's own kind take any
 * fact.
 */
interface EvolveRow<F> {
  readonly from: readonly GroupState[];
  of(group: Group, fact: F): Group;
}

const began = (
  { order: _order, ...group }: Group,
  { startedOn, lettersAt, late, held }: FactOf<"group-started">,
): Group => ({
  ...group,
  state: "starting",
  startedOn,
  ...defined({ lettersAt, late }),
  ...(held === undefined ? {} : { reminders: "paused" }),
});

const undone = (
  { correctionOrder: _order, startBeingChecked: _check, ...group }: Group,
  { startedOn, reportedDay, happenedAt: at, reason }: FactOf<"group-start-undone">,
): Group => ({
  ...group,
  state: "undoing",
  undone: {
    startedOn,
    ...defined({ reportedDay, lettersAt: group.lettersAt }),
    at,
    reason,
  },
});

const corrected = (
  { correctionOrder: _order, startBeingChecked: _check, ...group }: Group,
  fact: FactOf<"group-start-corrected">,
): Group => {
  const { from, to: startedOn, happenedAt: at, reason, lettersAt, late, reportedDay } = fact;
  const correcting = { ...group, state: "correcting", startedOn } as const;
  if (reportedDay !== undefined) return { ...correcting, corrected: { from, at, reason, reportedDay, lettersAt } };
  const { late: _before, ...unsent } = correcting;
  return { ...unsent, lettersAt, ...defined({ late }), corrected: { from, at, reason } };
};

const withoutStart = ({
  startedOn: _day,
  lettersAt: _at,
  late: _late,
  corrected: _corrected,
  ...group
}: Group): Group => ({ ...group, state: "planned" });

/** Returns the group without its pending correction if it has started, else without its pending start. */
const withoutOrder = ({ order: _order, correctionOrder: _correction, ...group }: Group): Group => ({
  ...group,
  state: group.state === "awaiting-approval" ? "planned" : group.state,
});

/**
 * The states of a group in which its reviews are those that it counts: nothing is in progress, and no preview counted a
 * start.
 */
const restingStates: readonly GroupState[] = ["planned", "started"];

/** The states that a fact can follow, and the group after it. */
const groupFacts: { readonly [K in GroupFactKind]: EvolveRow<FactOf<K>> } = {
  "group-start-ordered": {
    from: ["planned"],
    of: (group, { startedOn, preview, orderedBy, uncovered, happenedAt: orderedAt }) => ({
      ...group,
      state: "awaiting-approval",
      order: { startedOn, preview, orderedBy, orderedAt, ...defined({ uncovered }) },
    }),
  },
  "group-start-approved": { from: ["awaiting-approval", "started"], of: (group) => group },
  "group-start-withdrawn": { from: ["awaiting-approval", "started"], of: withoutOrder },
  "group-started": { from: ["planned", "awaiting-approval"], of: began },
  "group-start-completed": { from: ["starting"], of: (group) => ({ ...group, state: "started" }) },
  "group-reminders-released": {
    from: ["started"],
    of: (group, { lettersAt, happenedAt, toNotify }) => ({
      ...group,
      reminders: "resuming",
      resumed: { at: happenedAt, lettersAt, toNotify },
    }),
  },
  "group-release-completed": { from: ["started"], of: ({ reminders: _releasing, ...group }) => group },
  "group-start-check-begun": { from: ["started"], of: (group) => ({ ...group, startBeingChecked: true }) },
  "group-start-check-ended": { from: ["started"], of: ({ startBeingChecked: _check, ...group }) => group },
  "group-start-undone": { from: ["started"], of: undone },
  "group-start-undo-completed": { from: ["undoing"], of: withoutStart },
  "group-start-correction-ordered": {
    from: ["started"],
    of: (group, { startedOn, reason, orderedBy, happenedAt: orderedAt }) => ({
      ...group,
      correctionOrder: { startedOn, reason, orderedBy, orderedAt },
    }),
  },
  "group-start-corrected": { from: ["started"], of: corrected },
  "group-review-added": {
    from: restingStates,
    of: (group, { review }) => ({ ...group, reviews: [...group.reviews, review] }),
  },
  "group-start-correction-completed": { from: ["correcting"], of: (group) => ({ ...group, state: "started" }) },
};

/** Returns whether a group's reviews are started, taken back, corrected or resumed one by one at this moment. */
export const isChangingReviews = ({ state, reminders }: Pick<Group, "state" | "reminders">): boolean =>
  state === "starting" || state === "undoing" || state === "correcting" || reminders === "resuming";

const isAboutStart = (fact: Fact): fact is Extract<GroupFact, { kind: GroupFactKind }> => fact.kind in groupFacts;

/** Applies a fact of its journal to a group. Throws on a fact of another aggregate or one that cannot follow. */
export const evolveGroup = (group: Group | undefined, fact: Fact): Group => {
  if (fact.kind === "group-planned" && group === undefined)
    return {
      id: fact.group,
      cluster: fact.cluster,
      group: fact.number,
      state: "planned",
      plannedFor: fact.plannedFor,
      reviews: fact.reviews,
      ...defined({ import: fact.import }),
    };
  if (group !== undefined && isAboutStart(fact)) {
    const row: EvolveRow<typeof fact> = groupFacts[fact.kind];
    if (row.from.includes(group.state)) return row.of(group, fact);
  }
  throw new Error(`A group that is ${group?.state ?? "not planned"} cannot take in the fact ${fact.kind}`);
};

/** Returns why a group takes in no review now: its letters are paused, or it is changing. Undefined where it does. */
export const refuseReviewAdded = ({ state, correctionOrder, reminders }: Group): Refused | undefined => {
  if (reminders !== undefined) return refuse("reminders-paused");
  return restingStates.includes(state) && correctionOrder === undefined
    ? undefined
    : refuse("wrong-group-state", { state });
};

/**
 * Takes a review into a group whose lots were drawn before. Refused while its reminders are paused or resumed, and
 * while a start is under way, or waits to be approved.
 */
export const addReviewToGroup = (group: Group, review: ReviewId, at: Instant): Decision =>
  refuseReviewAdded(group) ?? accept([{ kind: "group-review-added", happenedAt: at, group: group.id, review }]);

/** Returns the fact that plans a group of drawn reviews. */
export const planGroup = (
  plan: {
    /** The first one where left out. */
    cycle?: CycleId | undefined;
    cluster: number;
    group: number;
    plannedFor: CalendarDate;
    reviews: readonly ReviewId[];
    /** The import that takes it over. */
    import?: ImportId;
  },
  at: Instant,
): Decision =>
  accept([
    {
      kind: "group-planned",
      happenedAt: at,
      group: groupIdOf(plan.cluster, plan.group, plan.cycle),
      cluster: plan.cluster,
      number: plan.group,
      plannedFor: plan.plannedFor,
      reviews: [...plan.reviews],
      ...defined({ import: plan.import }),
    },
  ]);

/** Returns why a group cannot have started on a day; undefined where it can. */
export const refuseStartDay = (startedOn: CalendarDate, now: Instant): Refused | undefined => {
  if (startedOn > dayOf(now)) return refuse("date-in-the-future", { latest: dayOf(now) });
  return startedOn < earliestStart ? refuse("date-too-early", { earliest: earliestStart }) : undefined;
};

/** Returns when letters notify a start that is recorded now, and whether as a late one. */
export const startNotification = (
  startedOn: CalendarDate,
  now: Instant,
): Pick<FactOf<"group-started">, "late"> & { readonly lettersAt: Instant } => {
  const lettersAt = nextMorning(now);
  const isLate = daysBetween(startedOn, dayOf(lettersAt)) >= inForce(lateStart, dayOf(now));
  return { lettersAt, ...(isLate ? { late: true } : {}) };
};

/**
 * Returns the fact that a group starts; `uncovered` are its reviews that start without something that their party has
 * joined.
 */
export const startFact = (
  { id: group }: Group,
  startedOn: CalendarDate,
  now: Instant,
  uncovered: readonly UncoveredReview[] = [],
): Fact => ({
  kind: "group-started",
  happenedAt: startOfDay(startedOn),
  group,
  startedOn,
  ...startNotification(startedOn, now),
  ...(uncovered.length === 0 ? {} : { uncovered: [...uncovered] }),
});

/**
 * Starts a group on a day of Vienna's calendar that is not ahead: the secretariat's command, never the clock's.
 * Its reviews start one by one afterwards. Starting it again on the same day is no fact; on another it is refused.
 */
export const startGroup = (group: Group, startedOn: CalendarDate, now: Instant): Decision => {
  if (group.startedOn !== undefined)
    return group.startedOn === startedOn ? noChange : refuse("group-already-started", { startedOn: group.startedOn });
  if (group.state !== "planned") return refuse("wrong-group-state", { state: group.state });
  return refuseStartDay(startedOn, now) ?? accept([startFact(group, startedOn, now)]);
};

/** Returns the number of days between a start and the planned day, before or after it. */
export const daysOffPlan = ({ plannedFor }: Group, startedOn: CalendarDate): number =>
  Math.abs(daysBetween(plannedFor, startedOn));

/** Returns whether a start on a day needs a second person of the secretariat: it lies too far from the plan. */
export const startNeedsApproval = (group: Group, startedOn: CalendarDate, now: Instant): boolean =>
  daysOffPlan(group, startedOn) > inForce(startOffPlan, dayOf(now));

/**
 * Returns the day of the start that letters have stated, or would state if nothing changed; undefined where none has
 * left.
 */
export const reportedDayOf = (group: Group, now: Instant): CalendarDate | undefined => {
  const { startedOn, lettersAt, corrected: correction } = group;
  if (lettersAt !== undefined && lettersAt > now) return undefined;
  // The letters of the earlier correction have not left yet.
  return correction?.lettersAt !== undefined && correction.lettersAt > now ? correction.reportedDay : startedOn;
};

/** An act of a party in a review since the start. */
interface ActInReview {
  readonly review: ReviewId;
  readonly party: PartyId;
  readonly act: string;
}

/**
 * Undoes a start that has taken place, with the reason, as long as no party has acted in any of its reviews since. A
 * pending correction of its day ends with it.
 */
export const reverseGroupStart = (
  group: Group,
  reason: string,
  firstAct: ActInReview | undefined,
  now: Instant,
): Decision => {
  const { id, state, startedOn, reminders } = group;
  if (state !== "started" || startedOn === undefined) return refuse("wrong-group-state", { state });
  if (reminders !== undefined) return refuse("reminders-paused");
  if (firstAct !== undefined) return refuse("party-has-acted", { ...firstAct });
  const reportedDay = reportedDayOf(group, now);
  const notification = reportedDay === undefined || reportedDay === startedOn ? {} : { reportedDay };
  return accept([{ kind: "group-start-undone", happenedAt: now, group: id, startedOn, ...notification, reason }]);
};

/** Returns the fact that the start of the last review of a group whose start is undone was taken back. */
export const completeStartUndoing = (group: Group, now: Instant): Decision =>
  group.state === "undoing"
    ? accept([{ kind: "group-start-undo-completed", happenedAt: now, group: group.id, reviews: group.reviews.length }])
    : noChange;

/** Returns the fact that the last review of a starting group has started. */
export const completeGroupStart = (group: Group, now: Instant): Decision =>
  group.state === "starting"
    ? accept([{ kind: "group-start-completed", happenedAt: now, group: group.id, reviews: group.reviews.length }])
    : noChange;
