import { defined } from "../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Hash, PartyId, PhaseId, ReviewId } from "../../schemas/base/ids.ts";
import { clusterOf, type CycleId, cycleOf, groupIdOf, phaseIdOf, reviewIdOf } from "../../schemas/base/ids.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { GateCount, Phase, PhaseDrawing, PhaseGroup } from "../../schemas/model/phase.ts";
import type { RecordedDecision, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, ClusterNumber, Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange, refuse, type Refused } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { clusterOrder, phaseLength } from "../policy/reviews.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { dayAfter, dayOf, startOfDay } from "../base/time.ts";

const withCorrection = (
  { decision: _before, ...phase }: Phase,
  { happenedAt: at, from, to, decision, reason }: FactOf<"phase-corrected">,
): Phase => ({
  ...phase,
  openedAt: from === to ? phase.openedAt : startOfDay(to),
  ...defined({ decision }),
  corrected: { at, from, reason },
});

/** Applies a fact of its journal to a phase. Throws on a fact of another aggregate or one that cannot follow. */
export const evolvePhase = (phase: Phase | undefined, fact: Fact): Phase => {
  if (fact.kind === "phase-opened" && phase === undefined) {
    const { phase: id, cluster, follows, happenedAt: openedAt, gate, decision, groups, drawings } = fact;
    const decided = decision === undefined ? {} : { decision };
    return { id, cluster, follows, state: "opening", openedAt, gate, ...decided, groups, drawings };
  }
  if (fact.kind === "phase-corrected" && phase?.state === "open") return withCorrection(phase, fact);
  if (fact.kind === "phase-opening-completed" && phase?.state === "opening") return { ...phase, state: "open" };
  throw new Error(`A phase that is ${phase?.state ?? "not open"} cannot take in the fact ${fact.kind}`);
};

/** Returns the clusters in the order in which they are reviewed, as in force on a day. */
export const clustersInOrder = (day: CalendarDate): readonly ClusterNumber[] => inForce(clusterOrder, day);

/** A phase that may be opened next, with the one before and the groups of that. */
export interface NextPhase {
  readonly id: PhaseId;
  readonly follows: PhaseId;
  readonly groups: readonly Group[];
}

/**
 * Returns the phase of a cycle that may be opened next, over groups of all cycles; undefined where its last one is
 * open, or none began.
 */
export const nextPhase = (cycle: CycleId, groups: readonly Group[], day: CalendarDate): NextPhase | undefined => {
  const own = groups.filter(({ id }) => cycleOf(id) === cycle);
  const order = clustersInOrder(day);
  const place = order.findIndex((cluster) => own.every((group) => group.cluster !== cluster));
  const [cluster, before] = [order[place], order[place - 1]];
  if (cluster === undefined || before === undefined) return undefined;
  return {
    id: phaseIdOf(cluster, cycle),
    follows: phaseIdOf(before, cycle),
    groups: own.filter((group) => group.cluster === before),
  };
};

/**
 * Returns when a group is to start in the next cluster: when its two years in the cluster before are over [D], counted
 * from its start, or from the plan where it has not started; not before the day on which the phase is opened.
 */
const plannedStart = ({ startedOn, plannedFor }: Group, openedOn: CalendarDate): CalendarDate => {
  const from = startedOn ?? plannedFor;
  const over = dayAfter(from, inForce(phaseLength, from));
  return over < openedOn ? openedOn : over;
};

/**
 * Returns the groups of a phase that is opened on a day: those of the phase before, with a review for each of theirs.
 */
export const groupsOfPhase = (
  { id, groups }: NextPhase,
  today: CalendarDate,
  partyOf: (review: ReviewId) => PartyId,
): readonly PhaseGroup[] => {
  const [cluster, cycle] = [clusterOf(id), cycleOf(id)];
  return groups
    .toSorted((one, other) => one.group - other.group)
    .map((group) => ({
      group: groupIdOf(cluster, group.group, cycle),
      number: group.group,
      follows: group.id,
      plannedFor: plannedStart(group, today),
      reviews: group.reviews.map((review) => reviewIdOf(cluster, partyOf(review), cycle)),
    }));
};

