import type { ReviewId } from "../../../schemas/base/ids.ts";
import { type Review, Stage } from "../../../schemas/model/review.ts";
import type { ReviewPlace } from "../../../schemas/model/review-place.ts";
import type { IdPageRequest, IdRange, Page } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";
import { all, pagesOf } from "../../io/pages.ts";

/** The number of items that one read returns. */
const perPage = 1_000;

/**
 * Returns every review, or those in the given ranges of ids; eventually consistent, a moment behind the newest writes.
 * Throws if a row is unreadable: a figure without it would be false, and a bulletin would miss its recipients.
 */
export const everyReview = async (
  store: Pick<Store, "list">,
  ranges?: readonly IdRange[],
): Promise<readonly Review[]> => {
  const found: Review[] = [];
  for (const ids of ranges ?? [undefined])
    for (const { state } of await all((paging) => store.list("review", { ...paging, ids }), perPage)) found.push(state);
  return found;
};

/**
 * Returns the rows of reviews stage by stage, in the order of the process: a review that moves meanwhile is not missed,
 * and one found twice has its later stage. A review whose start is undone meanwhile is scheduled again.
 */
const inStages = async <Row extends { readonly id: ReviewId }>(
  stages: readonly Stage[],
  question: (stage: Stage, paging: IdPageRequest) => Promise<Page<Row>>,
  ranges?: readonly IdRange[],
): Promise<readonly Row[]> => {
  const found = new Map<ReviewId, Row>();
  for (const stage of Stage.options.filter((each) => stages.includes(each)))
    for (const ids of ranges ?? [undefined])
      for await (const page of pagesOf((paging) => question(stage, { ...paging, ids }), perPage))
        for (const row of page) found.set(row.id, row);
  return [...found.values()];
};

/** The reviews in some stages, and no others, of some ranges of ids where these are named; else like every review. */
export const reviewsInStages = (
  store: Pick<Store, "reviewsInStage">,
  stages: readonly Stage[],
  ranges?: readonly IdRange[],
): Promise<readonly Review[]> =>
  inStages(
    stages,
    async (stage, paging) => {
      const { items, ...more } = await store.reviewsInStage(stage, paging);
      return { items: items.map(({ state }) => state), ...more };
    },
    ranges,
  );

/** Returns the positions of reviews in some stages, without the long parts of their aggregates. */
export const placesInStages = (
  store: Pick<Store, "placesInStage">,
  stages: readonly Stage[],
): Promise<readonly ReviewPlace[]> => inStages(stages, (stage, paging) => store.placesInStage(stage, paging));

/**
 * Returns active reviews in full, and the positions of all others; each review once. Scheduled ones are read again at
 * the end, for starts that were undone meanwhile.
 */
export const reviewsUnderWay = async (
  store: Pick<Store, "reviewsInStage" | "placesInStage">,
  underWay: readonly Stage[],
): Promise<{ readonly reviews: readonly Review[]; readonly others: readonly ReviewPlace[] }> => {
  const scheduled = await placesInStages(store, ["scheduled"]);
  const reviews = await reviewsInStages(store, underWay);
  const concluded = await placesInStages(store, ["concluded"]);
  const undone = await placesInStages(store, ["scheduled"]);
  const last = new Map([...concluded, ...undone].map((place) => [place.id, place] as const));
  const underWayNow = reviews.filter(({ id }) => !last.has(id));
  const met = new Set<ReviewId>([...underWayNow.map(({ id }) => id), ...last.keys()]);
  return { reviews: underWayNow, others: [...scheduled.filter(({ id }) => !met.has(id)), ...last.values()] };
};
