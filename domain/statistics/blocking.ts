import type { ObligationId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { FigureKind } from "../../schemas/model/figure-kind.ts";
import { dayOf, later } from "../base/time.ts";
import { consultationTargetOf } from "../review/blockers.ts";
import { blocksStage } from "../review/blocking-obligations.ts";
import type { ObligationSpan } from "./obligation-spans.ts";
import { obligationsOf, inStages, type Occurrence, ofParty, ofReview, vacanciesIn, without } from "./occurrences.ts";
import type { ReviewHistory } from "./review-history.ts";
import { type Span, within } from "./spans.ts";

/** A period in which a review waited for something. */
export interface Blocking extends Omit<Occurrence, "kind"> {
  readonly blocker: FigureKind;
  /** The dates that it had, each from when it was set on; none where it has no date. */
  readonly dues: ObligationSpan["dues"];
}

const keyOf = (review: ReviewHistory, id: ObligationId | string): string => `${review.id} ${id}`;

/**
 * Returns the periods in which every party had agreed to the list, or a decision replaced the agreement, and the
 * secretariat had not published it.
 */
const publicationAwaited = (review: ReviewHistory): readonly Span[] => {
  const { listReadyAt: from, publishedAt: to } = review;
  return from === undefined
    ? []
    : inStages(review, ["observations"]).flatMap((stage) => within({ from, to }, { from: stage.from, to: stage.to }));
};

/**
 * Returns the vacant seats that block a review. Once all have agreed, the denunciation of a party does not keep the
 * list from being published.
 */
const vacancies = (review: ReviewHistory): readonly Blocking[] =>
  vacanciesIn(review, "focal-point").flatMap(({ party, from, to }) => {
    if (party === undefined) return [];
    const own = review.obligations.filter(
      (obligation) => obligation.kind === "focal-point" && obligation.party === party,
    );
    return without({ from, to }, publicationAwaited(review)).map((span) => ({
      ...ofParty(review, party, keyOf(review, `focal-point:${party}`), span),
      blocker: "focal-point" as const,
      dues: own.flatMap(({ dues }) => dues),
    }));
  });

/** Returns the obligations that block the stage in which the review was. */
const obligations = (review: ReviewHistory): readonly Blocking[] =>
  obligationsOf(review).flatMap(({ span: obligation, kind: _, ...one }) =>
    review.stages
      .filter(({ stage }) => blocksStage(stage, obligation.kind))
      .flatMap((stage) =>
        within({ ...one, blocker: obligation.kind, dues: obligation.dues }, { from: stage.from, to: stage.to }),
      ),
  );

/** Returns a consultation past its target, up to its outcome. */
const consultation = (review: ReviewHistory): readonly Blocking[] =>
  inStages(review, ["consultation"]).flatMap((stage) => {
    const dueAt = consultationTargetOf(dayOf(stage.from));
    const past: Span = { from: later(dueAt, { milliseconds: 1 }), to: review.concludedAt };
    return within(past, { from: stage.from, to: stage.to }).map((span) => ({
      ...ofReview(review, span, { key: keyOf(review, "consultation") }),
      blocker: "consultation" as const,
      dues: [{ from: stage.from, dueAt }],
    }));
  });

const publication = (review: ReviewHistory): readonly Blocking[] =>
  publicationAwaited(review).map((span) => ({
    ...ofReview(review, span, { key: keyOf(review, "publication") }),
    party: undefined,
    blocker: "publication" as const,
    dues: [],
  }));

/**
 * Returns everything that blocks a review, and when. This is the one rule, over the times of a journal and over those
 * of a present review. Missing focal points in every stage (paragraph 15), the open obligations of the stage, a
 * consultation past its target, and a list that the secretariat has to publish. Missing experts do not.
 */
export const blockingIn = (review: ReviewHistory): readonly Blocking[] => [
  ...vacancies(review),
  ...obligations(review),
  ...consultation(review),
  ...publication(review),
];

/** Returns the date of a blocker, as set at the time; undefined where it has no date. */
export const dueOf = ({ dues }: Pick<Blocking, "dues">, at: Instant): Instant | undefined => {
  const inOrder = dues.toSorted((one, other) => one.from.localeCompare(other.from));
  return (inOrder.findLast(({ from }) => from <= at) ?? inOrder[0])?.dueAt;
};
