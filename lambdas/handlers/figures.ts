import {
  type CountedFigure,
  figureOfAll,
  membersOf,
  membersOfAll,
  stagesUnderWay,
} from "../../domain/oversight/figures.ts";
import { figureMemberView } from "../../domain/views/figures.ts";
import { may } from "../../domain/review/permissions.ts";
import * as api from "../../schemas/api/endpoints/figures.ts";
import { Instant } from "../../schemas/base/values.ts";
import { measureOfFigure } from "../../schemas/model/figure-measures.ts";
import type { FigureDimensions, FigureName } from "../../schemas/model/figures.ts";
import { Stage } from "../../schemas/model/review.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { readableReviewsOf } from "../use-cases/oversight/readable-reviews.ts";
import { figuresNow } from "../use-cases/oversight/figures-now.ts";
import { placesInStages, reviewsInStages } from "../use-cases/planning/every-review.ts";

/** Returns a position in a list of members: the time of its first page, and the item after which the list continues. */
const positionOf = (after: string): { readonly asOf: Instant; readonly place: string } => {
  const [asOf, ...place] = after.split(" ");
  return { asOf: Instant.parse(asOf), place: place.join(" ") };
};

/** Returns a figure without its parts by party, which would name the parties with open obligations. */
const withoutParties = (figure: CountedFigure): CountedFigure => ({
  ...figure,
  parts: figure.parts.filter(({ party }) => party === undefined),
});

/** The member of a reply that names the reviews that are not counted in it; none where all are. */
const leftOutBy = ({ leftOut }: ReturnType<typeof readableReviewsOf>) =>
  leftOut().length === 0 ? {} : { leftOut: [...leftOut()] };

/** Returns the members of an indicator, from the smallest possible set of rows. */
const membersNow = async (
  store: Pick<RouteIo["store"], "reviewsInStage" | "placesInStage">,
  figure: FigureName,
  filter: FigureDimensions,
  asOf: Instant,
) => {
  const among = (stages: readonly Stage[]) =>
    stages.filter((stage) => [undefined, "discontinued", stage].includes(filter.stage));
  return figure === figureOfAll
    ? membersOfAll(await placesInStages(store, among(Stage.options)), filter, asOf)
    : membersOf(figure, await reviewsInStages(store, among(stagesUnderWay)), filter, asOf);
};

/**
 * Routes of current indicators and their members. Each page of a list reads the aggregates of all active reviews, of
 * some 5 KB each, and of other reviews if needed.
 */
export const figureRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetCurrentFigures, io, async ({ query, actor, now, language }) => {
    const readable = readableReviewsOf(io.store);
    const store = {
      ...readable.store,
      projectionState: () => io.store.projectionState(),
      totalsOn: (...of: Parameters<typeof io.store.totalsOn>) => io.store.totalsOn(...of),
    };
    const [all, words] = await Promise.all([figuresNow(store, query, now), loadWords(labelWords, language)]);
    const figures = (may(actor, "figure-members.read", {}, now) ? all : all.map(withoutParties)).map((one) => ({
      ...one,
      definition: words.measures[measureOfFigure[one.figure]].definition,
    }));
    return { reply: { asOf: now, ...query, figures, ...leftOutBy(readable) } };
  }),

  route(api.ListFigureMembers, io, async ({ params: { figure }, query, cursors, now }) => {
    const { limit, cursor, ...filter } = query;
    const { after } = await cursors.open(cursor);
    const { asOf, place } = after === undefined ? { asOf: now, place: "" } : positionOf(after);
    const readable = readableReviewsOf(io.store);
    const members = await membersNow(readable.store, figure, filter, asOf);
    const ahead = members.filter((one) => one.place > place);
    const page = ahead.slice(0, limit);
    const last = ahead.length > limit ? page.at(-1)?.place : undefined;
    const items = page.map(({ member }) => figureMemberView(member));
    const next = await cursors.seal(last === undefined ? undefined : `${asOf} ${last}`);
    return { reply: { figure, asOf, count: members.length, items, ...next, ...leftOutBy(readable) } };
  }),
];
