import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { LotsRule } from "../../schemas/model/lots.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Seat } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { type ReviewElsewhere, type Side, sideOf, sides } from "./eligibility.ts";
import { type CountingDays, joinedBy } from "./instruments.ts";
import type { LotsLimits } from "../policy/lots.ts";

/** A rule that a pairing breaks: for which party, in which review, and how. */
export interface Violation {
  readonly rule: LotsRule;
  readonly party: PartyId;
  readonly review?: ReviewId;
  readonly detail: string;
}

interface Case {
  readonly review: ReviewId;
  readonly party: Party;
  readonly days: CountingDays;
  readonly limitWaived: boolean;
  readonly instruments: readonly Instrument[];
  readonly seats: readonly Seat[];
  /** Every seat but that of the party under review. */
  readonly reviewers: readonly Seat[];
  readonly partyOf: (id: PartyId) => Party | undefined;
}

/**
 * Returns every violation of the rules of lots by a set of live pairings; none if it is sound. The instruments of a
 * party are those joined by the planned day of the group, or by the day of a later addition to a review. Rules:
 * Procedures and rules, paragraph 28 (a) to (c). The secretariat's pages state that one reviewer is from the own and
 * one from another regional group; load is a setting. Current reviews in other clusters count only for mutual review.
 */
export const violations = (
  groups: readonly PairedGroup[],
  parties: readonly Party[],
  limits: LotsLimits,
  elsewhere: readonly ReviewElsewhere[] = [],
): readonly Violation[] => {
  const byId = new Map(parties.map((party) => [party.id, party]));
  const cases: Case[] = [];
  const found: Violation[] = [];
  for (const { plannedFor: day, reviews } of groups)
    for (const { id: review, party: partyId, seats, limitWaived = false, countedOn } of reviews) {
      const days = { day, countedOn };
      const party = byId.get(partyId);
      if (party === undefined) found.push({ rule: "seats", party: partyId, review, detail: "is no known party" });
      else
        cases.push({
          review,
          party,
          days,
          limitWaived,
          instruments: joinedBy(party, days),
          seats,
          reviewers: seats.filter(({ role }) => role !== "under-review"),
          partyOf: (id) => byId.get(id),
        });
    }
  const ofOne = (rule: LotsRule, details: (one: Case) => readonly string[]): Violation[] =>
    cases.flatMap((one) => details(one).map((detail) => ({ rule, party: one.party.id, review: one.review, detail })));
  return [
    ...found,
    ...ofOne("seats", seatsAsTheyShouldBe),
    ...ofOne("not-itself", notItself),
    ...mutual(cases),
    ...mutualElsewhere(cases, elsewhere),
    ...ofOne("joined-instruments", joinedInstruments),
    ...ofOne("one-from-each-side", oneFromEachSide),
    ...ofOne("additional-where-lacking", additionalWhereLacking),
    ...ofOne("most-reviewers", ({ reviewers, limitWaived }) =>
      reviewers.length > limits.mostReviewers && !limitWaived
        ? [`has ${reviewers.length} reviewers, at most ${limits.mostReviewers}`]
        : [],
    ),
    ...loads(cases, parties, limits),
  ];
};

const seatsAsTheyShouldBe = ({ party, instruments, seats, partyOf }: Case): string[] => {
  const own = seats.filter(({ role }) => role === "under-review");
  const [seat] = own;
  return [
    ...(own.length === 1 && seat?.party === party.id ? [] : ["must hold the one seat under review"]),
    ...(seat !== undefined && same(seat.instruments, instruments)
      ? []
      : [`must be reviewed for what it had joined: ${instruments.join(", ")}`]),
    ...seats
      .filter(({ party: id }) => partyOf(id)?.participation !== "takes-part")
      .map(({ party: id }) => `has a seat for ${id}, which does not take part`),
    ...repeatedParties(seats.map(({ party: id }) => id))
      .filter((id) => id !== party.id)
      .map((id) => `has two seats for ${id}`),
    ...seats
      .filter((one) => one.instruments.length === 0)
      .map(({ party: id }) => `has a seat without instruments for ${id}`),
  ];
};

/** Returns violations of rule 1, first half. */
const notItself = ({ party, reviewers }: Case): string[] =>
  reviewers.some(({ party: id }) => id === party.id) ? ["reviews itself"] : [];

/** Returns violations of rule 1, second half: over all pairings, in any group. */
const mutual = (cases: readonly Case[]): Violation[] => {
  const reviewersOf = new Map<PartyId, Set<PartyId>>();
  for (const { party, reviewers } of cases) {
    const known = reviewersOf.get(party.id) ?? new Set();
    for (const seat of reviewers) known.add(seat.party);
    reviewersOf.set(party.id, known);
  }
  return cases.flatMap(({ review, party, reviewers }) =>
    reviewers
      .filter((seat) => seat.party !== party.id && reviewersOf.get(seat.party)?.has(party.id) === true)
      .map((seat): Violation => {
        const detail = `is reviewed by ${seat.party} and reviews it`;
        return { rule: "no-mutual-review", party: party.id, review, detail };
      }),
  );
};

