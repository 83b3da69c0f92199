import type { FactOf } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { wentByLotSince } from "../review/seat-turns.ts";
import { missions, missionsAndFocalPoints } from "./notice-plans.ts";

/** Returns the letters about a delay: to every party of the review (paragraph 33). */
export const ofDelay = ({ obligation, generation }: FactOf<"delay-notified">, review: Review, now: Instant) => {
  const content = { kind: "delay-notified", review: review.id, obligation, generation } as const;
  return [{ content, to: missionsAndFocalPoints(review, now), rule: "delay-notified" }] as const;
};

/**
 * Returns the letters about a delay that was reversed or corrected, to the present recipients in the roles of the first
 * letter. The mission of a party that lots have removed from the review since then, and the successor of a replaced
 * focal point, are included.
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
