import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { LotsRule } from "../../schemas/model/lots.ts";
import { type PartyId, reviewIdOf } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Seat } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { type Box, boxFor } from "./box.ts";
import { drawAdditional, fillingTest } from "./additional-draw.ts";
import { type Eligible, eligibleFor, mayReview, Pairs, type Side, sideOf, sides } from "./eligibility.ts";
import { type CountingDays, joinedBy } from "./instruments.ts";
import { mostThrows, type GroupPlan, type LotsLimits } from "../policy/lots.ts";

export interface DrawInput {
  readonly cluster: number;
  /** All parties; only participating parties are drawn. */
  readonly parties: readonly Party[];
  readonly groups: readonly GroupPlan[];
  /** Parties whose group is already known. */
  readonly knownGroups: ReadonlyMap<PartyId, number>;
  readonly limits: LotsLimits;
  /** A whole number of 32 bits. */
  readonly seed: number;
}

/** A rule that cannot be met, and the party for which it cannot. */
export interface Impossible {
  readonly rule: LotsRule;
  readonly party?: PartyId;
  readonly detail: string;
}

export type Draw =
  | {
      readonly ok: true;
      readonly groups: readonly PairedGroup[];
      /** The number of times that all lots were redrawn before they met every rule. */
      readonly thrownBack: number;
    }
  | { readonly ok: false; readonly impossible: readonly Impossible[] };

/** Dead ends that an impossible draw lists, the most frequent first. */
const mostCauses = 10;

/**
 * Draws groups and reviewers. Equal parties and seed give an equal draw. The order of the parties makes no difference:
 * they are sorted by code before the first lot, and no later step uses the code. A lot returns to its box once all
 * others of the box were drawn as often, which evens out how often a party serves. If a rule would be broken, all lots
 * are redrawn; no rule is relaxed. A draw that fails names the rule and the party.
 */
export const draw = (input: DrawInput): Draw => {
  const taking = input.parties
    .filter(({ participation }) => participation === "takes-part")
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const unfit = hopeless(taking, input);
  if (unfit.length > 0) return { ok: false, impossible: unfit };
  const box = boxFor(input.seed);
  const deadEnds = new Map<string, { impossible: Impossible; times: number }>();
  for (let thrownBack = 0; thrownBack < mostThrows; thrownBack++) {
    const cases = drawGroups(taking, input, box);
    const drawn = drawReviewers(cases, taking, input.limits, box);
    if (drawn.ok) return { ok: true, groups: groupsOf(cases, drawn.seats, input), thrownBack };
    const { impossible } = drawn;
    const key = `${impossible.rule} ${impossible.party}`;
    deadEnds.set(key, { impossible, times: (deadEnds.get(key)?.times ?? 0) + 1 });
  }
  const causes = [...deadEnds.values()].toSorted((one, other) => other.times - one.times).slice(0, mostCauses);
  return { ok: false, impossible: causes.map(({ impossible }) => impossible) };
};

const countingDays = ({ plannedFor }: GroupPlan): CountingDays => ({ day: plannedFor });

interface DrawCase {
  readonly party: Party;
  readonly group: GroupPlan;
  readonly instruments: readonly Instrument[];
}

/**
 * Returns the problems that no redraw can solve: sizes that do not add up, and a group without a party that joined an
 * instrument.
 */
const hopeless = (taking: readonly Party[], { groups, knownGroups, limits }: DrawInput): Impossible[] => {
  const found: Impossible[] = [];
  const places = groups.reduce((sum, { size }) => sum + size, 0);
  if (places !== taking.length)
    found.push({ rule: "seats", detail: `${taking.length} parties take part, the groups have ${places} places` });
  for (const { number, size } of groups) {
    const memberCount = taking.filter(({ id }) => knownGroups.get(id) === number).length;
    if (memberCount > size)
      found.push({
        rule: "seats",
        detail: `${memberCount} parties belong to group ${number}, which has ${size} places`,
      });
  }
  if (limits.load.max < 2)
    found.push({ rule: "load", detail: `at most ${limits.load.max} reviews per party cannot give each two reviewers` });
  if (limits.load.min > limits.mostReviewers)
    found.push({
      rule: "load",
      detail: `at most ${limits.mostReviewers} reviewers per party cannot give each ${limits.load.min} reviews`,
    });
  for (const party of taking)
    for (const side of sides) {
      if (party.regionalGroup === null) {
        found.push({ rule: "one-from-each-side", party: party.id, detail: "carries no regional group to draw from" });
        break;
      }
      const [first] = groups;
      if (first === undefined) continue;
      const group = groups.find(({ number }) => number === knownGroups.get(party.id)) ?? first;
      for (const instrument of joinedBy(party, countingDays(group)))
        if (
          !taking.some(
            (one) =>
              one.id !== party.id &&
              sideOf(party, one) === side &&
              joinedBy(one, countingDays(group)).includes(instrument),
          )
        )
          found.push({
            rule: "one-from-each-side",
            party: party.id,
            detail: `no party in ${side === "own" ? "its own group" : "another group"} has joined ${instrument}`,
          });
    }
  return found;
};

