import type { Fact } from "../../schemas/model/fact.ts";
import type { ObligationId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import { evolveReview } from "./evolve.ts";
import { rowOf } from "./fact-kinds.ts";

/** An obligation that is in another generation after a fact, which does not name that generation. */
export interface UnnamedGeneration {
  readonly fact: Fact;
  readonly obligation: ObligationId;
  readonly generation: number;
}

/**
 * Returns every change of a generation that its fact does not name. A reader of the facts alone would assume another
 * generation than the state has.
 */
export const unnamedGenerations = (facts: readonly Fact[]): readonly UnnamedGeneration[] => {
  const unnamed: UnnamedGeneration[] = [];
  let review: Review | undefined;
  for (const fact of facts) {
    const before = review?.obligations ?? {};
    review = evolveReview(review, fact);
    const named = rowOf(fact)?.generations?.(fact) ?? [];
    for (const { id, generation } of Object.values(review.obligations)) {
      const isNamed = named.some((one) => one.obligation === id && one.generation === generation);
      if (before[id]?.generation !== generation && !isNamed) unnamed.push({ fact, obligation: id, generation });
    }
  }
  return unnamed;
};
