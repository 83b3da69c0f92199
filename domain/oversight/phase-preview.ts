import { cycleOf, type PartyId, type PhaseId, type ReviewId } from "../../schemas/base/ids.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { dayOf } from "../base/time.ts";
import { type ContinuedPairings, continuePairings } from "../lots/continue-pairings.ts";
import { pairingElsewhere } from "../lots/seats.ts";
import type { LivePairings } from "../lots/redraw-rules.ts";
import { awaitsResumptionLetters } from "../parties/resume-group.ts";
import { groupsOfPhase, type NextPhase, nextPhase, phaseOf, type PhasePlan } from "../parties/phases.ts";
import { isLive } from "../review/blockers.ts";
import { countGate } from "../statistics/phase-gate.ts";
import { presentHistory } from "../statistics/present-history.ts";

/** The data over which a phase is opened, as they were read. */
export interface PhaseGround {
  /** The reviews of the phase before. */
  readonly reviews: readonly Review[];
  /** Their pairings as they live. */
  readonly pairings: LivePairings;
}

/**
 * The effects of opening a phase: its plan, the pairings that change, and the parties that get letters, in addition to
 * those drawn.
 */
export interface PhaseOutlook extends ContinuedPairings {
  readonly plan: PhasePlan;
  readonly parties: readonly PartyId[];
}

/**
 * Returns the phase that is to be opened, with the one before. Refused where it is open, or another comes next, and
 * while the parties of an imported group of the one before are not yet notified of the state of their reviews.
 */
export const phaseToOpen = (
  phase: PhaseId,
  groups: readonly Group[],
  now: Instant,
): { readonly ok: true; readonly next: NextPhase } | Refused => {
  if (groups.some((group) => phaseOf(group) === phase)) return refuse("phase-already-open");
  const next = nextPhase(cycleOf(phase), groups, dayOf(now));
  if (next?.id !== phase) return refuse("phase-not-next", next === undefined ? {} : { next: next.id });
  const held = next.groups.filter((group) => awaitsResumptionLetters(group, now)).map(({ id }) => id);
  return held.length === 0 ? { ok: true, next } : refuse("reminders-paused", { groups: held.toSorted() });
};

/**
 * Returns the effects of opening a phase now. Its hash covers what a preview shows: the gate, the groups with their
 * days, and the parties and instruments of each changed pairing. The parties that are drawn, and those that get none,
 * depend on the seeds and are no part of it.
 */
export const foreseePhase = (
  next: NextPhase,
  { reviews, pairings }: PhaseGround,
  seedOf: (party: PartyId) => number,
  now: Instant,
): PhaseOutlook => {
  const byId = new Map<string, Review>(reviews.map((review) => [review.id, review]));
  const partyOf = (id: ReviewId): PartyId => {
    const review = byId.get(id);
    if (review === undefined) throw new Error(`There is no review ${id}, which its group lists`);
    return review.party;
  };
  const gone = new Set(
    pairings.parties.filter(({ participation }) => participation === "not-taking-part").map(({ id }) => id),
  );
  // A party that has left is not reviewed in the next cluster.
  const continuing = next.groups.map((group) => ({
    ...group,
    reviews: group.reviews.filter((review) => !gone.has(partyOf(review))),
  }));
  const groups = groupsOfPhase({ ...next, groups: continuing }, dayOf(now), partyOf);
  const plannedFor = (number: number) => {
    const group = groups.find((one) => one.number === number);
    if (group === undefined) throw new Error(`${next.id} has no group ${number}`);
    return group.plannedFor;
  };
  // A live review of the phase before belongs to another cluster once lots change a pairing for this one.
  const elsewhere = [...(pairings.elsewhere ?? []), ...reviews.filter(isLive).map(pairingElsewhere)];
  const going = pairings.groups.map((group) => ({
    ...group,
    reviews: group.reviews.filter(({ party }) => !gone.has(party)),
  }));
  const continued = continuePairings({ ...pairings, groups: going, elsewhere }, plannedFor, seedOf);
  const gate = countGate(next.groups, reviews.map(presentHistory), now).count;
  const { id: phase, follows, groups: before } = next;
  const { changes } = continued;
  const kept = new Set(before.flatMap((group) => group.reviews).filter((review) => !gone.has(partyOf(review))));
  const seated = reviews
    .filter(({ id }) => kept.has(id))
    .flatMap((review) => Object.values(review.seats).map(({ party }) => party));
  const parties = new Set(seated.filter((party) => !gone.has(party)));
  return {
    ...continued,
    plan: { phase, follows, gate, groups, hash: hashOf({ phase, gate, groups, changes }) },
    parties: [...parties].toSorted(),
  };
};
