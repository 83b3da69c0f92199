import { defined } from "../../schemas/base/defined.ts";
import { dayOf, endOfDay } from "../../domain/base/time.ts";
import { may } from "../../domain/review/permissions.ts";
import { partiesOfUser } from "../../domain/parties/users.ts";
import { type Count, type Counted, countMeasure } from "../../domain/statistics/count.ts";
import { countedIn, figureRowsIn, type Totals } from "../../domain/statistics/projection-totals.ts";
import { isScopeKept } from "../../domain/statistics/scope-keys.ts";
import { figureData, figureView } from "../../domain/statistics/paper-figures.ts";
import { isOwnRow, readsAllRows, refuseRows } from "../../domain/statistics/rows-shown.ts";
import { isCountedOn, isNarrowedTo, measureMembers, statisticsOf } from "../../domain/views/statistics.ts";
import * as api from "../../schemas/api/endpoints/statistics.ts";
import { type GroupId, groupsOfList } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { PaperFigure, PaperFigureView } from "../../schemas/model/paper-figures.ts";
import { Measure, type StatisticsScope } from "../../schemas/model/statistics.ts";
import type { FieldError } from "../../schemas/views/problem.ts";
import { futureDay, wrongDay } from "../shell/http/counted-days.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { drawnFigure } from "./drawn-figure.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { readableReviews } from "../use-cases/oversight/find-reviews.ts";
import { readProjection } from "../use-cases/oversight/read-projection.ts";
import { historyAsKnown } from "../use-cases/oversight/history-as-known.ts";

export interface Days {
  readonly asAt?: CalendarDate | undefined;
  readonly knownOn?: CalendarDate | undefined;
  readonly since?: CalendarDate | undefined;
}

/** Days for which nothing can be counted. Counts that exist before the launch can be compared with any past day. */
const wrongDays = (
  { asAt, knownOn, since }: Days,
  today: CalendarDate,
  wrongAsAt: typeof wrongDay,
): readonly FieldError[] => {
  const named = (parameter: string, messages: readonly string[]): readonly FieldError[] =>
    messages.map((message) => ({ parameter, message }));
  return [
    ...named("asAt", wrongAsAt(asAt, today)),
    ...named("knownOn", wrongDay(knownOn, today)),
    ...named("since", futureDay(since, asAt !== undefined && asAt < today ? asAt : today)),
  ];
};

export const refuseWrongDays = (days: Days, today: CalendarDate, wrongAsAt = wrongDay): void => {
  const wrong = wrongDays(days, today, wrongAsAt);
  if (wrong.length > 0) throw new ProblemError("invalid-request", wrong);
};

/** Returns the check of `asAt` for some measures: a day before the launch fits if one of them has a count then. */
const wrongDayFor =
  (names: readonly Measure[], scope: StatisticsScope): typeof wrongDay =>
  (day, last) =>
    day !== undefined && day <= last && names.some((name) => isCountedOn(name, day) && isNarrowedTo(name, scope))
      ? []
      : wrongDay(day, last);

const refuseUnknownGroup = (known: readonly GroupId[], { group, groups }: StatisticsScope): void => {
  const one = group === undefined || known.includes(group) ? [] : ["group"];
  const several = groups === undefined || groupsOfList(groups).every((id) => known.includes(id)) ? [] : ["groups"];
  const wrong = [...one, ...several];
  if (wrong.length === 0) return;
  const names = known.toSorted().join(", ");
  const choice = (parameter: string): string => `must be ${parameter === "group" ? "one" : "some"} of ${names}`;
  throw new ProblemError(
    "invalid-request",
    wrong.map((parameter) => ({
      parameter,
      message: names === "" ? "names a group, and there is none" : choice(parameter),
    })),
  );
};

const refuseNotNarrowed = (measure: Measure, scope: StatisticsScope): void => {
  if (isNarrowedTo(measure, scope)) return;
  const message = "counts parties, whatever reviews they are in: leave out cycle, cluster, group and groups";
  throw new ProblemError("invalid-request", [{ parameter: "measure", message }]);
};

/** The parameters of a report: the day, the day of knowledge, and the part of the Mechanism. */
export interface ReportRequest {
  readonly asAt: CalendarDate;
  readonly knownOn?: CalendarDate | undefined;
  readonly since?: CalendarDate | undefined;
  readonly scope: StatisticsScope;
}

/** The request of a query for some measures. Refuses days for which nothing can be counted. */
export const reportOf = (
  query: Days & StatisticsScope,
  now: Instant,
  measures: readonly Measure[] = [],
): ReportRequest => {
  const { asAt = dayOf(now), knownOn, since, ...scope } = query;
  refuseWrongDays(query, dayOf(now), wrongDayFor(measures, scope));
  return { asAt, knownOn, since, scope };
};

/** Everything that is counted from the journal, which is read as a whole. */
export const countOf = async (store: RouteIo["store"], { asAt, knownOn, scope }: ReportRequest, now: Instant) => {
  const mechanism = await historyAsKnown(store, knownOn, now);
  refuseUnknownGroup([...mechanism.planned.keys()], scope);
  const count: Count = { mechanism, at: endOfDay(asAt), scope };
  return count;
};

