import { beforeEach, expect, test } from "vitest";
import { addresseesOf } from "../../../domain/bulletins/audience.ts";
import { currentFigures, membersOf, membersOfAll, stagesUnderWay } from "../../../domain/oversight/figures.ts";
import { undoReviewStart } from "../../../domain/review/commands/undo-start.ts";
import { listedObligations } from "../../../domain/views/listed-reviews.ts";
import { chosenBy } from "../../../domain/views/review-lists.ts";
import type { DueRow } from "../../../lambdas/io/store/reviews.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { resolveAudience } from "../../../lambdas/use-cases/bulletins/resolve-audience.ts";
import { findObligations } from "../../../lambdas/use-cases/oversight/find-reviews.ts";
import { everyReview, placesInStages, reviewsUnderWay } from "../../../lambdas/use-cases/planning/every-review.ts";
import { firstCycle } from "../../../schemas/base/ids.ts";
import { StoredAudience } from "../../../schemas/model/audience.ts";
import { FigureName } from "../../../schemas/model/figures.ts";
import { Stage } from "../../../schemas/model/review.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { at, change, drawOf, factsOf, mandateIn, reviewId, startIn, userId } from "../../fixtures/changes.ts";
import { concludedPlay } from "../../domain/review/journey.ts";

/** Records the reads of a store: lists by name and stage, aggregates by their ids, and rows of open obligations. */
const watch = (store: Store) => {
  const lists: string[] = [];
  const aggregates: string[] = [];
  const rows: DueRow[] = [];
  const watched: Store = {
    ...store,
    list: (kind, paging) => {
      lists.push(`all of ${kind}${paging.ids === undefined ? "" : ` from ${paging.ids.from}`}`);
      return store.list(kind, paging);
    },
    reviewsInStage: (stage, paging) => {
      lists.push(stage);
      return store.reviewsInStage(stage, paging);
    },
    pending: async (kind, paging) => {
      lists.push(`pending ${kind}${paging.before === undefined ? "" : " before"}`);
      const page = await store.pending(kind, paging);
      rows.push(...page.items);
      return page;
    },
    loadMany: (kind, ids) => {
      aggregates.push(...ids);
      return store.loadMany(kind, ids);
    },
  };
  return { store: watched, lists, aggregates, rows };
};

const now = at("2022-03-01T09:00:00.000Z");
const codes = Array.from({ length: 25 }, (_, place) => `A${String.fromCodePoint(65 + place)}`);
let kept: Store;

/** A review that has concluded, one that is drawn, one of which a seat has a focal point, and many others a day apart. */
beforeEach(async () => {
  kept = memoryStore();
  const commit = (...changes: Parameters<Store["commit"]>[0]["changes"]) =>
    kept.commit({ changes, by: "load", at: now });
  await commit(change("review", reviewId("FR"), undefined, concludedPlay().facts));
  await commit(drawOf("ZZ", "BR"));
  for (const [place, code] of codes.entries()) {
    await commit(drawOf(code, "BR", "KE"));
    const aggregate = await kept.load("review", reviewId(code));
    if (aggregate !== undefined) await commit(startIn(aggregate, `2020-12-${String(place + 1).padStart(2, "0")}`));
  }
  const first = await kept.load("review", reviewId("AA"));
  if (first !== undefined) await commit(mandateIn(first, "focal-point", "KE", 1));
});

test("figures do not change where only the status of ended reviews is stored", async () => {
  const { store, lists } = watch(kept);
  const every = await everyReview(kept);
  const { reviews, others } = await reviewsUnderWay(store, stagesUnderWay);
  expect(currentFigures(reviews, {}, now, others)).toEqual(currentFigures(every, {}, now));
  expect(lists).toEqual(stagesUnderWay);
  expect(others.map(({ id }) => id).toSorted()).toEqual([reviewId("FR"), reviewId("ZZ")]);
  for (const figure of FigureName.options)
    expect(
      figure === "reviews"
        ? membersOfAll(await placesInStages(kept, Stage.options), {}, now)
        : membersOf(figure, reviews, {}, now),
    ).toEqual(membersOf(figure, every, {}, now));
});

