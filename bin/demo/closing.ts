import pMap from "p-map";
import type { Obligation, ReviewSummary } from "../../client/api-types.ts";
import { type Api, answerOf, itemsOf } from "../../client/client.ts";
import type { GroupId } from "../../schemas/ids.ts";
import { LetterState } from "../../schemas/letter.ts";
import { ObligationKind, Stage } from "../../schemas/review.ts";
import { counted, table } from "./table.ts";

/** How many requests are sent at once. */
const atOnce = 4;

type Row = readonly (string | number)[];

const inOrder = (order: readonly string[], keys: Iterable<string>): string[] =>
  [...keys].toSorted((one, other) => order.indexOf(one) - order.indexOf(other));

const stageRows = (reviews: readonly ReviewSummary[]): readonly Row[] => {
  const byStage = Map.groupBy(reviews, ({ stage }) => stage);
  return inOrder(Stage.options, byStage.keys()).map((stage) => {
    const here = reviews.filter((review) => review.stage === stage);
    const held = here.filter(({ blockedBy }) => blockedBy.length > 0);
    return [
      stage,
      here.length,
      held.length,
      held.filter(({ blockedBy }) => blockedBy.some((one) => one.overdue)).length,
    ];
  });
};

const blockerRows = (reviews: readonly ReviewSummary[]): readonly Row[] => {
  const all = reviews.flatMap(({ id, blockedBy }) => blockedBy.map((blocker) => ({ id, ...blocker })));
  const byKind = Map.groupBy(all, ({ kind }) => kind);
  return inOrder(ObligationKind.options, byKind.keys()).map((kind) => {
    const here = all.filter((blocker) => blocker.kind === kind);
    const parties = new Set(here.map(({ party }) => party));
    return [kind, new Set(here.map(({ id }) => id)).size, parties.size, here.filter(({ overdue }) => overdue).length];
  });
};

const obligationsOf = async (secretariat: Api, reviews: readonly ReviewSummary[]): Promise<readonly Obligation[]> => {
  const lists = await pMap(
    reviews,
    ({ id }) => answerOf(secretariat.GET("/v1/reviews/{reviewId}/obligations", { params: { path: { reviewId: id } } })),
    { concurrency: atOnce },
  );
  return lists.flatMap(({ body }) => body.items);
};

const returning: Readonly<Record<string, ObligationKind>> = {
  "answers-returned": "questionnaire",
  "feedback-returned": "feedback",
};

/** How many duties of each kind were returned and owed again, as the journals tell. */
const returnedOf = async (
  secretariat: Api,
  reviews: readonly ReviewSummary[],
): Promise<ReadonlyMap<string, number>> => {
  const answered = reviews.filter(({ stage }) => ["feedback", "observations", "concluded"].includes(stage));
  const journals = await pMap(
    answered,
    ({ id: reviewId }) =>
      itemsOf((page) =>
        secretariat.GET("/v1/reviews/{reviewId}/journal", { params: { path: { reviewId }, query: page } }),
      ),
    { concurrency: atOnce },
  );
  const facts = journals.flat().flatMap((entry) => entry.facts);
  return counted(facts.flatMap(({ kind }) => returning[kind] ?? []));
};

const obligationRows = (duties: readonly Obligation[], returned: ReadonlyMap<string, number>): readonly Row[] => {
  const byKind = Map.groupBy(duties, ({ kind }) => kind);
  return inOrder(ObligationKind.options, byKind.keys()).map((kind) => {
    const here = duties.filter((duty) => duty.kind === kind);
    const met = here.filter(({ state }) => state === "met");
    const late = met.filter(({ settledAt, originalDueAt }) => settledAt !== undefined && settledAt > originalDueAt);
    const overdue = here.filter((duty) => duty.overdue);
    const open = here.filter(({ state }) => state === "open");
    return [
      kind,
      here.length,
      met.length - late.length,
      late.length,
      open.length - overdue.length,
      overdue.length,
      here.filter(({ state }) => state === "void").length,
      here.filter(({ delayReason }) => delayReason !== undefined).length,
      returned.get(kind) ?? 0,
    ];
  });
};

const letterRows = async (secretariat: Api): Promise<readonly Row[]> => {
  const lists = await Promise.all(
    LetterState.options.map((state) =>
      itemsOf((page) => secretariat.GET("/v1/letters", { params: { query: { state, ...page } } })),
    ),
  );
  const counts = counted(lists.flat().map(({ kind, state, reason }) => [kind, state, reason ?? ""].join("|")));
  return [...counts]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([key, count]) => [...key.split("|"), count]);
};

const publicationRows = async (anybody: Api): Promise<readonly Row[]> => {
  const all = await itemsOf((page) => anybody.GET("/v1/publications", { params: { query: page } }));
  const whole = await pMap(
    all,
    ({ review: reviewId }) => answerOf(anybody.GET("/v1/publications/{reviewId}", { params: { path: { reviewId } } })),
    { concurrency: atOnce },
  );
  return whole
    .map(({ body }) => body)
    .toSorted((one, other) => one.publishedAt.localeCompare(other.publishedAt))
    .map(({ review, publishedAt, answers, dialogue }) => [
      review,
      publishedAt.slice(0, 10),
      [
        "list",
        "summary",
        ...(answers === undefined ? [] : ["answers"]),
        ...(dialogue === undefined ? [] : ["dialogue"]),
      ].join(", "),
    ]);
};

/** How things stand in a group, as text, by what the API tells the secretariat. */
export const closingTables = async (secretariat: Api, group: GroupId): Promise<string> => {
  const all = await itemsOf((page) => secretariat.GET("/v1/reviews", { params: { query: page } }));
  const reviews = all.filter((review) => review.group === group);
  const [duties, returned, letters, publications] = await Promise.all([
    obligationsOf(secretariat, reviews),
    returnedOf(secretariat, reviews),
    letterRows(secretariat),
    publicationRows(secretariat),
  ]);
  const missing = reviews.filter(({ blockedBy }) => blockedBy.some(({ kind }) => kind === "focal-point")).length;
  const duty = ["kind", "all", "met in time", "met late", "open", "overdue", "fell away", "delayed", "returned"];
  return [
    table(
      `Reviews of ${group} by stage (${missing} blocked by a missing focal point)`,
      ["stage", "reviews", "blocked", "overdue"],
      stageRows(reviews),
    ),
    table("What blocks them", ["kind", "reviews", "parties", "overdue"], blockerRows(reviews)),
    table("Obligations", duty, obligationRows(duties, returned)),
    table("Letters", ["kind", "state", "why", "letters"], letters),
    table("Publications", ["review", "published", "what"], publications),
  ].join("\n");
};
