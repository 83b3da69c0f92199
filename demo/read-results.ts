import pMap from "p-map";
import type { BulletinDetails, Figure, Letter, Obligation, Publication } from "../client/api-types.ts";
import { type Api, answerOf, itemsOf } from "../client/client.ts";
import { Fact } from "../schemas/model/fact.ts";
import type { GroupId } from "../schemas/base/ids.ts";
import { LetterState } from "../schemas/model/letter.ts";
import { bulletinsOf } from "./bulletin.ts";

/** Maximum number of parallel requests. */
const maxConcurrency = 4;

/** Status and history of a group, from the API's replies to the secretariat. */
export interface DemoLog {
  readonly figures: readonly Figure[];
  readonly obligations: readonly Obligation[];
  /** Of the journals of all reviews of the group. */
  readonly facts: readonly Fact[];
  /** Of all groups: letters list several reviews, and invitations none. */
  readonly letters: readonly Letter[];
  readonly publications: readonly Publication[];
  readonly bulletins: readonly BulletinDetails[];
}

/** Every letter there is. */
export const readLetters = async (secretariat: Api): Promise<readonly Letter[]> => {
  const lists = await pMap(
    LetterState.options,
    (state) => itemsOf((page) => secretariat.GET("/v1/letters", { params: { query: { state, ...page } } })),
    { concurrency: maxConcurrency },
  );
  return lists.flat();
};

/** Reads all of it, one kind after the other. */
export const askFor = async (secretariat: Api, group: GroupId): Promise<DemoLog> => {
  const each = <Thing, Answer>(
    things: readonly Thing[],
    request: (thing: Thing) => Promise<Answer>,
  ): Promise<Answer[]> => pMap(things, request, { concurrency: maxConcurrency });
  const figures = await answerOf(secretariat.GET("/v1/figures/current", { params: { query: { group } } }));
  const all = await itemsOf((page) => secretariat.GET("/v1/reviews", { params: { query: page } }));
  const reviews = all.filter((review) => review.group === group).map(({ id: reviewId }) => ({ reviewId }));
  const obligations = await each(reviews, ({ reviewId: review }) =>
    itemsOf((page) => secretariat.GET("/v1/obligations", { params: { query: { review, state: "all", ...page } } })),
  );
  const journals = await each(reviews, ({ reviewId: id }) =>
    itemsOf((page) =>
      secretariat.GET("/v1/journal/{kind}/{id}", { params: { path: { kind: "review", id }, query: page } }),
    ),
  );
  const published = await itemsOf((page) => secretariat.GET("/v1/publications", { params: { query: page } }));
  const publications = await each(published, ({ review: reviewId }) =>
    answerOf(secretariat.GET("/v1/publications/{reviewId}", { params: { path: { reviewId } } })),
  );
  return {
    figures: figures.body.figures,
    obligations: obligations.flat(),
    facts: journals.flat().flatMap((entry) => entry.facts.map((fact) => Fact.parse(fact))),
    letters: await readLetters(secretariat),
    publications: publications.map(({ body }) => body),
    bulletins: await bulletinsOf(secretariat),
  };
};
