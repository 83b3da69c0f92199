import type { LotsTurn } from "../../schemas/model/lots.ts";
import type { Seat } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import type { Eligible } from "./eligibility.ts";

/** Those who may be drawn in one turn of an additional draw, and what whoever is drawn is to review. */
export interface AdditionalLots {
  readonly instruments: readonly Instrument[];
  readonly candidates: readonly Eligible[];
}

/** Lots as the record of a drawing tells them, turn by turn. */
export const recordLots = (lots: readonly AdditionalLots[]): LotsTurn[] =>
  lots.map(({ instruments, candidates }) => ({
    instruments: [...instruments],
    candidates: candidates.map(({ party }) => party),
  }));

const shared = (one: readonly Instrument[], others: readonly Instrument[]): Instrument[] =>
  one.filter((instrument) => others.includes(instrument));

/**
 * Returns the parties out of which an additional reviewer is drawn for what a reviewer lacks (rule 4): all who can
 * review the whole of it, or, where nobody can, all who can review the most of it, so that the party has as few
 * reviewers as can be (rule 5). Empty where nobody can review any of it.
 */
const additionalCandidates = (lacking: readonly Instrument[], eligible: readonly Eligible[]): readonly Eligible[] => {
  const filled = ({ able }: Eligible): number => shared(lacking, able).length;
  const most = Math.max(0, ...eligible.map(filled));
  return most === 0 ? [] : eligible.filter((one) => filled(one) === most);
};

/**
 * Returns the most additional reviewers that filling what a reviewer lacks can take, whoever is drawn; undefined where
 * a draw could end with an instrument that nobody left can review.
 */
export const mostAdditional = (lacking: readonly Instrument[], eligible: readonly Eligible[]): number | undefined => {
  if (lacking.length === 0) return 0;
  const rests = new Map<string, readonly Instrument[]>();
  for (const { able } of additionalCandidates(lacking, eligible)) {
    const rest = lacking.filter((instrument) => !able.includes(instrument));
    rests.set(rest.join(), rest);
  }
  if (rests.size === 0) return undefined;
  const counts = [...rests.values()].map((rest) => mostAdditional(rest, eligible));
  return counts.reduce<number | undefined>(
    (most, count) => (most === undefined || count === undefined ? undefined : Math.max(most, count + 1)),
    0,
  );
};

/**
 * Returns whether what a reviewer lacks can be filled with a number of additional reviewers at most, whoever is drawn:
 * the answer for each set of instruments is reckoned once, since many parties lack the same.
 */
export const fillingTest = (
  eligible: readonly Eligible[],
  most: number,
): ((lacking: readonly Instrument[]) => boolean) => {
  const known = new Map<string, boolean>();
  return (lacking) => {
    const key = lacking.join();
    const answer = known.get(key) ?? (mostAdditional(lacking, eligible) ?? Infinity) <= most;
    known.set(key, answer);
    return answer;
  };
};

/** The additional reviewers that were drawn, each with the lots that it was drawn from. */
export interface AdditionalDraw {
  readonly seats: readonly Seat[];
  readonly lots: readonly AdditionalLots[];
  /** What nobody could be drawn for. */
  readonly lacking: readonly Instrument[];
}

/**
 * The additional draw (rule 4): draws reviewers for what a drawn one lacks and for that only, until nothing is lacking
 * or nobody can review the rest. Whoever is drawn for some of it cannot review the rest, so nobody is drawn twice.
 */
export const drawAdditional = (
  lacking: readonly Instrument[],
  eligible: readonly Eligible[],
  oneOf: (lots: readonly Eligible[]) => Eligible | undefined,
): AdditionalDraw => {
  const candidates = lacking.length === 0 ? [] : additionalCandidates(lacking, eligible);
  const drawn = oneOf(candidates);
  if (drawn === undefined) return { seats: [], lots: [], lacking };
  const instruments = shared(lacking, drawn.able);
  const rest = lacking.filter((instrument) => !instruments.includes(instrument));
  const others = drawAdditional(rest, eligible, oneOf);
  return {
    seats: [{ party: drawn.party, role: "additional-reviewer", instruments }, ...others.seats],
    lots: [{ instruments: [...lacking], candidates }, ...others.lots],
    lacking: others.lacking,
  };
};