const drawGroups = (taking: readonly Party[], { groups, knownGroups }: DrawInput, box: Box): DrawCase[] => {
  const inGroup = (party: Party, group: GroupPlan): DrawCase => ({
    party,
    group,
    instruments: joinedBy(party, countingDays(group)),
  });
  const free = box.allOf(taking.filter(({ id }) => !groups.some(({ number }) => number === knownGroups.get(id))));
  return groups.flatMap((group) => {
    const members = taking.filter(({ id }) => knownGroups.get(id) === group.number);
    return [...members, ...free.splice(0, group.size - members.length)].map((party) => inGroup(party, group));
  });
};

type Seats = ReadonlyMap<PartyId, readonly Seat[]>;

/**
 * Additional reviewers that the draw of the whole set permits for one reviewer. With one from each side the party has
 * four at most (rule 5), whatever the result.
 */
const mostForOne = 1;

const drawReviewers = (
  cases: readonly DrawCase[],
  taking: readonly Party[],
  { mostReviewers, load }: LotsLimits,
  box: Box,
): { ok: true; seats: Seats } | { ok: false; impossible: Impossible } => {
  const pairs = new Pairs();
  const seats = new Map<PartyId, Seat[]>();

  const leastDrawn = (lots: readonly Eligible[]): Eligible | undefined => {
    const least = Math.min(...lots.map(({ party }) => pairs.load(party)));
    return box.oneOf(lots.filter(({ party }) => pairs.load(party) === least));
  };
  const give = (party: Party, given: readonly Seat[]): void => {
    for (const seat of given) pairs.add(seat.party, party.id);
    seats.set(party.id, [...(seats.get(party.id) ?? []), ...given]);
  };

  for (const { party, group, instruments } of box.allOf(cases)) {
    const eligibleOf = new Map(taking.map((one) => [one.id, eligibleFor(instruments, one, countingDays(group))]));
    for (const side of sides) {
      const lots = taking
        .filter((one) => mayReview(one, party, side, { pairs, load }))
        .flatMap(({ id }) => eligibleOf.get(id) ?? []);
      const takesFew = fillingTest(lots, mostForOne);
      const reviewer = leastDrawn(lots.filter((one) => one.able.includes("UNTOC") && takesFew(one.lacking)));
      if (reviewer === undefined) return deadEnd(party, side, instruments);
      give(party, [{ party: reviewer.party, role: "reviewing", instruments: [...reviewer.able] }]);
      const additional = drawAdditional(reviewer.lacking, lots, leastDrawn);
      if (additional.lacking.length > 0) return deadEnd(party, side, additional.lacking);
      give(party, additional.seats);
    }
    const count = seats.get(party.id)?.length ?? 0;
    if (count > mostReviewers)
      return { ok: false, impossible: { rule: "most-reviewers", party: party.id, detail: `needs ${count} reviewers` } };
  }
  const idle = taking.find(({ id }) => pairs.load(id) < load.min);
  if (idle !== undefined) {
    const detail = `reviews ${pairs.load(idle.id)} parties, must review at least ${load.min}`;
    return { ok: false, impossible: { rule: "load", party: idle.id, detail } };
  }
  return { ok: true, seats };
};

const deadEnd = (
  party: Party,
  side: Side,
  instruments: readonly Instrument[],
): { ok: false; impossible: Impossible } => {
  const where = side === "own" ? "its own group" : "another group";
  const detail = `no party left in ${where} may review it for ${instruments.join(", ")}`;
  return { ok: false, impossible: { rule: "one-from-each-side", party: party.id, detail } };
};

/** Returns the groups in order, their reviews and seats by the codes of the parties. */
const groupsOf = (cases: readonly DrawCase[], seats: Seats, { cluster, groups }: DrawInput): PairedGroup[] =>
  groups.map((group) => ({
    number: group.number,
    plannedFor: group.plannedFor,
    reviews: cases
      .filter((one) => one.group.number === group.number)
      .toSorted((one, other) => (one.party.id < other.party.id ? -1 : 1))
      .map(({ party, instruments }) => ({
        id: reviewIdOf(cluster, party.id),
        party: party.id,
        seats: [
          { party: party.id, role: "under-review", instruments: [...instruments] },
          ...(seats.get(party.id) ?? []),
        ],
      })),
  }));
