import { defined } from "../../schemas/base/defined.ts";
import {
  clusterOf,
  type CycleId,
  cycleOf,
  firstCycle,
  laterCycleOf,
  type PartyId,
  type PhaseId,
  phaseIdOf,
} from "../../schemas/base/ids.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { GateCount, Phase, PhaseDrawing } from "../../schemas/model/phase.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { GroupTimeline, PhaseDetailsGiven, PhasePreview, PhaseView } from "../../schemas/views/phase.ts";
import type { PhaseGate } from "../statistics/phase-gate.ts";
import type { PhaseOutlook } from "../oversight/phase-preview.ts";
import { timelineOf } from "../oversight/timeline.ts";
import type { JoinedSince } from "../lots/joined-since.ts";
import { articlesOf } from "../parties/cluster-articles.ts";
import {
  clustersInOrder,
  hasConfirmed,
  isGateReached,
  type NextPhase,
  nextPhase,
  openedOn,
  phaseOf,
} from "../parties/phases.ts";
import { joinedSinceViews, namedParties } from "./named.ts";
import { lotsInTurnView } from "./redraws.ts";
import { phaseWork } from "./work.ts";

const gateView = (count: GateCount): GateCount & { reached: boolean } => ({ ...count, reached: isGateReached(count) });

/** The data on all phases: those that were opened by command, and the groups of all clusters. */
export interface PhasesKnown {
  readonly groups: readonly Group[];
  readonly opened: readonly Phase[];
  /** The state of the gates before the phases that are next. */
  readonly gates: ReadonlyMap<PhaseId, PhaseGate>;
}

const groupsOf = (of: PhaseId, phase: Phase | undefined, groups: readonly Group[]): PhaseView["groups"] => {
  const own = groups.filter((group) => phaseOf(group) === of);
  const planned = (phase?.groups ?? []).filter(({ group }) => own.every(({ id }) => id !== group));
  return [
    ...own.map(({ id, group: number, plannedFor, state, startedOn, reviews }) => ({
      group: id,
      number,
      plannedFor,
      state,
      ...defined({ startedOn }),
      reviews: reviews.length,
    })),
    ...planned.map(({ group, number, plannedFor, reviews }) => ({
      group,
      number,
      plannedFor,
      reviews: reviews.length,
    })),
  ].toSorted((one, other) => one.number - other.number);
};

/** Returns the state of a phase among all of them. */
const stateOf = (
  id: PhaseId,
  phase: Phase | undefined,
  { groups }: PhasesKnown,
  today: CalendarDate,
): PhaseView["state"] => {
  if (phase !== undefined) return phase.state;
  if (groups.some((group) => phaseOf(group) === id)) return "open";
  return nextPhase(cycleOf(id), groups, today)?.id === id ? "next" : "later";
};

const phasesOfCycle = (cycle: CycleId, known: PhasesKnown, today: CalendarDate): PhaseView[] => {
  const order = clustersInOrder(today);
  return order.map((cluster, place) => {
    const id = phaseIdOf(cluster, cycle);
    const phase = known.opened.find((one) => one.id === id);
    const before = order[place - 1];
    const state = stateOf(id, phase, known, today);
    const gate = phase?.gate ?? known.gates.get(id)?.count;
    return {
      id,
      ...laterCycleOf(id),
      cluster,
      place: place + 1,
      state,
      ...(before === undefined ? {} : { follows: phase?.follows ?? phaseIdOf(before, cycle) }),
      ...(phase === undefined ? {} : { openedOn: openedOn(phase) }),
      ...(gate === undefined ? {} : { gate: gateView(gate) }),
      ...defined({ decision: phase?.decision }),
      groups: groupsOf(id, phase, known.groups),
      ...phaseWork(phase),
    };
  });
};

/** Returns the cycles that have begun, the first one among them. */
const cyclesOf = (groups: readonly Group[]): readonly CycleId[] => [
  ...new Set([firstCycle, ...groups.map(({ id }) => cycleOf(id)).toSorted()]),
];

/** Returns the phases that can be opened next, one of each cycle at most, on a day of Vienna's calendar. */
export const nextPhases = (groups: readonly Group[], today: CalendarDate): readonly NextPhase[] =>
  cyclesOf(groups).flatMap((cycle) => nextPhase(cycle, groups, today) ?? []);

