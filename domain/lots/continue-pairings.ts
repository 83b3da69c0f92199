import { defined } from "../../schemas/base/defined.ts";
import type { PairedReview } from "../../schemas/model/data-files.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { PhaseDrawing } from "../../schemas/model/phase.ts";
import type { Seat } from "../../schemas/model/review.ts";
import type { CalendarDate, Instrument } from "../../schemas/base/values.ts";
import { sideOf, sides } from "./eligibility.ts";
import { joinedBy } from "./instruments.ts";
import { drawMissing } from "./missing-reviewers.ts";
import { areSameSeats } from "./seats.ts";
import type { LivePairings } from "./redraw-rules.ts";
import type { Violation } from "./rules.ts";

/** The pairings of the next cluster: unchanged, or with the result of lots, and the seats that lots could not fill. */
export interface ContinuedPairings {
  /**
   * The parties whose pairings change, whatever the seeds, with the instruments that each is reviewed for from then on.
   */
  readonly changes: readonly { readonly party: PartyId; readonly instruments: readonly Instrument[] }[];
  readonly drawings: readonly PhaseDrawing[];
  readonly unfilled: readonly { readonly party: PartyId; readonly violations: readonly Violation[] }[];
}

/**
 * Returns whether lots can complete a pairing: one reviewer from each side was drawn, as the rules require; a deviation
 * is kept.
 */
const isByRule = (party: Party, seats: readonly Seat[], parties: ReadonlyMap<PartyId, Party>): boolean => {
  const drawn = seats.filter(({ role }) => role === "reviewing").map((seat) => sideOf(party, parties.get(seat.party)));
  return drawn.toSorted().join() === sides.toSorted().join();
};

/**
 * Returns the violation of a pairing with an accepted deviation, for which lots draw no party, if its party has joined
 * more than it covers.
 */
const notByRule = (
  { id, party, seats }: PairedReview,
  instruments: readonly Instrument[],
): readonly Violation[] | undefined => {
  const covered = seats.find((seat) => seat.party === party)?.instruments ?? [];
  const detail = "has no reviewer from each side, so that no lots bring one for what it has joined";
  return instruments.every((each) => covered.includes(each))
    ? undefined
    : [{ rule: "one-from-each-side", party, review: id, detail }];
};

/** Returns a pairing for the next cluster if instruments that parties have joined since change it. */
const continueOne = (
  paired: PairedReview,
  day: CalendarDate,
  live: LivePairings,
  seed: number,
): { readonly seats: readonly Seat[]; readonly draw?: PhaseDrawing["draw"] } | readonly Violation[] | undefined => {
  const parties = new Map(live.parties.map((party) => [party.id, party]));
  const party = parties.get(paired.party);
  if (party === undefined) return undefined;
  const instruments: readonly Instrument[] = joinedBy(party, { day });
  if (!isByRule(party, paired.seats, parties)) return notByRule(paired, instruments);
  const reviewers = paired.seats.filter(({ role }) => role !== "under-review");
  const { id, limitWaived } = paired;
  const done = drawMissing({ id, party: party.id, instruments, days: { day }, reviewers, limitWaived }, live, seed);
  if (!done.ok) return done.violations;
  const seats: readonly Seat[] = [
    { party: party.id, role: "under-review", instruments: [...instruments] },
    ...done.reviewers,
  ];
  return areSameSeats(seats, paired.seats) ? undefined : { seats, draw: done.draw };
};

const withSeats = (live: LivePairings, id: PairedReview["id"], seats: readonly Seat[]): LivePairings => ({
  ...live,
  groups: live.groups.map((group) => ({
    ...group,
    reviews: group.reviews.map((review) => (review.id === id ? { ...review, seats: [...seats] } : review)),
  })),
});

/**
 * Returns the pairings of a cluster for the next one [S6]. Instruments that parties have joined by the planned day of
 * their group are added [D]. The present reviewers that have joined them review them; lots fill what is lacking (rule
 * 4). Draws follow the order of groups and parties, so that each sees those before; each party has a seed of 32 bits.
 * If a rule cannot be met, the pairing stays unchanged and the rule and the party are returned.
 */
export const continuePairings = (
  pairings: LivePairings,
  plannedFor: (group: number) => CalendarDate,
  seedOf: (party: PartyId) => number,
): ContinuedPairings => {
  let live = pairings;
  const drawings: PhaseDrawing[] = [];
  const unfilled: ContinuedPairings["unfilled"][number][] = [];
  const changes: ContinuedPairings["changes"][number][] = [];
  const joined = new Map(pairings.parties.map((party) => [party.id, party] as const));
  for (const { number, reviews } of pairings.groups.toSorted((one, other) => one.number - other.number))
    for (const paired of reviews.toSorted((one, other) => one.party.localeCompare(other.party))) {
      const continued = continueOne(paired, plannedFor(number), live, seedOf(paired.party));
      const party = joined.get(paired.party);
      if (continued === undefined || party === undefined) continue;
      changes.push({ party: party.id, instruments: joinedBy(party, { day: plannedFor(number) }) });
      if ("seats" in continued) {
        const { seats, draw } = continued;
        const { party: reviewed, seats: seatsBefore } = paired;
        drawings.push({ party: reviewed, seats: [...seats], seatsBefore, ...defined({ draw }) });
        live = withSeats(live, paired.id, seats);
      } else unfilled.push({ party: paired.party, violations: continued });
    }
  return { changes, drawings, unfilled };
};
