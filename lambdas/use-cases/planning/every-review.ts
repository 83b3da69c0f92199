import type { ReviewId } from "../../../schemas/base/ids.ts";
import { type Review, Stage } from "../../../schemas/model/review.ts";
import type { ReviewPlace } from "../../../schemas/model/review-place.ts";
import type { IdPageRequest, IdRange, Page, Store } from "../../io/ports/store.ts";
import { all, pagesOf } from "../../io/pages.ts";

/** A page is as much as one read gives. */
const perPage = 1_000;

/**
 * Every review as it stands, of some ranges of ids where these are named; eventually consistent, a moment behind what was just written. Throws where one cannot be read: a
 * figure that counts without it is untrue, and a bulletin is not sent to whom it would have added.
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
 * What is read of stages, one after the other in the order of the process: none that moves on meanwhile is missed, and one
 * that is met twice counts as it was met last. One whose start is undone meanwhile goes back to those that are scheduled.
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

/** Where the reviews in some stages stand, without what makes their aggregates long. */
export const placesInStages = (
  store: Pick<Store, "placesInStage">,
  stages: readonly Stage[],
): Promise<readonly ReviewPlace[]> => inStages(stages, (stage, paging) => store.placesInStage(stage, paging));

/**
 * Reviews under way as they stand, and of all others where they stand; each review once. Those scheduled are read again at
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
