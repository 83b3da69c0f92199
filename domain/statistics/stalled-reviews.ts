import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { AwaitedAct } from "../../schemas/model/stalled-reviews.ts";
import { isAboutPhase } from "../base/cycles.ts";
import type { Source } from "../base/settings.ts";
import { type Blocking, blockingIn, dueOf } from "./blocking.ts";
import type { Count } from "./count.ts";
import { inStages } from "./occurrences.ts";
import type { ReviewHistory } from "./review-history.ts";
import { holdsAt } from "./spans.ts";

/** One act of a party or of the secretariat. */
interface Act {
  readonly key: string;
  readonly act: AwaitedAct;
  /** The party of the act; the secretariat where there is none, and lots are drawn for the seat of the party. */
  readonly party?: PartyId | undefined;
}

/** A review that is stalled, with every act that it waits for. */
interface StalledReview {
  readonly review: ReviewId;
  readonly acts: readonly Act[];
}

/** An act with the reviews that wait for nothing else, and in how many it is waited for. */
export interface FreeingAct extends Act {
  readonly freed: readonly ReviewId[];
  readonly neededIn: number;
}

/** The number of stalled reviews that wait for acts of a kind, and of those that wait for one act alone. */
interface AwaitedKind {
  readonly act: AwaitedAct;
  readonly reviews: number;
  readonly alone: number;
}

/** The acts for which stalled reviews wait as at an instant. */
export interface StalledReviews {
  readonly underWay: number;
  readonly stalled: number;
  readonly waits: readonly AwaitedKind[];
  /** Those that free most come first. Each review that one act frees is freed by exactly one. */
  readonly acts: readonly FreeingAct[];
}

/**
 * The sources: `blockersOf` names those of the blockers of a review. The rules for stalled reviews and for the act that
 * frees one are ours.
 */
export const stalledSources: readonly Source[] = ["S15", "S17", "S26", "S31", "S34", "S35", "D"];

/**
 * Returns the act that ends a blocker: a nomination takes effect in all reviews of its party; every other act in one
 * review.
 */
const actOf = (one: Blocking, { mechanism, at }: Count): Act => {
  const { blocker, party, key } = one;
  if (blocker === "experts") throw new Error("No review waits for experts");
  if (blocker !== "focal-point") return { key, act: blocker, party };
  const leftAt = party === undefined ? undefined : mechanism.parties.get(party)?.leftAt;
  const hasLeft = leftAt !== undefined && leftAt <= at;
  return hasLeft ? { key: `lots ${key}`, act: "lots", party } : { key: `${blocker} ${party}`, act: blocker, party };
};

const isPastItsDate = (one: Blocking, { at }: Count): boolean => {
  const dueAt = dueOf(one, at);
  return dueAt === undefined || dueAt < at;
};

/**
 * Returns a stalled review: one of its blockers is past its date, or has none. Blockers that are still in time count,
 * too.
 */
const stalledReview = (review: ReviewHistory, count: Count): readonly StalledReview[] => {
  const waits = blockingIn(review).filter((one) => holdsAt(one, count.at));
  if (!waits.some((one) => isPastItsDate(one, count))) return [];
  const acts = new Map(waits.map((one) => actOf(one, count)).map((act) => [act.key, act]));
  return [{ review: review.id, acts: [...acts.values()] }];
};

const isUnderWay = (review: ReviewHistory, { at }: Count): boolean =>
  inStages(review, ["nomination", "consultation", "questionnaire", "feedback", "observations"]).some((one) =>
    holdsAt(one, at),
  );

const byMostFreed = (one: FreeingAct, other: FreeingAct): number =>
  other.freed.length - one.freed.length ||
  AwaitedAct.options.indexOf(one.act) - AwaitedAct.options.indexOf(other.act) ||
  one.key.localeCompare(other.key);

const freeingActs = (all: readonly StalledReview[]): readonly FreeingAct[] => {
  const needed = Map.groupBy(
    all.flatMap(({ review, acts }) => acts.map((act) => ({ review, act, isOnly: acts.length === 1 }))),
    ({ act }) => act.key,
  );
  return [...needed.values()]
    .flatMap((needs) => {
      const [first] = needs;
      const reviews = needs.filter(({ isOnly }) => isOnly).map(({ review }) => review);
      return first === undefined || reviews.length === 0
        ? []
        : [{ ...first.act, freed: reviews.toSorted(), neededIn: needs.length }];
    })
    .toSorted(byMostFreed);
};

/**
 * Returns the acts for which stalled reviews in a part of the Mechanism wait at an instant, and the acts that would
 * free some of them.
 */
export const stalledReviews = (count: Count): StalledReviews => {
  const { cycle, cluster, group } = count.scope;
  const reviews = count.mechanism.reviews.filter(
    (review) =>
      isAboutPhase(review.id, { cycle, cluster }) &&
      (group === undefined || review.group === group) &&
      isUnderWay(review, count),
  );
  const all = reviews.flatMap((review) => stalledReview(review, count));
  const waits = AwaitedAct.options.flatMap((act) => {
    const own = all.filter(({ acts }) => acts.some((one) => one.act === act));
    const alone = own.filter(({ acts }) => acts.length === 1).length;
    return own.length === 0 ? [] : [{ act, reviews: own.length, alone }];
  });
  return {
    underWay: reviews.length,
    stalled: all.length,
    waits: waits.toSorted((one, other) => other.reviews - one.reviews),
    acts: freeingActs(all),
  };
};
