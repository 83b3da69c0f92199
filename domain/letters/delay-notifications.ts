import type { FactOf } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { wentByLotSince } from "../review/seat-turns.ts";
import { missions, missionsAndFocalPoints } from "./notice-plans.ts";

/** The letters about a delay: to every party of the review (paragraph 33). */
export const ofDelay = ({ obligation, generation }: FactOf<"delay-notified">, review: Review, now: Instant) => {
  const content = { kind: "delay-notified", review: review.id, obligation, generation } as const;
  return [{ content, to: missionsAndFocalPoints(review, now), rule: "delay-notified" }] as const;
};

/**
 * The letters about a delay that was reversed or corrected: to the recipients of the first letter, as they are now. A party
 * that lots took out of the review since then is reached by its mission, a replaced focal point by the successor.
 */
export const ofMistakenDelay = (
  { kind, obligation, generation, notifiedAt }: FactOf<"delay-reversed" | "delay-corrected">,
  review: Review,
  now: Instant,
) => {
  const content = {
    kind: "delay-reversed",
    review: review.id,
    obligation,
    generation,
    ...(kind === "delay-corrected" ? { corrected: true as const } : {}),
  } as const;
  const to = [...missionsAndFocalPoints(review, now), ...missions(wentByLotSince(review, notifiedAt))];
  return [{ content, to, rule: "delay-reversed" }] as const;
};
