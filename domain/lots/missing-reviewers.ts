import type { PairedReview } from "../../schemas/model/data-files.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { LotsInTurn } from "../../schemas/model/lots.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Seat } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { type AdditionalLots, drawAdditional, fillingTest, mostAdditional, recordLots } from "./additional-draw.ts";
import { boxFor } from "./box.ts";
import { type Eligible, type Side, sideOf, sides } from "./eligibility.ts";
import { eligibleParties } from "./eligible-parties.ts";
import { type CountingDays, joinedBy } from "./instruments.ts";
import { type LivePairings, pairedReview } from "./redraw-rules.ts";
import type { Violation } from "./rules.ts";

/** A review to which lots bring the reviewers that it lacks. */
export interface IncompleteReview extends Pick<PairedReview, "id" | "party"> {
  /** The instruments that the party is reviewed for. */
  readonly instruments: readonly Instrument[];
  readonly days: CountingDays;
  /** The present reviewing seats; none if no reviewer was drawn yet. */
  readonly reviewers: readonly Seat[];
  readonly limitWaived?: boolean | undefined;
  /** The number of its group, if it is not in the live pairings yet. */
  readonly group?: number | undefined;
  /** Parties that cannot be drawn for a reason outside these pairings; none if left out. */
  readonly unavailable?: ReadonlySet<PartyId> | undefined;
}

/** The reviewers of a review that has all it needs. */
export interface CompleteReview {
  /** Every reviewing seat: those that stay, each with what it reviews from then on, and those that were drawn. */
  readonly reviewers: readonly Seat[];
  readonly drawn: readonly Seat[];
  /** The lots of their draw; absent if no reviewer was lacking. */
  readonly draw?: LotsInTurn | undefined;
}

export type Completion =
  ({ readonly ok: true } & CompleteReview) | { readonly ok: false; readonly violations: readonly Violation[] };

/** The present reviewers of a party on one side, and the missing ones. */
interface SideCase {
  readonly side: Side;
  readonly regular: Seat | undefined;
  readonly additional: readonly Seat[];
  readonly lacking: readonly Instrument[];
  readonly eligible: readonly Eligible[];
}

/**
 * Returns the seats of a side for the instruments. The drawn reviewer reviews all that it has joined (rule 2).
 * Additional reviewers, in their order, review the rest of what they have joined, so that the party has as few
 * reviewers as possible (rule 5).
 */
const settleSide = (
  { instruments, days, reviewers }: IncompleteReview,
  ofSide: (id: PartyId) => boolean,
  partyOf: (id: PartyId) => Party | undefined,
): Pick<SideCase, "regular" | "additional" | "lacking"> => {
  const own = reviewers.filter(({ party }) => ofSide(party));
  const able = (seat: Seat, wanted: readonly Instrument[]): Seat => {
    const party = partyOf(seat.party);
    const joined = party === undefined ? [] : joinedBy(party, days);
    return { ...seat, instruments: wanted.filter((instrument) => joined.includes(instrument)) };
  };
  const drawn = own.find(({ role }) => role === "reviewing");
  const regular = drawn === undefined ? undefined : able(drawn, instruments);
  let lacking = instruments.filter((instrument) => regular?.instruments.includes(instrument) !== true);
  const additional = own
    .filter(({ role }) => role === "additional-reviewer")
    .map((seat) => {
      const settled = able(seat, lacking);
      lacking = lacking.filter((instrument) => !settled.instruments.includes(instrument));
      return settled;
    });
  return { regular, additional, lacking };
};

const casesOf = (one: IncompleteReview, party: Party, live: LivePairings): readonly SideCase[] => {
  const partyOf = (id: PartyId) => live.parties.find((each) => each.id === id);
  const { id: review, instruments, days, reviewers, unavailable } = one;
  const eligibleFrom = eligibleParties(
    {
      party,
      group: pairedReview(live, review)?.group ?? one.group,
      instruments,
      days,
      pairings: [
        ...live.groups.flatMap(({ reviews }) => reviews).filter(({ id }) => id !== review),
        { party: one.party, seats: [...reviewers] },
      ],
      isExcluded: (id) => unavailable?.has(id) === true,
    },
    live,
  );
  return sides.map((side) => ({
    side,
    ...settleSide(one, (id) => sideOf(party, partyOf(id)) === side, partyOf),
    eligible: eligibleFrom(side),
  }));
};

/** Returns the most additional reviewers that a newly drawn one may need, if both sides share the limit equally. */
const mostBeside = ({ limits }: LivePairings): number => Math.floor(limits.mostReviewers / 2) - 1;

/** Returns the candidates for the reviewer of a side that has none. */
const regularCandidates = (one: IncompleteReview, { eligible }: SideCase, live: LivePairings): readonly Eligible[] => {
  const takesFew = fillingTest(eligible, one.limitWaived === true ? one.instruments.length : mostBeside(live));
  return eligible.filter(({ able, lacking: without }) => able.length > 0 && takesFew(without));
};

/** Returns the most reviewers of a side once it is complete; undefined if a missing reviewer cannot be drawn. */
const mostOfSide = (one: IncompleteReview, side: SideCase, live: LivePairings): number | undefined => {
  if (side.regular === undefined)
    return regularCandidates(one, side, live).length === 0 ? undefined : 1 + mostBeside(live);
  const drawn = mostAdditional(side.lacking, side.eligible);
  const kept = side.additional.filter(({ instruments }) => instruments.length > 0).length;
  return drawn === undefined ? undefined : 1 + kept + drawn;
};

