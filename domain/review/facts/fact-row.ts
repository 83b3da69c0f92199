import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";

/**
 * Kinds of facts that change a review after it was drawn; redraws are counted on the party, and an entering party comes
 * to a group.
 */
export type ReviewFactKind = Exclude<
  Extract<Fact, { readonly review: ReviewId }>["kind"],
  "review-drawn" | "redraw-counted" | "redraw-count-lowered" | "party-entered" | "group-review-added"
>;

/** The type of a method, because only methods are compared in a way that lets the row of a fact's own kind take any fact. */
export type Evolve<F> = { of(review: Review, fact: F): Review }["of"];

/** The effects of facts on a review, a row for each kind. A row throws on a fact that cannot follow. */
export type EvolveByKind<Kind extends ReviewFactKind> = { readonly [K in Kind]: Evolve<FactOf<K>> };
