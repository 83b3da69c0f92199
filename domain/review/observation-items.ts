import type { ObservationItem } from "../../schemas/model/observation-items.ts";
import type { Review } from "../../schemas/model/review.ts";
import { type Refused, refuse } from "../base/decision.ts";

/**
 * Returns why observations do not fit a review: they concern an instrument that it does not review; undefined where
 * they fit.
 */
export const refuseItems = ({ party, seats }: Review, items: readonly ObservationItem[] = []): Refused | undefined => {
  const instruments = seats[party]?.instruments ?? [];
  return items.every(({ instrument }) => instruments.includes(instrument))
    ? undefined
    : refuse("instrument-not-reviewed", { instruments: [...instruments] });
};