test.each(["before", "after"] as const)(
  "a review whose start is undone %s its stage is read counts once, with its current status",
  async (moment) => {
    const id = reviewId("AB");
    let isUndone = false;
    const undo = async (): Promise<void> => {
      const aggregate = await kept.load("review", id);
      if (aggregate === undefined || isUndone) return;
      isUndone = true;
      await kept.commit({
        changes: [change("review", id, aggregate, factsOf(undoReviewStart(aggregate.state, now)))],
        by: "load",
        at: now,
      });
    };
    const reviewsInStage: Store["reviewsInStage"] = async (stage, paging) => {
      if (stage === "nomination" && moment === "before") await undo();
      const page = await kept.reviewsInStage(stage, paging);
      if (stage === "nomination" && moment === "after") await undo();
      return page;
    };
    const { reviews, others } = await reviewsUnderWay({ ...kept, reviewsInStage }, stagesUnderWay);
    expect(isUndone).toBe(true);
    const every = [...reviews, ...others];
    expect(every.filter((one) => one.id === id)).toMatchObject([{ stage: "scheduled" }]);
    expect(every.map((one) => one.id).toSorted()).toEqual((await everyReview(kept)).map((one) => one.id).toSorted());
    expect(reviews.map((one) => one.id)).not.toContain(id);
    expect(currentFigures(reviews, {}, now, others)).toEqual(currentFigures(await everyReview(kept), {}, now));
  },
);

test("obligations of all parties are those of all reviews that a filter chooses, and no aggregate is read", async () => {
  const { store, lists, aggregates } = watch(kept);
  const reader = { actor: { id: userId(1), role: "secretariat" }, now } as const;
  const every = (await everyReview(kept)).flatMap(listedObligations);
  const idsOf = (obligations: readonly { readonly review: string; readonly id: string }[]) =>
    obligations.map(({ review, id }) => `${review} ${id}`).toSorted();
  for (const [phase, filter] of [
    [{}, { state: "all" }],
    [{}, { state: "met", kind: "experts" }],
    [
      { cycle: firstCycle, cluster: 1 },
      { state: "open", dueTo: dayOf(at("2021-01-04T12:00:00.000Z")) },
    ],
    [{ cluster: 2 }, { state: "all" }],
  ] as const) {
    const isChosen = chosenBy({ ...filter, ...phase }, now);
    const found = await findObligations(store, reader, phase, isChosen, undefined);
    expect(idsOf(found)).toEqual(idsOf(every.filter(isChosen)));
    expect(found.length > 0).toBe(!("cluster" in phase && phase.cluster === 2));
  }
  expect([lists, aggregates]).toEqual([[], []]);
});

test.each([
  [{ roles: ["mission"] }, []],
  [{ roles: ["mission"], list: "focal-points-missing" }, ["pending focal-point"]],
  [{ roles: ["mission"], list: "presidents-list", stages: ["nomination"] }, ["pending focal-point", "pending experts"]],
  [{ roles: ["mission"], list: "duties-overdue", kinds: ["experts"] }, ["pending experts before"]],
  [{ roles: ["mission"], list: "overdue-questionnaire" }, ["pending questionnaire before"]],
  [{ roles: ["mission"], list: "reviews-blocked", stages: ["consultation", "concluded"] }, ["consultation"]],
  [{ roles: ["focal-point"], stages: ["concluded"] }, ["concluded"]],
  [{ roles: ["focal-point"] }, ["all of review"]],
  [{ roles: ["focal-point"], clusters: [1, 4] }, ["all of review from c1-", "all of review from c4-"]],
  [{ roles: ["mission"], list: "reviews" }, ["all of review"]],
] as const)("the audience %j is picked from reviews that can be in it alone", async (given, expected) => {
  const { store, lists } = watch(kept);
  const audience = StoredAudience.parse(given);
  const found = await resolveAudience({ store }, audience, now);
  expect(lists.filter((list) => list !== "all of party")).toEqual(expected);
  // It finds every review that a filter over all reviews would find.
  const parties = (await kept.list("party", { limit: 1_000 })).items.map(({ state }) => state);
  expect(found).toEqual(addresseesOf(audience, { reviews: await everyReview(kept), parties }, now));
});