/** Returns the phases of each cycle in their order, on a day of Vienna's calendar. */
export const phaseViews = (known: PhasesKnown, today: CalendarDate): PhaseView[] =>
  cyclesOf(known.groups).flatMap((cycle) => phasesOfCycle(cycle, known, today));

/** The data on one phase in addition to its view. */
export interface PhaseKnown {
  readonly phase?: Phase | undefined;
  /** The gate before it, in the present state of its reviews. */
  readonly gate?: PhaseGate | undefined;
  /** The parties that hold seats in its reviews; none of a phase that was not opened. */
  readonly parties: readonly Party[];
  /** The pending work in it, for callers who do that work: confirmations that are missing, and further data. */
  readonly toDo?: PhaseToDo | undefined;
}

/** The pending work in a phase that was opened, in addition to confirmations. */
export interface PhaseToDo {
  readonly joinedSince: readonly JoinedSince[];
  readonly withoutReview: readonly PartyId[];
}

const drawingView = ({ party, seats, draw }: PhaseDrawing): PhaseDetailsGiven["drawings"][number] => ({
  party,
  seats,
  ...(draw === undefined ? {} : { draw: lotsInTurnView(draw) }),
});

/** Returns one phase with the data behind it. */
export const phaseDetails = (view: PhaseView, { phase, gate, parties, toDo }: PhaseKnown): PhaseDetailsGiven => {
  // A party that has left holds its seats until lots are drawn for them, but has no person to confirm.
  const confirming = parties.filter(({ participation }) => participation === "takes-part");
  const unconfirmed = confirming.filter((party) => !hasConfirmed(party, view.id)).map(({ id }) => id);
  const { articles, basis, sources } = articlesOf(view.cluster);
  return {
    ...view,
    articles,
    articlesBasis: basis,
    articlesSources: [...sources],
    ...(gate === undefined ? {} : { gateReviews: { concluded: [...gate.concluded], remaining: [...gate.remaining] } }),
    drawings: (phase?.drawings ?? []).map(drawingView),
    ...(phase === undefined
      ? {}
      : { confirmations: { confirmed: confirming.length - unconfirmed.length, of: confirming.length } }),
    ...(toDo === undefined
      ? {}
      : {
          ...(phase === undefined ? {} : { unconfirmed: namedParties(unconfirmed) }),
          joinedSince: joinedSinceViews(toDo.joinedSince),
          withoutReview: namedParties(toDo.withoutReview),
        }),
  };
};

/** Returns the effects of opening a phase, as the secretariat reads them. */
export const phasePreview = (
  { plan, drawings, unfilled, parties }: PhaseOutlook,
  withoutAddress: readonly PartyId[],
): PhasePreview => ({
  hash: plan.hash,
  phase: plan.phase,
  ...laterCycleOf(plan.phase),
  cluster: clusterOf(plan.phase),
  follows: plan.follows,
  gate: gateView(plan.gate),
  groups: plan.groups.map(({ group, number, plannedFor, reviews }) => ({
    group,
    number,
    plannedFor,
    reviews: reviews.length,
  })),
  changes: drawings.map(({ party, seats, draw }) => ({
    party,
    instruments: seats.find((seat) => seat.party === party)?.instruments ?? [],
    drawn: draw !== undefined,
  })),
  unfilled: unfilled.map(({ party, violations }) => ({
    party,
    rules: [...new Set(violations.map(({ rule }) => rule))],
  })),
  letters: parties.length - withoutAddress.length,
  withoutAddress: namedParties(withoutAddress),
});

/** Returns the indicative timeline of a group at an instant. */
export const groupTimeline = (
  group: Group,
  reviews: readonly Review[],
  now: Instant,
  namesReviews: boolean,
): GroupTimeline => ({
  group: group.id,
  ...laterCycleOf(group.id),
  cluster: group.cluster,
  plannedFor: group.plannedFor,
  asOf: now,
  reviews: reviews.length,
  steps: timelineOf(group, reviews, now).map(({ step, expectedOn, passed, behind }) => ({
    step,
    expectedOn,
    passed,
    behind: behind.length,
    ...(namesReviews ? { reviews: [...behind] } : {}),
  })),
});
