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
  /** What the party is to be reviewed for. */
  readonly instruments: readonly Instrument[];
  readonly days: CountingDays;
  /** The reviewing seats as they are; none where nobody was drawn yet. */
  readonly reviewers: readonly Seat[];
  readonly limitWaived?: boolean | undefined;
  /** The number of its group, where it is not in the live pairings yet. */
  readonly group?: number | undefined;
  /** Parties that cannot be drawn for a reason outside these pairings; nobody where left out. */
  readonly unavailable?: ReadonlySet<PartyId> | undefined;
}

/** The reviewers of a review that has all it needs. */
export interface CompleteReview {
  /** Every reviewing seat: those that stay, each with what it reviews from then on, and those that were drawn. */
  readonly reviewers: readonly Seat[];
  readonly drawn: readonly Seat[];
  /** The lots out of which they came; absent where nobody was lacking. */
  readonly draw?: LotsInTurn | undefined;
}

export type Completion =
  ({ readonly ok: true } & CompleteReview) | { readonly ok: false; readonly violations: readonly Violation[] };

/** What one side has of the reviewers of a party, and what it lacks. */
interface SideCase {
  readonly side: Side;
  readonly regular: Seat | undefined;
  readonly additional: readonly Seat[];
  readonly lacking: readonly Instrument[];
  readonly eligible: readonly Eligible[];
}

/**
 * The seats of a side as they stand for the instruments: who was drawn reviews all that it has joined (rule 2), and
 * additional reviewers, in their order, what is left of what they have joined, so that the party has as few reviewers
 * as can be (rule 5).
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

/** The most additional reviewers that a newly drawn one may need beside it, so that both sides have as many as the limit. */
const mostBeside = ({ limits }: LivePairings): number => Math.floor(limits.mostReviewers / 2) - 1;

/** Who may be drawn as the reviewer of a side that has none. */
const regularCandidates = (one: IncompleteReview, { eligible }: SideCase, live: LivePairings): readonly Eligible[] => {
  const takesFew = fillingTest(eligible, one.limitWaived === true ? one.instruments.length : mostBeside(live));
  return eligible.filter(({ able, lacking: without }) => able.length > 0 && takesFew(without));
};

/** The reviewers of a side once it is complete, at most; undefined where somebody is lacking whom nobody can be. */
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
  const nobody = counts
    .filter(({ count }) => count === undefined)
    .map(({ side, lacking }): Violation => {
      const where = side === "own" ? "its own group" : "another group";
      const detail = `nobody in ${where} may review it for ${lacking.join(", ")}`;
      return { rule: "one-from-each-side", ...of, detail };
    });
  const reviewers = counts.reduce((sum, { count = 0 }) => sum + count, 0);
  if (nobody.length > 0 || reviewers <= most || one.limitWaived === true) return nobody;
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
  if (reviewer === undefined) throw new Error(`${one.id}: nobody to draw, which was to be told before`);
  const { seats, lots } = drawAdditional(reviewer.lacking, side.eligible, oneOf);
  return {
    drawn: [{ party: reviewer.party, role: "reviewing", instruments: [...reviewer.able] }, ...seats],
    lots: [{ instruments: one.instruments, candidates }, ...lots],
  };
};

/** The sides of a review with what they lack; or the rules that cannot be met, and for whom. */
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

/** Those out of whom the reviewer of a side would be drawn that has none. */
export interface SideLots {
  readonly side: Side;
  readonly candidates: readonly PartyId[];
}

/** Out of whom the reviewers would be drawn of a party that nobody reviews yet, or which rules cannot be met. No seed is looked at. */
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
 * Draws the reviewers that a review lacks, over all live pairings: for a party that nobody reviews yet one from each
 * side (rule 3), and additional ones for instruments that a reviewer has not joined (rule 4), each among all who keep
 * the rules and with the same chance. Whoever reviews already stays, with all that it has joined by the days that count;
 * additional reviewers of what another takes leave. The same pairings and seed, a whole number of 32 bits, give the
 * same. Where a rule cannot be met it says which, and for whom; none is bent.
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
