import * as z from "zod";
import { AsAtDay, asAtDayInWords } from "../../base/as-at-day.ts";
import { ClusterQuery } from "../../base/clusters.ts";
import { PageQuery } from "../../base/paging.ts";
import { Article, ObservationKind } from "../../model/observation-items.ts";
import { StatisticsScope } from "../../model/statistics.ts";
import { endpoint, plain } from "../endpoint.ts";

const common = { ...plain, function: "secretariat-api", access: "token", method: "GET", tag: "Figures" } as const;
const filters = {
  ...AsAtDay,
  ...StatisticsScope.shape,
  ...ClusterQuery,
  kind: ObservationKind.optional(),
  article: Article.optional(),
};
const views = () => import("../../views/observation-statistics.ts");

export const GetObservationStatistics = endpoint({
  ...common,
  id: "getObservationStatistics",
  action: "statistics.read",
  path: "/v1/statistics/observations",
  summary:
    "What the published lists observe at the end of any day: technical assistance needs and the rest, by article and region",
  description: `${asAtDayInWords} Lists that are not published count nothing, and an erratum counts from its publication on. The parts by kind, by article, by regional group, and by kind with each of these sum to \`total\`; \`article\` is the number of one of an instrument.`,
  query: z.strictObject(filters),
  csv: {
    name: "observation-statistics",
    columns: ["kind", "instrument", "article", "regionalGroup", "count", "lists"],
    rows: "parts",
  },
  reply: async () => (await views()).ObservationStatistics,
});

export const ListObservationMembers = endpoint({
  ...common,
  id: "listObservationMembers",
  action: "worklist.read",
  path: "/v1/statistics/observations/items",
  summary: "The observations of the published lists at the end of a day, one by one, in the order of publication",
  description: `${asAtDayInWords} \`count\` is how many the whole list has.`,
  query: z.strictObject({ ...PageQuery.shape, ...filters }),
  csv: {
    name: "observations",
    columns: ["review", "cluster", "group", "party", "partyName", "kind", "instrument", "article", "sinceDay", "cycle"],
  },
  reply: async () => (await views()).ObservationMemberPage,
  refusals: ["not-yours"],
});