/**
 * Returns violations of mutual review across clusters: a reviewer of this cluster that the party reviews in another
 * current one.
 */
const mutualElsewhere = (cases: readonly Case[], elsewhere: readonly ReviewElsewhere[]): Violation[] => {
  const byParty = Map.groupBy(elsewhere, ({ party }) => party);
  return cases.flatMap(({ review, party, reviewers }) =>
    reviewers.flatMap((seat) =>
      (byParty.get(seat.party) ?? [])
        .filter(({ seats }) => seats.some(({ party: id, role }) => id === party.id && role !== "under-review"))
        .map((other): Violation => {
          const detail = `is reviewed by ${seat.party} and reviews it in ${other.id}`;
          return { rule: "no-mutual-review", party: party.id, review, detail };
        }),
    ),
  );
};

/** Returns violations of rule 2. */
const joinedInstruments = ({ days, reviewers, partyOf }: Case): string[] =>
  reviewers.flatMap(({ party: id, instruments }) => {
    const reviewer = partyOf(id);
    const joined = reviewer === undefined ? [] : joinedBy(reviewer, days);
    return instruments
      .filter((instrument) => !joined.includes(instrument))
      .map((instrument) => `has ${id} review ${instrument}, which ${id} had not joined`);
  });

const ofSide = ({ party, reviewers, partyOf }: Case, side: Side): readonly Seat[] =>
  reviewers.filter((seat) => sideOf(party, partyOf(seat.party)) === side);

/** Returns violations of rule 3. */
const oneFromEachSide = (one: Case): string[] => {
  const ofNone = one.party.regionalGroup === null ? ["carries no regional group to draw from"] : [];
  const wrong = one.instruments.flatMap((instrument) =>
    sides.flatMap((side) => {
      const count = ofSide(one, side).filter(({ instruments }) => instruments.includes(instrument)).length;
      const where = side === "own" ? "its own group" : "other groups";
      return count === 1 ? [] : [`has ${count} reviewers from ${where} for ${instrument}, must have 1`];
    }),
  );
  const beyond = one.reviewers.flatMap(({ party, instruments }) =>
    instruments
      .filter((instrument) => !one.instruments.includes(instrument))
      .map((instrument) => `has ${party} review ${instrument}, which it had not joined itself`),
  );
  return [...ofNone, ...wrong, ...beyond];
};

/**
 * Returns violations of rule 4: two are drawn, and an additional reviewer only adds what one of them had not joined.
 * The rule concerns the instruments that the party is reviewed for. If these are fewer than those it had joined, that
 * is a separate deviation of no reviewer.
 */
const additionalWhereLacking = (one: Case): string[] => {
  const covered = one.seats.find(({ role }) => role === "under-review")?.instruments ?? one.instruments;
  const reviewed = one.instruments.filter((instrument) => covered.includes(instrument));
  return sides.flatMap((side) => {
    const seats = ofSide(one, side);
    const drawn = seats.filter(({ role }) => role === "reviewing");
    const [regular] = drawn;
    if (regular === undefined || drawn.length !== 1)
      return [
        `has ${drawn.length} reviewing parties from ${side === "own" ? "its own group" : "other groups"}, must have 1`,
      ];
    const reviewer = one.partyOf(regular.party);
    const able = reviewer === undefined ? [] : joinedBy(reviewer, one.days).filter((i) => reviewed.includes(i));
    const idle = able.every((instrument) => regular.instruments.includes(instrument))
      ? []
      : [`must have ${regular.party} review all of ${able.join(", ")}`];
    const needless = seats
      .filter(({ role, instruments }) => role === "additional-reviewer" && instruments.some((i) => able.includes(i)))
      .map(({ party }) => `has ${party} as additional reviewer of what ${regular.party} can review`);
    return [...idle, ...needless];
  });
};

/** Returns the violations of rule 7, over every participating party. */
const loads = (cases: readonly Case[], parties: readonly Party[], { load }: LotsLimits): Violation[] => {
  const counts = new Map<PartyId, number>();
  for (const { reviewers } of cases) for (const { party } of reviewers) counts.set(party, (counts.get(party) ?? 0) + 1);
  return parties.flatMap(({ id, participation }): Violation[] => {
    const count = counts.get(id) ?? 0;
    if (participation !== "takes-part" || (count >= load.min && count <= load.max)) return [];
    return [{ rule: "load", party: id, detail: `reviews ${count} parties, must review ${load.min} to ${load.max}` }];
  });
};

const same = (some: readonly Instrument[], others: readonly Instrument[]): boolean =>
  some.length === others.length && others.every((instrument) => some.includes(instrument));

const repeatedParties = (ids: readonly PartyId[]): PartyId[] => [
  ...new Set(ids.filter((id, i) => ids.indexOf(id) !== i)),
];