/**
 * Returns the stored sums at the end of a day if they suffice. For knowledge on an earlier day, or for a regional group
 * combined with an instrument, only the journal suffices.
 */
const projectedTotals = async (
  store: RouteIo["store"],
  { knownOn, scope }: ReportRequest,
): Promise<((day: CalendarDate) => Promise<Totals>) | undefined> => {
  if (knownOn !== undefined || !isScopeKept(scope)) return undefined;
  const kept = await readProjection(store);
  if (kept === undefined) return undefined;
  refuseUnknownGroup(kept.groups, scope);
  return (day) => kept.totals(scope, day);
};

/** Limits a count as at a day to the measures that have one on it. */
const onDay =
  (day: CalendarDate, counted: (measure: Measure) => Counted) =>
  (measure: Measure): Counted | undefined =>
    isCountedOn(measure, day) ? counted(measure) : undefined;

/** Returns each measure at a time, and at an earlier day if one is requested. */
const countedOf = async (store: RouteIo["store"], report: ReportRequest, now: Instant) => {
  const { asAt, since } = report;
  const totalsOn = await projectedTotals(store, report);
  if (totalsOn !== undefined) {
    const [is, was] = await Promise.all([totalsOn(asAt), since && totalsOn(since)]);
    return { counted: countedIn(is), before: since && was && onDay(since, countedIn(was)) };
  }
  const count = await countOf(store, report, now);
  const countedAt = (at: Instant) => (measure: Measure) => countMeasure(measure, { ...count, at });
  return { counted: countedAt(count.at), before: since && onDay(since, countedAt(endOfDay(since))) };
};

/** Returns a figure of the status paper, with the day of knowledge. */
const paperFigureOf = async (
  store: RouteIo["store"],
  figure: PaperFigure,
  report: ReportRequest,
  now: Instant,
): Promise<PaperFigureView> => {
  const { asAt, knownOn, scope } = report;
  const totalsOn = await projectedTotals(store, report);
  if (totalsOn !== undefined) return figureView(figure, asAt, scope, figureRowsIn(await totalsOn(asAt), figure));
  const count = await countOf(store, report, now);
  return { ...figureData(figure, count), ...defined({ knownOn }) };
};

/** Route of the members of a measure, as far as the caller may read them. */
const membersRoute = (io: RouteIo): Route =>
  route(api.ListMeasureMembers, io, async ({ params: { measure }, query, actor, cursors, now }) => {
    const refused = refuseRows(actor, measure, now);
    if (refused !== undefined) return refused;
    const { limit, cursor, ...days } = query;
    const { after = "" } = await cursors.open(cursor);
    refuseNotNarrowed(measure, days);
    const report = reportOf(days, now, [measure]);
    const [count, own] = await Promise.all([
      countOf(io.store, report, now),
      readsAllRows(actor, measure, now) ? undefined : readableReviews(io.store, actor, partiesOfUser(actor), now),
    ]);
    const isOwn =
      own &&
      isOwnRow(
        actor,
        own.map(({ state }) => state),
        now,
      );
    const { total, shown } = measureMembers(measure, count, isOwn && ((one) => isOwn(measure, one)));
    const ahead = shown.filter(({ place }) => place > after);
    const last = ahead.length > limit ? ahead[limit - 1]?.place : undefined;
    const items = ahead.slice(0, limit).map(({ member }) => member);
    return {
      reply: {
        measure,
        asAt: report.asAt,
        count: total,
        ...(isOwn === undefined ? {} : { ownRowsOnly: true as const }),
        items,
        ...(await cursors.seal(last)),
      },
      // A caller who may read reviewers may read those of their own party.
      mayName: isOwn === undefined ? [] : items.flatMap(({ user }) => user ?? []),
    };
  });

/**
 * Routes of counts as at any day, and of the members of each count. Counts come from stored sums if these suffice,
 * otherwise from the whole journal.
 */
export const statisticsRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetStatistics, io, async ({ query, actor, now, language }) => {
    const report = reportOf(query, now, Measure.options);
    const { asAt, knownOn, since, scope } = report;
    const measures = Measure.options.filter((measure) => isCountedOn(measure, asAt));
    const [words, counted] = await Promise.all([loadWords(labelWords, language), countedOf(io.store, report, now)]);
    const views = statisticsOf(measures, scope, {
      ...counted,
      definitionOf: (measure) => words.measures[measure].definition,
      namesParties: may(actor, "figure-members.read", {}, now),
    });
    return {
      reply: {
        asAt,
        ...defined({ knownOn, since }),
        ...scope,
        measures: [...views],
      },
    };
  }),

  membersRoute(io),

  route(api.GetPaperFigure, io, async ({ params, query, now, language, format }) => {
    const data = await paperFigureOf(io.store, params.figure, reportOf(query, now), now);
    return format === "svg" ? drawnFigure(data, language) : { reply: data };
  }),
];
