import { dayOf, endOfDay } from "../../domain/base/time.ts";
import { may } from "../../domain/review/permissions.ts";
import type { Count } from "../../domain/statistics/count.ts";
import { countedIn, figureRowsIn } from "../../domain/statistics/counts-as-kept.ts";
import { isScopeKept } from "../../domain/statistics/scope-keys.ts";
import { figureData, figureView } from "../../domain/statistics/paper-figures.ts";
import {
  isNarrowedTo,
  measureMembers,
  type Reader,
  statisticsOf,
  statisticsView,
} from "../../domain/views/statistics.ts";
import * as api from "../../schemas/api/endpoints/statistics.ts";
import type { GroupId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { PaperFigure, PaperFigureView } from "../../schemas/model/paper-figures.ts";
import { Measure, type MeasureView, type StatisticsScope } from "../../schemas/model/statistics.ts";
import type { FieldError } from "../../schemas/views/problem.ts";
import { wrongDay } from "../shell/http/counted-days.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { loadWords } from "../shell/http/words.ts";
import { keptCounts } from "../use-cases/oversight/kept-counts.ts";
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

const refuseUnknownGroup = (groups: readonly GroupId[], { group }: StatisticsScope): void => {
  if (group === undefined || groups.includes(group)) return;
  const known = groups.toSorted().join(", ");
  throw new ProblemError("invalid-request", [
    { parameter: "group", message: known === "" ? "names a group, and there is none" : `must be one of ${known}` },
  ]);
};

const refuseNotNarrowed = (measure: Measure, scope: StatisticsScope): void => {
  if (isNarrowedTo(measure, scope)) return;
  const message = "counts parties, whatever reviews they are in: leave out cycle, cluster and group";
  throw new ProblemError("invalid-request", [{ parameter: "measure", message }]);
};

/** Which day and which part of the Mechanism is asked for. Refuses days for which nothing can be counted. */
const askedFor = (query: Days & StatisticsScope, now: Instant) => {
  const { asAt = dayOf(now), knownOn: _knownOn, since: _since, ...scope } = query;
  refuseWrongDays(query, dayOf(now));
  return { asAt, scope };
};

/** Everything that is counted from the journal, with what is asked for. */
export const countOf = async (store: RouteIo["store"], query: Days & StatisticsScope, now: Instant) => {
  const { asAt, scope } = askedFor(query, now);
  const world = await worldAsKnown(store, query.knownOn, now);
  refuseUnknownGroup([...world.planned.keys()], scope);
  const count: Count = { world, at: endOfDay(asAt), scope };
  return { asAt, scope, count };
};

/**
 * What is counted beside the journal, where that tells what is asked for: what was known on an earlier day, what came and went
 * since one, and what is of a regional group and an instrument together, the journal alone tells.
 */
const keptTotals = async (store: RouteIo["store"], query: Days & StatisticsScope, now: Instant) => {
  const { asAt, scope } = askedFor(query, now);
  if (query.knownOn !== undefined || query.since !== undefined || !isScopeKept(scope)) return undefined;
  const kept = await keptCounts(store);
  if (kept === undefined) return undefined;
  refuseUnknownGroup(kept.groups, scope);
  return kept.totals(scope, asAt);
};

/** Every measure, each with what it counts in words. */
const measuresOf = async (
  store: RouteIo["store"],
  query: Days & StatisticsScope,
  now: Instant,
  reader: Reader,
): Promise<readonly MeasureView[]> => {
  const totals = await keptTotals(store, query, now);
  const { scope } = askedFor(query, now);
  if (totals !== undefined) return statisticsOf(Measure.options, scope, { ...reader, counted: countedIn(totals) });
  const { count } = await countOf(store, query, now);
  const before = query.since === undefined ? undefined : { ...count, at: endOfDay(query.since) };
  return statisticsView(Measure.options, count, before, reader);
};

/** A figure of the status paper, with the day up to which is told what was known. */
const paperFigureOf = async (
  store: RouteIo["store"],
  figure: PaperFigure,
  query: Omit<Days, "since"> & StatisticsScope,
  now: Instant,
): Promise<PaperFigureView> => {
  const totals = await keptTotals(store, query, now);
  const { asAt, scope } = askedFor(query, now);
  if (totals !== undefined) return figureView(figure, asAt, scope, figureRowsIn(totals, figure));
  const { count } = await countOf(store, query, now);
  const { knownOn } = query;
  return { ...figureData(figure, count), ...(knownOn === undefined ? {} : { knownOn }) };
};

/**
 * Counts as at any day, and what each of them counts. Counts come from sums that are kept beside the journal, as far as these
 * tell what is asked for; all else from the journal, which is then read as a whole.
 */
export const statisticsRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetStatistics, io, async ({ query, actor, now, language }) => {
    const { asAt, scope } = askedFor(query, now);
    const { knownOn, since } = query;
    const words = await loadWords(language);
    const measures = await measuresOf(io.store, query, now, {
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