const violationsOf = (one: IncompleteReview, cases: readonly SideCase[], live: LivePairings): readonly Violation[] => {
  const most = live.limits.mostReviewers;
  const of = { party: one.party, review: one.id };
  const counts = cases.map((side) => ({ ...side, count: mostOfSide(one, side, live) }));
  const unfilled = counts
    .filter(({ count }) => count === undefined)
    .map(({ side, lacking }): Violation => {
      const where = side === "own" ? "its own group" : "another group";
      const detail = `nobody in ${where} may review it for ${lacking.join(", ")}`;
      return { rule: "one-from-each-side", ...of, detail };
    });
  const reviewers = counts.reduce((sum, { count = 0 }) => sum + count, 0);
  if (unfilled.length > 0 || reviewers <= most || one.limitWaived === true) return unfilled;
  return [{ rule: "most-reviewers", ...of, detail: `would have ${reviewers} reviewers, at most ${most}` }];
};

interface SideDrawn {
  readonly drawn: readonly Seat[];
  readonly lots: readonly AdditionalLots[];
}

const drawSide = (
  one: IncompleteReview,
  side: SideCase,
  live: LivePairings,
  oneOf: (lots: readonly Eligible[]) => Eligible | undefined,
): SideDrawn => {
  if (side.regular !== undefined) {
    const { seats: drawn, lots } = drawAdditional(side.lacking, side.eligible, oneOf);
    return { drawn, lots };
  }
  const candidates = regularCandidates(one, side, live);
  const reviewer = oneOf(candidates);
  if (reviewer === undefined)
    throw new Error(`${one.id}: no party to draw, which an earlier check should have reported`);
  const { seats, lots } = drawAdditional(reviewer.lacking, side.eligible, oneOf);
  return {
    drawn: [{ party: reviewer.party, role: "reviewing", instruments: [...reviewer.able] }, ...seats],
    lots: [{ instruments: one.instruments, candidates }, ...lots],
  };
};

/** Returns the sides of a review with their missing reviewers; or the rules that cannot be met, with the parties. */
const sidesOf = (
  one: IncompleteReview,
  live: LivePairings,
):
  | { readonly ok: true; readonly cases: readonly SideCase[] }
  | { readonly ok: false; readonly violations: readonly Violation[] } => {
  const party = live.parties.find(({ id }) => id === one.party);
  const of = { party: one.party, review: one.id };
  if (party === undefined) return { ok: false, violations: [{ rule: "seats", ...of, detail: "is no known party" }] };
  if (party.regionalGroup === null) {
    const detail = "carries no regional group to draw from";
    return { ok: false, violations: [{ rule: "one-from-each-side", ...of, detail }] };
  }
  const cases = casesOf(one, party, live);
  const broken = violationsOf(one, cases, live);
  return broken.length > 0 ? { ok: false, violations: broken } : { ok: true, cases };
};

/** The candidates for the reviewer of a side that has none. */
export interface SideLots {
  readonly side: Side;
  readonly candidates: readonly PartyId[];
}

/**
 * Returns the candidates for the reviewers of a party that has none, or the rules that cannot be met. The seed has no
 * effect.
 */
export const missingLots = (
  one: IncompleteReview,
  live: LivePairings,
):
  | { readonly ok: true; readonly lots: readonly SideLots[] }
  | { readonly ok: false; readonly violations: readonly Violation[] } => {
  const found = sidesOf(one, live);
  if (!found.ok) return found;
  const lots = found.cases.map((side) => ({
    side: side.side,
    candidates: regularCandidates(one, side, live).map(({ party }) => party),
  }));
  return { ok: true, lots };
};

/**
 * Draws the reviewers that a review lacks, over all live pairings. A party without reviewers gets one from each side
 * (rule 3), and additional ones for instruments that a reviewer has not joined (rule 4). Each is drawn among all
 * eligible parties with equal chance. Present reviewers stay, with all that they have joined by the days that count;
 * additional reviewers of instruments that another takes leave. Equal pairings and seed, a whole number of 32 bits,
 * give an equal result. If a rule cannot be met, the rule and the party are returned; none is relaxed.
 */
export const drawMissing = (one: IncompleteReview, live: LivePairings, seed: number): Completion => {
  const found = sidesOf(one, live);
  if (!found.ok) return found;
  const box = boxFor(seed);
  const filled = found.cases.map((side) => ({ ...side, ...drawSide(one, side, live, box.oneOf) }));
  const settled = filled.flatMap(({ regular, additional }) => [
    ...(regular === undefined ? [] : [regular]),
    ...additional,
  ]);
  const drawn = filled.flatMap((side) => side.drawn);
  const lots = filled.flatMap((side) => side.lots);
  return {
    ok: true,
    reviewers: [...settled.filter(({ instruments }) => instruments.length > 0), ...drawn],
    drawn,
    ...(lots.length === 0
      ? {}
      : { draw: { seed, turns: recordLots(lots), ...(one.limitWaived === true ? { limitWaived: true } : {}) } }),
  };
};
