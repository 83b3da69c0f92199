import { expect, test } from "vitest";
import { idRangeOf } from "../../../domain/base/cycles.ts";
import { addresseesOf, figureOf } from "../../../domain/bulletins/audience.ts";
import { currentFigures, membersOf } from "../../../domain/oversight/figures.ts";
import { presidentsList } from "../../../domain/oversight/presidents-list.ts";
import { isChosen } from "../../../domain/views/review-lists.ts";
import { CycleId, firstCycle, groupIdOf, type ReviewId, reviewIdOf } from "../../../schemas/base/ids.ts";
import { StoredAudience, StoredAudienceList } from "../../../schemas/model/audience.ts";
import type { FigureDimensions } from "../../../schemas/model/figures.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { inQuestionnaire } from "../review/journey.ts";
import { at, party, Play } from "../review/play.ts";

const second = CycleId.parse("untoc2");
const now = at("2022-06-15");

/** Two reviews in each of three clusters of two cycles: one without nominations, one with overdue answers. */
const plays = { FR: new Play().start().review, JP: inQuestionnaire().review };
const reviews: readonly Review[] = [firstCycle, second].flatMap((cycle) =>
  [1, 2, 4].flatMap((cluster) =>
    Object.entries(plays).map(([code, review]) => ({
      ...review,
      id: reviewIdOf(cluster, party(code), cycle),
      cluster,
      group: groupIdOf(cluster, 1, cycle),
    })),
  ),
);
const parties = [...new Set(reviews.flatMap(({ seats }) => Object.values(seats).map((seat) => seat.party)))].map(
  (id): Party => ({ id, name: id, kind: "STATE", regionalGroup: null, joined: {}, participation: "takes-part" }),
);

/** Filters, each with the id prefixes that it means: the number of a cluster alone is of the first cycle. */
const questions = [
  [{}, /^/u],
  [{ cycle: firstCycle }, /^c/u],
  [{ cycle: second }, /^untoc2-/u],
  ...[1, 2, 3, 4].flatMap((cluster) => [
    [{ cluster }, new RegExp(`^c${cluster}-`, "u")] as const,
    [{ cycle: firstCycle, cluster }, new RegExp(`^c${cluster}-`, "u")] as const,
    [{ cycle: second, cluster }, new RegExp(`^untoc2-c${cluster}-`, "u")] as const,
  ]),
] as const;
type Question = Pick<FigureDimensions, "cycle" | "cluster">;

const distinct = (ids: readonly ReviewId[]): readonly ReviewId[] => [...new Set(ids)].toSorted();

/** Returns the reviews that a list counts. */
const countedBy = (list: StoredAudienceList, question: Question = {}): readonly ReviewId[] => {
  if (list === "presidents-list") return distinct(presidentsList(reviews, now).map(({ member }) => member.review));
  const { figure, ...kind } = figureOf(list);
  return distinct(membersOf(figure, reviews, { ...kind, ...question }, now).map(({ member }) => member.review));
};

/** Returns the reviews about which a bulletin to an audience of a list would be. */
const writtenAbout = (list: StoredAudienceList, { cycle, cluster }: Question): readonly ReviewId[] => {
  const audience = StoredAudience.parse({
    roles: ["mission"],
    list,
    ...(cycle === undefined ? {} : { cycles: [cycle] }),
    ...(cluster === undefined ? {} : { clusters: [cluster] }),
  });
  return distinct(addresseesOf(audience, { reviews, parties }, now).flatMap((one) => one.reviews));
};

test.each(questions)("figures, audiences and lists of reviews agree on what is of %j", (question, ids) => {
  const ofQuestion = (all: readonly ReviewId[]): readonly ReviewId[] => all.filter((id) => ids.test(id));
  for (const list of StoredAudienceList.options) {
    const expected = ofQuestion(countedBy(list));
    if (list !== "presidents-list") expect([list, countedBy(list, question)]).toEqual([list, expected]);
    expect([list, writtenAbout(list, question)]).toEqual([list, expected]);
  }
  const every = distinct(reviews.map(({ id }) => id));
  const chosen = reviews.filter((review) => isChosen(review, question)).map(({ id }) => id);
  expect(distinct(chosen)).toEqual(ofQuestion(every));
  // The store is queried for a range of ids alone.
  const { from = "", below = "~" } = idRangeOf(question) ?? {};
  expect(every.filter((id) => from <= id && id < below)).toEqual(ofQuestion(every));
});

test("a figure counts as many of each cluster and cycle as the list of it has", () => {
  for (const { figure, parts } of currentFigures(reviews, {}, now))
    for (const { count, cycle, cluster, ...more } of parts)
      if (cluster !== undefined && Object.keys(more).length === 0)
        expect([figure, membersOf(figure, reviews, { cycle, cluster }, now).length]).toEqual([figure, count]);
});

test("every list but those of delays and returns counts something in each cluster that has reviews", () => {
  const empty = StoredAudienceList.options.filter((list) => countedBy(list).length < 6);
  expect(empty).toEqual(["duties-delayed", "duties-returned"]);
});