/** A phase as it is to be opened, as a preview counts it. */
export interface PhasePlan {
  readonly phase: PhaseId;
  readonly follows: PhaseId;
  readonly gate: GateCount;
  readonly groups: readonly PhaseGroup[];
  readonly hash: Hash;
}

/**
 * Returns whether enough reviews are concluded for the next phase to be opened [S25]; without any reviews it never is.
 */
export const isGateReached = ({ concluded, of, needed }: GateCount): boolean => of > 0 && concluded >= needed;

/**
 * Returns why a decision does not let a phase be opened: it lies ahead, or before the launch; undefined where it does.
 */
const refuseDecision = (decision: RecordedDecision | undefined, now: Instant): Refused | undefined => {
  const when = decision === undefined ? undefined : resolveRecordedDate(decision.decidedOn, now);
  return when?.ok === false ? when : undefined;
};

/**
 * Opens the phase that a preview counted [S25]: where the gate is reached, or by a decision of the Conference or its
 * working group that is recorded with it. Its reviews are set up one by one afterwards, then its groups, and then
 * letters announce it.
 */
export const openPhase = (
  plan: PhasePlan,
  { preview, decision }: { readonly preview: Hash; readonly decision?: RecordedDecision | undefined },
  drawings: readonly PhaseDrawing[],
  now: Instant,
): Decision => {
  const refused = refuseDecision(decision, now);
  if (refused !== undefined) return refused;
  const { concluded, needed, of } = plan.gate;
  if (!isGateReached(plan.gate) && decision === undefined) return refuse("gate-not-reached", { concluded, needed, of });
  if (plan.hash !== preview) return refuse("phase-preview-changed");
  const { phase, follows, gate, groups } = plan;
  return accept([
    {
      kind: "phase-opened",
      happenedAt: now,
      phase,
      cluster: clusterOf(phase),
      follows,
      gate,
      ...defined({ decision }),
      groups: [...groups],
      drawings: [...drawings],
    },
  ]);
};

/**
 * Returns the fact that the reviews and groups of a phase are set up: how many reviews, and the parties that take part
 * in them. No fact where that is on record.
 */
export const completePhaseOpening = (
  { id: phase, state }: Phase,
  { reviews, parties }: { readonly reviews: number; readonly parties: readonly PartyId[] },
  now: Instant,
): Decision =>
  state === "open"
    ? noChange
    : accept([{ kind: "phase-opening-completed", happenedAt: now, phase, reviews, parties: [...parties] }]);

/** Confirms, by a party, for an open phase the people who serve it. A second confirmation returns no fact. */
export const confirmMandates = (party: Party, phase: Phase | undefined, at: Instant): Decision => {
  if (phase?.state !== "open") return refuse("phase-not-open");
  if (party.participation !== "takes-part") return refuse("not-taking-part", { party: party.id });
  const earliest = dayOf(phase.openedAt);
  if (dayOf(at) < earliest) return refuse("date-too-early", { earliest });
  if (hasConfirmed(party, phase.id)) return noChange;
  return accept([{ kind: "mandates-confirmed", happenedAt: at, party: party.id, phase: phase.id }]);
};

/** Returns the phase of a review or group. */
export const phaseOf = ({ cluster, id }: Pick<Group | Review, "cluster" | "id">): PhaseId =>
  phaseIdOf(cluster, cycleOf(id));

/** Returns the day of Vienna's calendar on which a phase was opened. */
export const openedOn = ({ openedAt }: Phase): CalendarDate => dayOf(openedAt);

/** Returns whether a party confirmed for a phase the people who serve it. */
export const hasConfirmed = ({ mandatesConfirmed = [] }: Party, id: PhaseId): boolean =>
  mandatesConfirmed.some(({ phase }) => phase === id);
