import { countObservations, listObservations } from "../../domain/statistics/observations.ts";
import * as api from "../../schemas/api/endpoints/observation-statistics.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { reportOf, countOf } from "./statistics.ts";

/** Routes of observations in published lists, as at any day. Every request reads the whole journal. */
export const observationStatisticsRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetObservationStatistics, io, async ({ query, now }) => {
    const { kind, article, ...days } = query;
    const report = reportOf(days, now);
    const count = await countOf(io.store, report, now);
    return { reply: { ...query, asAt: report.asAt, ...countObservations(count, { kind, article }) } };
  }),

  route(api.ListObservationMembers, io, async ({ query, cursors, now }) => {
    const { limit, cursor, kind, article, ...days } = query;
    const { after = "" } = await cursors.open(cursor);
    const report = reportOf(days, now);
    const count = await countOf(io.store, report, now);
    const members = listObservations(count, { kind, article });
    const ahead = members.filter(({ place }) => place > after);
    const last = ahead.length > limit ? ahead[limit - 1]?.place : undefined;
    const items = ahead.slice(0, limit).map(({ member }) => member);
    return { reply: { asAt: report.asAt, count: members.length, items, ...(await cursors.seal(last)) } };
  }),
];
