import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Stage } from "../../schemas/model/review.ts";
import { chanceFor, inLotsOrder } from "../chance.ts";
import type { StatusPaper } from "./status-paper.ts";

/** Stage that a review has reached by the day of the take-over. */
export type Reached = Extract<Stage, "nomination" | "consultation" | "questionnaire" | "feedback" | "observations">;

/**
 * Parties without a focal point, and the stage of each review: choices that the counts of the paper leave open, drawn
 * from a seed.
 */
export interface TakeOverCast {
  readonly without: ReadonlySet<PartyId>;
  readonly reached: ReadonlyMap<ReviewId, Reached>;
}

type Paired = PairedGroup["reviews"][number];

const isComplete = ({ seats }: Paired, without: ReadonlySet<PartyId>): boolean =>
  seats.every(({ party }) => !without.has(party));

/** Maximum number of exchanges of parties before the search fails. */
const mostExchanges = 20_000;

/**
 * Chooses the parties without a nomination, so that their number and the number of waiting reviews match the paper. It
 * exchanges parties as long as that brings the number nearer. Throws if no choice is found.
 */
const partiesWithout = (
  groups: readonly PairedGroup[],
  { focalPoints, reviewsNotCommencedForMissingFocalPoints }: StatusPaper,
  seed: number,
): ReadonlySet<PartyId> => {
  const reviews = groups.flatMap((group) => group.reviews);
  const wanted = reviewsNotCommencedForMissingFocalPoints.value;
  const parties = inLotsOrder(seed, [...new Set(reviews.map(({ party }) => party))], (party) => `nobody ${party}`);
  const chosen = new Set(parties.slice(0, focalPoints.statesWithout.value));
  const offBy = (): number => Math.abs(reviews.filter((review) => !isComplete(review, chosen)).length - wanted);
  const chance = chanceFor(seed, "exchange");
  for (let exchange = 0, off = offBy(); off > 0; exchange += 1) {
    if (exchange === mostExchanges)
      throw new Error(`No choice of parties leaves ${wanted} reviews without a nomination`);
    const [out, into] = [chance.oneOf([...chosen]), chance.oneOf(parties)];
    if (chosen.has(into)) continue;
    chosen.delete(out);
    chosen.add(into);
    const after = offBy();
    if (after <= off) off = after;
    else {
      chosen.delete(into);
      chosen.add(out);
    }
  }
  return chosen;
};

/** Advances the complete reviews as far as the paper counts, those of earlier groups first. */
const reachedBy = (
  groups: readonly PairedGroup[],
  without: ReadonlySet<PartyId>,
  { stages }: StatusPaper,
  seed: number,
): ReadonlyMap<ReviewId, Reached> => {
  const ordered = groups
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ reviews }) => inLotsOrder(seed, reviews, ({ id }) => `progress ${id}`));
  const complete = ordered.filter((review) => isComplete(review, without));
  const far: readonly Reached[] = [
    ...Array.from({ length: stages.observations.value }, () => "observations" as const),
    ...Array.from({ length: stages.feedback.value }, () => "feedback" as const),
    ...Array.from({ length: stages.questionnaire.value }, () => "questionnaire" as const),
  ];
  return new Map([
    ...ordered.map(({ id }) => [id, "nomination"] as const),
    ...complete.map(({ id }, place) => [id, far[place] ?? "consultation"] as const),
  ]);
};

/** Makes the choices that the counts of the paper leave open; an equal seed gives equal choices. */
export const castTakeOver = (groups: readonly PairedGroup[], paper: StatusPaper, seed: number): TakeOverCast => {
  const without = partiesWithout(groups, paper, seed);
  return { without, reached: reachedBy(groups, without, paper, seed) };
};
