import { defined } from "../../schemas/base/defined.ts";
import { clusterOf, type ReviewId } from "../../schemas/base/ids.ts";
import type { StalledReviewsView } from "../../schemas/model/stalled-reviews.ts";
import { dayOf } from "../base/time.ts";
import type { Count } from "../statistics/count.ts";
import { type FreeingAct, stalledReviews, stalledSources } from "../statistics/stalled-reviews.ts";

/** The number of acts that are listed one by one; the effect of the others is given together. */
const mostActs = 100;

const clustersOf = (reviews: readonly ReviewId[]): number[] =>
  [...new Set(reviews.map(clusterOf))].toSorted((one, other) => one - other);

const sumOf = (acts: readonly FreeingAct[]): number => acts.reduce((sum, { freed }) => sum + freed.length, 0);

/**
 * Returns the acts for which stalled reviews wait, as they are read: acts that free as many have an equal rank. The
 * party of an act and the reviews that it frees are shown only where the reader may see them.
 */
export const stalledReviewsView = (count: Count, mayKnow: (act: FreeingAct) => boolean): StalledReviewsView => {
  const { cycle, cluster, group } = count.scope;
  const { underWay, stalled, waits, acts } = stalledReviews(count);
  const first = acts.slice(0, mostActs);
  const further = acts.slice(mostActs);
  return {
    asAt: dayOf(count.at),
    ...defined({ cycle, cluster, group }),
    underWay,
    stalled,
    freedByOneAct: sumOf(acts),
    waits: [...waits],
    acts: first.map((one) => {
      const frees = one.freed.length;
      const isKnown = mayKnow(one);
      return {
        rank: acts.findIndex(({ freed }) => freed.length === frees) + 1,
        tied: acts.filter(({ freed }) => freed.length === frees).length > 1,
        act: one.act,
        ...(isKnown && one.party !== undefined ? { party: one.party } : {}),
        frees,
        neededIn: one.neededIn,
        ...(isKnown ? { reviews: [...one.freed], clusters: clustersOf(one.freed) } : {}),
      };
    }),
    furtherActs: { acts: further.length, frees: sumOf(further) },
    sources: [...stalledSources],
  };
};
