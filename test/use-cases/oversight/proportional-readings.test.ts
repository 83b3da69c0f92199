import { beforeEach, expect, test } from "vitest";
import { addresseesOf } from "../../../domain/bulletins/audience.ts";
import { currentFigures, membersOf, membersOfAll, stagesUnderWay } from "../../../domain/oversight/figures.ts";
import { undoReviewStart } from "../../../domain/review/commands/undo-start.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import type { DueRow } from "../../../lambdas/io/store/reviews.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { resolveAudience } from "../../../lambdas/use-cases/bulletins/resolve-audience.ts";
import { earliestObligations } from "../../../lambdas/use-cases/oversight/earliest-obligations.ts";
import { everyReview, placesInStages, reviewsUnderWay } from "../../../lambdas/use-cases/planning/every-review.ts";
import { StoredAudience } from "../../../schemas/model/audience.ts";
import { FigureName } from "../../../schemas/model/figures.ts";
import { type Review, Stage } from "../../../schemas/model/review.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { at, change, drawOf, factsOf, mandateIn, reviewId, startIn } from "../../fixtures/changes.ts";
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

const obligationsOf = (review: Review) =>
  openObligations(review).map(({ id, dueAt }) => ({ review: review.id, id, dueAt }));
type Obligation = ReturnType<typeof obligationsOf>[number];
const placeOf = ({ dueAt, review, id }: Obligation): string => `${dueAt} ${review} ${id}`;
const inOrder = (obligations: readonly Obligation[]): readonly Obligation[] =>
  obligations.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

/** Returns the page of open obligations after another, and the number of aggregates and index rows read for it. */
const pageAfter = async (
  after: Obligation | undefined,
  limit: number,
  query: Pick<Parameters<typeof earliestObligations>[1], "kind" | "before"> = {},
) => {
  const { store, aggregates, rows } = watch(kept);
  const isChosen = (obligation: Obligation) =>
    (after === undefined || placeOf(obligation) > placeOf(after)) &&
    (query.kind === undefined || obligation.id.startsWith(query.kind));
  const chosen = (review: Review) => obligationsOf(review).filter(isChosen);
  const found = await earliestObligations(store, { ...query, from: after }, chosen, {
    limit,
    rows: { first: 4, more: 4 },
  });
  return { aggregates: aggregates.length, rows: rows.length, obligations: inOrder(found).slice(0, limit) };
};

test("a page of open obligations reads as many reviews as it takes, and has the earliest of all", async () => {
  const all = inOrder((await everyReview(kept)).flatMap(obligationsOf));
  const { aggregates, obligations } = await pageAfter(undefined, 6);
  expect(obligations).toEqual(all.slice(0, 6));
  expect(aggregates).toBeLessThanOrEqual(6);
  expect((await pageAfter(undefined, 200)).aggregates).toBe(codes.length);
  // Of a kind, and before an instant, no more is read than is due.
  const before = at("2020-12-18T00:00:00.000Z");
  for (const kind of [undefined, "focal-point"] as const) {
    const due = all.filter(
      (obligation) => obligation.dueAt < before && (kind === undefined || obligation.id.startsWith(kind)),
    );
    const page = await pageAfter(undefined, 200, { kind, before });
    expect(page.obligations.filter(({ dueAt }) => dueAt < before)).toEqual(due);
    expect(page.aggregates).toBeLessThanOrEqual(new Set(due.map(({ review }) => review)).size);
    expect(page.rows).toBe(due.length);
  }
});

test("a page of obligations that share a date reads as many reviews as it takes, and the next one continues there", async () => {
  const ids = codes.map((code) => reviewId(`B${code.slice(1)}`));
  for (const id of ids) {
    await kept.commit({ changes: [drawOf(id.slice(3), "BR", "KE")], by: "load", at: now });
    const aggregate = await kept.load("review", id);
    if (aggregate !== undefined)
      await kept.commit({ changes: [startIn(aggregate, "2020-12-10")], by: "load", at: now });
  }
  const all = inOrder((await everyReview(kept)).flatMap(obligationsOf));
  const limit = 9;
  for (const kind of [undefined, "experts"] as const) {
    const chosen = all.filter(({ id }) => kind === undefined || id.startsWith(kind));
    const walked: Obligation[] = [];
    while (walked.length < chosen.length) {
      const page = await pageAfter(walked.at(-1), limit, { kind });
      expect(page.aggregates).toBeLessThan(limit);
      walked.push(...page.obligations);
    }
    expect(walked).toEqual(chosen);
  }
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
