import { dayOf } from "../../../domain/base/time.ts";
import { type CountedFigure, currentFigures, figuresIn, stagesUnderWay } from "../../../domain/oversight/figures.ts";
import { countedIn } from "../../../domain/statistics/counts-as-kept.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { FigureDimensions } from "../../../schemas/model/figures.ts";
import type { Store } from "../../io/ports/store.ts";
import { reviewsUnderWay } from "../planning/every-review.ts";
import { keptCounts } from "./kept-counts.ts";

/**
 * Every figure from the counts that are kept beside the journal, some seconds behind it; where these are not whole, from the reviews
 * as they stand. What is kept counts the end of the day: nothing that is on record begins or ends of itself before that, because
 * whatever is due is so up to the end of a day.
 */
export const figuresNow = async (
  store: Pick<Store, "countsState" | "countsAt" | "reviewsInStage" | "placesInStage">,
  scope: Pick<FigureDimensions, "cycle" | "cluster" | "group">,
  now: Instant,
): Promise<readonly CountedFigure[]> => {
  const kept = await keptCounts(store);
  if (kept !== undefined) return figuresIn(countedIn(await kept.totals(scope, dayOf(now))));
  const { reviews, others } = await reviewsUnderWay(store, stagesUnderWay);
  return currentFigures(reviews, scope, now, others);
};
