import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import { consultationFacts } from "./facts/consultation.ts";
import { correctionFacts } from "./facts/corrections.ts";
import { courseFacts, drawnFact } from "./facts/course.ts";
import { denunciationFacts } from "./facts/denunciations.ts";
import type { ReviewFactKind, ReviewFactRow, ReviewFactRows } from "./facts/fact-row.ts";
import { mandateFacts } from "./facts/mandates.ts";
import { obligationFacts } from "./facts/obligations.ts";
import { seatFacts } from "./facts/seats.ts";
import { textFacts } from "./facts/texts.ts";
import type { TimelineSentence } from "./facts/timeline-sentence.ts";

type DrawnRow<F> = Omit<ReviewFactRow<F>, "evolve">;

/** The one table of the kinds of facts about a review: the compiler requires a row for each kind. */
export const factKinds: ReviewFactRows<ReviewFactKind> & { readonly "review-drawn": DrawnRow<FactOf<"review-drawn">> } =
  {
    "review-drawn": drawnFact,
    ...courseFacts,
    ...mandateFacts,
    ...seatFacts,
    ...denunciationFacts,
    ...consultationFacts,
    ...obligationFacts,
    ...textFacts,
    ...correctionFacts,
  };

type AnyRow<F> = DrawnRow<F> & Partial<ReviewFactRow<F>>;

const allKinds: { readonly [K in Fact["kind"]]?: AnyRow<FactOf<K>> } = factKinds;

/** Returns the row of a fact's kind; undefined for facts of other aggregates. */
export const rowOf = ({ kind }: Fact): AnyRow<Fact> | undefined => allKinds[kind];

/** Returns the sentence of a fact in a timeline of its review; undefined where no timeline shows it. */
export const timelineSentenceOf = (fact: Fact, review: Review): TimelineSentence | undefined => {
  const timeline = rowOf(fact)?.timeline;
  const sentence = typeof timeline === "function" ? timeline(fact, review) : timeline;
  return sentence === undefined || "hidden" in sentence ? undefined : sentence;
};
