import type { Action } from "../../../schemas/base/actions.ts";
import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Target } from "../services.ts";
import type { TimelineSentence } from "./timeline-sentence.ts";

/**
 * Kinds of facts that change a review after it was drawn; redraws are counted on the party, and an entering party comes
 * to a group.
 */
export type ReviewFactKind = Exclude<
  Extract<Fact, { readonly review: ReviewId }>["kind"],
  "review-drawn" | "redraw-counted" | "redraw-count-lowered" | "party-entered" | "group-review-added"
>;

/** The cause of a fact: actions for a party, a consequence of other facts, or no person. */
export type Cause = readonly [actions: readonly Action[], target?: Target] | "follows" | "no-person";

/** Actions for any target; or a function of the fact and the review, where the cause depends on them. */
export type CauseOf<F> =
  | readonly Action[]
  | Exclude<Cause, readonly unknown[]>
  // The type of a method, because only methods are compared in a way that lets the row of a kind take any fact.
  | { of(fact: F, review: Review | undefined): Cause }["of"];

/** Returns the cause of a fact by the entry of its kind. */
export const resolveCause = <F>(causedBy: CauseOf<F>, fact: F, review: Review | undefined): Cause => {
  if (typeof causedBy === "function") return causedBy(fact, review);
  return typeof causedBy === "string" ? causedBy : [causedBy];
};

/** Effects on stored data and letters that other functions carry out; they act on the current state. */
export type ReviewEffect = "publish-texts" | "invite-nominees";

type NamedGeneration = Pick<FactOf<"obligation-opened">, "obligation" | "generation">;

/**
 * The whole of one kind of fact about a review, except its letters: these load more than a function needs that only
 * reads reviews. See `domain/letters/notifications.ts`.
 */
export interface ReviewFactRow<F> {
  /** Applies the fact to the review. Throws on a fact that cannot follow. */
  evolve(review: Review, fact: F): Review;
  readonly causedBy: CauseOf<F>;
  readonly effects?: readonly ReviewEffect[];
  /** The obligations to which the fact gives a generation, each with that generation. */
  generations?(fact: F): readonly NamedGeneration[];
  /** The sentence of a timeline over the review with the fact; or the reason why no timeline shows the fact. */
  readonly timeline:
    | TimelineSentence
    | { readonly hidden: string }
    | { of(fact: F, review: Review): TimelineSentence | undefined }["of"];
}

export type ReviewFactRows<Kind extends ReviewFactKind> = { readonly [K in Kind]: ReviewFactRow<FactOf<K>> };
