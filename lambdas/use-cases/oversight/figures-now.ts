import { dayOf } from "../../../domain/base/time.ts";
import { type CountedFigure, currentFigures, figuresIn, stagesUnderWay } from "../../../domain/oversight/figures.ts";
import { countedIn } from "../../../domain/statistics/projection-totals.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { FigureDimensions } from "../../../schemas/model/figures.ts";
import type { Store } from "../../io/ports/store.ts";
import { reviewsUnderWay } from "../planning/every-review.ts";
import { readProjection } from "./read-projection.ts";

/**
 * Returns every figure from the projection, some seconds behind it; if these are incomplete,
 * from the current reviews. Stored counts are those at the end of the day. No recorded item begins or ends before that,
 * because a due date lasts until the end of its day.
 */
export const figuresNow = async (
  store: Pick<Store, "projectionState" | "totalsOn" | "reviewsInStage" | "placesInStage">,
  scope: Pick<FigureDimensions, "cycle" | "cluster" | "group">,
  now: Instant,
): Promise<readonly CountedFigure[]> => {
  const kept = await readProjection(store);
  if (kept !== undefined) return figuresIn(countedIn(await kept.totals(scope, dayOf(now))));
  const { reviews, others } = await reviewsUnderWay(store, stagesUnderWay);
  return currentFigures(reviews, scope, now, others);
};
