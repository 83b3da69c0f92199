import { defined } from "../../schemas/base/defined.ts";
import { type GroupId, laterCycleOf, partsOfGroup } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { measureOfFigure } from "../../schemas/model/figure-measures.ts";
import { FigureKind } from "../../schemas/model/figure-kind.ts";
import {
  type FigureDimensions,
  type FigureMember,
  FigureName,
  type FigurePart,
  FigureView,
} from "../../schemas/model/figures.ts";
import { type Obligation, type Review, Stage } from "../../schemas/model/review.ts";
import type { ReviewPlace } from "../../schemas/model/review-place.ts";
import { ReviewBin } from "../../schemas/model/review-bin.ts";
import type { Measure, PartDimensions } from "../../schemas/model/statistics.ts";
import { consultationTargetAt } from "../review/blockers.ts";
import { delayInForce, openObligations } from "../review/obligations.ts";
import { type Count, type Counted, countedBy, countMeasure, type Part } from "../statistics/count.ts";
import type { Definition, Dimension } from "../statistics/measure.ts";
import { measures } from "../statistics/measures.ts";
import type { Occurrence } from "../statistics/occurrences.ts";
import { presentHistory } from "../statistics/present-history.ts";
import { historyOfReviews } from "../statistics/mechanism-history.ts";

/** The stages with open obligations and possible blockers: every indicator but one counts in these. */
export const stagesUnderWay: readonly Stage[] = Stage.options.filter(
  (stage) => stage !== "scheduled" && stage !== "concluded",
);

/** The indicator that counts every review, in any stage: its place is all that is needed. */
export const figureOfAll = "reviews" satisfies FigureName;

/** A figure without its definition, which is written in the language of the reply. */
export type CountedFigure = Omit<FigureView, "definition">;

type Scope = Pick<FigureDimensions, "cycle" | "cluster" | "group">;

const definitionOf = (figure: FigureName): Definition => measures[measureOfFigure[figure]];

/** Returns the count of reviews at a moment: by the measures, over the times that the reviews themselves hold. */
const countOf = (reviews: readonly Review[], { cycle, cluster, group }: Scope, at: Instant): Count => ({
  mechanism: historyOfReviews(reviews.map(presentHistory)),
  at,
  scope: { cycle, cluster, group },
});

/** Returns a review of which only its place is known. */
const atPlace = (place: ReviewPlace): Review => ({ ...place, seats: {}, mandates: {}, obligations: {} });

/** Returns the kinds of some blockers, each once. */
const kindsAmong = (blockers: readonly Occurrence[]): FigureKind[] =>
  FigureKind.options.filter((kind) => blockers.some((one) => one.kind === kind));

/** Returns the obligation of an occurrence: the obligation itself, or that to name a person for a vacant seat. */
const obligationOf = (review: Review, { obligation: id, kind, party }: Occurrence): Obligation | undefined =>
  openObligations(review).find((obligation) =>
    id === undefined ? obligation.kind === kind && obligation.party === party : obligation.id === id,
  );

const datesOf = (review: Review, one: Occurrence): Pick<FigureMember, "obligation" | "dueAt" | "originalDueAt"> => {
  const target = one.kind === "consultation" ? consultationTargetAt(review) : undefined;
  if (target !== undefined) return { dueAt: target, originalDueAt: target };
  const obligation = one.kind === undefined ? undefined : obligationOf(review, one);
  return obligation === undefined
    ? {}
    : { obligation: obligation.id, dueAt: obligation.dueAt, originalDueAt: obligation.originalDueAt };
};

/** Returns since when an occurrence counts; a delay since its notification. */
const sinceOf = (figure: FigureName, review: Review, one: Occurrence): Instant =>
  figure === "duties-delayed" ? (delayInForce(obligationOf(review, one) ?? {})?.at ?? one.from) : one.from;

const memberOf = (
  figure: FigureName,
  review: Review,
  [first]: readonly Occurrence[],
  blockers: readonly Occurrence[] | undefined,
): readonly FigureMember[] => {
  if (first === undefined) return [];
  const { party, kind } = first;
  const place = {
    review: review.id,
    ...laterCycleOf(review.id),
    cluster: review.cluster,
    group: review.group,
    stage: figure === figureOfAll ? (first.stage ?? review.stage) : review.stage,
    ...defined({ party }),
  };
  const since = sinceOf(figure, review, first);
  if (blockers !== undefined) return [{ ...place, blockedBy: kindsAmong(blockers), since }];
  return [{ ...place, ...defined({ kind }), ...datesOf(review, first), since }];
};

/** Returns the kinds that one is counted under: its own, or all that block a review. */
export const kindsOf = ({ kind, blockedBy = [] }: FigureMember): readonly FigureKind[] =>
  kind === undefined ? blockedBy : [kind];

