import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Stage } from "../../schemas/model/review.ts";
import { chanceFor, inLotsOrder } from "../chance.ts";
import type { StatusPaper } from "./status-paper.ts";

/** How far a review has come by the day of the take-over. */
export type Reached = Extract<Stage, "nomination" | "consultation" | "questionnaire" | "feedback" | "observations">;

/** Who has nobody, and how far each review has come: what the counts of the paper leave open, drawn from a seed. */
export interface TakeOverCast {
  readonly without: ReadonlySet<PartyId>;
  readonly reached: ReadonlyMap<ReviewId, Reached>;
}

type Paired = PairedGroup["reviews"][number];

const isComplete = ({ seats }: Paired, without: ReadonlySet<PartyId>): boolean =>
  seats.every(({ party }) => !without.has(party));

/** How often one party is exchanged for another before it is said that no choice was found. */
const mostExchanges = 20_000;

/**
 * The parties that have named nobody: as many as the paper says, and chosen so that as many reviews wait for somebody as it
 * says. Parties are exchanged one for another as long as that brings the number nearer. Throws where none is found.
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
    if (exchange === mostExchanges) throw new Error(`No choice of parties leaves ${wanted} reviews without somebody`);
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

/** The reviews that have everybody go as far as the paper counts, those of earlier groups first. */
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

/** What the counts of the paper leave open; the same seed gives the same. */
export const castTakeOver = (groups: readonly PairedGroup[], paper: StatusPaper, seed: number): TakeOverCast => {
  const without = partiesWithout(groups, paper, seed);
  return { without, reached: reachedBy(groups, without, paper, seed) };
};
