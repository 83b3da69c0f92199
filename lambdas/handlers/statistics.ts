import { dayOf, endOfDay } from "../../domain/base/time.ts";
import { may } from "../../domain/review/permissions.ts";
import type { Count } from "../../domain/statistics/count.ts";
import type { World } from "../../domain/statistics/world.ts";
import { figureData } from "../../domain/statistics/paper-figures.ts";
import { isNarrowedTo, measureMembers, statisticsView } from "../../domain/views/statistics.ts";
import * as api from "../../schemas/api/endpoints/statistics.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { PaperFigure, PaperFigureView } from "../../schemas/model/paper-figures.ts";
import { Measure, type StatisticsScope } from "../../schemas/model/statistics.ts";
import type { FieldError } from "../../schemas/views/problem.ts";
import { wrongDay } from "../shell/http/counted-days.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { loadWords } from "../shell/http/words.ts";
import { worldAsKnown } from "../use-cases/oversight/world-as-known.ts";

export interface Days {
  readonly asAt?: CalendarDate | undefined;
  readonly knownOn?: CalendarDate | undefined;
  readonly since?: CalendarDate | undefined;
}

/** Days for which nothing can be counted. */
const wrongDays = ({ asAt, knownOn, since }: Days, today: CalendarDate): readonly FieldError[] => {
  const from = (parameter: string, day: CalendarDate | undefined, last: CalendarDate): readonly FieldError[] =>
    wrongDay(day, last).map((message) => ({ parameter, message }));
  return [
    ...from("asAt", asAt, today),
    ...from("knownOn", knownOn, today),
    ...from("since", since, asAt !== undefined && asAt < today ? asAt : today),
  ];
};

export const refuseWrongDays = (days: Days, today: CalendarDate): void => {
  const wrong = wrongDays(days, today);
  if (wrong.length > 0) throw new ProblemError("invalid-request", wrong);
};

/** The last instant of a day; of today it is now. */
const lastOf = (day: CalendarDate, now: Instant): Instant => (day === dayOf(now) ? now : endOfDay(day));

const refuseUnknownGroup = ({ planned }: World, { group }: StatisticsScope): void => {
  if (group === undefined || planned.has(group)) return;
  const known = [...planned.keys()].toSorted().join(", ");
  throw new ProblemError("invalid-request", [
    { parameter: "group", message: known === "" ? "names a group, and there is none" : `must be one of ${known}` },
  ]);
};

const refuseNotNarrowed = (measure: Measure, scope: StatisticsScope): void => {
  if (isNarrowedTo(measure, scope)) return;
  const message = "counts parties, whatever reviews they are in: leave out cycle, cluster and group";
  throw new ProblemError("invalid-request", [{ parameter: "measure", message }]);
};

/** What is asked for: checked, with everything that it is counted from. */
export const countOf = async (store: RouteIo["store"], query: Days & StatisticsScope, now: Instant) => {
  const { asAt = dayOf(now), knownOn, since: _since, ...scope } = query;
  refuseWrongDays(query, dayOf(now));
  const world = await worldAsKnown(store, knownOn, now);
  refuseUnknownGroup(world, scope);
  const count: Count = { world, at: lastOf(asAt, now), scope };
  return { asAt, scope, count };
};

/** A figure of the status paper, with the day up to which is told what was known. */
const paperFigureOf = async (
  store: RouteIo["store"],
  figure: PaperFigure,
  query: Omit<Days, "since"> & StatisticsScope,
  now: Instant,
): Promise<PaperFigureView> => {
  const { count } = await countOf(store, query, now);
  const { knownOn } = query;
  return { ...figureData(figure, count), ...(knownOn === undefined ? {} : { knownOn }) };
};

/** Counts as at any day, and what each of them counts. Every request reads the whole journal. */
export const statisticsRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetStatistics, io, async ({ query, actor, now, language }) => {
    const [{ asAt, scope, count }, words] = await Promise.all([countOf(io.store, query, now), loadWords(language)]);
    const { knownOn, since } = query;
    const before = since === undefined ? undefined : { ...count, at: lastOf(since, now) };
    const measures = statisticsView(Measure.options, count, before, {
      definitionOf: (measure) => words.measures[measure].definition,
      namesParties: may(actor, "figure-members.read", {}, now),
    });
    return {
      reply: {
        asAt,
        ...(knownOn === undefined ? {} : { knownOn }),
        ...(since === undefined ? {} : { since }),
        ...scope,
        measures: [...measures],
      },
    };
  }),

  route(
    api.ListMeasureMembers,
    io,
    async ({ params: { measure }, query: { limit, cursor, ...query }, cursors, now }) => {
      const { after = "" } = await cursors.open(cursor);
      refuseNotNarrowed(measure, query);
      const { asAt, count } = await countOf(io.store, query, now);
      const members = measureMembers(measure, count);
      const ahead = members.filter(({ place }) => place > after);
      const last = ahead.length > limit ? ahead[limit - 1]?.place : undefined;
      const items = ahead.slice(0, limit).map(({ member }) => member);
      return { reply: { measure, asAt, count: members.length, items, ...(await cursors.seal(last)) } };
    },
  ),

  route(api.GetPaperFigure, io, async ({ params, query, now, language }) => {
    const [data, words, { drawFigure }] = await Promise.all([
      paperFigureOf(io.store, params.figure, query, now),
      loadWords(language),
      // Few requests draw, so what draws is loaded for those.
      import("../../domain/views/draw-figure.ts"),
    ]);
    return { reply: drawFigure(data, { language, words }) };
  }),

  route(api.GetPaperFigureData, io, async ({ params, query, now }) => ({
    reply: await paperFigureOf(io.store, params.figure, query, now),
  })),
];