const fits = (one: FigureMember, { stage, kind, party }: FigureDimensions): boolean =>
  (stage === undefined || one.stage === stage) &&
  (kind === undefined || kindsOf(one).includes(kind)) &&
  (party === undefined || one.party === party);

/** Returns the place of an occurrence in its list: the longest since first, and one place for each. */
const placeOf = ({ since, review, kind, party, obligation }: FigureMember): string =>
  [since, review, kind, party, obligation].join(" ");

/** A member of a figure, and its place in the list. */
interface MemberPlace {
  readonly place: string;
  readonly member: FigureMember;
}

/** Returns the occurrences that an indicator counts at an instant, with the place of each, in the order of places. */
export const membersOf = (
  figure: FigureName,
  reviews: readonly Review[],
  filter: FigureDimensions,
  asOf: Instant,
): readonly MemberPlace[] => {
  const count = countOf(reviews, filter, asOf);
  const aggregates = new Map(reviews.map((review) => [review.id, review]));
  const isBlocked = figure === "reviews-blocked" || figure === "reviews-missing-somebody";
  const blocked = isBlocked ? countedBy("reviews-blocked", count) : undefined;
  return [...countedBy(measureOfFigure[figure], count).values()]
    .flatMap((all) => {
      const [{ review: id } = {}] = all;
      const review = id === undefined ? undefined : aggregates.get(id);
      return review === undefined ? [] : memberOf(figure, review, all, blocked && (blocked.get(review.id) ?? []));
    })
    .filter((one) => fits(one, filter))
    .map((one) => ({ place: placeOf(one), member: one }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
};

/** Returns the members of the indicator of all reviews, from their places alone. */
export const membersOfAll = (
  reviews: readonly ReviewPlace[],
  filter: FigureDimensions,
  asOf: Instant,
): readonly MemberPlace[] => membersOf(figureOfAll, reviews.map(atPlace), filter, asOf);

/** Returns the sort key of a group: by cycle, cluster and number. */
const placeOfGroup = (id: GroupId): string => {
  const { cluster, group } = partsOfGroup(id);
  return [laterCycleOf(id).cycle, cluster, String(group).padStart(2, "0")].join(" ");
};

/** Returns the rank of a value: in the order of the process, not of letters. */
const rankOf = ({ cycle, cluster, group, stage, kind, party }: FigureDimensions): string =>
  [
    cycle,
    cluster,
    group === undefined ? undefined : placeOfGroup(group),
    stage === undefined ? undefined : ReviewBin.options.indexOf(stage),
    kind === undefined ? undefined : FigureKind.options.indexOf(kind),
    party,
  ].join(" ");

/** The dimensions of indicators; measures have more. */
const dimensions: ReadonlySet<string> = new Set<Dimension>(["cluster", "group", "stage", "kind", "party"]);

const partOf = ({ cycle, cluster, group, stage, kind, party }: PartDimensions, count: number): FigurePart => ({
  ...defined({ cycle, cluster, group, stage, kind, party }),
  count,
});

/** Returns whether a part has only dimensions of indicators; its cycle is given with the cluster. */
const isOfFigure = ({ values }: Part): boolean =>
  Object.keys(values).every((name) => name === "cycle" || dimensions.has(name));

/** Returns the values of a part, as one text. */
const namesIn = ({ values }: Part): string =>
  Object.keys(values)
    .filter((name) => name !== "cycle")
    .join(" ");

/** Returns every indicator from its measure, as these are counted: its total, and its number for each value. */
export const figuresIn = (counted: (measure: Measure) => Counted): CountedFigure[] =>
  FigureName.options.map((figure) => {
    const { counts, sources, overlapping } = definitionOf(figure);
    const { total, parts } = counted(measureOfFigure[figure]);
    return {
      figure,
      counts: FigureView.shape.counts.parse(counts),
      sources: [...sources],
      total,
      kindsOverlap: overlapping.includes("kind"),
      parts: [...Map.groupBy(parts.filter(isOfFigure), namesIn).values()].flatMap((those) =>
        those
          .map(({ values, count }) => partOf(values, count))
          .toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1)),
      ),
    };
  });

/**
 * Returns every indicator of the reviews at an instant, of one cycle, cluster or group where that is requested. For
 * reviews that are not in progress, the `others`, their place is enough. An indicator is a measure that is counted now,
 * and its list is what that measure counts, so that a number and its list cannot differ.
 */
export const currentFigures = (
  reviews: readonly Review[],
  filter: Scope,
  asOf: Instant,
  others: readonly ReviewPlace[] = [],
): CountedFigure[] => {
  const count = countOf([...reviews, ...others.map(atPlace)], filter, asOf);
  return figuresIn((measure) => countMeasure(measure, count));
};
