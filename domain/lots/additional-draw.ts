import type { LotsTurn } from "../../schemas/model/lots.ts";
import type { Seat } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import type { Eligible } from "./eligibility.ts";

/** The candidates of one turn of an additional draw, and the instruments that the drawn party reviews. */
export interface AdditionalLots {
  readonly instruments: readonly Instrument[];
  readonly candidates: readonly Eligible[];
}

/** Returns lots in the form of the record of a drawing, turn by turn. */
export const recordLots = (lots: readonly AdditionalLots[]): LotsTurn[] =>
  lots.map(({ instruments, candidates }) => ({
    instruments: [...instruments],
    candidates: candidates.map(({ party }) => party),
  }));

const shared = (one: readonly Instrument[], others: readonly Instrument[]): Instrument[] =>
  one.filter((instrument) => others.includes(instrument));

/**
 * Returns the candidates for an additional reviewer of the missing instruments (rule 4): all who can review the whole
 * of them. If there are none, those who can review the most, so that the party has as few reviewers as possible (rule
 * 5). Empty if no party can review any of it.
 */
const additionalCandidates = (lacking: readonly Instrument[], eligible: readonly Eligible[]): readonly Eligible[] => {
  const filled = ({ able }: Eligible): number => shared(lacking, able).length;
  const most = Math.max(0, ...eligible.map(filled));
  return most === 0 ? [] : eligible.filter((one) => filled(one) === most);
};

/**
 * Returns the greatest number of additional reviewers that the missing instruments can need, whichever party is drawn first.
 * Undefined if a draw could end with an instrument that no remaining party can review.
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
 * Returns a test whether the missing instruments can be filled with a maximum number of additional reviewers, for every
 * result of the draw. The result for each set of instruments is computed once, since many parties lack identical ones.
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
  /** The instruments for which no party could be drawn. */
  readonly lacking: readonly Instrument[];
}

/**
 * Draws reviewers only for the instruments that a drawn reviewer lacks (rule 4), until none is lacking or no party can
 * review the rest. A party drawn for some of them cannot review the rest, so no party is drawn twice.
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
