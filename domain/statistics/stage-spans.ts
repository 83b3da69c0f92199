import type { Instant } from "../../schemas/base/values.ts";
import { Stage } from "../../schemas/model/review.ts";
import type { Span } from "./spans.ts";

/** A stage that a review was in. */
export interface StageSpan extends Span {
  readonly stage: Stage;
}

/**
 * Returns when a review had come to a stage, or beyond it; no time is given for a stage that it left in the same
 * moment.
 */
export const reachedAt = (stages: readonly StageSpan[], stage: Stage): Instant | undefined =>
  stages.find((span) => Stage.options.indexOf(span.stage) >= Stage.options.indexOf(stage))?.from;
