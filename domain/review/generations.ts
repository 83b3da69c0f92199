import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { ObligationId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import { evolveReview } from "./evolve.ts";

/** An obligation that is in another generation after a fact, which does not name that generation. */
export interface UnnamedGeneration {
  readonly fact: Fact;
  readonly obligation: ObligationId;
  readonly generation: number;
}

type Named = Pick<FactOf<"obligation-opened">, "obligation" | "generation">;

/** Returns the obligations to which a fact gives a generation, each with that generation. */
const namedGenerations = (fact: Fact): readonly Named[] => {
  switch (fact.kind) {
    case "obligation-opened":
    case "obligation-redated":
    case "delay-notified":
    case "delay-reversed":
    case "delay-corrected":
      return [fact];
    case "obligation-voided":
      return [{ obligation: fact.obligation, generation: fact.nextGeneration }];
    case "review-departure-undone":
    case "mandate-reversed":
      return fact.obligations;
    default:
      return [];
  }
};

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
    const named = namedGenerations(fact);
    for (const { id, generation } of Object.values(review.obligations)) {
      const isNamed = named.some((one) => one.obligation === id && one.generation === generation);
      if (before[id]?.generation !== generation && !isNamed) unnamed.push({ fact, obligation: id, generation });
    }
  }
  return unnamed;
};
